package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.MediaLinks;
import org.lianbing.base.Problem;

/**
 * One item of QTI 1.2, as learning platforms export it to this day. Source: IMS, "Question &amp; Test Interoperability:
 * ASI XML Binding Specification" 1.2; what Canvas and Blackboard add to it, from their exports.
 */
final class Qti1Item {

    private static final Pattern VERDICT = Pattern.compile(
            "(?i)((that's |that is )?(correct|incorrect|right|wrong)|well done|yes|no|good work|正确|错误|对|错|答对了|答错了)[.!。！\\s]*");
    private static final List<String> TYPE_NAMES =
            List.of("question_type", "questiontype", "qmd_questiontype", "cc_profile", "qmd_itemtype");
    private static final Set<String> TAGS =
            Set.of("keywords", "qmd_keywords", "qmd_topic", "topic", "taxonomy", "qmd_taxonomy");
    private static final Set<String> AUTHORS = Set.of("author", "qmd_author");
    private static final int LONGEST_SOURCE = 4000;
    private static final int DIFFICULTY = 3;

    private final String place;
    private final Element item;
    private final Labels labels;
    private final List<Remark> remarks = new ArrayList<>();
    private final Qti1Text text;
    private final Element presentation;
    private Optional<Element> passage = Optional.empty();

    Qti1Item(
            String place,
            Element item,
            List<String> path,
            Pictures pictures,
            Function<String, Optional<byte[]>> files) {
        this.place = place;
        this.item = item;
        this.labels = new Labels(
                item.attr("ident"), path, fields(item, TAGS), "", "", "", String.join(", ", fields(item, AUTHORS)));
        this.text = new Qti1Text(new MediaLinks(pictures, files, remarks));
        this.presentation =
                Optional.ofNullable(item.selectFirst("> presentation")).orElseGet(() -> new Element("presentation"));
    }

    /** Puts the text above that it belongs to. */
    Qti1Item below(Optional<Element> its) {
        passage = its;
        return this;
    }

    Question read() {
        try {
            return asked();
        } catch (QtiBlocks.Foreign foreign) {
            return unread(Remark.of("exchange.problem.foreign-type", foreign.type()));
        } catch (Problem problem) {
            return unread(Remark.of(problem));
        } catch (ArithmeticException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException e) {
            return unread(Remark.of("exchange.problem.answers-unreadable"));
        }
    }

    private Question asked() throws QtiBlocks.Foreign {
        String type = type();
        Element calculated = item.selectFirst("> itemproc_extension > calculated");
        String stem = text.stem(presentation);
        if (calculated != null) {
            Qti1Calculation calculation = new Qti1Calculation(calculated, remarks);
            return item(calculation.stem(stem.replace(Qti1Text.BLANK, "").strip()), calculation.interaction());
        }
        List<Element> responses =
                presentation.select("response_lid, response_str, response_num, response_grp, response_xy");
        if (type.contains("file_upload") || type.contains("file upload")) {
            return item(stem, new Interaction.Essay(new Rubric(List.of(), solution(), ""), 1));
        }
        if (type.contains("text_only") || responses.isEmpty() && !type.contains("essay")) {
            return unread(Remark.of("exchange.problem.description"));
        }
        Qti1Key key = new Qti1Key(item);
        boolean written = responses.stream()
                .allMatch(response -> response.nameIs("response_str") || response.nameIs("response_num"));
        if (type.contains("essay")
                || written
                        && responses.stream()
                                .allMatch(response -> key.words(response.attr("ident"))
                                                .isEmpty()
                                        && key.number(response.attr("ident")).isEmpty())) {
            String sample = solution();
            return item(
                    stem.replaceAll("\\s*" + Qti1Text.BLANK + "\\s*$", ""),
                    new Interaction.Essay(new Rubric(List.of(), sample, "")));
        }
        Qti1Asking asking = new Qti1Asking(item, presentation, type, key, text, remarks);
        Interaction interaction = asking.interaction(responses, stem);
        return item(asking.stem(), interaction);
    }

    private static List<String> fields(Element item, Set<String> names) {
        return item.select("> itemmetadata qtimetadatafield").stream()
                .filter(field -> names.contains(
                        field.select("> fieldlabel").text().strip().toLowerCase(Locale.ROOT)))
                .flatMap(field -> Stream.of(field.select("> fieldentry").text().split("[,;]")))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= 100)
                .distinct()
                .toList();
    }

    /** The kind of question as the platform calls it; lower case, may be empty. */
    private String type() {
        Element blackboard = item.selectFirst("> itemmetadata > bbmd_questiontype, > itemmetadata > qmd_itemtype");
        if (blackboard != null) {
            return blackboard.text().toLowerCase(Locale.ROOT);
        }
        return item.select("> itemmetadata qtimetadatafield").stream()
                .filter(field -> TYPE_NAMES.contains(
                        field.select("> fieldlabel").text().strip().toLowerCase(Locale.ROOT)))
                .map(field -> field.select("> fieldentry").text().strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private String solution() {
        return item.select("> itemfeedback solution").stream()
                .map(text::of)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private Question item(String stem, Interaction interaction) {
        Qti1Key key = new Qti1Key(item);
        boolean essay = interaction instanceof Interaction.Essay;
        boolean options =
                interaction instanceof Interaction.SingleChoice || interaction instanceof Interaction.MultipleChoice;
        String explanation = item.select("> itemfeedback").stream()
                .filter(feedback ->
                        !(options && key.option(feedback.attr("ident")).isPresent() && belongs(feedback, key)))
                .filter(feedback -> !(essay && feedback.selectFirst("solution") != null))
                .map(text::of)
                .filter(said -> !said.isEmpty()
                        && !said.equals("NONE")
                        && !VERDICT.matcher(said).matches())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        String own = stem.isEmpty() ? item.attr("title").strip() : stem;
        String asked = (passage.map(text::stem).map(SharedPassage::bounded).orElse("") + "\n\n" + own).strip();
        return new Question.Read(
                place, source(), labels, new ItemContent(asked, interaction, explanation, DIFFICULTY), remarks);
    }

    /** Whether a feedback is told with an option; those on the whole answer belong to none. */
    private static boolean belongs(Element feedback, Qti1Key key) {
        return !Qti1Asking.general(feedback.attr("ident"));
    }

    private Question unread(Remark reason) {
        return new Question.Unread(place, source(), labels, reason);
    }

    private String source() {
        String words = (item.attr("title") + "\n"
                        + presentation.select("mattext, mat_formattedtext").stream()
                                .map(said -> org.jsoup.Jsoup.parseBodyFragment(said.wholeText())
                                        .text()
                                        .strip())
                                .filter(said -> !said.isEmpty())
                                .collect(Collectors.joining("\n")))
                .strip();
        return words.length() > LONGEST_SOURCE ? words.substring(0, LONGEST_SOURCE) + "…" : words;
    }
}
