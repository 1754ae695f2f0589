package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

import org.lianbing.paper.Slot;

/** Reads responses as clients send them and writes them as the journal keeps them. */
public final class Responses {

    private static final Response BLANK = new Response.Blank();

    /** No exponent: {@code 1e999999999} would be a short text and an endless number. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})");

    private static final int LONGEST_NUMBER = 50;

    private Responses() {}

    /** The response that a value means for a slot; empty where it does not fit. */
    public static Optional<Response> read(Slot slot, JsonNode value) {
        if (value.isNull()) {
            return Optional.of(BLANK);
        }
        return switch (slot.type()) {
            case TRUE_FALSE, SINGLE_CHOICE -> one(slot, value);
            case MULTIPLE_CHOICE -> several(slot, value);
            case ORDERING -> order(slot, value);
            case NUMERIC -> number(value);
            default -> Optional.empty();
        };
    }

    /** The one form in which a response is kept: picks of a 多选 in base order, so that equal answers are equal. */
    public static JsonNode write(Slot slot, Response response) {
        return switch (response) {
            case Response.Blank blank -> NullNode.getInstance();
            case Response.One one -> JsonNodeFactory.instance.stringNode(one.token());
            case Response.Several several ->
                array(slot.tokens().stream().filter(several.tokens()::contains).toList());
            case Response.Order order -> array(order.tokens());
            case Response.Number number -> JsonNodeFactory.instance.stringNode(number.text());
        };
    }

    private static Optional<Response> one(Slot slot, JsonNode value) {
        return value.isString() && slot.tokens().contains(value.stringValue())
                ? Optional.of(new Response.One(value.stringValue()))
                : Optional.empty();
    }

    private static Optional<Response> several(Slot slot, JsonNode value) {
        if (value.isArray() && value.isEmpty()) {
            return Optional.of(BLANK);
        }
        return tokens(slot, value).map(tokens -> new Response.Several(Set.copyOf(tokens)));
    }

    private static Optional<Response> order(Slot slot, JsonNode value) {
        return tokens(slot, value)
                .filter(tokens -> tokens.size() == slot.tokens().size())
                .map(Response.Order::new);
    }

    /** Tokens of the slot, each at most once. */
    private static Optional<List<String>> tokens(Slot slot, JsonNode value) {
        if (!value.isArray() || value.size() > slot.tokens().size()) {
            return Optional.empty();
        }
        List<String> tokens = new ArrayList<>(value.size());
        for (JsonNode token : value) {
            if (!token.isString() || !slot.tokens().contains(token.stringValue())) {
                return Optional.empty();
            }
            tokens.add(token.stringValue());
        }
        return new HashSet<>(tokens).size() == tokens.size() ? Optional.of(tokens) : Optional.empty();
    }

    private static Optional<Response> number(JsonNode value) {
        if (!value.isString() || value.stringValue().length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        // Chinese keyboards type full-width digits, points and signs.
        String text = Normalizer.normalize(value.stringValue(), Normalizer.Form.NFKC)
                .replace('。', '.')
                .replace('−', '-')
                .strip();
        if (text.isEmpty()) {
            return Optional.of(BLANK);
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(new Response.Number(text, new BigDecimal(text)))
                : Optional.empty();
    }

    private static ArrayNode array(List<String> tokens) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(tokens.size());
        tokens.forEach(array::add);
        return array;
    }
}
