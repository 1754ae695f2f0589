package org.lianbing.bank.alike;

import java.util.Arrays;

/**
 * Finds what may be alike without comparing all with all.
 *
 * <p>For a random order π of all pieces, the chance that two sets have the same first piece is their resemblance:
 * Pr[min π(A) = min π(B)] = |A ∩ B| / |A ∪ B| (A. Broder, "On the resemblance and containment of documents", 1997).
 * Here π is one of 64 functions h(x) = ⌊(a·x + b) mod 2⁶⁴ / 2³²⌋ (multiply-shift, M. Dietzfelbinger, 1996).
 *
 * <p>The 64 minima stand in 16 bands of 4. Two items meet where at least one band is equal, the chance of which is
 * 1 − (1 − s⁴)¹⁶ for resemblance s (J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", 3.4): 0.9998
 * at 0.8, 0.988 at 0.7, 0.89 at 0.6 and 0.03 at 0.2. Who meets is a candidate and no more: the exact resemblance of
 * {@link Shingles} decides.
 */
public final class MinHash {

    /** How many bands an item has. */
    public static final int BANDS = 16;

    private static final int ROWS = 4;
    private static final long[] FACTORS = new long[BANDS * ROWS];
    private static final long[] SUMMANDS = new long[BANDS * ROWS];

    static {
        for (int i = 0; i < FACTORS.length; i++) {
            FACTORS[i] = mix(2L * i + 1) | 1;
            SUMMANDS[i] = mix(2L * i + 2);
        }
    }

    private MinHash() {}

    /** A number for each band; none for an item without words. */
    public static int[] bands(Shingles shingles) {
        return shingles.bands();
    }

    static int[] of(int[] pieces) {
        int[] minima = new int[FACTORS.length];
        Arrays.fill(minima, -1);
        for (int piece : pieces) {
            long x = Integer.toUnsignedLong(piece);
            for (int i = 0; i < minima.length; i++) {
                int hash = (int) ((FACTORS[i] * x + SUMMANDS[i]) >>> 32);
                if (Integer.compareUnsigned(hash, minima[i]) < 0) {
                    minima[i] = hash;
                }
            }
        }
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash ^ minima[band * ROWS + row]);
            }
            bands[band] = (int) hash;
        }
        return bands;
    }

    /** Spreads 64 bits over 64 bits (the finalizer of MurmurHash3, A. Appleby). */
    static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
