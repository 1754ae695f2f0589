package org.lianbing.attempt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.journal.JournalSum;
import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.paper.Form;

/** Derives from steps what stands as answered: the latest step of a slot by epoch and sequence. */
@Component
class StoredResponses {

    private final JsonMapper json;

    StoredResponses(JsonMapper json) {
        this.json = json;
    }

    /** The value of each slot that has a step; steps must be in their order. */
    Map<Integer, JsonNode> values(List<StoredStep> steps) {
        Map<Integer, String> latest = new TreeMap<>();
        steps.forEach(step -> latest.put(step.slot(), step.value()));
        return read(latest);
    }

    private Map<Integer, JsonNode> read(Map<Integer, String> latest) {
        Map<Integer, JsonNode> values = new TreeMap<>();
        latest.forEach((slot, value) -> values.put(slot, json.readTree(value)));
        return values;
    }

    /** What the values mean; the form as it is for the candidate. */
    Map<Integer, Response> responses(Form form, List<StoredStep> steps) {
        return responses(form, values(steps));
    }

    /** The same of what a journal comes to. */
    Map<Integer, Response> responses(Form form, JournalSum journal) {
        return responses(form, read(journal.latest()));
    }

    private static Map<Integer, Response> responses(Form form, Map<Integer, JsonNode> values) {
        Map<Integer, Response> responses = new TreeMap<>();
        values.forEach(
                (slot, value) -> Responses.stored(form.slot(slot), value).ifPresent(read -> responses.put(slot, read)));
        return responses;
    }
}
