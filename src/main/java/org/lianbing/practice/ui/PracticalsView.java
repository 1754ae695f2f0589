package org.lianbing.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.practice.Practical;
import org.lianbing.practice.PracticalLine;
import org.lianbing.practice.Practicals;

/** Practical tasks that workers scored themselves, for a trainer of the trade to confirm. */
@Route("practice/practicals")
@Menu(title = "practice.practicals.menu", icon = "check", order = 15)
@RolesAllowed("TRAINER")
class PracticalsView extends Div implements HasDynamicTitle {

    private static final int PAGE = 20;

    private final transient Practicals practicals;
    private final transient Actor actor;
    private final Div list = new Div();
    private final Button more = new Button();
    private int shown;

    PracticalsView(Practicals practicals, CurrentActor current) {
        this.practicals = practicals;
        this.actor = current.require();
        addClassNames("page", "narrow", "practice");
        more.setText(getTranslation("practice.practicals.more"));
        more.addClickListener(click -> showMore());
        add(new PageHeader(getTranslation("practice.practicals.rule"), getTranslation("practice.practicals.heading")));
        add(list, more);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.practicals.heading");
    }

    private void refresh() {
        list.removeAll();
        shown = 0;
        showMore();
    }

    private void showMore() {
        Paged<PracticalLine> found = practicals.waiting(actor, new PageOf(shown, PAGE));
        found.rows().forEach(line -> list.add(card(line)));
        shown += found.rows().size();
        more.setVisible(shown < found.total());
        if (shown == 0) {
            list.add(new EmptyState(
                    "check",
                    getTranslation("practice.practicals.empty.title"),
                    getTranslation("practice.practicals.empty.hint")));
        }
    }

    private Component card(PracticalLine line) {
        Practical practical = line.practical();
        Paragraph who = new Paragraph(line.person() + " · " + line.unit());
        who.addClassNames("muted", "small");
        Div tags = new Div(
                new Tag(
                        getTranslation(
                                "practice.practicals.own",
                                Points.plain(practical.ownPoints()),
                                Points.plain(practical.ofPoints())),
                        Tone.WARN),
                new Tag(getTranslation("practice.result.took", Moments.clock(practical.took())), Tone.PLAIN));
        tags.addClassNames("row", "wrap");
        Button decide = new Button(
                getTranslation("practice.practicals.decide"),
                click -> new PracticalDialog(practicals, actor, line, this::refresh).open());
        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Section(new H2(line.task()), who, tags, decide);
    }
}
