package org.lianbing.practice.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.SlotResult;
import org.lianbing.bank.ItemType;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.paper.SlotFeedback;

/** What was answered beside what is right. */
final class SlotAnswer {

    private SlotAnswer() {}

    static Component of(Component reader, SlotResult result, SlotFeedback feedback) {
        if (result.type() == ItemType.NUMERIC) {
            return number(reader, result, feedback.key());
        }
        return result.type() == ItemType.ORDERING ? steps(feedback) : options(reader, result, feedback);
    }

    private static Component number(Component reader, SlotResult result, SlotFeedback.Key key) {
        JsonNode value = result.value();
        String unit = key.unit() == null ? "" : key.unit();
        Div lines = new Div(new Paragraph(
                reader.getTranslation("practice.result.key", (key.value() == null ? "" : key.value()) + " " + unit)));
        if (value != null && !value.isNull()) {
            lines.add(new Paragraph(reader.getTranslation("practice.result.given", value.asString() + " " + unit)));
        }
        lines.addClassName("answer");
        return lines;
    }

    private static Component steps(SlotFeedback feedback) {
        OrderedList steps = new OrderedList();
        List<String> order =
                feedback.key().tokens() == null ? List.of() : feedback.key().tokens();
        for (String token : order) {
            feedback.options().stream()
                    .filter(option -> option.token().equals(token))
                    .forEach(option -> steps.add(new ListItem(text(option.text()))));
        }
        steps.addClassName("answer");
        return steps;
    }

    private static Component options(Component reader, SlotResult result, SlotFeedback feedback) {
        Set<String> given = tokens(result.value());
        List<String> right =
                feedback.key().tokens() == null ? List.of() : feedback.key().tokens();
        UnorderedList list = new UnorderedList();
        for (SlotFeedback.Option option : feedback.options()) {
            boolean key = right.contains(option.token());
            boolean chosen = given.contains(option.token());
            ListItem line = new ListItem(text(option.text()));
            line.addClassNames("option", key ? "good" : chosen ? "bad" : "plain");
            if (key) {
                line.add(new Tag(reader.getTranslation("practice.result.right-one"), Tone.GOOD));
            }
            if (chosen) {
                line.add(new Tag(reader.getTranslation("practice.result.yours"), key ? Tone.GOOD : Tone.BAD));
            }
            list.add(line);
        }
        list.addClassNames("answer", "options");
        return list;
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

    private static Component text(String html) {
        return new Html("<span>" + html + "</span>");
    }
}
