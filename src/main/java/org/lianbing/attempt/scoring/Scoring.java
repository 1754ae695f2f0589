package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.scoring.SlotScore.Reason;
import org.lianbing.bank.PartialCredit;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

/**
 * Scores responses; a function of form, responses and marks and of nothing else, so that it can be repeated.
 *
 * <p>判断, 单选 and 步骤排序: all or nothing. 数值: right where |response − key| ≤ tolerance and the figures are as asked.
 * 多选, 填空, 连线 and 热点 follow the slot's {@link PartialCredit}. What no machine can mark counts what its writer found
 * in it where feedback comes at once, and waits for a marker elsewhere.
 */
public final class Scoring {

    private static final int SCORE_PLACES = 2;
    private static final Response BLANK = new Response.Blank();

    private Scoring() {}

    /**
     * One score for each slot of the form, in its order; a slot that is missing from the responses is blank.
     *
     * @param form as it is for the candidate
     * @param marked by slot, what people found in written responses, 0 to 1
     */
    public static List<SlotScore> score(
            Form form, Map<Integer, Response> responses, Map<Integer, BigDecimal> marked, Behaviour behaviour) {
        return form.slots().stream()
                .map(slot ->
                        score(slot, responses.getOrDefault(slot.number(), BLANK), behaviour, marked.get(slot.number())))
                .toList();
    }

    /** The score of one response that nobody has marked. */
    public static SlotScore score(Slot slot, Response response, Behaviour behaviour) {
        return score(slot, response, behaviour, null);
    }

    /**
     * The score of one response.
     *
     * @param marked what people found in it, 0 to 1; null while it waits for them, and where nobody has to
     */
    public static SlotScore score(Slot slot, Response response, Behaviour behaviour, @Nullable BigDecimal marked) {
        Judged found = judge(slot, response, behaviour);
        Judged judged = found.reason() == Reason.UNMARKED && marked != null ? new Judged(marked, Reason.MARKED) : found;
        return new SlotScore(
                slot.number(),
                judged.fraction(),
                judged.fraction().multiply(slot.worth()).setScale(SCORE_PLACES, RoundingMode.HALF_UP),
                judged.reason());
    }

    /**
     * Which parts of a response are right, where a part is more than a token to compare: the entries of a 填空 and the
     * spots of a 热点, in their order; null for an empty blank. Empty for all else.
     */
    public static List<@Nullable Boolean> marks(Slot slot, Response response) {
        List<@Nullable Boolean> marks = new ArrayList<>();
        SlotKey key = response instanceof Response.Blank ? slot.key() : best(slot, response);
        if (key instanceof SlotKey.Blanks(var keys) && response instanceof Response.Blanks(var entries)) {
            for (int i = 0; i < keys.size(); i++) {
                String entry = entries.get(i);
                marks.add(entry == null ? null : fits(keys.get(i), entry));
            }
        } else if (key instanceof SlotKey.Regions regions && response instanceof Response.Points points) {
            marks.addAll(Spots.hits(regions.shapes(), points.spots()));
        }
        return marks;
    }

    /** By the frozen key, or by what a correction says: of several keys by the one that the response fits best. */
    private static Judged judge(Slot slot, Response response, Behaviour behaviour) {
        return switch (slot.ruling()) {
            case SlotRuling.FullMarks full -> Judged.GRANTED;
            case SlotRuling.TakenOut out -> Judged.nothing(Reason.TAKEN_OUT);
            case null, default ->
                response instanceof Response.Blank
                        ? Judged.nothing(Reason.BLANK)
                        : judge(slot, best(slot, response), response, behaviour);
        };
    }

    private static SlotKey best(Slot slot, Response response) {
        if (!(slot.ruling() instanceof SlotRuling.Keys(List<SlotKey> any))) {
            return slot.key();
        }
        SlotKey best = any.getFirst();
        BigDecimal most = BigDecimal.valueOf(-1);
        for (SlotKey key : any) {
            BigDecimal fraction = judge(slot, key, response, Behaviour.DEFERRED).fraction();
            if (fraction.compareTo(most) > 0) {
                best = key;
                most = fraction;
            }
        }
        return best;
    }

    private static Judged judge(Slot slot, SlotKey key, Response response, Behaviour behaviour) {
        return switch (key) {
            case SlotKey.One one ->
                Judged.allOrNothing(response instanceof Response.One(String token) && token.equals(one.token()));
            case SlotKey.Several several ->
                response instanceof Response.Several(Set<String> picks)
                        ? picks(slot.credit(), several.tokens(), picks)
                        : Judged.nothing(Reason.WRONG);
            case SlotKey.Order order ->
                Judged.allOrNothing(response instanceof Response.Order chosen
                        && chosen.tokens().equals(order.tokens()));
            case SlotKey.Value value ->
                response instanceof Response.Number number ? number(value, number) : Judged.nothing(Reason.WRONG);
            case SlotKey.Blanks blanks ->
                response instanceof Response.Blanks filled
                        ? blanks(slot.credit(), blanks.blanks(), filled.entries())
                        : Judged.nothing(Reason.WRONG);
            case SlotKey.Pairs pairs ->
                response instanceof Response.Pairs(Map<String, String> chosen)
                        ? pairs(slot.credit(), pairs.rightOfLeft(), chosen)
                        : Judged.nothing(Reason.WRONG);
            case SlotKey.Regions regions ->
                response instanceof Response.Points points
                        ? Spots.judged(slot.credit(), regions.shapes(), points.spots())
                        : Judged.nothing(Reason.WRONG);
            case SlotKey.Written written ->
                response instanceof Response.Written(var text, var files, @Nullable Set<String> said)
                                && said != null
                                && behaviour == Behaviour.IMMEDIATE
                        ? Judged.share(sum(written.points(), said), sum(written.points(), null), Reason.SELF_ASSESSED)
                        : Judged.nothing(Reason.UNMARKED);
            case SlotKey.Checklist sheet ->
                response instanceof Response.Checklist done && behaviour == Behaviour.IMMEDIATE
                        ? checklist(sheet, done)
                        : Judged.nothing(Reason.UNMARKED);
            case SlotKey.Variants variants -> throw new IllegalArgumentException("whose variant? " + slot.number());
        };
    }

    private static Judged picks(PartialCredit rule, Set<String> key, Set<String> picks) {
        int right = (int) picks.stream().filter(key::contains).count();
        return Judged.parts(rule, right, picks.size() - right, key.size(), true);
    }

    private static Judged number(SlotKey.Value key, Response.Number number) {
        if (!Numbers.near(number.value(), key.value(), key.tolerance())) {
            return Judged.nothing(Reason.WRONG);
        }
        Integer figures = key.figures();
        return figures == null || Numbers.hasFigures(number.text(), figures)
                ? Judged.RIGHT
                : Judged.nothing(Reason.FIGURES);
    }

    private static Judged blanks(PartialCredit rule, List<SlotKey.BlankKey> keys, List<@Nullable String> entries) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < keys.size(); i++) {
            String entry = entries.get(i);
            if (entry != null && fits(keys.get(i), entry)) {
                right++;
            } else if (entry != null) {
                wrong++;
            }
        }
        return Judged.parts(rule, right, wrong, keys.size(), false);
    }

    private static boolean fits(SlotKey.BlankKey key, String entry) {
        return switch (key) {
            case SlotKey.BlankKey.Words words ->
                words.accepted().stream().anyMatch(accepted -> Words.same(entry, accepted, words.exactCase()));
            case SlotKey.BlankKey.Number number ->
                Numbers.read(entry)
                        .filter(value -> Numbers.near(value, number.value(), number.tolerance()))
                        .isPresent();
            case SlotKey.BlankKey.Pick pick -> pick.token().equals(entry);
        };
    }

    /** A right that was taken more often than it belongs anywhere shows no knowledge: none of its pairs counts. */
    private static Judged pairs(PartialCredit rule, Map<String, String> key, Map<String, String> chosen) {
        Map<String, Integer> uses = counted(key.values());
        Map<String, Integer> taken = counted(chosen.values());
        int right = (int) chosen.entrySet().stream()
                .filter(pair -> pair.getValue().equals(key.get(pair.getKey())))
                .filter(pair -> taken.getOrDefault(pair.getValue(), 0) <= uses.getOrDefault(pair.getValue(), 0))
                .count();
        return Judged.parts(rule, right, chosen.size() - right, key.size(), false);
    }

    private static Map<String, Integer> counted(Collection<String> tokens) {
        Map<String, Integer> counted = new HashMap<>();
        tokens.forEach(token -> counted.merge(token, 1, Integer::sum));
        return counted;
    }

    private static BigDecimal sum(List<SlotKey.Weight> weights, @Nullable Set<String> only) {
        return weights.stream()
                .filter(weight -> only == null || only.contains(weight.token()))
                .map(SlotKey.Weight::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was not looked at counts nothing. */
    private static Judged checklist(SlotKey.Checklist sheet, Response.Checklist done) {
        BigDecimal reached = BigDecimal.ZERO;
        for (SlotKey.Weight line : sheet.criteria()) {
            BigDecimal deduction = done.deductions().get(line.token());
            if (deduction != null) {
                reached = reached.add(line.points().subtract(deduction).max(BigDecimal.ZERO));
            }
        }
        return Judged.share(reached, sum(sheet.criteria(), null), Reason.SELF_ASSESSED);
    }
}
