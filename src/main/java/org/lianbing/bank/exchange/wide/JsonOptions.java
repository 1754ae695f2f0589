package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Options as programs write them into a cell: a list of texts or of objects, or texts by their letters. */
final class JsonOptions {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** What the text of an option is called in its object. */
    private static final List<String> TEXTS =
            List.of("content", "text", "value", "label", "title", "name", "option", "desc");

    private JsonOptions() {}

    /** The options in their order; none where the text is anything else. */
    static List<String> read(String text) {
        String bare = text.strip();
        if (!bare.startsWith("[") && !bare.startsWith("{") || bare.length() < 2) {
            return List.of();
        }
        try {
            return options(JSON.readTree(bare));
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static List<String> options(JsonNode node) {
        List<String> options = new ArrayList<>();
        if (node.isObject()) {
            int place = 0;
            for (var property : node.properties()) {
                boolean lettered = Folded.of(property.getKey()).equals(String.valueOf((char) ('A' + place++)));
                if (!lettered || !property.getValue().isValueNode()) {
                    return List.of();
                }
                options.add(property.getValue().asString());
            }
            return options;
        }
        for (JsonNode one : node) {
            String option = one.isValueNode() ? one.asString() : said(one);
            if (option.isBlank()) {
                return List.of();
            }
            options.add(option);
        }
        return options;
    }

    /** The text of an object: what is called so and is more than the option's letter. */
    private static String said(JsonNode option) {
        for (String name : TEXTS) {
            JsonNode text = option.path(name);
            if (text.isValueNode() && text.asString().strip().length() > 1) {
                return text.asString();
            }
        }
        return TEXTS.stream()
                .map(option::path)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .filter(text -> !text.matches("\\s*[A-Z]?\\s*"))
                .findFirst()
                .orElse("");
    }
}
