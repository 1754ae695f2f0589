package org.lianbing.paper;

import org.lianbing.base.Problem;

/**
 * How much of a paper should be easy, medium and hard, in percent of its items; together 100.
 *
 * @param easy of difficulty 1 and 2
 * @param medium of difficulty 3
 * @param hard of difficulty 4 and 5
 */
public record DifficultyMix(int easy, int medium, int hard) {

    /** How hard, in three steps. */
    public enum Band {
        EASY,
        MEDIUM,
        HARD
    }

    private static final int WHOLE = 100;
    private static final int MEDIUM = 3;

    public DifficultyMix {
        if (easy < 0 || medium < 0 || hard < 0 || easy + medium + hard != WHOLE) {
            throw Problem.invalid("paper.mix");
        }
    }

    /** Of the three bands the one in which a difficulty of 1 to 5 lies: 0 easy, 1 medium, 2 hard. */
    static int band(int difficulty) {
        return Integer.compare(difficulty, MEDIUM) + 1;
    }

    /** How many of {@code total} each band should give: by largest remainder, ties to the easier one. */
    int[] quotas(int total) {
        int[] percents = {easy, medium, hard};
        int[] quotas = new int[percents.length];
        int left = total;
        for (int band = 0; band < percents.length; band++) {
            quotas[band] = total * percents[band] / WHOLE;
            left -= quotas[band];
        }
        boolean[] raised = new boolean[percents.length];
        for (; left > 0; left--) {
            int best = -1;
            for (int band = 0; band < percents.length; band++) {
                if (!raised[band] && (best < 0 || total * percents[band] % WHOLE > total * percents[best] % WHOLE)) {
                    best = band;
                }
            }
            raised[best] = true;
            quotas[best]++;
        }
        return quotas;
    }
}
