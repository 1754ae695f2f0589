package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** A card that holds one idea, with a title and, at the right of it, a short remark or a few controls. */
public class Section extends com.vaadin.flow.component.html.Section {

    public Section(Component... content) {
        addClassName("card");
        add(content);
    }

    public Section(String title, Component... content) {
        this(title, "", content);
    }

    public Section(String title, String remark, Component... content) {
        Div head = new Div(new H2(title));
        head.addClassName("card-head");
        if (!remark.isEmpty()) {
            Span aside = new Span(remark);
            aside.addClassName("muted");
            head.add(aside);
        }
        addClassName("card");
        add(head);
        add(content);
    }
}
