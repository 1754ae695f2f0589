package org.lianbing.bank.exchange.store;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowBody;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.bank.exchange.format.Labels;

/** Cells, contents and problems as they are kept. */
@Component
class ImportJson {

    private static final TypeReference<Map<ImportField, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<ImportProblem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private final JsonMapper json;

    ImportJson(JsonMapper json) {
        this.json = json;
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    Map<ImportField, String> texts(String text) {
        return json.readValue(text, TEXTS);
    }

    ImportCells cells(String text) {
        return new ImportCells(texts(text));
    }

    List<ImportProblem> problems(String text) {
        return json.readValue(text, PROBLEMS);
    }

    @Nullable
    ImportProblem problem(@Nullable String text) {
        return text == null ? null : json.readValue(text, ImportProblem.class);
    }

    Map<String, Integer> counts(String text) {
        return json.readValue(text, COUNTS);
    }

    RowTarget target(String text) {
        return text.equals("{}") ? RowTarget.NONE : json.readValue(text, RowTarget.class);
    }

    String target(RowTarget target) {
        return target.equals(RowTarget.NONE) ? "{}" : write(target);
    }

    String whole(RowBody.Whole whole) {
        ObjectNode node = json.createObjectNode();
        ItemContent content = whole.content();
        if (content != null) {
            node.set("content", ContentJson.STORED.tree(content));
        }
        node.set("labels", json.valueToTree(whole.labels()));
        node.set("told", json.valueToTree(whole.told()));
        return json.writeValueAsString(node);
    }

    RowBody.Whole whole(String text) {
        JsonNode node = json.readTree(text);
        JsonNode content = node.get("content");
        return new RowBody.Whole(
                content == null ? null : ContentJson.STORED.read(content),
                json.treeToValue(node.get("labels"), Labels.class),
                problems(node.get("told").toString()));
    }
}
