package org.lianbing.media;

import java.io.InputStream;

/** A stretch of a stored file, fetched piece by piece, so that a film never stands in memory as a whole. */
public final class MediaStream extends InputStream {

    private static final int PIECE = 512 * 1024;

    /** Fetches at most so many bytes from there. */
    public interface Source {
        byte[] part(int from, int length);
    }

    private final Source source;
    private final int end;
    private int next;
    private byte[] piece = {};
    private int at;

    /**
     * @param from the first byte
     * @param length how many; fewer where the file ends before
     */
    public MediaStream(Source source, int from, int length) {
        this.source = source;
        this.next = from;
        this.end = from + length;
    }

    @Override
    public int read() {
        return more() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        if (at < piece.length) {
            return true;
        }
        if (next >= end) {
            return false;
        }
        piece = source.part(next, Math.min(PIECE, end - next));
        at = 0;
        next += piece.length;
        if (piece.length == 0) {
            next = end;
        }
        return piece.length > 0;
    }
}
