package org.lianbing.bank.exchange.store;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;

/** Cells and problems as they are kept. */
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

    Map<String, Integer> counts(String text) {
        return json.readValue(text, COUNTS);
    }
}
