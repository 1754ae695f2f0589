package org.lianbing.exam.marking.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.attempt.Mark;
import org.lianbing.attempt.MarkDraft;
import org.lianbing.attempt.WrittenAnswer;
import org.lianbing.base.ui.Prose;
import org.lianbing.exam.marking.AnswerSheet;
import org.lianbing.paper.SlotFeedback;

/** By what an answer is marked: the points of the rubric, what they come to, a comment, and why a mark changes. */
class RubricPanel extends Div {

    private final transient List<RubricRow> rows = new ArrayList<>();
    private final Span total = new Span();
    private final TextArea comment = new TextArea();
    private final TextField reason = new TextField();
    private final transient BigDecimal worth;
    private final boolean again;

    RubricPanel(AnswerSheet sheet) {
        addClassNames("card", "rubric-panel");
        worth = sheet.answer().worth();
        again = sheet.mark() != null;
        total.addClassName("rubric-total");
        total.getElement().setAttribute("aria-live", "polite");
        Div head = new Div(new H2(getTranslation("marking.rubric")), total);
        head.addClassName("card-head");
        add(head);
        for (SlotFeedback.RubricPoint point : sheet.guide().points()) {
            RubricRow row = new RubricRow(rows.size() + 1, point, most(sheet, point.token()), this::sum);
            rows.add(row);
            add(row);
        }
        comment.setLabel(getTranslation("marking.comment"));
        comment.setPlaceholder(getTranslation("marking.comment-hint"));
        comment.setMaxLength(MarkDraft.LONGEST_COMMENT);
        comment.setValueChangeMode(ValueChangeMode.ON_BLUR);
        comment.setWidthFull();
        add(comment);
        Mark mark = sheet.mark();
        if (mark != null) {
            show(sheet, mark);
        }
        guide(sheet);
        sum();
    }

    private static BigDecimal most(AnswerSheet sheet, String token) {
        return sheet.answer().lines().stream()
                .filter(line -> line.token().equals(token))
                .map(WrittenAnswer.Line::most)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** An own mark that may be thought about again, with what it was before. */
    private void show(AnswerSheet sheet, Mark mark) {
        rows.forEach(row -> row.set(mark.points().getOrDefault(row.token(), BigDecimal.ZERO)));
        comment.setValue(mark.comment());
        reason.setLabel(getTranslation("marking.reason"));
        reason.setPlaceholder(getTranslation("marking.reason-hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        add(reason);
        for (int i = 0; i < sheet.marks().size(); i++) {
            Mark before = sheet.marks().get(i);
            String why = before.reason();
            BigDecimal points = before.points().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            Paragraph line = new Paragraph(
                    why == null
                            ? getTranslation("marking.history.first", Words.points(points))
                            : getTranslation("marking.history.again", Words.points(points), why));
            line.addClassNames("small", "muted");
            add(line);
        }
    }

    private void guide(AnswerSheet sheet) {
        if (!sheet.guide().hints().isBlank()) {
            add(details("marking.hints", sheet.guide().hints(), true));
        }
        if (!sheet.guide().sample().isBlank()) {
            add(details("marking.sample", sheet.guide().sample(), false));
        }
    }

    private Component details(String key, String html, boolean open) {
        NativeDetails details = new NativeDetails(getTranslation(key), new Prose(html));
        details.setOpen(open);
        details.addClassName("rubric-more");
        return details;
    }

    private void sum() {
        BigDecimal given = rows.stream()
                .map(RubricRow::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(worth);
        total.setText(getTranslation("marking.total", Words.points(given), Words.points(worth)));
    }

    /** Presses a point of the rubric by its key. */
    void press(int place) {
        if (place >= 1 && place <= rows.size()) {
            rows.get(place - 1).press();
        }
    }

    void setAll(boolean all) {
        rows.forEach(row -> row.setAll(all));
    }

    void focusComment() {
        comment.focus();
    }

    void setReason(String words) {
        reason.setValue(words);
    }

    String reason() {
        return reason.getValue();
    }

    /** Whether a mark changes and nobody said why; the field then says so. */
    boolean lacksReason() {
        if (!again || !reason.isEmpty()) {
            return false;
        }
        reason.setErrorMessage(getTranslation("marking.reason-needed"));
        reason.setInvalid(true);
        reason.focus();
        return true;
    }

    MarkDraft draft() {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        rows.forEach(row -> points.put(row.token(), row.points()));
        return new MarkDraft(points, comment.getValue());
    }
}
