package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a list shows when there is nothing: why, and what to do next. */
public class EmptyState extends Div {

    public EmptyState(String icon, String title, String hint, Component... actions) {
        addClassName("empty-state");
        add(Icons.of(icon), new H2(title), new Paragraph(hint));
        add(actions);
    }

    /** The way to where something can be done about it, as a button. */
    public static Anchor way(String path, String text) {
        Anchor way = new Anchor(path, text);
        way.setRouterIgnore(false);
        way.addClassNames("button-link", "primary");
        return way;
    }
}
