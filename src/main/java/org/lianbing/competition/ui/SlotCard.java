package org.lianbing.competition.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.SlotFigures;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;

/** A slot with its key and with how it was answered, so that a wrong key stands out. */
class SlotCard extends Article {

    private static final int ANSWERS_SHOWN = 5;
    private static final int HUNDRED = 100;

    private final transient SlotSheet sheet;
    private final transient SlotWords words;

    SlotCard(SlotSheet sheet, @Nullable Button act) {
        this.sheet = sheet;
        this.words = new SlotWords(sheet);
        addClassNames("card", "slot-card");
        getElement().setAttribute("data-test", "slot-" + sheet.label());
        add(head(act));
        SlotFeedback feedback = sheet.feedback();
        if (feedback == null) {
            return;
        }
        if (feedback.caseStem() != null) {
            add(new Prose(feedback.caseStem(), "muted"));
        }
        add(new Prose(feedback.stem(), "slot-stem"));
        if (feedback.body().picture() != null) {
            add(new Prose(feedback.body().picture().html(), "slot-picture"));
        }
        add(feedback.options().isEmpty() || !words.lefts().isEmpty() ? answers() : options(feedback));
        add(key(feedback));
        if (feedback.corrected() != null) {
            add(corrected(feedback.corrected()));
        }
    }

    private Component head(@Nullable Button act) {
        Span title = new Span(getTranslation(
                "competition.correction.slot",
                sheet.label(),
                getTranslation("paper.section." + sheet.slot().type().code()),
                Words.points(sheet.slot().maxScore())));
        title.addClassName("strong");
        Div tags = new Div(title);
        tags.addClassName("slot-tags");
        sheet.flags().stream()
                .sorted()
                .forEach(flag -> tags.add(new Tag(getTranslation("competition.correction.flag." + flag), Tone.WARN)));
        if (sheet.slot().correction() != null) {
            tags.add(new Tag(getTranslation("competition.correction.corrected"), Tone.BLUE));
        }
        Header head = new Header(tags);
        SlotFigures figures = sheet.figures();
        if (figures != null) {
            Span figure = new Span(getTranslation(
                    "competition.correction.figures",
                    percent(figures.facility()),
                    String.format(Locale.ROOT, "%.2f", figures.discrimination())));
            figure.addClassNames("muted", "small");
            tags.add(figure);
        }
        if (act != null) {
            head.add(act);
        }
        head.addClassName("slot-head");
        return head;
    }

    /** Every option with the share that chose it. */
    private Component options(SlotFeedback feedback) {
        Map<String, Integer> times = new HashMap<>();
        SlotFigures figures = sheet.figures();
        int all = figures == null ? 0 : figures.attempts();
        if (figures != null) {
            figures.given()
                    .forEach(given ->
                            tokens(given.value()).forEach(token -> times.merge(token, given.times(), Integer::sum)));
        }
        List<String> right =
                feedback.key().tokens() == null ? List.of() : feedback.key().tokens();
        Div rows = new Div();
        rows.addClassName("option-shares");
        int place = 0;
        for (SlotView.Option option : feedback.options()) {
            boolean isKey = right.contains(option.token());
            double share = all == 0 ? 0 : (double) times.getOrDefault(option.token(), 0) / all;
            Span letter = new Span(SlotWords.letter(place++));
            letter.addClassName("option-letter");
            Span figure = new Span(percent(share));
            figure.addClassName("option-figure");
            Div row = new Div(
                    letter,
                    new Prose(option.text()),
                    new Meter(share, isKey ? Tone.GOOD : Tone.PLAIN, percent(share)),
                    figure);
            row.addClassName("option-share");
            row.setClassName("is-key", isKey);
            rows.add(row);
        }
        return rows;
    }

    private static List<String> tokens(JsonNode value) {
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        return value.isArray()
                ? value.valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList()
                : List.of();
    }

    /** What was answered most, where there are no options to count. */
    private Component answers() {
        Div rows = new Div();
        rows.addClassName("option-shares");
        for (int at = 0; at < words.lefts().size(); at++) {
            rows.add(plainRow(String.valueOf(at + 1), words.lefts().get(at).text()));
        }
        for (int at = 0; at < words.options().size(); at++) {
            rows.add(plainRow(SlotWords.letter(at), words.options().get(at).text()));
        }
        SlotFigures figures = sheet.figures();
        if (figures != null) {
            figures.given().stream().limit(ANSWERS_SHOWN).forEach(given -> {
                double share = (double) given.times() / figures.attempts();
                Span figure = new Span(percent(share));
                figure.addClassName("option-figure");
                Div row = new Div(
                        new Span(),
                        new Span(words.given(given.value())),
                        new Meter(share, given.right() ? Tone.GOOD : Tone.PLAIN, percent(share)),
                        figure);
                row.addClassName("option-share");
                row.setClassName("is-key", given.right());
                rows.add(row);
            });
        }
        return rows;
    }

    private static Component plainRow(String name, String html) {
        Span letter = new Span(name);
        letter.addClassName("option-letter");
        Div row = new Div(letter, new Prose(html));
        row.addClassName("option-share");
        return row;
    }

    private Component key(SlotFeedback feedback) {
        Paragraph line = new Paragraph(getTranslation("competition.correction.key", words.key(feedback.key())));
        line.addClassName("slot-key");
        return line;
    }

    private Component corrected(SlotFeedback.Corrected corrected) {
        StringBuilder said = new StringBuilder(getTranslation(
                "competition.correction.said." + corrected.kind(),
                words.key(corrected.before()),
                String.join(
                        getTranslation("competition.correction.or"),
                        corrected.also().stream().map(words::key).toList())));
        if (!corrected.also().isEmpty()) {
            said.append(getTranslation(
                    "competition.correction.also",
                    String.join(
                            getTranslation("competition.correction.or"),
                            corrected.also().stream().map(words::key).toList())));
        }
        Paragraph line = new Paragraph(said.append(corrected.reason()).toString());
        line.addClassName("slot-corrected");
        return line;
    }

    private static String percent(double share) {
        return Math.round(share * HUNDRED) + "%";
    }
}
