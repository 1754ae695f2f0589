package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: where one is, its title, and at the right what one mainly does here. */
public class PageHeader extends Header {

    private final Paragraph crumb = new Paragraph();
    private final H1 title;
    private final Div actions;

    public PageHeader(String title, Component... actions) {
        this("", title, actions);
    }

    public PageHeader(String crumb, String title, Component... actions) {
        this.title = new H1(title);
        this.actions = new Div(actions);
        addClassName("page-header");
        this.actions.addClassName("actions");
        this.crumb.addClassName("crumb");
        setCrumb(crumb);
        Div words = new Div(this.crumb, this.title);
        words.addClassName("words");
        add(words, this.actions);
    }

    /** Changes the title, for a page that shows another thing. */
    public void setTitle(String text) {
        title.setText(text);
    }

    /** Changes the line above the title; an empty one is not shown. */
    public final void setCrumb(String text) {
        crumb.setText(text);
        crumb.setVisible(!text.isEmpty());
    }

    /** Replaces what stands at the right. */
    public void setActions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }
}
