package org.lianbing.attempt.scoring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.attempt.Behaviour;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.TrialScoring;
import org.lianbing.base.Problem;
import org.lianbing.paper.Rehearsal;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** Scores a reviewer's answer as a candidate's: the value that the player would have sent, read and judged alike. */
@Component
public class TrialScores implements TrialScoring {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Rehearsal rehearsal;

    public TrialScores(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public boolean right(Interaction interaction, long seed, List<String> response) {
        Slot slot = rehearsal.slot(interaction, seed);
        return sent(slot, response)
                .flatMap(value -> Responses.read(slot, value))
                .filter(read -> !(read instanceof Response.Blank))
                .map(read -> Scoring.score(slot, read, Behaviour.DEFERRED))
                .orElseThrow(() -> Problem.invalid("bank.review.response").with("field", "response"))
                .correct();
    }

    private static Optional<JsonNode> sent(Slot slot, List<String> response) {
        return switch (slot.key()) {
            case SlotKey.One key -> single(response);
            case SlotKey.Value key -> single(response);
            case SlotKey.Pairs key -> pairs(slot, response);
            case SlotKey.Regions key -> spots(response);
            case SlotKey.Several key -> Optional.of(array(response, JSON::stringNode));
            case SlotKey.Order key -> Optional.of(array(response, JSON::stringNode));
            case SlotKey.Blanks key -> Optional.of(array(response, JSON::stringNode));
            case SlotKey.Written key -> Optional.empty();
            case SlotKey.Checklist key -> Optional.empty();
            case SlotKey.Variants key -> Optional.empty();
        };
    }

    private static Optional<JsonNode> single(List<String> response) {
        return response.size() == 1 ? Optional.of(JSON.stringNode(response.getFirst())) : Optional.empty();
    }

    private static Optional<JsonNode> pairs(Slot slot, List<String> response) {
        List<String> lefts = slot.lists().get(1);
        if (response.size() != lefts.size()) {
            return Optional.empty();
        }
        ObjectNode pairs = JSON.objectNode();
        for (int left = 0; left < lefts.size(); left++) {
            pairs.put(lefts.get(left), response.get(left));
        }
        return Optional.of(pairs);
    }

    private static Optional<JsonNode> spots(List<String> response) {
        return response.stream().allMatch(spot -> spot.matches("\\d{1,5},\\d{1,5}"))
                ? Optional.of(array(
                        response,
                        spot -> array(List.of(spot.split(",", -1)), pixel -> JSON.numberNode(Integer.parseInt(pixel)))))
                : Optional.empty();
    }

    private static ArrayNode array(List<String> texts, Function<String, JsonNode> node) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(text -> array.add(node.apply(text)));
        return array;
    }
}
