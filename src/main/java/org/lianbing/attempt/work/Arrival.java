package org.lianbing.attempt.work;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Pace;
import org.lianbing.base.Problem;

/**
 * A file that has arrived as a whole, on the disk and not in memory: a thousand slow lines must not fill the heap. It is
 * gone when it is closed.
 */
public final class Arrival implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final FileChannel channel;
    private final int size;
    private final String hash;

    private Arrival(FileChannel channel, int size, String hash) {
        this.channel = channel;
        this.size = size;
        this.hash = hash;
    }

    /**
     * Receives a body to its end.
     *
     * @param most bytes taken
     * @param pace at which they must come
     * @throws Problem too large, too slow, or invalid for nothing at all
     */
    public static Arrival of(InputStream body, int most, Pace pace) {
        FileChannel channel = null;
        try {
            Path file = Files.createTempFile("lianbing-work-", ".part");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return received(channel, body, most, pace);
        } catch (EOFException brokenOff) {
            close(channel);
            throw Problem.invalid("attempt.work.damaged");
        } catch (IOException e) {
            close(channel);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    private static Arrival received(FileChannel channel, InputStream body, int most, Pace pace) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        int size = 0;
        for (int read = pace.read(() -> body.read(piece)); read >= 0; read = pace.read(() -> body.read(piece))) {
            size += read;
            requireAtMost(most, size);
            digest.update(piece, 0, read);
            ByteBuffer left = ByteBuffer.wrap(piece, 0, read);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
        if (size == 0) {
            throw Problem.invalid("attempt.work.empty");
        }
        return new Arrival(channel, size, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Receives a body to its end and keeps nothing of it.
     *
     * @param most bytes taken
     * @param pace at which they must come
     * @throws Problem too large or too slow
     */
    public static void drain(InputStream body, int most, Pace pace) {
        byte[] piece = new byte[PIECE];
        int size = 0;
        try {
            for (int read = pace.read(() -> body.read(piece)); read >= 0; read = pace.read(() -> body.read(piece))) {
                size += read;
                requireAtMost(most, size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireAtMost(int most, int size) {
        if (size > most) {
            throw Problem.tooLarge("attempt.work.too-large", most >> 20);
        }
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    /** SHA-256 of what arrived, hexadecimal. */
    public String hash() {
        return hash;
    }

    /** What it is by its content. */
    public WorkSigns.Found signs() {
        try {
            return WorkSigns.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content from its start. */
    public InputStream content() {
        try {
            channel.position(0);
            return Channels.newInputStream(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
