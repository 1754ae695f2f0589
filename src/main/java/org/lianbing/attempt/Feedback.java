package org.lianbing.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.paper.SlotFeedback;

/**
 * What a candidate learns of a slot after checking it.
 *
 * @param score what the response came to
 * @param marks which entries of a 填空 or spots of a 热点 are right, in their order; empty for all else
 * @param reasons key and explanation
 */
public record Feedback(SlotScore score, List<@Nullable Boolean> marks, SlotFeedback reasons) {}
