package org.lianbing.exam.marking.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;

import org.lianbing.base.ui.Prose;
import org.lianbing.paper.SlotFeedback;

/** One point of the rubric: pressed it gets all, and the field takes a part of it. */
class RubricRow extends Div {

    private static final double STEP = 0.5;

    private final NativeButton press = new NativeButton();
    private final NumberField part = new NumberField();
    private final String token;
    private final transient BigDecimal most;

    /**
     * @param place which point, from 1; its key
     * @param changed hears that the points are others
     */
    RubricRow(int place, SlotFeedback.RubricPoint point, BigDecimal most, Runnable changed) {
        this.token = point.token();
        this.most = most;
        addClassName("rubric-row");
        Span key = new Span(String.valueOf(place));
        key.addClassName("rubric-key");
        Span share = new Span(getTranslation("marking.points", Words.points(most)));
        share.addClassNames("muted", "small");
        press.add(key, new Prose(point.text()), share);
        press.addClassName("rubric-press");
        press.getElement().setAttribute("data-test", "rubric-" + place);
        press.addClickListener(click -> press());
        part.setAriaLabel(getTranslation("marking.part", place));
        part.setMin(0);
        part.setMax(most.doubleValue());
        part.setStep(STEP);
        part.setStepButtonsVisible(true);
        // All of a point need not be a multiple of the step.
        part.setManualValidation(true);
        part.setValue(0.0);
        part.addValueChangeListener(change -> {
            mark();
            changed.run();
        });
        add(press, part);
        mark();
    }

    /** All of it, or nothing where it has all. */
    void press() {
        set(points().compareTo(most) == 0 ? BigDecimal.ZERO : most);
    }

    void set(BigDecimal points) {
        part.setValue(points.doubleValue());
    }

    void setAll(boolean all) {
        set(all ? most : BigDecimal.ZERO);
    }

    /** What is given; too much is cut to what there is. */
    BigDecimal points() {
        Double value = part.getValue();
        return value == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .min(most);
    }

    String token() {
        return token;
    }

    private void mark() {
        BigDecimal given = points();
        String state = given.signum() == 0 ? "false" : given.compareTo(most) == 0 ? "true" : "mixed";
        press.getElement().setAttribute("aria-pressed", state);
    }
}
