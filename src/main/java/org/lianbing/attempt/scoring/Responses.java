package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.attempt.WorkFileId;
import org.lianbing.bank.Region;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** Reads responses as clients send them and writes them as the journal keeps them. */
public final class Responses {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Responses() {}

    /** The response that a value means for a slot; empty where it does not fit. */
    public static Optional<Response> read(Slot slot, JsonNode value) {
        return value.isNull() ? Optional.of(Reading.BLANK) : new Reading(slot).read(value);
    }

    /** The response that a value of the journal means; besides what clients send, a text with what was found in it. */
    public static Optional<Response> stored(Slot slot, JsonNode value) {
        if (slot.key() instanceof SlotKey.Written && value.isObject()) {
            JsonNode said = value.path("said");
            return read(slot, value.deepCopy().asObject().without("said"))
                    .map(read -> read instanceof Response.Written written && said.isArray()
                            ? written.assessed(Set.copyOf(strings(said)))
                            : read);
        }
        return read(slot, value);
    }

    /** The one form in which a response is kept: tokens in base order, so that equal answers are equal. */
    public static JsonNode write(Slot slot, Response response) {
        return switch (response) {
            case Response.Blank blank -> NullNode.getInstance();
            case Response.One one -> JSON.stringNode(one.token());
            case Response.Several several -> array(inOrder(slot, several.tokens()));
            case Response.Order order -> array(order.tokens());
            case Response.Number number -> JSON.stringNode(number.text());
            case Response.Blanks blanks -> array(blanks.entries());
            case Response.Pairs pairs -> {
                ObjectNode node = JSON.objectNode();
                slot.lists().get(1).stream()
                        .filter(pairs.rightOfLeft()::containsKey)
                        .forEach(left -> node.put(left, pairs.rightOfLeft().get(left)));
                yield node;
            }
            case Response.Points points -> {
                ArrayNode node = JSON.arrayNode();
                for (Region.Spot spot : points.spots()) {
                    node.addArray().add(spot.x()).add(spot.y());
                }
                yield node;
            }
            case Response.Written written -> written(slot, written);
            case Response.Checklist sheet -> {
                ObjectNode node = JSON.objectNode();
                ObjectNode deductions = node.putObject("deductions");
                for (String token : slot.tokens()) {
                    BigDecimal taken = sheet.deductions().get(token);
                    if (taken != null) {
                        deductions.put(token, taken.toPlainString());
                    }
                }
                yield node.put("seconds", sheet.seconds());
            }
        };
    }

    /** A plain text where it is nothing else. */
    private static JsonNode written(Slot slot, Response.Written written) {
        Set<String> said = written.said();
        if (said == null && written.files().isEmpty()) {
            return JSON.stringNode(written.text());
        }
        ObjectNode node = JSON.objectNode().put("text", written.text());
        if (!written.files().isEmpty()) {
            node.set(
                    "files",
                    array(written.files().stream().map(WorkFileId::hash).toList()));
        }
        if (said != null) {
            node.set("said", array(inOrder(slot, said)));
        }
        return node;
    }

    private static List<String> inOrder(Slot slot, Set<String> tokens) {
        return slot.tokens().stream().filter(tokens::contains).toList();
    }

    private static ArrayNode array(List<? extends @Nullable String> texts) {
        ArrayNode array = JSON.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
