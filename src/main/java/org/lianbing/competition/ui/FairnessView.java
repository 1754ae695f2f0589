package org.lianbing.competition.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Printing;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.exam.ItemExposure;
import org.lianbing.paper.Fairness;

/** How alike the forms of a competition are; to be printed on A4 and laid before whoever appeals. */
@Route("competitions/:competition/fairness")
@RolesAllowed("ORGANIZER")
class FairnessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Competitions competitions;
    private final transient Words words;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient FairnessWords said = new FairnessWords(this);

    FairnessView(Competitions competitions, Words words, CurrentActor current, Clock clock) {
        this.competitions = competitions;
        this.words = words;
        this.actor = current.require();
        this.clock = clock;
        addClassNames("page", "fairness");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CompetitionId id =
                CompetitionId.of(event.getRouteParameters().get("competition").orElse(""));
        Competition competition = competitions.get(actor, id);
        Optional<Fairness> found = competitions.fairness(actor, id);
        removeAll();
        if (found.isEmpty()) {
            add(header(competition, new Div()), new EmptyState("chart", said.get("none"), said.get("none.text")));
            return;
        }
        Div report = report(competition, found.get(), competitions.exposures(actor, id));
        Button print = new Button(said.get("print"), click -> Printing.print(report, "contest"));
        print.getElement().setAttribute("data-test", "print");
        add(header(competition, print), report);
    }

    private PageHeader header(Competition competition, Component act) {
        return new PageHeader(competition.draft().name(), getTranslation("competition.fairness"), act);
    }

    private Div report(Competition competition, Fairness fairness, List<ItemExposure> exposures) {
        Div report = new Div(head(competition), judged(fairness));
        report.addClassNames("fairness-report", "stack");
        report.add(new Section(said.get("coverage"), said.coverage(fairness)));
        int forms = fairness.forms().size();
        if (forms > 1) {
            Section overlap = new Section(said.get("overlap"), new Paragraph(said.overlap(fairness)));
            said.matrix(fairness).forEach(overlap::add);
            report.add(overlap);
        }
        Section exposure = new Section(said.get("exposure"), said.histogram(exposures));
        Section items = new Section(said.get("per-item"), said.items(exposures, forms));
        if (exposures.stream().anyMatch(one -> one.named() == null)) {
            items.add(muted(said.get("item.why")));
        }
        report.add(exposure, items);
        if (forms > Fairness.COMPARED) {
            report.add(new Section(said.get("per-form"), said.forms(fairness)));
        }
        return report;
    }

    /** On paper alone: of what it is the report, and who printed it when. */
    private Div head(Competition competition) {
        Div head = new Div(
                new H1(competition.draft().name()),
                new Paragraph(getTranslation("competition.fairness") + " · "
                        + words.trade(
                                this,
                                competition.draft().trade(),
                                competition.draft().level())
                        + " · " + words.window(this, competition.draft().window())),
                new Paragraph(said.get("printed", actor.name(), words.exact(clock.instant()))));
        head.addClassName("print-only");
        return head;
    }

    private Section judged(Fairness fairness) {
        boolean kept = fairness.kept();
        Paragraph judged = new Paragraph(
                new Tag(said.get(kept ? "within" : "beyond"), kept ? Tone.GOOD : Tone.WARN),
                new Span(" "
                        + said.get(
                                kept ? "kept" : "missed",
                                fairness.apart().toPlainString(),
                                fairness.tolerance().toPlainString())));
        Section section = new Section(said.get("forms"), judged);
        // Of hundreds, each stands at the end: what is said of all of them is not to be looked for behind them.
        if (fairness.forms().size() <= Fairness.COMPARED) {
            section.add(said.forms(fairness));
        }
        section.add(muted(said.get("how")));
        return section;
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.fairness");
    }
}
