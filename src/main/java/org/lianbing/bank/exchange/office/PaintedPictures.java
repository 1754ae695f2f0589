package org.lianbing.bank.exchange.office;

import java.time.Duration;
import java.util.Optional;

import org.lianbing.bank.exchange.format.Pictures;

/**
 * Keeps the pictures of one Office file. Metafiles are painted first, since no browser shows one: those that take long
 * share some time, and when that is used up the others of their kind are refused.
 */
public final class PaintedPictures implements Pictures {

    /** What one takes at most without drawing on the time that all share; a usual one takes a tenth. */
    private static final Duration USUAL = Duration.ofMillis(100);

    private final Pictures pictures;
    private Duration left = Duration.ofMillis(1_700);

    public PaintedPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public String keep(String name, byte[] bytes) {
        return pictures.keep(name, Metafiles.is(bytes) ? painted(bytes).orElse(bytes) : bytes);
    }

    private Optional<byte[]> painted(byte[] bytes) {
        Metafiles.Painted painted = Metafiles.paint(bytes, USUAL.plus(left));
        Duration more = painted.took().minus(USUAL);
        if (more.isPositive()) {
            left = left.compareTo(more) > 0 ? left.minus(more) : Duration.ZERO;
        }
        return painted.png();
    }

    /** What those that take long may still take together. */
    Duration left() {
        return left;
    }
}
