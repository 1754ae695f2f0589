package org.lianbing.paper.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.paper.SlotKey;

/** Keys as they are kept: {@code {"one": t}}, {@code {"several": […]}}, {@code {"order": […]}}, {@code {"value": …}}. */
@Component
class KeyJson {

    private final JsonMapper json;

    KeyJson(JsonMapper json) {
        this.json = json;
    }

    String write(SlotKey key) {
        ObjectNode node = json.createObjectNode();
        switch (key) {
            case SlotKey.One one -> node.put("one", one.token());
            case SlotKey.Several several ->
                node.set("several", strings(several.tokens().stream().sorted().toList()));
            case SlotKey.Order order -> node.set("order", strings(order.tokens()));
            case SlotKey.Value value ->
                node.put("value", value.value().toPlainString())
                        .put("tolerance", value.tolerance().toPlainString())
                        .put("unit", value.unit());
        }
        return node.toString();
    }

    SlotKey read(String text) {
        JsonNode node = json.readTree(text);
        if (node.has("one")) {
            return new SlotKey.One(node.get("one").stringValue());
        }
        if (node.has("several")) {
            return new SlotKey.Several(Set.copyOf(strings(node.get("several"))));
        }
        if (node.has("order")) {
            return new SlotKey.Order(strings(node.get("order")));
        }
        return new SlotKey.Value(
                new BigDecimal(node.get("value").stringValue()),
                new BigDecimal(node.get("tolerance").stringValue()),
                node.get("unit").stringValue());
    }

    List<String> tokens(String text) {
        return strings(json.readTree(text));
    }

    JsonNode strings(List<String> texts) {
        return json.valueToTree(texts);
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(node -> texts.add(node.stringValue()));
        return List.copyOf(texts);
    }
}
