package org.lianbing.practice;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;

/**
 * What a person finds when they come to practise.
 *
 * @param choices what there is to practise, with how many items each has
 * @param trade the one to begin with: practised last, or their own; null where there is nothing
 * @param level the level to begin with; null where the trade has none
 * @param open a drill that waits to be gone on with, or null
 * @param today what was answered since the day began
 * @param mistakes how many items wait in the mistake book
 * @param recent the last drills, newest first
 * @param keptBack those of them whose score is not told, since items of theirs are secret for an exam
 */
public record PracticePage(
        List<Choice> choices,
        @Nullable TradeId trade,
        @Nullable Level level,
        @Nullable AttemptSummary open,
        Today today,
        int mistakes,
        List<AttemptSummary> recent,
        Set<AttemptId> keptBack) {

    /** A trade, foundation or theme bank and how many items it has. */
    public record Choice(Trade trade, int items) {}

    public PracticePage {
        choices = List.copyOf(choices);
        recent = List.copyOf(recent);
        keptBack = Set.copyOf(keptBack);
    }
}
