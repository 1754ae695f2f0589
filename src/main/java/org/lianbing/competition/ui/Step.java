package org.lianbing.competition.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Section;

/** A numbered part of the form. */
abstract class Step extends Section {

    Step(int number, String key) {
        Span figure = new Span(String.valueOf(number));
        figure.addClassName("step-number");
        Span hint = new Span(getTranslation("competition.step." + key + ".hint"));
        hint.addClassNames("muted", "small");
        Div head = new Div(figure, new H2(getTranslation("competition.step." + key)), hint);
        head.addClassName("step-head");
        add(head);
    }
}
