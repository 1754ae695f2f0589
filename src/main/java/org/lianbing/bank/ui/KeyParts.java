package org.lianbing.bank.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.Rubric;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** What is right in an item of the types without options: each part under its name, what is empty left out. */
final class KeyParts extends Div {

    private final transient ItemText text;

    KeyParts(ItemText text, Interaction interaction) {
        this.text = text;
        addClassName("key-parts");
        switch (interaction) {
            case Interaction.FillIn fill ->
                add(lines(
                        new OrderedList(),
                        fill.blanks().stream().map(KeyParts::blank).toList()));
            case Interaction.Calculated calculated -> calculated(calculated);
            case Interaction.Matching matching -> matching(matching);
            case Interaction.Hotspot hotspot -> hotspot(hotspot);
            case Interaction.ShortAnswer written -> written(written.rubric(), written.uploads());
            case Interaction.Essay written -> written(written.rubric(), written.uploads());
            case Interaction.Practical practical -> practical(practical);
            default -> throw new IllegalArgumentException(interaction.type().code());
        }
    }

    private static String blank(Blank blank) {
        return switch (blank) {
            case Blank.Words words -> String.join(" / ", words.accepted());
            case Blank.Value value ->
                value.key().toPlainString()
                        + (value.tolerance().signum() == 0
                                ? ""
                                : " ± " + value.tolerance().toPlainString());
            case Blank.Pick pick ->
                IntStream.range(0, pick.choices().size())
                        .mapToObj(place -> place == pick.key()
                                ? "**" + pick.choices().get(place) + "**"
                                : pick.choices().get(place))
                        .collect(Collectors.joining(" / "));
        };
    }

    private void calculated(Interaction.Calculated calculated) {
        if (!calculated.formula().isBlank()) {
            part("formula", prose("`" + calculated.formula() + "` " + calculated.unit()));
        }
        part(
                "variables",
                AnswerLines.variables(calculated.variables())
                        .lines()
                        .map(variable -> "`" + variable + "`")
                        .toList());
        part(
                "distractors",
                calculated.distractors().stream()
                        .map(each -> "`" + each.formula() + "`" + (each.why() == null ? "" : " " + each.why()))
                        .toList());
    }

    private void matching(Interaction.Matching matching) {
        part(
                "pairs",
                matching.pairs().stream()
                        .map(pair -> pair.left() + " → " + pair.right())
                        .toList());
        part("extras", matching.extras());
    }

    private void hotspot(Interaction.Hotspot hotspot) {
        if (!hotspot.picture().isBlank()) {
            add(new Prose(text.html(hotspot.picture()), "prose"));
        }
        hotspot.regions()
                .forEach(region -> add(row(
                        region.name(),
                        region.correct()
                                ? new Tag(getTranslation("bankui.key"), Tone.GOOD)
                                : new Tag(getTranslation("bankui.paper.not-key"), Tone.PLAIN))));
    }

    private void written(Rubric rubric, int uploads) {
        if (uploads > 0) {
            part("uploads", new Span(getTranslation("bankui.edit.uploads-most", uploads)));
        }
        if (!rubric.points().isEmpty()) {
            Div rows = new Div();
            rubric.points().forEach(point -> rows.add(row(point.text(), points(point.weight()))));
            part("points", rows);
        }
        if (!rubric.sample().isBlank()) {
            part("sample", new Prose(text.html(rubric.sample()), "prose"));
        }
    }

    private void practical(Interaction.Practical practical) {
        part("preparation", practical.preparation());
        part("time", new Span(getTranslation("bankui.paper.minutes", practical.minutes())));
        if (!practical.criteria().isEmpty()) {
            Div rows = new Div();
            practical
                    .criteria()
                    .forEach(each -> rows.add(row(
                            each.text() + (each.deductions().isEmpty() ? "" : " · " + each.deductions()),
                            points(each.points()))));
            part("criteria", rows);
        }
    }

    private Tag points(java.math.BigDecimal points) {
        return new Tag(getTranslation("bankui.paper.points-of", points.toPlainString()), Tone.BLUE);
    }

    /** A line with something to be said of it at the right. */
    private Component row(String markdown, Tag aside) {
        Div words = new Div(prose(markdown));
        words.addClassName("grow");
        Div row = new Div(words, aside);
        row.addClassName("key-row");
        return row;
    }

    private void part(String name, List<String> markdown) {
        if (!markdown.isEmpty()) {
            part(name, lines(new UnorderedList(), markdown));
        }
    }

    private void part(String name, Component content) {
        Paragraph label = new Paragraph(getTranslation("bankui.paper." + name));
        label.addClassNames("small", "muted");
        add(new Div(label, content));
    }

    private Component lines(HtmlContainer list, List<String> markdown) {
        list.addClassName("steps");
        markdown.forEach(line -> list.add(new ListItem(prose(line))));
        return list;
    }

    private Component prose(String markdown) {
        return new Prose(text.inlineHtml(markdown), "prose", "text");
    }
}
