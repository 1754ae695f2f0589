package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

import org.lianbing.attempt.scoring.SlotScore.Reason;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/**
 * Scores responses; a function of form and responses and of nothing else, so that it can be repeated.
 *
 * <p>判断 and 单选: all or nothing. 多选: each right pick counts its share, a wrong pick voids the item (the section's
 * rule says so to the candidate). 步骤排序: all or nothing. 数值: right where |response − key| ≤ tolerance.
 */
public final class Scoring {

    private static final int FRACTION_PLACES = 6;
    private static final int SCORE_PLACES = 2;
    private static final Response BLANK = new Response.Blank();

    private record Judged(BigDecimal fraction, Reason reason) {}

    private static final Judged RIGHT = new Judged(BigDecimal.ONE, Reason.RIGHT);

    private Scoring() {}

    /** One score for each slot of the form, in its order; a slot that is missing from the responses is blank. */
    public static List<SlotScore> score(Form form, Map<Integer, Response> responses) {
        return form.slots().stream()
                .map(slot -> score(slot, responses.getOrDefault(slot.number(), BLANK)))
                .toList();
    }

    /** The score of one response. */
    public static SlotScore score(Slot slot, Response response) {
        Judged judged = response instanceof Response.Blank ? nothing(Reason.BLANK) : judge(slot.key(), response);
        return new SlotScore(
                slot.number(),
                judged.fraction(),
                judged.fraction().multiply(slot.maxScore()).setScale(SCORE_PLACES, RoundingMode.HALF_UP),
                judged.reason());
    }

    private static Judged judge(SlotKey key, Response response) {
        return switch (key) {
            case SlotKey.One one ->
                allOrNothing(response instanceof Response.One(String token) && token.equals(one.token()));
            case SlotKey.Several several ->
                response instanceof Response.Several picks ? share(several, picks) : nothing(Reason.WRONG);
            case SlotKey.Order order ->
                allOrNothing(response instanceof Response.Order chosen
                        && chosen.tokens().equals(order.tokens()));
            case SlotKey.Value value ->
                allOrNothing(response instanceof Response.Number number && near(value, number.value()));
        };
    }

    private static Judged share(SlotKey.Several key, Response.Several picks) {
        if (!key.tokens().containsAll(picks.tokens())) {
            return nothing(Reason.WRONG_PICK);
        }
        int right = picks.tokens().size();
        int all = key.tokens().size();
        return right == all
                ? RIGHT
                : new Judged(
                        BigDecimal.valueOf(right)
                                .divide(BigDecimal.valueOf(all), FRACTION_PLACES, RoundingMode.HALF_UP),
                        Reason.PARTLY);
    }

    private static boolean near(SlotKey.Value key, BigDecimal value) {
        return value.subtract(key.value()).abs().compareTo(key.tolerance()) <= 0;
    }

    private static Judged allOrNothing(boolean right) {
        return right ? RIGHT : nothing(Reason.WRONG);
    }

    private static Judged nothing(Reason reason) {
        return new Judged(BigDecimal.ZERO, reason);
    }
}
