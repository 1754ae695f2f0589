package org.lianbing.base;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * How slowly a body may arrive: thirty seconds of waiting for it are granted, and one more for each ten kilobytes that
 * came. Only waiting counts, not what is done with what has come. For one body and one thread.
 */
public final class Pace {

    /** Granted to any body. */
    public static final long GRACE_MILLIS = 30_000;

    /** What a line must carry beyond that. */
    public static final long BYTES_A_SECOND = 10 * 1024;

    private final LongSupplier millis;
    private long waited;
    private long arrived;

    /** One piece of the body. */
    @FunctionalInterface
    public interface Piece {

        /** How many bytes came; negative for the end. */
        int read() throws IOException;
    }

    /**
     * @param millis the time, from any beginning
     */
    public Pace(LongSupplier millis) {
        this.millis = millis;
    }

    /**
     * Reads a piece.
     *
     * @return what the piece returned
     * @throws Problem timed out, where the body is too slow
     */
    public int read(Piece piece) throws IOException {
        long before = millis.getAsLong();
        int read = piece.read();
        waited += millis.getAsLong() - before;
        if (read < 0) {
            return read;
        }
        arrived += read;
        if (isLate()) {
            throw Problem.timedOut("base.too-slow");
        }
        return read;
    }

    /** Whether it has been waited for longer than is granted. */
    public boolean isLate() {
        return waited > GRACE_MILLIS + arrived * 1_000 / BYTES_A_SECOND;
    }
}
