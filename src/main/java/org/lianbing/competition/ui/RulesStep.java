package org.lianbing.competition.ui;

import java.time.Duration;
import java.time.ZoneId;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;

import org.lianbing.base.Problem;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;

/**
 * The fourth step: what a late starter gets, scores, answers and explanations each at its own time, what it takes to
 * pass, who sees the board, what may be used, and from where and with what it is sat.
 */
class RulesStep extends Step {

    private static final int HUNDRED = 100;

    private final RadioButtonGroup<ReleaseRule> release = new RadioButtonGroup<>();
    private final RadioButtonGroup<LateStart> late = new RadioButtonGroup<>();
    private final IntegerField grace = new IntegerField();
    private final DisclosureField answers;
    private final DisclosureField explanations;
    private final IntegerField pass = new IntegerField();
    private final Checkbox live = new Checkbox();
    private final Checkbox calculator = new Checkbox();
    private final Checkbox guarded = new Checkbox();
    private final TextArea formulas = new TextArea();
    private final AccessFields access = new AccessFields();

    RulesStep(ZoneId zone) {
        super(4, "rules");
        release.setItems(ReleaseRule.values());
        release.setItemLabelGenerator(rule -> getTranslation("competition.release." + rule));
        release.setLabel(getTranslation("competition.fact.release"));
        release.setValue(ReleaseRule.AUTOMATIC);
        answers = new DisclosureField("answers", zone);
        explanations = new DisclosureField("explanations", zone);
        pass.setLabel(getTranslation("competition.field.pass"));
        pass.setHelperText(getTranslation("competition.field.pass.help"));
        pass.setMin(1);
        pass.setMax(HUNDRED);
        pass.setStepButtonsVisible(true);
        pass.setValue(ResultRules.PASS_PERCENT);
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
        Paragraph hint = new Paragraph(getTranslation("competition.disclosure.hint"));
        hint.addClassNames("muted", "small");
        pass.addClassName("grace");
        Div choices = new Div(
                part("time"),
                late,
                grace,
                part("results"),
                release,
                answers,
                explanations,
                hint,
                pass,
                live,
                part("aids"),
                calculator,
                guarded,
                formulas,
                part("access"),
                access);
        choices.addClassName("stack");
        add(choices);
    }

    private H3 part(String what) {
        H3 head = new H3(getTranslation("competition.rules." + what));
        head.addClassName("rules-part");
        return head;
    }

    void show(CompetitionDraft draft) {
        late.setValue(draft.window().lateStart());
        grace.setValue((int) draft.window().grace().toSeconds());
        release.setValue(draft.releaseRule());
        answers.show(draft.results().answers());
        explanations.show(draft.results().explanations());
        pass.setValue(draft.results().passPercent());
        live.setValue(draft.liveBoard());
        calculator.setValue(draft.aids().calculator());
        guarded.setValue(draft.aids().guarded());
        formulas.setValue(draft.aids().formulaSheet());
        access.show(draft.access());
    }

    /** The window with what is said here about its end. */
    ExamWindow applied(ExamWindow window) {
        Integer seconds = grace.getValue();
        return window.with(late.getValue(), seconds == null ? ExamWindow.USUAL_GRACE : Duration.ofSeconds(seconds));
    }

    ResultRules results() {
        Integer percent = pass.getValue();
        if (percent == null) {
            throw Problem.invalid("exam.pass-percent");
        }
        return new ResultRules(release.getValue(), answers.value(), explanations.value(), percent);
    }

    boolean liveBoard() {
        return live.getValue();
    }

    AccessRules access() {
        return access.value();
    }

    Aids aids() {
        return new Aids(calculator.getValue(), formulas.getValue(), guarded.getValue());
    }
}
