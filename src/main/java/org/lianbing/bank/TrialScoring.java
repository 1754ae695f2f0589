package org.lianbing.bank;

import java.util.List;

/**
 * Scores an answer outside any exam by the same functions as a sitting, so that a reviewer's answer is compared with the
 * key as a candidate's would be. Declared here and implemented by the module that scores.
 */
public interface TrialScoring {

    /**
     * Whether an answer gets the full score.
     *
     * @param interaction with its key; none that a person must mark, and no 案例
     * @param seed decides which variant of a 计算 it is, as for {@link org.lianbing.bank.content.Calculation}; the first
     * @param response in the author's positions, from 0: an option each, for 判断 0 for right and 1 for wrong; a text a
     *     blank, a position where words are shown; a typed number; for each left of a 连线 the position among
     *     {@link Interaction.Matching#rights}; all steps in order; {@code x,y} for each spot
     * @throws org.lianbing.base.Problem invalid, where it is no response to this item
     */
    boolean right(Interaction interaction, long seed, List<String> response);
}
