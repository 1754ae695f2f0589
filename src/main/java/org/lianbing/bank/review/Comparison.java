package org.lianbing.bank.review;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.TrialScoring;

/**
 * Compares a reviewer's answer with the key. A response is a list of texts, as the {@link Ask} says: {@code true} or
 * {@code false}; places on the paper from 0, in the order given; a number; a text a blank; for each left the place of its
 * right; {@code x,y} for each spot; a text in one's own words; for a 案例 one JSON list of texts a part.
 */
@Component
public class Comparison {

    private static final int MOST_WORDS = 4000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final TrialScoring scoring;

    Comparison(TrialScoring scoring) {
        this.scoring = scoring;
    }

    /** The response to a part of a 案例 as a text in the response to the whole. */
    public static String part(List<String> response) {
        return JSON.writeValueAsString(response);
    }

    /** The responses to the parts of a 案例. */
    public static List<List<String>> parts(List<String> response) {
        try {
            return response.stream().map(part -> JSON.readValue(part, TEXTS)).toList();
        } catch (JacksonException e) {
            throw BlindPaper.unreadable();
        }
    }

    /**
     * Whether the response says what the key says, one verdict for each part of a 案例 and else one.
     *
     * @return null for what no machine can tell
     * @throws org.lianbing.base.Problem invalid, where it is no response to this item
     */
    List<@Nullable Boolean> verdicts(ItemVersionId version, Interaction interaction, List<String> response) {
        BlindPaper paper = BlindPaper.of(version);
        List<@Nullable Boolean> verdicts = new ArrayList<>();
        if (!(interaction instanceof Interaction.Case all)) {
            verdicts.add(verdict(paper, interaction, response));
            return verdicts;
        }
        List<List<String>> parts = parts(response);
        if (parts.size() != all.parts().size()) {
            throw BlindPaper.unreadable();
        }
        for (int place = 0; place < parts.size(); place++) {
            verdicts.add(verdict(paper.part(place), all.parts().get(place).interaction(), parts.get(place)));
        }
        return verdicts;
    }

    private @Nullable Boolean verdict(BlindPaper paper, Interaction interaction, List<String> response) {
        if (response.isEmpty() || response.stream().anyMatch(text -> text.isBlank() || text.length() > MOST_WORDS)) {
            throw BlindPaper.unreadable();
        }
        return paper.ask(interaction) instanceof Ask.Words
                ? null
                : scoring.right(interaction, paper.seed(), paper.authored(interaction, response));
    }
}
