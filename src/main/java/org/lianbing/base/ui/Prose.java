package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Text of authors, sanitized before, in which the browser shows formulas. */
@Tag("lianbing-prose")
@JsModule("./components/prose.ts")
public class Prose extends Component implements HasStyle {

    public Prose(String safeHtml, String... classes) {
        addClassNames(classes);
        getElement().setProperty("html", safeHtml);
    }
}
