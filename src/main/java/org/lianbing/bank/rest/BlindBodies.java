package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.review.Ask;
import org.lianbing.bank.review.BlindSolve;
import org.lianbing.bank.review.BlindSolves;

/** Items to be answered before their key is seen, as JSON. */
final class BlindBodies {

    /**
     * A proposed item without its key.
     *
     * @param stem Markdown, of a calculated item with the values of one variant
     * @param solved what the caller answered before
     */
    record BlindBody(
            String version,
            String type,
            String stem,
            AskBody ask,
            @Nullable SolveBody solved) {}

    /**
     * What is asked.
     *
     * @param answerBy how a response, a list of texts, is read: {@code truth}: {@code true} or {@code false};
     *     {@code pick}, {@code pick-several}, {@code order}: places among the choices from 0; {@code number};
     *     {@code fill}: a text a blank; {@code match}: for each left the place of its right among the choices;
     *     {@code point}: {@code x,y} for each spot; {@code words}: one text; {@code parts}: for each part its response as
     *     a JSON list
     * @param choices options, steps or rights
     * @param blanks for each blank the words to choose from; none where something is typed
     */
    record AskBody(
            String answerBy,
            @Nullable List<String> choices,
            @Nullable List<String> lefts,
            @Nullable List<List<String>> blanks,
            @Nullable String unit,
            @Nullable PictureBody picture,
            @Nullable List<PartBody> parts) {

        static AskBody of(Ask ask) {
            return switch (ask) {
                case Ask.Truth truth -> choices("truth", null);
                case Ask.Pick pick -> choices(pick.several() ? "pick-several" : "pick", pick.options());
                case Ask.Order order -> choices("order", order.steps());
                case Ask.Words words -> choices("words", null);
                case Ask.Number number -> new AskBody("number", null, null, null, number.unit(), null, null);
                case Ask.Match match -> new AskBody("match", match.rights(), match.lefts(), null, null, null, null);
                case Ask.Fill fill ->
                    new AskBody(
                            "fill",
                            null,
                            null,
                            fill.fields().stream().map(Ask.Field::choices).toList(),
                            null,
                            null,
                            null);
                case Ask.Point point ->
                    new AskBody(
                            "point",
                            null,
                            null,
                            null,
                            null,
                            new PictureBody(point.picture(), point.width(), point.height(), point.picks()),
                            null);
                case Ask.Parts all ->
                    new AskBody(
                            "parts",
                            null,
                            null,
                            null,
                            null,
                            null,
                            all.parts().stream()
                                    .map(part -> new PartBody(part.stem(), of(part.ask())))
                                    .toList());
            };
        }

        private static AskBody choices(String answerBy, @Nullable List<String> choices) {
            return new AskBody(answerBy, choices, null, null, null, null, null);
        }
    }

    /** A picture in its own pixels, and how many spots are asked for. */
    record PictureBody(String markdown, int width, int height, int picks) {}

    record PartBody(String stem, AskBody ask) {}

    /**
     * What was answered.
     *
     * @param agrees whether the key says the same; null until the reviewer said so where no machine can tell
     * @param verdicts the same for each part, one where there are none
     */
    record SolveBody(List<String> response, @Nullable Boolean agrees, List<@Nullable Boolean> verdicts, Instant at) {
        static SolveBody of(BlindSolve solve) {
            return new SolveBody(solve.response(), solve.agrees(), solve.verdicts(), solve.at());
        }
    }

    private BlindBodies() {}

    static BlindBody of(BlindSolves.Blind paper) {
        BlindSolve solve = paper.solve();
        return new BlindBody(
                paper.version().toString(),
                paper.type(),
                paper.stem(),
                AskBody.of(paper.ask()),
                solve == null ? null : SolveBody.of(solve));
    }
}
