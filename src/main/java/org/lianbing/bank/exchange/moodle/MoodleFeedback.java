package org.lianbing.bank.exchange.moodle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.w3c.dom.Element;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.text.XmlParts;

/** What Moodle tells after an answer, as the explanation of an item. Feedback on options stays with the options. */
final class MoodleFeedback {

    private static final List<String> COMBINED =
            List.of("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback");
    private final Element question;
    private final MoodleText text;

    MoodleFeedback(Element question, MoodleText text) {
        this.question = question;
        this.text = text;
    }

    /**
     * The explanation: first what is told of the question, then what is told of the whole answer, then of single ones.
     *
     * @param told on single answers, read elsewhere
     */
    String explanation(Interaction interaction, List<String> told) {
        Stream<String> combined = COMBINED.stream()
                .map(name -> text.markdown(XmlParts.child(question, name)))
                .filter(said -> !StockFeedback.is(said));
        return Stream.of(
                        Stream.of(text.markdown(XmlParts.child(question, "generalfeedback"))),
                        combined,
                        onAnswers(interaction),
                        told.stream())
                .flatMap(all -> all)
                .filter(said -> !said.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private Stream<String> onAnswers(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> answers();
            case Interaction.FillIn fill -> answers();
            case Interaction.Numeric number -> answers();
            case Interaction.Calculated calculated -> answers();
            case Interaction.Ordering ordering -> answers();
            default -> Stream.empty();
        };
    }

    private Stream<String> answers() {
        return XmlParts.children(question, "answer").stream().map(text::why).flatMap(Stream::ofNullable);
    }
}
