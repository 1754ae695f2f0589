package org.lianbing.practice.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.SlotResult;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;

/** What was answered beside what is right, for every type. */
final class SlotAnswer {

    private final Component reader;
    private final SlotResult result;
    private final SlotFeedback feedback;

    private SlotAnswer(Component reader, SlotResult result, SlotFeedback feedback) {
        this.reader = reader;
        this.result = result;
        this.feedback = feedback;
    }

    static Component of(Component reader, SlotResult result, SlotFeedback feedback) {
        SlotAnswer answer = new SlotAnswer(reader, result, feedback);
        Component shown = switch (result.type()) {
            case NUMERIC -> answer.number();
            case CALCULATED -> feedback.options().isEmpty() ? answer.number() : answer.options();
            case ORDERING -> answer.steps();
            case FILL_IN -> answer.blanks();
            case MATCHING -> answer.pairs();
            case HOTSPOT -> PictureAnswer.of(result, feedback);
            case SHORT_ANSWER, ESSAY -> OwnAnswer.text(reader, result, feedback);
            case PRACTICAL -> OwnAnswer.sheet(reader, result, feedback);
            default -> answer.options();
        };
        shown.addClassName("answer");
        return shown;
    }

    private Component number() {
        SlotFeedback.Key key = feedback.key();
        String unit = Objects.requireNonNullElse(key.unit(), "");
        Div lines = new Div(right(Objects.requireNonNullElse(key.value(), "") + " " + unit));
        JsonNode value = result.value();
        if (value != null && value.isString()) {
            lines.add(new Paragraph(say("practice.result.given", value.stringValue() + " " + unit)));
        }
        if (result.reason().equals("figures")) {
            lines.add(new Paragraph(say("practice.result.figures", key.figures())));
        }
        return lines;
    }

    private Component steps() {
        OrderedList steps = new OrderedList();
        Map<String, String> texts = texts(feedback.options());
        Objects.requireNonNullElse(feedback.key().tokens(), List.<String>of())
                .forEach(token -> steps.add(new ListItem(html(texts.getOrDefault(token, "")))));
        return steps;
    }

    private Component blanks() {
        OrderedList lines = new OrderedList();
        List<SlotFeedback.KeyBlank> keys =
                Objects.requireNonNullElse(feedback.key().blanks(), List.of());
        List<SlotView.Blank> shown = Objects.requireNonNullElse(feedback.body().blanks(), List.of());
        for (int i = 0; i < keys.size(); i++) {
            Map<String, String> picks =
                    texts(Objects.requireNonNullElse(shown.get(i).options(), List.of()));
            JsonNode given = result.value() == null ? null : result.value().get(i);
            Boolean mark = i < result.marks().size() ? result.marks().get(i) : null;
            String entry = given == null || given.isNull() ? "" : given.stringValue();
            lines.add(line(picks.getOrDefault(entry, entry), mark, key(keys.get(i), picks)));
        }
        return lines;
    }

    private String key(SlotFeedback.KeyBlank key, Map<String, String> picks) {
        if (key.token() != null) {
            return picks.getOrDefault(key.token(), "");
        }
        return key.accepted() == null
                ? Objects.requireNonNullElse(key.value(), "")
                : String.join(say("practice.result.or"), key.accepted());
    }

    /** What was put in with its verdict, and behind it what belongs there. */
    private ListItem line(String given, @Nullable Boolean mark, String key) {
        boolean good = Boolean.TRUE.equals(mark);
        Span entry = new Span(given.isEmpty() ? say("practice.result.nothing") : given);
        entry.addClassName(given.isEmpty() ? "muted" : "strong");
        ListItem line = new ListItem(entry, verdict(good));
        if (!good) {
            line.add(right(key));
        }
        return line;
    }

    private Component pairs() {
        UnorderedList lines = new UnorderedList();
        Map<String, String> rights = texts(feedback.options());
        Map<String, String> key = Objects.requireNonNullElse(feedback.key().pairs(), Map.of());
        for (SlotView.Option left : Objects.requireNonNullElse(feedback.body().lefts(), List.<SlotView.Option>of())) {
            String right = key.getOrDefault(left.token(), "");
            String chosen = result.value() == null
                    ? ""
                    : result.value().path(left.token()).asString("");
            boolean good = chosen.equals(right);
            ListItem line = new ListItem(html(left.text()), new Span(" → "), html(rights.getOrDefault(right, "")));
            line.add(verdict(good));
            if (!good && !chosen.isEmpty()) {
                line.add(new Div(new Span(say("practice.result.given", "")), html(rights.getOrDefault(chosen, ""))));
            }
            lines.add(line);
        }
        return lines;
    }

    private Component options() {
        Set<String> given = tokens(result.value());
        List<String> right = Objects.requireNonNullElse(feedback.key().tokens(), List.of());
        UnorderedList list = new UnorderedList();
        for (SlotView.Option option : feedback.options()) {
            boolean key = right.contains(option.token());
            boolean chosen = given.contains(option.token());
            ListItem line = new ListItem(html(option.text()));
            line.addClassNames("option", key ? "good" : chosen ? "bad" : "plain");
            if (key) {
                line.add(new Tag(say("practice.result.right-one"), Tone.GOOD));
            }
            if (chosen) {
                line.add(new Tag(say("practice.result.yours"), key ? Tone.GOOD : Tone.BAD));
            }
            list.add(line);
        }
        list.addClassName("options");
        return list;
    }

    private Component right(String text) {
        return new Paragraph(say("practice.result.key", text));
    }

    private Tag verdict(boolean good) {
        return new Tag(say(good ? "practice.right" : "practice.wrong"), good ? Tone.GOOD : Tone.BAD);
    }

    private String say(String key, @Nullable Object... arguments) {
        return reader.getTranslation(key, arguments);
    }

    private static Map<String, String> texts(List<SlotView.Option> options) {
        return options.stream().collect(Collectors.toMap(SlotView.Option::token, SlotView.Option::text));
    }

    private static Set<String> tokens(@Nullable JsonNode value) {
        Set<String> tokens = new LinkedHashSet<>();
        if (value != null && value.isArray()) {
            value.forEach(each -> tokens.add(each.asString()));
        } else if (value != null && value.isString()) {
            tokens.add(value.asString());
        }
        return tokens;
    }

    /** The text of an item was sanitised when its form was frozen. */
    static Component html(String html) {
        return new Prose(html, "inline");
    }
}
