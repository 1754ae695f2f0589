package org.lianbing.attempt;

import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.paper.SlotFeedback;

/**
 * What a candidate learns of a slot after checking it.
 *
 * @param score what the response came to
 * @param reasons key and explanation
 */
public record Feedback(SlotScore score, SlotFeedback reasons) {}
