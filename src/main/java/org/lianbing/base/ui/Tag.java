package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Span;

/** A word in a small rounded field: a state, a kind, a date. */
public class Tag extends Span {

    public Tag(String text, Tone tone) {
        super(text);
        addClassNames("tag", tone.cssClass());
    }
}
