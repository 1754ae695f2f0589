package org.lianbing.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tone;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.Drills;
import org.lianbing.practice.Practice;
import org.lianbing.practice.PracticePage;
import org.lianbing.practice.Sitting;

/** Where a worker begins to practise: go on, or choose trade, level and length and start. */
@Route("practice")
@Menu(title = "practice.menu", icon = "practice", order = 1)
@RolesAllowed("WORKER")
class PracticeView extends Div implements HasDynamicTitle {

    private final transient Drills drills;
    private final transient Actor actor;
    private final transient Moments moments;

    PracticeView(Practice practice, Drills drills, Moments moments, CurrentActor current) {
        this.drills = drills;
        this.moments = moments;
        this.actor = current.require();
        PracticePage page = practice.page(actor);
        addClassNames("page", "narrow", "practice");
        add(new PageHeader(today(page), getTranslation("practice.heading")));
        AttemptSummary open = page.open();
        if (open != null) {
            add(goOn(open));
        }
        if (page.choices().isEmpty()) {
            add(new EmptyState("items", getTranslation("practice.empty.title"), getTranslation("practice.empty.hint")));
        } else {
            add(new DrillForm(page, open == null, this::start));
        }
        add(book(page.mistakes()), recent(page));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.menu");
    }

    private String today(PracticePage page) {
        return page.today().answered() == 0
                ? getTranslation("practice.today.none")
                : getTranslation(
                        "practice.today", page.today().answered(), page.today().correct());
    }

    private Component goOn(AttemptSummary open) {
        int left = open.slots() - open.answered();
        Paragraph title = new Paragraph(open.title());
        title.addClassName("title");
        Paragraph state = new Paragraph(getTranslation("practice.answered", open.answered(), open.slots()));
        state.addClassName("state");
        Button button = new Button(
                left == 0 ? getTranslation("practice.hand-in") : getTranslation("practice.go-on", left),
                click -> UI.getCurrent()
                        .getPage()
                        .setLocation(Sitting.url(drills.resume(actor, open.id(), Device.name()))));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div hero = new Div(
                title,
                state,
                new Meter(
                        (double) open.answered() / open.slots(),
                        Tone.PLAIN,
                        getTranslation("practice.answered", open.answered(), open.slots())),
                button);
        hero.addClassNames("hero", "go-on");
        return hero;
    }

    private Component book(int count) {
        Span words = new Span(new Span(getTranslation("practice.mistakes.heading")));
        words.addClassNames("grow", "strong");
        Span number = new Span(count == 0 ? getTranslation("practice.mistakes.none") : String.valueOf(count));
        number.addClassNames(count == 0 ? "muted" : "figure");
        RouterLink link = new RouterLink(MistakesView.class);
        link.addClassNames("card", "book-link");
        link.add(Icons.of("mistakes"), words, number, Icons.of("next"));
        return link;
    }

    private Component recent(PracticePage page) {
        if (page.recent().isEmpty()) {
            return new Section(
                    getTranslation("practice.recent"), new Paragraph(getTranslation("practice.recent.none")));
        }
        Div lines = new Div();
        lines.addClassName("row-lines");
        page.recent()
                .forEach(summary -> lines.add(
                        new DrillLine(summary, page.keptBack().contains(summary.id()), moments, this::goOnWith)));
        return new Section(getTranslation("practice.recent"), lines);
    }

    private void goOnWith(AttemptSummary summary) {
        UI.getCurrent().getPage().setLocation(Sitting.url(drills.resume(actor, summary.id(), Device.name())));
    }

    private void start(DrillRequest request) {
        UI.getCurrent().getPage().setLocation(Sitting.url(drills.start(actor, request, Device.name(), getLocale())));
    }
}
