package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import org.lianbing.bank.content.Formula;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/** What a mended key must fulfil: it has the shape of the frozen one and names nothing that the slot does not have. */
@Service
public class KeyRules {

    /** How many keys may be right at once. */
    public static final int MOST_KEYS = 20;

    /**
     * Demands that a ruling can hold for a slot as it was frozen.
     *
     * @throws Problem invalid {@code paper.key-shape}, {@code paper.key-same}, or {@code paper.key-by-people} for what no
     *     machine scores
     */
    public void require(Slot slot, SlotRuling ruling) {
        if (!(ruling instanceof SlotRuling.Keys(List<SlotKey> any))) {
            return;
        }
        if (slot.key() instanceof SlotKey.Written || slot.key() instanceof SlotKey.Checklist) {
            throw Problem.invalid("paper.key-by-people");
        }
        if (any.size() > MOST_KEYS || new HashSet<>(any).size() < any.size()) {
            throw Problem.invalid("paper.key-shape");
        }
        any.forEach(key -> {
            if (!fits(slot, slot.key(), key, slot.lists())) {
                throw Problem.invalid("paper.key-shape");
            }
        });
        if (ruling.equals(slot.ruling())
                || slot.ruling() == null
                        && any.stream().map(KeyRules::plain).toList().equals(List.of(slot.key()))) {
            throw Problem.invalid("paper.key-same");
        }
    }

    private static boolean fits(Slot slot, SlotKey frozen, SlotKey key, List<List<String>> lists) {
        List<String> tokens = lists.isEmpty() ? List.of() : lists.getFirst();
        return switch (key) {
            case SlotKey.One one -> frozen instanceof SlotKey.One && tokens.contains(one.token());
            case SlotKey.Several several ->
                frozen instanceof SlotKey.Several
                        && !several.tokens().isEmpty()
                        && tokens.containsAll(several.tokens());
            case SlotKey.Order order ->
                frozen instanceof SlotKey.Order
                        && order.tokens().size() == tokens.size()
                        && Set.copyOf(tokens).equals(new HashSet<>(order.tokens()));
            case SlotKey.Value value ->
                frozen instanceof SlotKey.Value
                        && value.tolerance().signum() >= 0
                        && areSized(value.value(), value.tolerance());
            case SlotKey.Blanks blanks ->
                frozen instanceof SlotKey.Blanks(List<SlotKey.BlankKey> before)
                        && before.size() == blanks.blanks().size()
                        && IntStream.range(0, before.size())
                                .allMatch(at ->
                                        fits(before.get(at), blanks.blanks().get(at), lists.get(at)));
            case SlotKey.Pairs pairs ->
                frozen instanceof SlotKey.Pairs
                        && pairs.rightOfLeft().keySet().equals(Set.copyOf(lists.get(1)))
                        && tokens.containsAll(pairs.rightOfLeft().values());
            case SlotKey.Regions regions ->
                frozen instanceof SlotKey.Regions(int width, int height, var shapes)
                        && width == regions.width()
                        && height == regions.height()
                        && shapes.size() == regions.shapes().size();
            case SlotKey.Variants variants ->
                frozen instanceof SlotKey.Variants before
                        && before.all().size() == variants.all().size()
                        && IntStream.range(0, before.all().size())
                                .allMatch(at -> fits(
                                        slot,
                                        before.all().get(at).key(),
                                        variants.all().get(at).key(),
                                        lists.isEmpty() ? List.of() : List.of(lists.get(at))));
            case SlotKey.Written written -> false;
            case SlotKey.Checklist checklist -> false;
        };
    }

    private static boolean fits(SlotKey.BlankKey frozen, SlotKey.BlankKey key, List<String> tokens) {
        return switch (key) {
            case SlotKey.BlankKey.Words words ->
                frozen instanceof SlotKey.BlankKey.Words
                        && !words.accepted().isEmpty()
                        && words.accepted().stream().noneMatch(String::isBlank);
            case SlotKey.BlankKey.Number number ->
                frozen instanceof SlotKey.BlankKey.Number
                        && number.tolerance().signum() >= 0
                        && areSized(number.value(), number.tolerance());
            case SlotKey.BlankKey.Pick pick -> frozen instanceof SlotKey.BlankKey.Pick && tokens.contains(pick.token());
        };
    }

    /** Results have as many places behind their point as before it; with millions of them a key could not be written out. */
    private static boolean areSized(BigDecimal... numbers) {
        return Stream.of(numbers)
                .allMatch(number ->
                        number.precision() <= 2 * Digits.MOST && Math.abs((long) number.scale()) <= 2 * Digits.MOST);
    }

    /**
     * The key of a 计算 with another formula: its result for each variant's own values.
     *
     * @param decimals to which it is rounded
     * @throws Problem invalid, where the formula is none, where it is rounded to places that are not kept, or where the item has options to pick from
     */
    public SlotKey recalculated(Slot slot, String formula, int decimals, BigDecimal tolerance) {
        if (decimals < 0 || decimals > Digits.MOST_DECIMALS) {
            throw Problem.invalid("bank.rule.decimals", Digits.MOST_DECIMALS);
        }
        Formula parsed = Formula.of(formula);
        SlotKey.Variants varied = varied(
                slot,
                variant -> variant.key() instanceof SlotKey.Value value
                        ? new SlotKey.Value(
                                parsed.value(variant.values()).setScale(decimals, java.math.RoundingMode.HALF_UP),
                                tolerance,
                                value.unit(),
                                value.figures())
                        : variant.key());
        return new SlotKey.Variants(varied.all(), new SlotKey.Recipe(formula, decimals, tolerance));
    }

    /** Without how it came to be. */
    private static SlotKey plain(SlotKey key) {
        return key instanceof SlotKey.Variants variants ? new SlotKey.Variants(variants.all()) : key;
    }

    /**
     * The key of a 计算 with options: another one of its results.
     *
     * @param place 0 for the author's key, 1 and up for the distractors in the author's order
     */
    public SlotKey another(FrozenSlot frozen, int place) {
        Slot slot = frozen.slot();
        int[] at = {0};
        return varied(slot, variant -> {
            int number = at[0]++;
            List<Integer> authored = frozen.authored().get(number);
            int base = authored.indexOf(place);
            if (base < 0) {
                throw Problem.invalid("paper.key-shape");
            }
            return new SlotKey.One(slot.lists().get(number).get(base));
        });
    }

    private static SlotKey.Variants varied(Slot slot, Function<SlotKey.Variant, SlotKey> key) {
        if (!(slot.key() instanceof SlotKey.Variants variants)) {
            throw Problem.invalid("paper.key-shape");
        }
        return new SlotKey.Variants(variants.all().stream()
                .map(one -> new SlotKey.Variant(one.values(), one.result(), one.wrong(), key.apply(one)))
                .toList());
    }
}
