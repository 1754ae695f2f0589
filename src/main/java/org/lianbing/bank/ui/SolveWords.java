package org.lianbing.bank.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;

import org.lianbing.bank.review.BlindPaper.Ask;

/** An answer given before the key was seen, in words. */
final class SolveWords {

    private SolveWords() {}

    /** Letters, a word, steps with arrows between them, or a number with its unit. */
    static String of(Component reader, Ask ask, List<String> response) {
        return switch (ask) {
            case Ask.Truth truth ->
                reader.getTranslation(response.equals(List.of("true")) ? "exchange.true" : "exchange.false");
            case Ask.Pick pick ->
                response.stream()
                        .map(Integer::valueOf)
                        .sorted()
                        .map(BlindSheet::letter)
                        .collect(Collectors.joining(reader.getTranslation("bankui.comma")));
            case Ask.Order order ->
                response.stream()
                        .map(Integer::valueOf)
                        .map(place -> order.steps().get(place))
                        .collect(Collectors.joining(" → "));
            case Ask.Words words -> String.join(reader.getTranslation("bankui.comma"), response);
            case Ask.Number number -> (response.getFirst() + " " + number.unit()).strip();
        };
    }
}
