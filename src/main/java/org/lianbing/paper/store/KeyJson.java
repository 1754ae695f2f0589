package org.lianbing.paper.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.Region;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

/**
 * Keys as they are kept: an object whose first field names the shape, as {@code {"one": t}}, {@code {"several": […]}},
 * {@code {"value": …}}. Numbers are texts, so that they keep their figures.
 */
@Component
class KeyJson {

    private final JsonMapper json;

    KeyJson(JsonMapper json) {
        this.json = json;
    }

    String write(SlotKey key) {
        return node(key).toString();
    }

    String write(SlotRuling ruling) {
        ObjectNode node = json.createObjectNode();
        switch (ruling) {
            case SlotRuling.Keys keys -> node.set("keys", array(keys.any(), this::node));
            case SlotRuling.FullMarks full -> node.put("void", full.code());
            case SlotRuling.TakenOut out -> node.put("void", out.code());
        }
        return node.toString();
    }

    SlotRuling ruling(String text) {
        JsonNode node = json.readTree(text);
        if (node.has("keys")) {
            return new SlotRuling.Keys(list(node.get("keys"), this::key));
        }
        SlotRuling full = new SlotRuling.FullMarks();
        return node.get("void").stringValue().equals(full.code()) ? full : new SlotRuling.TakenOut();
    }

    private ObjectNode node(SlotKey key) {
        ObjectNode node = json.createObjectNode();
        switch (key) {
            case SlotKey.One one -> node.put("one", one.token());
            case SlotKey.Several several ->
                node.set("several", strings(several.tokens().stream().sorted().toList()));
            case SlotKey.Order order -> node.set("order", strings(order.tokens()));
            case SlotKey.Value value ->
                node.put("value", value.value().toPlainString())
                        .put("tolerance", value.tolerance().toPlainString())
                        .put("unit", value.unit())
                        .put("figures", value.figures());
            case SlotKey.Blanks blanks -> node.set("blanks", array(blanks.blanks(), this::blank));
            case SlotKey.Pairs pairs -> node.set("pairs", json.valueToTree(new TreeMap<>(pairs.rightOfLeft())));
            case SlotKey.Regions regions -> {
                node.set("regions", array(regions.shapes(), shape -> json.valueToTree(shape)));
                node.put("width", regions.width()).put("height", regions.height());
            }
            case SlotKey.Variants variants -> {
                node.set("variants", array(variants.all(), this::variant));
                SlotKey.Recipe recipe = variants.recipe();
                if (recipe != null) {
                    node.set("recipe", json.valueToTree(recipe));
                }
            }
            case SlotKey.Written written -> {
                node.set("written", array(written.points(), this::weight));
                if (written.uploads() > 0) {
                    node.put("uploads", written.uploads());
                }
            }
            case SlotKey.Checklist checklist -> node.set("checklist", array(checklist.criteria(), this::weight));
        }
        return node;
    }

    private JsonNode blank(SlotKey.BlankKey key) {
        ObjectNode node = json.createObjectNode();
        switch (key) {
            case SlotKey.BlankKey.Words words -> {
                node.set("words", strings(words.accepted()));
                node.put("exactCase", words.exactCase());
            }
            case SlotKey.BlankKey.Number number ->
                node.put("value", number.value().toPlainString())
                        .put("tolerance", number.tolerance().toPlainString());
            case SlotKey.BlankKey.Pick pick -> node.put("pick", pick.token());
        }
        return node;
    }

    private JsonNode variant(SlotKey.Variant variant) {
        ObjectNode values = json.createObjectNode();
        new TreeMap<>(variant.values()).forEach((name, value) -> values.put(name, value.toPlainString()));
        ObjectNode node = json.createObjectNode();
        node.set("values", values);
        node.put("result", variant.result().toPlainString());
        node.set(
                "wrong",
                strings(variant.wrong().stream().map(BigDecimal::toPlainString).toList()));
        node.set("key", node(variant.key()));
        return node;
    }

    private JsonNode weight(SlotKey.Weight weight) {
        return json.createObjectNode()
                .put("token", weight.token())
                .put("points", weight.points().toPlainString());
    }

    private <T> ArrayNode array(List<T> all, Function<T, JsonNode> written) {
        ArrayNode array = json.createArrayNode();
        all.forEach(one -> array.add(written.apply(one)));
        return array;
    }

    SlotKey read(String text) {
        return key(json.readTree(text));
    }

    private SlotKey key(JsonNode node) {
        if (node.has("one")) {
            return new SlotKey.One(node.get("one").stringValue());
        }
        if (node.has("several")) {
            return new SlotKey.Several(Set.copyOf(strings(node.get("several"))));
        }
        if (node.has("order")) {
            return new SlotKey.Order(strings(node.get("order")));
        }
        if (node.has("blanks")) {
            return new SlotKey.Blanks(list(node.get("blanks"), KeyJson::blank));
        }
        if (node.has("pairs")) {
            Map<String, String> pairs = new HashMap<>();
            node.get("pairs")
                    .properties()
                    .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().stringValue()));
            return new SlotKey.Pairs(pairs);
        }
        if (node.has("regions")) {
            return new SlotKey.Regions(
                    node.get("width").intValue(),
                    node.get("height").intValue(),
                    list(node.get("regions"), shape -> json.treeToValue(shape, Region.Shape.class)));
        }
        if (node.has("variants")) {
            return new SlotKey.Variants(
                    list(node.get("variants"), this::variant),
                    node.has("recipe") ? json.treeToValue(node.get("recipe"), SlotKey.Recipe.class) : null);
        }
        if (node.has("written")) {
            return new SlotKey.Written(
                    list(node.get("written"), KeyJson::weight),
                    node.path("uploads").asInt(0));
        }
        return node.has("checklist")
                ? new SlotKey.Checklist(list(node.get("checklist"), KeyJson::weight))
                : value(node);
    }

    private static SlotKey.Value value(JsonNode node) {
        return new SlotKey.Value(
                number(node, "value"),
                number(node, "tolerance"),
                node.get("unit").stringValue(),
                figures(node));
    }

    private static @Nullable Integer figures(JsonNode node) {
        return node.hasNonNull("figures") ? node.get("figures").intValue() : null;
    }

    private static SlotKey.BlankKey blank(JsonNode node) {
        if (node.has("words")) {
            return new SlotKey.BlankKey.Words(
                    strings(node.get("words")), node.get("exactCase").booleanValue());
        }
        return node.has("pick")
                ? new SlotKey.BlankKey.Pick(node.get("pick").stringValue())
                : new SlotKey.BlankKey.Number(number(node, "value"), number(node, "tolerance"));
    }

    private SlotKey.Variant variant(JsonNode node) {
        Map<String, BigDecimal> values = new HashMap<>();
        node.get("values")
                .properties()
                .forEach(value -> values.put(
                        value.getKey(), new BigDecimal(value.getValue().stringValue())));
        return new SlotKey.Variant(
                values,
                number(node, "result"),
                strings(node.get("wrong")).stream().map(BigDecimal::new).toList(),
                key(node.get("key")));
    }

    private static SlotKey.Weight weight(JsonNode node) {
        return new SlotKey.Weight(node.get("token").stringValue(), number(node, "points"));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.get(field).stringValue());
    }

    /** Lists of tokens; forms frozen when every slot had one list have it bare. */
    List<List<String>> lists(String text) {
        JsonNode node = json.readTree(text);
        if (node.isEmpty()) {
            return List.of();
        }
        return node.get(0).isArray() ? list(node, KeyJson::strings) : List.of(strings(node));
    }

    JsonNode lists(List<List<String>> lists) {
        return array(lists, this::strings);
    }

    private JsonNode strings(List<String> texts) {
        return json.valueToTree(texts);
    }

    private static List<String> strings(JsonNode array) {
        return list(array, JsonNode::stringValue);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>(array.size());
        array.forEach(node -> all.add(read.apply(node)));
        return List.copyOf(all);
    }
}
