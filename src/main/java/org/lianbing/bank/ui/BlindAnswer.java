package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;

/** Where a reviewer answers what is asked, before they see the key. */
abstract class BlindAnswer extends Div {

    /** The way of answering; {@code enter} hands the answer in, where somebody presses Enter in a field. */
    static BlindAnswer to(Ask ask, ItemText text, Runnable enter) {
        return switch (ask) {
            case Ask.Truth truth -> new BlindChoices(ask, text);
            case Ask.Pick pick -> new BlindChoices(ask, text);
            case Ask.Order order -> new BlindChoices(ask, text);
            case Ask.Number number -> new BlindTexts(number, enter);
            case Ask.Fill fill -> new BlindTexts(fill, text, enter);
            case Ask.Words words -> new BlindTexts();
            case Ask.Match match -> new BlindPairs(match, text);
            case Ask.Point point -> new BlindSpots(point, text);
            case Ask.Parts parts -> new BlindParts(parts, text, enter);
        };
    }

    /** What is answered so far; empty while something is missing. */
    abstract List<String> response();

    /** The key of a sentence that says how to answer. */
    abstract String hint();

    /** Takes a key; false where it means nothing here. */
    boolean press(String key) {
        return false;
    }
}
