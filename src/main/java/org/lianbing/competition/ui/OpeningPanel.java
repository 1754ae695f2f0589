package org.lianbing.competition.ui;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Competition;
import org.lianbing.competition.OpeningProgress;

/** The papers of a competition are being made: how far that is, and the way out of it. */
class OpeningPanel extends Div {

    private final Div progress = new Div();

    /**
     * @param callOff makes it a draft again
     */
    OpeningPanel(Competition competition, Words words, Runnable callOff) {
        addClassName("stack");
        Button off = new Button(
                getTranslation("competition.opening.call-off"),
                click -> Ask.once(
                        this,
                        getTranslation("competition.opening.call-off.ask"),
                        getTranslation("competition.opening.call-off.text"),
                        getTranslation("competition.opening.call-off"),
                        callOff));
        off.addThemeVariants(ButtonVariant.LUMO_ERROR);
        off.getElement().setAttribute("data-test", "call-off");
        progress.addClassName("opening-progress");
        progress.getElement().setAttribute("role", "status");
        Paragraph leave = new Paragraph(getTranslation("competition.opening.leave"));
        leave.addClassNames("muted", "small");
        add(
                new PageHeader(
                        competition.draft().name() + " / "
                                + words.trade(
                                        this,
                                        competition.draft().trade(),
                                        competition.draft().level()),
                        getTranslation("competition.opening"),
                        off),
                new Section(progress, leave));
    }

    void show(OpeningProgress now) {
        String said = words(this, now);
        progress.removeAll();
        progress.add(new Span(said), new Meter(now.fraction(), Tone.BLUE, said));
    }

    /** How far it is, in the reader's language. */
    static String words(Component reader, OpeningProgress now) {
        return now.drawn()
                ? reader.getTranslation("competition.opening.made", figure(now.made()), figure(now.forms()))
                : reader.getTranslation("competition.opening.drawing", figure(now.forms()));
    }

    private static String figure(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
