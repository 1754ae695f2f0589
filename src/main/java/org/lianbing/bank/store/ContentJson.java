package org.lianbing.bank.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;

/** The content of an item as it is kept: one JSON shape a type. Numbers are texts, so that 0.020 stays 0.020. */
public final class ContentJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ContentJson() {}

    public static String write(ItemContent content) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", content.interaction().type().code());
        node.put("stem", content.stem());
        switch (content.interaction()) {
            case Interaction.TrueFalse truth -> node.put("key", truth.key());
            case Interaction.SingleChoice choice -> node.set("options", options(choice.options()));
            case Interaction.MultipleChoice choice -> node.set("options", options(choice.options()));
            case Interaction.Ordering ordering -> {
                ArrayNode steps = node.putArray("steps");
                ordering.steps().forEach(steps::add);
            }
            case Interaction.Numeric number ->
                node.put("key", number.key().toPlainString())
                        .put("tolerance", number.tolerance().toPlainString())
                        .put("unit", number.unit());
        }
        node.put("explanation", content.explanation());
        node.put("difficulty", content.difficulty());
        return JSON.writeValueAsString(node);
    }

    public static ItemContent read(String json) {
        JsonNode node = JSON.readTree(json);
        return new ItemContent(
                node.get("stem").asString(),
                interaction(node),
                node.get("explanation").asString(),
                node.get("difficulty").asInt());
    }

    private static Interaction interaction(JsonNode node) {
        ItemType type = ItemType.find(node.get("type").asString()).orElseThrow();
        return switch (type) {
            case TRUE_FALSE -> new Interaction.TrueFalse(node.get("key").asBoolean());
            case SINGLE_CHOICE -> new Interaction.SingleChoice(options(node.get("options")));
            case MULTIPLE_CHOICE -> new Interaction.MultipleChoice(options(node.get("options")));
            case ORDERING -> new Interaction.Ordering(texts(node.get("steps")));
            case NUMERIC ->
                new Interaction.Numeric(
                        new BigDecimal(node.get("key").asString()),
                        new BigDecimal(node.get("tolerance").asString()),
                        node.get("unit").asString());
        };
    }

    private static ArrayNode options(List<Option> options) {
        ArrayNode nodes = JSON.createArrayNode();
        for (Option option : options) {
            ObjectNode node = nodes.addObject().put("text", option.text()).put("correct", option.correct());
            if (option.why() != null) {
                node.put("why", option.why());
            }
        }
        return nodes;
    }

    private static List<Option> options(JsonNode nodes) {
        List<Option> options = new ArrayList<>();
        for (JsonNode node : nodes) {
            options.add(new Option(
                    node.get("text").asString(),
                    node.get("correct").asBoolean(),
                    node.has("why") ? node.get("why").asString() : null));
        }
        return options;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asString()));
        return texts;
    }
}
