package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;
import org.lianbing.bank.review.BlindSolve;

/**
 * What a reviewer answered and whether the key says the same, part by part. Where no machine can tell, the reviewer says
 * it here, with the key before their eyes.
 */
class VerdictPanel extends Div {

    /** Takes what the reviewer says of a part. */
    interface Saying {
        void say(int part, boolean agrees);
    }

    VerdictPanel(ItemText text, Ask ask, BlindSolve solve, Saying saying) {
        addClassName("verdicts");
        List<String> given = SolveWords.parts(
                this, text, ask, solve.response(), solve.verdicts().size());
        for (int part = 0; part < given.size(); part++) {
            String named = given.size() == 1
                    ? given.get(part)
                    : getTranslation("bankui.blind.part", part + 1, given.get(part));
            Boolean verdict = solve.verdicts().get(part);
            add(verdict == null ? open(named, part, saying) : told(named, verdict));
        }
    }

    private Component told(String given, boolean agrees) {
        Paragraph verdict =
                new Paragraph(getTranslation(agrees ? "bankui.blind.agrees" : "bankui.blind.disagrees", given));
        verdict.addClassNames("verdict", agrees ? "good" : "bad");
        verdict.getElement().setAttribute("role", "status");
        return verdict;
    }

    private Component open(String given, int part, Saying saying) {
        Paragraph own = new Paragraph(getTranslation("bankui.blind.own", given));
        Paragraph ask = new Paragraph(getTranslation("bankui.blind.say"));
        ask.addClassNames("small", "muted");
        Div acts = new Div(
                act("bankui.blind.say.agrees", null, () -> saying.say(part, true)),
                act("bankui.blind.say.disagrees", ButtonVariant.LUMO_ERROR, () -> saying.say(part, false)));
        acts.addClassNames("row", "wrap");
        Div verdict = new Div(own, ask, acts);
        verdict.addClassNames("verdict", "open");
        return verdict;
    }

    private Button act(String key, @Nullable ButtonVariant variant, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        if (variant != null) {
            button.addThemeVariants(variant);
        }
        return button;
    }
}
