package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** Beside the steps: does the bank have enough, is there anybody, and the two acts. */
class Review extends Aside {

    private final Div lines = new Div();
    private final Button open;

    Review(Runnable save, Runnable openNow) {
        addClassNames("contest-side");
        lines.addClassName("stack");
        open = new Button(getTranslation("competition.open"), click -> openNow.run());
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.getElement().setAttribute("data-test", "open");
        Button keep = new Button(getTranslation("competition.save"), click -> save.run());
        keep.getElement().setAttribute("data-test", "save");
        Paragraph after = new Paragraph(getTranslation("competition.review.after"));
        after.addClassNames("muted", "small");
        Div acts = new Div(open, keep);
        acts.addClassNames("stack", "acts");
        add(new Section(getTranslation("competition.review"), lines, after, acts));
    }

    void show(int items, BigDecimal maxScore, int missing, Optional<Integer> candidates) {
        lines.removeAll();
        lines.add(line(
                getTranslation("competition.review.paper"),
                getTranslation("competition.paper.sum", items, Words.points(maxScore)),
                items == 0 ? Tone.PLAIN : Tone.BLUE));
        lines.add(line(
                getTranslation("competition.review.bank"),
                bank(items, missing),
                items == 0 ? Tone.PLAIN : missing == 0 ? Tone.GOOD : Tone.BAD));
        int people = candidates.orElse(0);
        lines.add(line(
                getTranslation("competition.review.people"),
                getTranslation("competition.review.count", people),
                people == 0 ? Tone.WARN : Tone.GOOD));
        open.setEnabled(items > 0 && missing == 0 && people > 0);
    }

    private String bank(int items, int missing) {
        if (items == 0) {
            return getTranslation("competition.review.nothing");
        }
        return missing == 0
                ? getTranslation("competition.review.enough")
                : getTranslation("competition.review.short", missing);
    }

    private static Div line(String name, String text, Tone tone) {
        Div line = new Div(new Span(name), new Tag(text, tone));
        line.addClassNames("row", "between");
        return line;
    }
}
