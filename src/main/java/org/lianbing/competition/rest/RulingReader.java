package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.KeyRules;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

/** Reads what a program says is right into the shape of the slot's key; whether it fits is the desk's to decide. */
@Component
class RulingReader {

    private final KeyRules rules;

    RulingReader(KeyRules rules) {
        this.rules = rules;
    }

    SlotRuling read(RulingRequest request, FrozenSlot frozen) {
        return switch (needed(request.kind(), "kind")) {
            case "full-marks" -> new SlotRuling.FullMarks();
            case "taken-out" -> new SlotRuling.TakenOut();
            case "key" -> {
                List<RulingRequest.KeyRequest> keys = needed(request.keys(), "keys");
                if (keys.isEmpty()) {
                    throw misfit();
                }
                yield new SlotRuling.Keys(
                        keys.stream().map(key -> key(key, frozen)).toList());
            }
            case String other -> throw Problem.invalid("competition.unknown", "kind", other);
        };
    }

    private SlotKey key(RulingRequest.KeyRequest key, FrozenSlot frozen) {
        return switch (frozen.slot().key()) {
            case SlotKey.One one -> new SlotKey.One(one(key.tokens()));
            case SlotKey.Several several -> new SlotKey.Several(Set.copyOf(needed(key.tokens(), "tokens")));
            case SlotKey.Order order -> new SlotKey.Order(needed(key.tokens(), "tokens"));
            case SlotKey.Value value ->
                new SlotKey.Value(
                        number(key.value(), "value"),
                        key.tolerance() == null ? value.tolerance() : number(key.tolerance(), "tolerance"),
                        value.unit(),
                        value.figures());
            case SlotKey.Blanks blanks -> blanks(needed(key.blanks(), "blanks"), blanks);
            case SlotKey.Pairs pairs -> new SlotKey.Pairs(needed(key.pairs(), "pairs"));
            case SlotKey.Regions regions ->
                new SlotKey.Regions(regions.width(), regions.height(), needed(key.regions(), "regions"));
            case SlotKey.Variants variants -> calculated(key, frozen);
            case SlotKey.Written written -> throw Problem.invalid("paper.key-by-people");
            case SlotKey.Checklist checklist -> throw Problem.invalid("paper.key-by-people");
        };
    }

    private SlotKey calculated(RulingRequest.KeyRequest key, FrozenSlot frozen) {
        if (key.option() != null) {
            return rules.another(frozen, key.option());
        }
        return rules.recalculated(
                frozen.slot(),
                needed(key.formula(), "formula"),
                needed(key.decimals(), "decimals"),
                number(key.tolerance(), "tolerance"));
    }

    private static SlotKey blanks(List<RulingRequest.BlankRequest> sent, SlotKey.Blanks frozen) {
        if (sent.size() != frozen.blanks().size()) {
            throw misfit();
        }
        List<SlotKey.BlankKey> keys = new ArrayList<>();
        for (int at = 0; at < sent.size(); at++) {
            RulingRequest.BlankRequest blank = sent.get(at);
            keys.add(
                    switch (frozen.blanks().get(at)) {
                        case SlotKey.BlankKey.Words words ->
                            new SlotKey.BlankKey.Words(needed(blank.accepted(), "accepted"), words.exactCase());
                        case SlotKey.BlankKey.Number number ->
                            new SlotKey.BlankKey.Number(
                                    number(blank.value(), "value"),
                                    blank.tolerance() == null
                                            ? number.tolerance()
                                            : number(blank.tolerance(), "tolerance"));
                        case SlotKey.BlankKey.Pick pick -> new SlotKey.BlankKey.Pick(needed(blank.token(), "token"));
                    });
        }
        return new SlotKey.Blanks(keys);
    }

    private static String one(@Nullable List<String> tokens) {
        List<String> all = needed(tokens, "tokens");
        if (all.size() != 1) {
            throw misfit();
        }
        return all.getFirst();
    }

    private static BigDecimal number(@Nullable String text, String field) {
        try {
            return new BigDecimal(needed(text, field).strip());
        } catch (NumberFormatException none) {
            throw Problem.invalid("competition.unknown", field, String.valueOf(text));
        }
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.invalid("competition.field-missing", field);
        }
        return value;
    }

    private static Problem misfit() {
        return Problem.invalid("paper.key-shape");
    }
}
