package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.alike.Part;
import org.lianbing.bank.alike.TextDifference;
import org.lianbing.bank.alike.TextDifference.Kind;
import org.lianbing.bank.alike.TextDifference.Piece;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.ui.Icons;

/**
 * What an item says, with everything marked that another one does not say. Options are laid beside those of the other
 * that they resemble most, so that another order marks nothing.
 */
class Compared extends Div {

    private final transient ItemText text;
    private final boolean missing;

    /**
     * @param other what it is held against; null to mark nothing
     * @param missing whether to show what it lacks too, where the other does not stand right beside it
     */
    Compared(ItemText text, ItemContent content, @Nullable ItemContent other, boolean missing) {
        this.text = text;
        this.missing = missing;
        addClassName("compared");
        List<Part> open = new ArrayList<>(other == null ? List.of() : Part.of(other));
        for (Part part : Part.of(content)) {
            Part partner = other == null ? part : partner(part, open);
            open.remove(partner);
            add(line(part, partner));
        }
        if (content.interaction() instanceof Interaction.TrueFalse truth) {
            boolean otherKey = other != null
                    && other.interaction() instanceof Interaction.TrueFalse its
                    && its.key() != truth.key();
            String word = getTranslation(truth.key() ? "exchange.true" : "exchange.false");
            add(line(new Div(otherKey ? mark(word) : new Span(word)), false, true));
        }
    }

    private @Nullable Part partner(Part part, List<Part> open) {
        if (part.stem()) {
            return open.stream().filter(Part::stem).findFirst().orElse(null);
        }
        return open.stream()
                .filter(each -> !each.stem())
                .max(Comparator.comparingDouble(each -> sameness(part, each)))
                .filter(each -> sameness(part, each) > 0)
                .orElse(null);
    }

    /** How much of an option the other has, by characters; 0 to 1. */
    private double sameness(Part part, Part other) {
        List<Piece> pieces = TextDifference.of(text.plain(part.text()), text.plain(other.text()), false)
                .pieces();
        double all = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
        double same = pieces.stream()
                .filter(piece -> piece.kind() == Kind.SAME)
                .mapToInt(piece -> piece.text().length())
                .sum();
        return all == 0 ? 0 : same / all;
    }

    private Component line(Part part, @Nullable Part partner) {
        Div words = new Div();
        String own = text.plain(part.text());
        TextDifference.of(own, partner == null ? "" : text.plain(partner.text()), missing)
                .pieces()
                .forEach(piece -> words.add(word(piece)));
        MarkdownPictures.ANY
                .matcher(part.text())
                .results()
                .map(MatchResult::group)
                .forEach(picture -> words.add(picture(picture)));
        return line(words, part.stem(), part.key());
    }

    private Component line(Div words, boolean stem, boolean isKey) {
        words.addClassName("words");
        Div line = new Div(words);
        line.addClassName(stem ? "stem" : "option");
        if (isKey) {
            Span key = new Span(Icons.of("check"), new Span(getTranslation("bankui.key")));
            key.addClassName("key-mark");
            line.addClassName("key");
            line.add(key);
        }
        return line;
    }

    private static Component word(Piece piece) {
        return switch (piece.kind()) {
            case SAME -> new Span(piece.text());
            case OWN -> mark(piece.text());
            case MISSING -> tagged("del", piece.text());
        };
    }

    private static Component mark(String words) {
        return tagged("mark", words);
    }

    private static Component tagged(String tag, String words) {
        HtmlContainer element = new HtmlContainer(tag);
        element.setText(words);
        return element;
    }

    private Component picture(String markdown) {
        Div picture = new Div();
        picture.addClassName("prose");
        picture.getElement().setProperty("innerHTML", text.html(markdown));
        return picture;
    }
}
