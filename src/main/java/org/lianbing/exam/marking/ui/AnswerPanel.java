package org.lianbing.exam.marking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Prose;
import org.lianbing.exam.marking.AnswerSheet;

/** What was asked and what somebody wrote; a number stands for the name. */
class AnswerPanel extends Div {

    AnswerPanel(AnswerSheet sheet) {
        addClassNames("card", "answer-panel");
        Span length = new Span(getTranslation(
                "marking.length",
                sheet.answer().text().codePointCount(0, sheet.answer().text().length())));
        length.addClassNames("muted", "small");
        Div head = new Div(new H2(getTranslation("marking.answer", sheet.number())), length);
        head.addClassName("card-head");
        Div asked = new Div();
        String caseStem = sheet.guide().caseStem();
        if (caseStem != null) {
            asked.add(new Prose(caseStem));
        }
        asked.add(new Prose(sheet.guide().stem()));
        NativeDetails stem = new NativeDetails(getTranslation("marking.asked"), asked);
        stem.setOpen(true);
        stem.addClassName("answer-asked");
        Paragraph text = new Paragraph(sheet.answer().text());
        text.addClassNames("answer-text", "pre-line");
        text.getElement().setAttribute("data-test", "answer");
        add(head, stem, text);
    }
}
