package org.lianbing.paper;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;

import org.lianbing.base.Problem;

/**
 * Says in the tokens of one form what a ruling says in those of another that holds the same item. Tokens and their order
 * differ from form to form; what joins them is the author's position.
 */
@Service
public class KeyTransfer {

    private final KeyRules rules;

    KeyTransfer(KeyRules rules) {
        this.rules = rules;
    }

    /**
     * The ruling for another form.
     *
     * @param from the slot for which it was made
     * @param to the slot of the same item in the other form
     */
    public SlotRuling of(SlotRuling ruling, FrozenSlot from, FrozenSlot to) {
        return ruling instanceof SlotRuling.Keys(List<SlotKey> any)
                ? new SlotRuling.Keys(
                        any.stream().map(key -> key(key, from, to)).toList())
                : ruling;
    }

    private SlotKey key(SlotKey key, FrozenSlot from, FrozenSlot to) {
        return switch (key) {
            case SlotKey.One one -> new SlotKey.One(token(one.token(), 0, from, to));
            case SlotKey.Several several ->
                new SlotKey.Several(several.tokens().stream()
                        .map(token -> token(token, 0, from, to))
                        .collect(Collectors.toUnmodifiableSet()));
            case SlotKey.Order order ->
                new SlotKey.Order(order.tokens().stream()
                        .map(token -> token(token, 0, from, to))
                        .toList());
            case SlotKey.Pairs pairs ->
                new SlotKey.Pairs(pairs.rightOfLeft().entrySet().stream()
                        .collect(Collectors.toMap(
                                pair -> token(pair.getKey(), 1, from, to),
                                pair -> token(pair.getValue(), 0, from, to))));
            case SlotKey.Blanks blanks ->
                new SlotKey.Blanks(IntStream.range(0, blanks.blanks().size())
                        .mapToObj(place -> blank(blanks.blanks().get(place), place, from, to))
                        .toList());
            case SlotKey.Variants variants -> variants(variants, from, to);
            case SlotKey.Value value -> value;
            case SlotKey.Regions regions -> regions;
            case SlotKey.Written written -> throw Problem.invalid("paper.key-by-people");
            case SlotKey.Checklist checklist -> throw Problem.invalid("paper.key-by-people");
        };
    }

    private static SlotKey.BlankKey blank(SlotKey.BlankKey key, int place, FrozenSlot from, FrozenSlot to) {
        return key instanceof SlotKey.BlankKey.Pick pick
                ? new SlotKey.BlankKey.Pick(token(pick.token(), place, from, to))
                : key;
    }

    /** The other form has other values: its keys are computed anew, or picked by the author's position. */
    private SlotKey variants(SlotKey.Variants key, FrozenSlot from, FrozenSlot to) {
        SlotKey.Recipe recipe = key.recipe();
        if (recipe != null) {
            return rules.recalculated(to.slot(), recipe.formula(), recipe.decimals(), recipe.tolerance());
        }
        if (key.all().getFirst().key() instanceof SlotKey.One one) {
            int base = from.slot().lists().getFirst().indexOf(one.token());
            if (base >= 0) {
                return rules.another(to, from.authored().getFirst().get(base));
            }
        }
        throw Problem.invalid("paper.key-shape");
    }

    private static String token(String token, int list, FrozenSlot from, FrozenSlot to) {
        int base = from.slot().lists().get(list).indexOf(token);
        int there = base < 0
                ? -1
                : to.authored().get(list).indexOf(from.authored().get(list).get(base));
        if (there < 0) {
            throw Problem.invalid("paper.key-shape");
        }
        return to.slot().lists().get(list).get(there);
    }
}
