package org.lianbing.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one HTTP/1.1 answer out of the pieces in which it arrives. */
final class AnswerBytes {

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final ByteArrayOutputStream head = new ByteArrayOutputStream(256);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private final StringBuilder size = new StringBuilder(8);
    private boolean inBody;
    private boolean chunked;
    private boolean lastChunk;
    private long left;
    private int matched;
    private int status;

    /** Takes what arrived; whether the answer is whole now. */
    boolean take(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (!inBody) {
                takeHead(in.get());
                if (inBody && !chunked && left == 0) {
                    return true;
                }
            } else if (left > 0) {
                takeBody(in);
                if (left == 0 && !chunked) {
                    return true;
                }
            } else if (takeChunkSize(in.get())) {
                return true;
            }
        }
        return false;
    }

    private void takeHead(byte next) {
        head.write(next);
        matched = next == HEAD_END[matched] ? matched + 1 : next == HEAD_END[0] ? 1 : 0;
        if (matched == HEAD_END.length) {
            inBody = true;
            for (String line : head.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
                readHeader(line.toLowerCase(Locale.ROOT));
            }
        }
    }

    private void readHeader(String line) {
        if (line.startsWith("http/")) {
            status = Integer.parseInt(line.substring(9, 12));
        } else if (line.startsWith("content-length:")) {
            left = Long.parseLong(line.substring(15).strip());
        } else if (line.startsWith("transfer-encoding:") && line.contains("chunked")) {
            chunked = true;
        }
    }

    private void takeBody(ByteBuffer in) {
        int count = (int) Math.min(left, in.remaining());
        byte[] piece = new byte[count];
        in.get(piece);
        body.writeBytes(piece);
        left -= count;
    }

    /** The line of a chunk's size, or the empty line behind a chunk; whether that was the end of all. */
    private boolean takeChunkSize(byte next) {
        if (next != '\n') {
            size.append((char) next);
            return false;
        }
        String line = size.toString().strip();
        size.setLength(0);
        if (lastChunk) {
            return true;
        }
        if (!line.isEmpty()) {
            left = Long.parseLong(line, 16);
            lastChunk = left == 0;
        }
        return false;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.toByteArray();
    }
}
