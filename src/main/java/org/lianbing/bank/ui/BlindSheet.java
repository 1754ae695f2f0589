package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.review.BlindSolves.Blind;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** An item as a candidate meets it, to be answered before the key is seen. */
class BlindSheet extends Div {

    private final BlindAnswer answer;

    /** {@code enter} hands the answer in, where somebody presses Enter in a field. */
    BlindSheet(ItemText text, Blind paper, Runnable enter) {
        addClassNames("item-paper", "blind");
        Prose stem = new Prose(text.html(paper.stem()), "prose", "stem");
        Div head = new Div(new Tag(Words.of(this, ItemType.find(paper.type()).orElseThrow()), Tone.BLUE));
        head.addClassNames("row", "wrap");
        answer = BlindAnswer.to(paper.ask(), text, enter);
        Paragraph hint = new Paragraph(getTranslation(answer.hint()));
        hint.addClassNames("small", "muted");
        add(head, stem, answer, hint);
    }

    /** Takes a key; false where it means nothing here. */
    boolean press(String key) {
        return answer.press(key);
    }

    /** What is answered so far; empty while something is missing. */
    List<String> response() {
        return answer.response();
    }
}
