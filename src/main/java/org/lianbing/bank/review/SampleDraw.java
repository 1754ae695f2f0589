package org.lianbing.bank.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws a sample by chance; the same seed draws the same. A pure function. */
final class SampleDraw {

    private static final double WHOLE = 100;

    private SampleDraw() {}

    /**
     * Draws.
     *
     * @param share in percent, 1 to 100; at least one is drawn
     */
    static <T> List<T> draw(List<T> batch, int share, long seed) {
        int size = (int) Math.clamp((long) Math.ceil(batch.size() * share / WHOLE), 1, batch.size());
        List<T> shuffled = new ArrayList<>(batch);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled.subList(0, size));
    }
}
