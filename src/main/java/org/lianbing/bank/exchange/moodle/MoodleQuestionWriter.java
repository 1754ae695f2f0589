package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Passage;
import org.lianbing.bank.StemBlanks;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.text.Wildcards;
import org.lianbing.base.MarkdownText;

/** One question. */
final class MoodleQuestionWriter {

    private static final MarkdownText WORDS = new MarkdownText();

    /** Of an attached file: what our own players take. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** What begins, ends or divides the answers in a cloze, or its HTML. */
    private static final Pattern SIGN = Pattern.compile("[\\\\{}#~=%&<>$\"]");

    private final MoodleXml xml;

    MoodleQuestionWriter(MoodleXml xml) {
        this.xml = xml;
    }

    void write(ExportedItem item) throws XMLStreamException {
        ItemContent content = item.content();
        xml.start("question", "type", type(content.interaction()));
        xml.plain("name", item.code());
        xml.markdown("questiontext", stem(content));
        xml.markdown("generalfeedback", content.explanation());
        xml.leaf("idnumber", item.code());
        xml.leaf("defaultgrade", "1");
        answers(content.interaction(), content.credit());
        xml.start("tags");
        for (ExportedItem.PointName point : item.points()) {
            xml.plain("tag", point.name());
        }
        xml.end();
        xml.own(ContentJson.STORED.write(content));
        xml.end();
    }

    static String type(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> "truefalse";
            case Interaction.SingleChoice choice -> "multichoice";
            case Interaction.MultipleChoice choice -> "multichoice";
            case Interaction.FillIn fill -> oneWord(fill) ? "shortanswer" : "cloze";
            case Interaction.Numeric number -> "numerical";
            case Interaction.Matching matching -> "matching";
            case Interaction.Ordering ordering -> "ordering";
            case Interaction.ShortAnswer written -> "essay";
            case Interaction.Essay written -> "essay";
            case Interaction.Calculated calculated -> "description";
            case Interaction.Hotspot hotspot -> "description";
            case Interaction.Case parts -> "description";
            case Interaction.Practical practical -> "description";
        };
    }

    private static boolean oneWord(Interaction.FillIn fill) {
        return fill.blanks().size() == 1 && fill.blanks().getFirst() instanceof Blank.Words;
    }

    /** In a cloze the answers stand in the text. */
    private static String stem(ItemContent content) {
        if (type(content.interaction()).equals("description")) {
            return content.stem()
                    + content.interaction().passages().stream()
                            .map(Passage::text)
                            .filter(text -> text.contains("media:"))
                            .map(text -> "\n\n" + text)
                            .collect(Collectors.joining());
        }
        if (!(content.interaction() instanceof Interaction.FillIn fill) || oneWord(fill)) {
            return content.stem();
        }
        List<Blank> left = new ArrayList<>(fill.blanks());
        Matcher place = StemBlanks.PLACE.matcher(content.stem());
        String text = place.replaceAll(found -> left.isEmpty()
                ? Matcher.quoteReplacement(found.group())
                : Matcher.quoteReplacement(cloze(left.removeFirst())));
        return left.isEmpty() ? text : text + " " + cloze(left.getFirst());
    }

    private static String cloze(Blank blank) {
        return switch (blank) {
            case Blank.Words words ->
                "{1:" + (words.exactCase() ? "SHORTANSWER_C" : "SHORTANSWER") + ":"
                        + words.accepted().stream()
                                .map(word -> "=" + escaped(Wildcards.literal(word)))
                                .collect(Collectors.joining("~"))
                        + "}";
            case Blank.Value value ->
                "{1:NUMERICAL:=" + value.key().toPlainString() + ":"
                        + value.tolerance().toPlainString() + "}";
            case Blank.Pick pick -> {
                List<String> choices = new ArrayList<>();
                for (int i = 0; i < pick.choices().size(); i++) {
                    choices.add((i == pick.key() ? "=" : "")
                            + escaped(shown(pick.choices().get(i))));
                }
                yield "{1:MULTICHOICE:" + String.join("~", choices) + "}";
            }
        };
    }

    /** Moodle takes a backslash away before a brace and a number sign alone, but reads characters written as numbers. */
    private static String escaped(String text) {
        return SIGN.matcher(text).replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";");
    }

    private void answers(Interaction interaction, @Nullable PartialCredit credit) throws XMLStreamException {
        switch (interaction) {
            case Interaction.TrueFalse truth -> {
                xml.answer(truth.key() ? "100" : "0", "true", null);
                xml.answer(truth.key() ? "0" : "100", "false", null);
            }
            case Interaction.SingleChoice choice -> options(choice.options(), "100", "0", true);
            case Interaction.MultipleChoice choice -> {
                String share = share(choice.options());
                options(choice.options(), share, credit == PartialCredit.NET_RIGHT ? "-" + share : "-100", false);
            }
            case Interaction.FillIn fill -> words(fill);
            case Interaction.Numeric number -> number(number);
            case Interaction.Matching matching -> pairs(matching);
            case Interaction.Ordering ordering -> {
                // Else Moodle would show six steps of all, and count which stands next to which.
                xml.leaf("layouttype", "VERTICAL");
                xml.leaf("selecttype", "ALL");
                xml.leaf("selectcount", String.valueOf(ordering.steps().size()));
                xml.leaf("gradingtype", "ALL_OR_NOTHING");
                for (int i = 0; i < ordering.steps().size(); i++) {
                    xml.answer(String.valueOf(i + 1), ordering.steps().get(i), null);
                }
            }
            case Interaction.ShortAnswer written -> written(written.rubric().hints(), written.uploads());
            case Interaction.Essay written -> written(written.rubric().hints(), written.uploads());
            default -> {
                // A description has no answers.
            }
        }
    }

    /** With files one may answer by them alone, so that Moodle must not demand a text. */
    private void written(String hints, int uploads) throws XMLStreamException {
        if (uploads > 0) {
            xml.leaf("responserequired", "0");
            xml.leaf("attachments", String.valueOf(uploads));
            xml.leaf("attachmentsrequired", "0");
            xml.leaf("maxbytes", String.valueOf(MOST_BYTES));
            xml.leaf("filetypeslist", ".jpg,.jpeg,.png,.webp,.pdf");
        }
        xml.markdown("graderinfo", hints);
    }

    private void options(List<Option> options, String right, String wrong, boolean single) throws XMLStreamException {
        xml.leaf("single", String.valueOf(single));
        xml.leaf("shuffleanswers", "true");
        xml.leaf("answernumbering", "ABCD");
        for (Option option : options) {
            xml.answer(option.correct() ? right : wrong, option.text(), option.why());
        }
    }

    private static String share(List<Option> options) {
        long right = options.stream().filter(Option::correct).count();
        return BigDecimal.valueOf(100)
                .divide(BigDecimal.valueOf(Math.max(1, right)), 5, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void words(Interaction.FillIn fill) throws XMLStreamException {
        if (oneWord(fill) && fill.blanks().getFirst() instanceof Blank.Words words) {
            xml.leaf("usecase", words.exactCase() ? "1" : "0");
            for (String accepted : words.accepted()) {
                xml.words(Wildcards.literal(accepted));
            }
        }
    }

    private void number(Interaction.Numeric number) throws XMLStreamException {
        xml.start("answer", "fraction", "100");
        xml.leaf("text", number.key().toPlainString());
        xml.leaf("tolerance", number.tolerance().toPlainString());
        xml.end();
        if (!number.unit().isEmpty()) {
            xml.start("units");
            xml.start("unit");
            xml.leaf("multiplier", "1");
            xml.leaf("unit_name", number.unit());
            xml.end();
            xml.end();
        }
    }

    private void pairs(Interaction.Matching matching) throws XMLStreamException {
        for (Pair pair : matching.pairs()) {
            xml.start("subquestion", "format", "markdown");
            xml.text(pair.left());
            xml.plain("answer", shown(pair.right()));
            xml.end();
        }
        for (String extra : matching.extras()) {
            xml.start("subquestion", "format", "markdown");
            xml.leaf("text", "");
            xml.plain("answer", shown(extra));
            xml.end();
        }
    }

    /** The right side of a pair is plain in Moodle: the words that our Markdown shows; formulas and pictures as they are. */
    private static String shown(String markdown) {
        return markdown.contains("$") || markdown.contains("media:") ? markdown : WORDS.plain(markdown);
    }
}
