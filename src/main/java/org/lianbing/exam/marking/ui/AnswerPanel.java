package org.lianbing.exam.marking.ui;

import java.util.List;
import java.util.stream.IntStream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.attempt.WorkFile;
import org.lianbing.base.ui.FileShelf;
import org.lianbing.base.ui.Prose;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerSheet;

/** What was asked and what somebody wrote; a number stands for the name. */
class AnswerPanel extends Div {

    AnswerPanel(ExamId exam, AnswerSheet sheet) {
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
        List<WorkFile> files = sheet.answer().files();
        boolean silent = sheet.answer().text().isBlank() && !files.isEmpty();
        Paragraph text = new Paragraph(
                silent ? getTranslation("marking.no-text") : sheet.answer().text());
        text.addClassNames("answer-text", "pre-line");
        text.getElement().setAttribute("data-test", "answer");
        if (silent) {
            text.addClassName("muted");
        }
        add(head, stem, text);
        if (!files.isEmpty()) {
            length.setText(length.getText() + " · " + getTranslation("marking.files", files.size()));
            add(new FileShelf(IntStream.range(0, files.size())
                    .mapToObj(place -> entry(exam, sheet, files.get(place), place + 1))
                    .toList()));
        }
    }

    private FileShelf.Entry entry(ExamId exam, AnswerSheet sheet, WorkFile file, int number) {
        String address = "/marking-work/%s/%s/%s".formatted(exam, sheet.id(), file.id());
        return FileShelf.entry(
                this, address, number, file.type().isPicture(), file.type().ending(), file.size());
    }
}
