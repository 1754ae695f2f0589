package org.lianbing.bank.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.history.TextDiff;
import org.lianbing.bank.history.TextDiff.Piece;
import org.lianbing.bank.history.VersionDiff;
import org.lianbing.bank.history.VersionDiff.Fact;
import org.lianbing.bank.history.VersionDiff.OptionPair;
import org.lianbing.base.Level;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;

/** What differs between two versions: removed struck through, added underlined, options aligned, keys marked. */
class DiffPanel extends Div {

    private final transient Outlines outlines;

    DiffPanel(VersionDiff diff, Outlines outlines) {
        this.outlines = outlines;
        addClassName("diff");
        boolean changed = diff.keyChanged()
                || !diff.facts().isEmpty()
                || diff.passages().stream().anyMatch(VersionDiff.Text::differs)
                || diff.options().stream().anyMatch(DiffPanel::changed);
        if (!changed) {
            add(new Paragraph(getTranslation("bankui.diff.same")));
        }
        if (diff.keyChanged()) {
            Paragraph key = new Paragraph(getTranslation("bankui.diff.key-changed"));
            key.addClassNames("verdict", "bad");
            add(key);
        }
        diff.passages().stream()
                .filter(text -> text.differs() || text.path().equals("stem"))
                .forEach(text -> add(part(place(text.path()), text.pieces(), text.differs())));
        if (!diff.options().isEmpty()) {
            add(label(getTranslation("bankui.diff.options")));
            diff.options().forEach(pair -> add(option(pair)));
        }
        diff.facts().forEach(fact -> add(fact(fact)));
    }

    private static boolean changed(OptionPair pair) {
        return TextDiff.differs(pair.pieces()) || pair.keyBefore() != pair.keyAfter() || pair.before() == null;
    }

    private Component part(String name, List<Piece> pieces, boolean differs) {
        Div part = new Div(label(name), words(pieces));
        if (!differs) {
            Span alike = new Span(getTranslation("bankui.diff.alike"));
            alike.addClassNames("small", "muted");
            part.add(alike);
        }
        part.addClassName("diff-part");
        return part;
    }

    private Component option(OptionPair pair) {
        Span letter = new Span(
                pair.after() != null
                        ? BlindChoices.letter(pair.after())
                        : pair.before() == null ? "" : BlindChoices.letter(pair.before()));
        letter.addClassName("letter");
        Div words = words(pair.pieces());
        words.addClassName("grow");
        Div line = new Div(letter, words);
        line.addClassNames("option");
        if (pair.keyAfter()) {
            line.addClassName("key");
        }
        if (pair.before() == null) {
            line.add(new Tag(getTranslation("bankui.diff.new"), Tone.BLUE));
        }
        if (pair.after() == null) {
            line.add(new Tag(getTranslation("bankui.diff.gone"), Tone.PLAIN));
        }
        if (pair.keyBefore() != pair.keyAfter()) {
            line.add(new Tag(
                    getTranslation(pair.keyAfter() ? "bankui.diff.key-added" : "bankui.diff.key-removed"),
                    pair.keyAfter() ? Tone.GOOD : Tone.BAD));
        }
        Div holder = new Div(line);
        holder.addClassName("item-paper");
        return holder;
    }

    private Component fact(Fact fact) {
        Span before = new Span(values(fact.name(), fact.before()));
        before.addClassName("removed");
        Span after = new Span(values(fact.name(), fact.after()));
        after.addClassName("added");
        Div words = new Div(before, new Span(" → "), after);
        words.addClassName("diff-words");
        Div part = new Div(label(getTranslation("bankui.diff.fact." + fact.name())), words);
        part.addClassName("diff-part");
        return part;
    }

    private String values(String name, Set<String> values) {
        return values.isEmpty()
                ? getTranslation("bankui.diff.none")
                : values.stream()
                        .map(value -> value(name, value))
                        .collect(Collectors.joining(getTranslation("bankui.comma")));
    }

    private String value(String name, String value) {
        return switch (name) {
            case "type" ->
                ItemType.find(value).map(type -> Words.of(this, type)).orElse(value);
            case "levels" ->
                Level.find(value).map(level -> Words.of(this, level)).orElse(value);
            case "secrecy" -> Words.of(this, Secrecy.valueOf(value));
            case "difficulty" -> getTranslation("bankui.edit.difficulty." + value);
            case "points" ->
                outlines.points(List.of(PointId.of(value))).values().stream()
                        .map(point -> point.code() + " " + point.name())
                        .findFirst()
                        .orElse(value);
            case "key" ->
                switch (value) {
                    case "true" -> getTranslation("exchange.true");
                    case "false" -> getTranslation("exchange.false");
                    default -> value;
                };
            default -> value;
        };
    }

    /** A path such as steps/1 says little by itself: the number of the part in it is what people count by. */
    private String place(String path) {
        if (path.equals("stem") || path.equals("explanation")) {
            return getTranslation("bankui.diff.path." + path);
        }
        return path.chars().filter(Character::isDigit).findFirst().isPresent()
                ? getTranslation("bankui.diff.path.part", Integer.parseInt(path.replaceAll("^\\D*(\\d+).*$", "$1")) + 1)
                : getTranslation("bankui.diff.other");
    }

    private static Component label(String text) {
        Paragraph label = new Paragraph(text);
        label.addClassNames("small", "muted");
        return label;
    }

    private static Div words(List<Piece> pieces) {
        Div words = new Div();
        words.addClassNames("diff-words");
        for (Piece piece : pieces) {
            Component shown = switch (piece.kind()) {
                case SAME -> new Span(piece.text());
                case REMOVED -> marked("del", "removed", piece.text());
                case ADDED -> marked("ins", "added", piece.text());
            };
            words.add(shown);
        }
        return words;
    }

    /** A real del or ins element, so that a screen reader tells what was removed and added. */
    private static Component marked(String tag, String style, String text) {
        com.vaadin.flow.dom.Element element = new com.vaadin.flow.dom.Element(tag);
        element.setText(text);
        element.getClassList().add(style);
        Span holder = new Span();
        holder.getElement().appendChild(element);
        return holder;
    }
}
