package org.lianbing.competition.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

import org.lianbing.competition.CompetitionDraft;
import org.lianbing.exam.ReleaseRule;

/** The fourth step: when results come out, and what is shown to whom. */
class RulesStep extends Step {

    private final RadioButtonGroup<ReleaseRule> release = new RadioButtonGroup<>();
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
        Div choices = new Div(release, answers, live);
        choices.addClassName("stack");
        add(choices);
    }

    void show(CompetitionDraft draft) {
        release.setValue(draft.releaseRule());
        answers.setValue(draft.showsAnswers());
        live.setValue(draft.liveBoard());
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
