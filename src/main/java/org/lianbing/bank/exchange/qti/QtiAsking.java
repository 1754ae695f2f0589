package org.lianbing.bank.exchange.qti;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.StemBlanks;

/**
 * How one question is asked in QTI 3.0.
 *
 * @param declarations what is right
 * @param body the text with what asks in it
 */
record QtiAsking(String declarations, String body) {

    /** Stands for a blank while the text is rendered: a character that belongs to nobody. */
    private static final String HOLE = "\uE0B1";

    /**
     * The asking of a stem and a way of answering.
     *
     * @param name of the response, unlike all others of the item
     * @param credit how a response that is right in part counts
     */
    static QtiAsking of(QtiXml xml, String name, String stem, Interaction interaction, @Nullable PartialCredit credit) {
        String text = xml.html(stem);
        return switch (interaction) {
            case Interaction.TrueFalse truth ->
                new QtiAsking(
                        declared(name, "single", "identifier", List.of(String.valueOf(truth.key()))),
                        text + choices(name, 1, false, choice("true", "对") + choice("false", "错")));
            case Interaction.SingleChoice choice -> options(xml, name, text, choice.options(), true, credit);
            case Interaction.MultipleChoice choice -> options(xml, name, text, choice.options(), false, credit);
            case Interaction.FillIn fill -> blanks(xml, name, stem, fill, credit);
            case Interaction.Numeric number ->
                new QtiAsking(
                        declared(name, "single", "float", List.of(number.key().toPlainString())),
                        text + "<p><qti-text-entry-interaction response-identifier=\"" + name + "\"/> "
                                + QtiXml.escaped(number.unit()) + "</p>");
            case Interaction.Matching matching -> pairs(xml, name, text, matching, credit);
            case Interaction.Ordering ordering ->
                new QtiAsking(
                        declared(
                                name,
                                "ordered",
                                "identifier",
                                ids("S", ordering.steps().size())),
                        text + "<qti-order-interaction response-identifier=\"" + name + "\" shuffle=\"true\">"
                                + named(xml, "S", ordering.steps()) + "</qti-order-interaction>");
            case Interaction.Hotspot hotspot -> regions(xml, name, text, hotspot, credit);
            case Interaction.ShortAnswer written -> written(xml, name, text, written.rubric(), written.uploads());
            case Interaction.Essay written -> written(xml, name, text, written.rubric(), written.uploads());
            case Interaction.Calculated calculated -> new QtiAsking("", text);
            case Interaction.Practical practical -> new QtiAsking("", text);
            case Interaction.Case all -> parts(xml, name, text, all);
        };
    }

    private static QtiAsking parts(QtiXml xml, String name, String text, Interaction.Case all) {
        List<QtiAsking> parts = IntStream.range(0, all.parts().size())
                .mapToObj(place -> of(
                        xml,
                        name + "_" + (place + 1),
                        all.parts().get(place).stem(),
                        all.parts().get(place).interaction(),
                        all.parts().get(place).credit()))
                .toList();
        return new QtiAsking(
                parts.stream().map(QtiAsking::declarations).collect(Collectors.joining()),
                text
                        + parts.stream()
                                .map(part -> "<div>" + part.body() + "</div>")
                                .collect(Collectors.joining()));
    }

    private static String declared(String name, String cardinality, String baseType, List<String> values) {
        return declared(name, cardinality, baseType, values, "");
    }

    private static String declared(
            String name, String cardinality, String baseType, List<String> values, String mapping) {
        String right = values.stream()
                .map(value -> "<qti-value>" + QtiXml.escaped(value) + "</qti-value>")
                .collect(Collectors.joining());
        return "<qti-response-declaration identifier=\"" + name + "\" cardinality=\"" + cardinality + "\" base-type=\""
                + baseType + "\">"
                + (right.isEmpty() ? "" : "<qti-correct-response>" + right + "</qti-correct-response>") + mapping
                + "</qti-response-declaration>";
    }

    private static List<String> ids(String letter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> letter + number)
                .toList();
    }

    private static List<String> ids(String letter, int count, IntPredicate which) {
        return IntStream.range(0, count)
                .filter(which)
                .mapToObj(place -> letter + (place + 1))
                .toList();
    }

    private static String choices(String name, int most, boolean shuffled, String inner) {
        return "<qti-choice-interaction response-identifier=\"" + name + "\" max-choices=\"" + most + "\" shuffle=\""
                + shuffled + "\">" + inner + "</qti-choice-interaction>";
    }

    private static String choice(String id, String inner) {
        return "<qti-simple-choice identifier=\"" + id + "\">" + inner + "</qti-simple-choice>";
    }

    private static String named(QtiXml xml, String letter, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(place -> choice(letter + (place + 1), xml.inline(texts.get(place))))
                .collect(Collectors.joining());
    }

    private static QtiAsking options(
            QtiXml xml, String name, String text, List<Option> options, boolean one, @Nullable PartialCredit credit) {
        StringBuilder inner = new StringBuilder();
        for (int i = 0; i < options.size(); i++) {
            String id = "C" + (i + 1);
            String why = options.get(i).why();
            inner.append(choice(
                    id,
                    xml.inline(options.get(i).text())
                            + (why == null
                                    ? ""
                                    : "<qti-feedback-inline outcome-identifier=\"" + QtiScoring.feedback(name)
                                            + "\" identifier=\"" + id
                                            + "\" show-hide=\"show\">" + xml.inline(why) + "</qti-feedback-inline>")));
        }
        List<String> right =
                ids("C", options.size(), place -> options.get(place).correct());
        List<String> wrong =
                ids("C", options.size(), place -> !options.get(place).correct());
        String mapping = one ? "" : QtiTemplates.mapping(right, wrong, credit);
        return new QtiAsking(
                declared(name, one ? "single" : "multiple", "identifier", right, mapping),
                text + choices(name, one ? 1 : 0, true, inner.toString()));
    }

    /** The blanks stand in the text; where it has none, behind it. One alone on its line would be a rule in Markdown. */
    private static QtiAsking blanks(
            QtiXml xml, String name, String stem, Interaction.FillIn fill, @Nullable PartialCredit credit) {
        StringBuilder declarations = new StringBuilder();
        String text = xml.html(StemBlanks.PLACE.matcher(stem.replace(HOLE, "")).replaceAll(HOLE));
        String body = text.contains(HOLE) ? text : text + "<p>" + HOLE + "</p>";
        for (int i = 0; i < fill.blanks().size(); i++) {
            String response = name + "_" + (i + 1);
            Blank blank = fill.blanks().get(i);
            declarations.append(declared(response, blank, credit));
            body = body.replaceFirst(HOLE, java.util.regex.Matcher.quoteReplacement(entry(xml, response, blank)));
        }
        return new QtiAsking(declarations.toString(), body.replace(HOLE, "____"));
    }

    private static String declared(String response, Blank blank, @Nullable PartialCredit credit) {
        return switch (blank) {
            case Blank.Words words ->
                declared(
                        response,
                        "single",
                        "string",
                        List.of(words.accepted().getFirst()),
                        QtiTemplates.blank(words.accepted(), words.exactCase(), credit));
            case Blank.Value value ->
                declared(response, "single", "float", List.of(value.key().toPlainString()));
            case Blank.Pick pick -> {
                List<String> right = List.of("C" + (pick.key() + 1));
                yield declared(response, "single", "identifier", right, QtiTemplates.blank(right, true, credit));
            }
        };
    }

    private static String entry(QtiXml xml, String response, Blank blank) {
        if (blank instanceof Blank.Pick pick) {
            return "<qti-inline-choice-interaction response-identifier=\"" + response + "\" shuffle=\"true\">"
                    + IntStream.range(0, pick.choices().size())
                            .mapToObj(place -> "<qti-inline-choice identifier=\"C" + (place + 1) + "\">"
                                    + xml.inline(pick.choices().get(place)) + "</qti-inline-choice>")
                            .collect(Collectors.joining())
                    + "</qti-inline-choice-interaction>";
        }
        return "<qti-text-entry-interaction response-identifier=\"" + response + "\"/>";
    }

    private static QtiAsking pairs(
            QtiXml xml, String name, String text, Interaction.Matching matching, @Nullable PartialCredit credit) {
        List<String> rights = Stream.concat(
                        matching.pairs().stream().map(pair -> pair.right()).distinct(), matching.extras().stream())
                .toList();
        List<String> right = IntStream.range(0, matching.pairs().size())
                .mapToObj(place -> "L" + (place + 1) + " R"
                        + (rights.indexOf(matching.pairs().get(place).right()) + 1))
                .toList();
        // One pair for each left side: else all that can be paired would hold all that is right.
        String lefts = associable(
                xml, "L", 1, matching.pairs().stream().map(pair -> pair.left()).toList());
        return new QtiAsking(
                declared(name, "multiple", "directedPair", right, QtiTemplates.mapping(right, List.of(), credit)),
                text + "<qti-match-interaction response-identifier=\"" + name
                        + "\" shuffle=\"true\" max-associations=\"0\"><qti-simple-match-set>"
                        + lefts + "</qti-simple-match-set><qti-simple-match-set>" + associable(xml, "R", 0, rights)
                        + "</qti-simple-match-set></qti-match-interaction>");
    }

    private static String associable(QtiXml xml, String letter, int most, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(place ->
                        "<qti-simple-associable-choice identifier=\"" + letter + (place + 1) + "\" match-max=\"" + most
                                + "\">" + xml.inline(texts.get(place)) + "</qti-simple-associable-choice>")
                .collect(Collectors.joining());
    }

    private static QtiAsking regions(
            QtiXml xml, String name, String text, Interaction.Hotspot hotspot, @Nullable PartialCredit credit) {
        StringBuilder inner = new StringBuilder("<img src=\"" + QtiXml.escaped(xml.address(hotspot.picture()))
                + "\" alt=\"\" width=\"" + hotspot.width() + "\" height=\"" + hotspot.height() + "\"/>");
        for (int i = 0; i < hotspot.regions().size(); i++) {
            Region region = hotspot.regions().get(i);
            inner.append("<qti-hotspot-choice identifier=\"H")
                    .append(i + 1)
                    .append("\" ")
                    .append(shape(region.shape()))
                    .append(" hotspot-label=\"")
                    .append(QtiXml.escaped(region.name()))
                    .append("\"/>");
        }
        int all = hotspot.regions().size();
        List<String> right = ids("H", all, place -> hotspot.regions().get(place).correct());
        List<String> wrong =
                ids("H", all, place -> !hotspot.regions().get(place).correct());
        return new QtiAsking(
                declared(
                        name,
                        right.size() == 1 ? "single" : "multiple",
                        "identifier",
                        right,
                        QtiTemplates.mapping(right, wrong, credit)),
                text + "<qti-hotspot-interaction response-identifier=\"" + name + "\" max-choices=\"" + right.size()
                        + "\">" + inner + "</qti-hotspot-interaction>");
    }

    private static String shape(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle circle ->
                "shape=\"circle\" coords=\"" + circle.x() + "," + circle.y() + "," + circle.radius() + "\"";
            case Region.Rectangle box ->
                "shape=\"rect\" coords=\"" + box.x() + "," + box.y() + "," + (box.x() + box.width()) + ","
                        + (box.y() + box.height()) + "\"";
            case Region.Polygon polygon ->
                "shape=\"poly\" coords=\""
                        + Stream.concat(
                                        polygon.corners().stream(),
                                        Stream.of(polygon.corners().getFirst()))
                                .map(corner -> corner.x() + "," + corner.y())
                                .collect(Collectors.joining(","))
                        + "\"";
        };
    }

    /** An upload interaction of QTI takes one file, so there are as many as files are allowed. */
    private static QtiAsking written(QtiXml xml, String name, String text, Rubric rubric, int uploads) {
        String hints = rubric.hints().isEmpty()
                ? ""
                : "<qti-rubric-block view=\"scorer\" use=\"scoring\"><qti-content-body>" + xml.html(rubric.hints())
                        + "</qti-content-body></qti-rubric-block>";
        return new QtiAsking(
                declared(name, "single", "string", rubric.sample().isEmpty() ? List.of() : List.of(rubric.sample()))
                        + each(
                                name,
                                uploads,
                                file -> "<qti-response-declaration identifier=\"" + file
                                        + "\" cardinality=\"single\" base-type=\"file\"/>"),
                text + hints + "<qti-extended-text-interaction response-identifier=\"" + name + "\"/>"
                        + each(
                                name,
                                uploads,
                                file -> "<qti-upload-interaction response-identifier=\"" + file + "\"/>"));
    }

    private static String each(String name, int uploads, UnaryOperator<String> written) {
        return IntStream.rangeClosed(1, uploads)
                .mapToObj(file -> written.apply(name + "_FILE_" + file))
                .collect(Collectors.joining());
    }
}
