package org.lianbing.practice.ui;

import java.math.BigDecimal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.DecimalField;
import org.lianbing.base.ui.Notices;
import org.lianbing.practice.PracticalLine;
import org.lianbing.practice.Practicals;

/** A trainer's word on one practical task: its points, or why it is not confirmed. */
class PracticalDialog extends Dialog {

    private final transient Practicals practicals;
    private final transient Actor trainer;
    private final transient PracticalLine line;
    private final transient Runnable decided;
    private final DecimalField points = new DecimalField();
    private final TextArea word = new TextArea();

    PracticalDialog(Practicals practicals, Actor trainer, PracticalLine line, Runnable decided) {
        this.practicals = practicals;
        this.trainer = trainer;
        this.line = line;
        this.decided = decided;
        setHeaderTitle(getTranslation("practice.practicals.decide.title", line.person()));
        points.setLabel(getTranslation(
                "practice.practicals.points", Points.plain(line.practical().ofPoints())));
        points.show(line.practical().ownPoints().stripTrailingZeros());
        word.setLabel(getTranslation("practice.practicals.word"));
        word.setMaxLength(Practicals.LONGEST_WORD);
        word.setHelperText(getTranslation("practice.practicals.word.hint"));
        Div fields = new Div(new Paragraph(line.task()), points, word);
        fields.addClassName("answer-fields");
        add(fields);
        Button refuse = new Button(getTranslation("practice.practicals.refuse"), click -> decide(null));
        refuse.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        Button confirm = new Button(getTranslation("practice.practicals.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(refuse, confirm);
    }

    private void confirm() {
        points.number().ifPresentOrElse(this::decide, () -> points.setInvalid(true));
    }

    private void decide(@Nullable BigDecimal value) {
        try {
            practicals.decide(
                    trainer, line.practical().attempt(), line.practical().slot(), value, word.getValue());
            close();
            Notices.done(getTranslation(
                    value == null ? "practice.practicals.refused" : "practice.practicals.confirmed", line.person()));
            decided.run();
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        }
    }
}
