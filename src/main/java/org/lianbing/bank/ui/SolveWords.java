package org.lianbing.bank.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;
import org.lianbing.bank.review.Comparison;

/** An answer given before the key was seen, in words. */
final class SolveWords {

    private SolveWords() {}

    /** The answer to each part of a 案例, else the one answer. */
    static List<String> parts(Component reader, ItemText text, Ask ask, List<String> response, int verdicts) {
        // Cases were once answered in one text.
        if (ask instanceof Ask.Parts(var parts) && parts.size() == verdicts) {
            List<List<String>> all = Comparison.parts(response);
            return IntStream.range(0, verdicts)
                    .mapToObj(place -> of(reader, text, parts.get(place).ask(), all.get(place)))
                    .toList();
        }
        return List.of(of(reader, text, ask, response));
    }

    /** Letters, a word, steps with arrows between them, pairs, or a number with its unit. */
    private static String of(Component reader, ItemText text, Ask ask, List<String> response) {
        String comma = reader.getTranslation("bankui.comma");
        return switch (ask) {
            case Ask.Truth truth ->
                reader.getTranslation(response.equals(List.of("true")) ? "exchange.true" : "exchange.false");
            case Ask.Pick pick ->
                response.stream()
                        .map(Integer::valueOf)
                        .sorted()
                        .map(BlindChoices::letter)
                        .collect(Collectors.joining(comma));
            case Ask.Order order ->
                response.stream()
                        .map(place -> named(text, order.steps(), place))
                        .collect(Collectors.joining(" → "));
            case Ask.Match match ->
                response.size() == match.lefts().size()
                        ? IntStream.range(0, response.size())
                                .mapToObj(left -> text.plain(match.lefts().get(left)) + " → "
                                        + named(text, match.rights(), response.get(left)))
                                .collect(Collectors.joining(comma))
                        : String.join(comma, response);
            case Ask.Point point ->
                response.stream().map(spot -> "(" + spot + ")").collect(Collectors.joining(comma));
            case Ask.Number number -> (response.getFirst() + " " + number.unit()).strip();
            default -> response.stream().map(text::plain).collect(Collectors.joining(comma));
        };
    }

    private static String named(ItemText text, List<String> among, String place) {
        return place.matches("\\d{1,3}") && Integer.parseInt(place) < among.size()
                ? text.plain(among.get(Integer.parseInt(place)))
                : place;
    }
}
