package org.lianbing.competition.ui;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.competition.Availability;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.CompetitionState;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.LeftOut;
import org.lianbing.competition.OpeningProgress;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.PaperRules;
import org.lianbing.trade.Point;

/** A competition being prepared, in four steps, with what the bank and the roster say about it beside them. */
@Route(CompetitionNavigation.NEW)
@RouteAlias("competitions/:competition/edit")
@RolesAllowed("ORGANIZER")
class CompetitionEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Competitions competitions;
    private final transient EditSources sources;
    private final transient Actor actor;
    private final transient Clock clock;
    private final FactsStep facts;
    private final PeopleStep people;
    private final PaperStep paper;
    private final RulesStep rules;
    private final Review review;
    private final Button delete = new Button();
    private final Paragraph failure = new Paragraph();
    private transient @Nullable CompetitionId edited;

    CompetitionEditView(Competitions competitions, EditSources sources, CurrentActor current, Clock clock) {
        this.competitions = competitions;
        this.sources = sources;
        this.actor = current.require();
        this.clock = clock;
        addClassName("page");
        facts = new FactsStep(sources, clock.instant(), this::changed);
        people = new PeopleStep(sources, competitions.reach(actor), this::changed);
        paper = new PaperStep(competitions.earlier(actor), sources.zone(), this::changed);
        rules = new RulesStep(sources.zone());
        review = new Review(this::save, this::open);
        delete.setText(getTranslation("competition.delete"));
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        delete.addClickListener(click -> askToDelete());
        delete.setVisible(false);
        failure.addClassName("contest-standing");
        failure.getElement().setAttribute("role", "status");
        failure.setVisible(false);
        Div steps = new Div(facts, people, paper, rules);
        steps.addClassName("stack");
        Div columns = new Div(steps, review);
        columns.addClassName("contest-columns");
        add(
                new PageHeader(getTranslation("competition.menu"), getTranslation("competition.edit.title"), delete),
                failure,
                columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("competition").orElse(null);
        if (id != null) {
            Competition competition = competitions.get(actor, CompetitionId.of(id));
            if (competition.state() != CompetitionState.DRAFT) {
                event.forwardTo(CompetitionNavigation.address(competition.id()));
                return;
            }
            edited = competition.id();
            delete.setVisible(true);
            showFailure(competition.opening());
            CompetitionDraft draft = competition.draft();
            facts.show(draft);
            people.show(draft.admitted());
            paper.show(draft.sections(), draft.paperRules(), draft.leftOut());
            rules.show(draft);
        }
        changed();
    }

    /** Why the last opening came to nothing, until it is opened again. */
    private void showFailure(@Nullable OpeningProgress last) {
        OpeningProgress.Failure why = last == null ? null : last.failure();
        failure.setVisible(why != null);
        failure.setText(why == null ? "" : getTranslation("competition.opening.failed", why.in(getLocale())));
    }

    /** Asks the bank and the units anew; what is not filled in yet is simply left out of the answer. */
    private void changed() {
        facts.trade().ifPresentOrElse(trade -> showBank(trade.id(), facts.level()), paper::hideAvailability);
        review.show(
                paper.items(),
                paper.maxScore(),
                paper.missing(),
                facts.trade()
                        .flatMap(trade ->
                                people.admitted().map(who -> competitions.candidates(actor, trade.id(), who))));
    }

    private void showBank(TradeId trade, @Nullable Level level) {
        paper.showLevels(sources.levels(trade, level));
        LeftOut leftOut = paper.readLeftOut(codes -> competitions.unknownItems(actor, codes));
        PaperRules read = paper.readRules();
        List<Point> points = points(trade, level, read);
        paper.showPoints(points);
        Blueprint asked = new Blueprint(trade, level, paper.sections(), within(read, points));
        Availability there = competitions.availability(actor, asked, leftOut, clock.instant());
        paper.showAvailability(there);
        // Of a set that the reader may not draw from, or no longer, the row says that nothing is there.
        Blueprint drawable = new Blueprint(trade, level, there.drawable(asked.sections()), asked.rules());
        paper.showLacks(competitions.lacks(actor, drawable.of(forms(trade, read)), leftOut, clock.instant()));
    }

    /** How many forms there would be today. */
    private int forms(TradeId trade, PaperRules asked) {
        return asked.formsFor(people.admitted()
                .map(who -> competitions.candidates(actor, trade, who))
                .orElse(1));
    }

    private List<Point> points(TradeId trade, @Nullable Level level, PaperRules asked) {
        return sources.points(trade, new Blueprint(trade, level, List.of(), asked).levels());
    }

    private static PaperRules within(PaperRules asked, List<Point> points) {
        return asked.within(points.stream().map(Point::id).collect(Collectors.toSet()));
    }

    /** The rules as they are asked for, with the points that the levels have which are asked for. */
    private PaperRules paperRules() {
        PaperRules asked = paper.rules();
        return within(asked, points(facts.requireTrade(), facts.level(), asked));
    }

    private CompetitionDraft draft() {
        return new CompetitionDraft(
                facts.name(),
                facts.requireTrade(),
                facts.level(),
                rules.applied(facts.window()),
                paper.sections(),
                paperRules(),
                paper.leftOut(),
                people.requireAdmitted(),
                rules.results(),
                rules.liveBoard(),
                rules.aids(),
                rules.access());
    }

    private CompetitionId store() {
        CompetitionDraft draft = draft();
        CompetitionId id = edited;
        if (id == null) {
            id = competitions.create(actor, draft, clock.instant());
            edited = id;
            delete.setVisible(true);
        } else {
            competitions.change(actor, id, draft);
        }
        return id;
    }

    private void save() {
        CompetitionId id = store();
        Notices.done(getTranslation("competition.saved"));
        UI.getCurrent().navigate(CompetitionNavigation.edit(id));
    }

    private void open() {
        CompetitionId id = store();
        competitions.open(actor, id, clock.instant());
        // Where it is not open yet, its page says how far it is.
        if (!competitions.get(actor, id).isBeingOpened()) {
            Notices.done(getTranslation("competition.opened"));
        }
        CompetitionNavigation.toCompetition(id);
    }

    private void askToDelete() {
        Ask.once(
                this,
                getTranslation("competition.delete.ask"),
                getTranslation("competition.delete.text"),
                getTranslation("competition.delete"),
                () -> {
                    if (edited != null) {
                        competitions.delete(actor, edited);
                    }
                    CompetitionNavigation.toCompetitions();
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.edit.title");
    }
}
