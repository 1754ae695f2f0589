package org.lianbing.competition.ui;

import java.time.Duration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;

import org.lianbing.competition.CompetitionDraft;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Aids;

/** The fourth step: what a late starter gets, when results come out, what is shown to whom, and what may be used. */
class RulesStep extends Step {

    private final RadioButtonGroup<ReleaseRule> release = new RadioButtonGroup<>();
    private final RadioButtonGroup<LateStart> late = new RadioButtonGroup<>();
    private final IntegerField grace = new IntegerField();
    private final Checkbox answers = new Checkbox();
    private final Checkbox live = new Checkbox();
    private final Checkbox calculator = new Checkbox();
    private final Checkbox guarded = new Checkbox();
    private final TextArea formulas = new TextArea();

    RulesStep() {
        super(4, "rules");
        release.setItems(ReleaseRule.values());
        release.setItemLabelGenerator(rule -> getTranslation("competition.release." + rule));
        release.setLabel(getTranslation("competition.fact.release"));
        release.setValue(ReleaseRule.AUTOMATIC);
        answers.setLabel(getTranslation("competition.field.answers"));
        answers.setValue(true);
        live.setLabel(getTranslation("competition.field.live"));
        late.setItems(LateStart.values());
        late.setItemLabelGenerator(rule -> getTranslation("competition.late." + rule));
        late.setLabel(getTranslation("competition.fact.late"));
        late.setValue(LateStart.WITHIN_WINDOW);
        late.addThemeName("vertical");
        grace.setLabel(getTranslation("competition.field.grace"));
        grace.setHelperText(getTranslation("competition.field.grace.help"));
        grace.setMin(0);
        grace.setMax((int) ExamWindow.LONGEST_GRACE.toSeconds());
        grace.setStepButtonsVisible(true);
        grace.addClassName("grace");
        grace.setValue((int) ExamWindow.USUAL_GRACE.toSeconds());
        calculator.setLabel(getTranslation("competition.field.calculator"));
        guarded.setLabel(getTranslation("competition.field.guarded"));
        guarded.setHelperText(getTranslation("competition.field.guarded.help"));
        formulas.setLabel(getTranslation("competition.field.formulas"));
        formulas.setHelperText(getTranslation("competition.field.formulas.help"));
        formulas.setMaxLength(Aids.LONGEST_SHEET);
        formulas.setMinHeight("6em");
        formulas.setWidthFull();
        Div choices = new Div(late, grace, release, answers, live, calculator, guarded, formulas);
        choices.addClassName("stack");
        add(choices);
    }

    void show(CompetitionDraft draft) {
        late.setValue(draft.window().lateStart());
        grace.setValue((int) draft.window().grace().toSeconds());
        release.setValue(draft.releaseRule());
        answers.setValue(draft.showsAnswers());
        live.setValue(draft.liveBoard());
        calculator.setValue(draft.aids().calculator());
        guarded.setValue(draft.aids().guarded());
        formulas.setValue(draft.aids().formulaSheet());
    }

    /** The window with what is said here about its end. */
    ExamWindow applied(ExamWindow window) {
        Integer seconds = grace.getValue();
        return window.with(late.getValue(), seconds == null ? ExamWindow.USUAL_GRACE : Duration.ofSeconds(seconds));
    }

    ReleaseRule release() {
        return release.getValue();
    }

    boolean showsAnswers() {
        return answers.getValue();
    }

    boolean liveBoard() {
        return live.getValue();
    }

    Aids aids() {
        return new Aids(calculator.getValue(), formulas.getValue(), guarded.getValue());
    }
}
