package org.lianbing.competition.ui;

import java.time.Duration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;

import org.lianbing.competition.CompetitionDraft;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;

/** The fourth step: what a late starter gets, when results come out, and what is shown to whom. */
class RulesStep extends Step {

    private final RadioButtonGroup<ReleaseRule> release = new RadioButtonGroup<>();
    private final RadioButtonGroup<LateStart> late = new RadioButtonGroup<>();
    private final IntegerField grace = new IntegerField();
    private final Checkbox answers = new Checkbox();
    private final Checkbox live = new Checkbox();

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
        grace.setLabel(getTranslation("competition.field.grace"));
        grace.setHelperText(getTranslation("competition.field.grace.help"));
        grace.setMin(0);
        grace.setMax((int) ExamWindow.LONGEST_GRACE.toSeconds());
        grace.setStepButtonsVisible(true);
        grace.setValue((int) ExamWindow.USUAL_GRACE.toSeconds());
        Div choices = new Div(late, grace, release, answers, live);
        choices.addClassName("stack");
        add(choices);
    }

    void show(CompetitionDraft draft) {
        late.setValue(draft.window().lateStart());
        grace.setValue((int) draft.window().grace().toSeconds());
        release.setValue(draft.releaseRule());
        answers.setValue(draft.showsAnswers());
        live.setValue(draft.liveBoard());
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
}
