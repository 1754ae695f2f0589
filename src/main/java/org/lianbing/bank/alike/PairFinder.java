package org.lianbing.bank.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds all pairs among very many items: those that share a band are compared. Everything lies in a few flat arrays,
 * about 400 bytes an item. Where very many share one band, each is compared with its nearest neighbours there alone;
 * and each keeps no more than {@value #MOST_OF_ONE} pairs, enough to hold a group together.
 */
public final class PairFinder {

    private static final int NEIGHBOURS = 200;
    private static final int MOST_OF_ONE = 30;
    private static final int ROOM = 1024;

    private int[] pieces = new int[ROOM * 64];
    private int[] ends = new int[ROOM];
    private int[] bands = new int[ROOM * MinHash.BANDS];
    private int[] circles = new int[ROOM];
    private int size;

    /** Adds the next; only those of the same circle are compared. One without words resembles nothing. */
    public void add(Shingles shingles, int circle) {
        int from = start(size);
        int to = from + shingles.size();
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            circles = Arrays.copyOf(circles, size * 2);
            bands = Arrays.copyOf(bands, size * 2 * MinHash.BANDS);
        }
        if (to > pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(to, pieces.length + pieces.length / 2));
        }
        System.arraycopy(shingles.toArray(), 0, pieces, from, shingles.size());
        int[] own = MinHash.bands(shingles);
        System.arraycopy(own, 0, bands, size * MinHash.BANDS, own.length);
        ends[size] = to;
        circles[size] = circle;
        size++;
    }

    /**
     * All pairs that resemble each other at least so much.
     *
     * @param progress hears after each of the {@link MinHash#BANDS} bands how many are done
     */
    public List<AlikePair> pairs(double least, IntConsumer progress) {
        List<AlikePair> found = new ArrayList<>();
        int[] counts = new int[size];
        long[] keys = new long[size];
        for (int band = 0; band < MinHash.BANDS; band++) {
            for (int i = 0; i < size; i++) {
                keys[i] = ((long) bands[i * MinHash.BANDS + band] << 32) | i;
            }
            Arrays.sort(keys);
            for (int i = 0; i < size; i++) {
                int last = Math.min(size, i + 1 + NEIGHBOURS);
                for (int j = i + 1; j < last && keys[i] >> 32 == keys[j] >> 32; j++) {
                    compare((int) keys[i], (int) keys[j], band, least, counts, found);
                }
            }
            progress.accept(band + 1);
        }
        return found;
    }

    private void compare(int first, int second, int band, double least, int[] counts, List<AlikePair> found) {
        if (circles[first] != circles[second]
                || (counts[first] >= MOST_OF_ONE && counts[second] >= MOST_OF_ONE)
                || metBefore(first, second, band)) {
            return;
        }
        int from = start(first);
        int to = start(second);
        int small = Math.min(ends[first] - from, ends[second] - to);
        int large = Math.max(ends[first] - from, ends[second] - to);
        if (small == 0 || small < large * least) {
            return;
        }
        double resemblance = Shingles.resemblance(pieces, from, ends[first], pieces, to, ends[second]);
        if (resemblance >= least) {
            counts[first]++;
            counts[second]++;
            found.add(new AlikePair(first, second, resemblance));
        }
    }

    /** Who shares an earlier band was compared there. */
    private boolean metBefore(int first, int second, int band) {
        for (int earlier = 0; earlier < band; earlier++) {
            if (bands[first * MinHash.BANDS + earlier] == bands[second * MinHash.BANDS + earlier]) {
                return true;
            }
        }
        return false;
    }

    /** In which circle one was put. */
    int circle(int index) {
        return circles[index];
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
