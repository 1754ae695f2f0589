package org.lianbing.competition.ui;

import java.time.Clock;
import java.time.Instant;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Notices;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.competition.ContestTime;
import org.lianbing.competition.Contestants;
import org.lianbing.competition.OpeningProgress;
import org.lianbing.competition.ResultSheet;
import org.lianbing.competition.Results;
import org.lianbing.competition.sheet.ResultWorkbook;

/** The desk of one competition: what happens is seen as it happens, every two seconds, and nothing jumps. */
@Route("competitions/:competition")
@RolesAllowed("ORGANIZER")
class CompetitionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int POLL_MILLISECONDS = 2000;

    private final transient Competitions competitions;
    private final transient Results results;
    private final transient Contestants contestants;
    private final transient ContestTime time;
    private final transient ResultWorkbook workbook;
    private final transient ContestCorrections keys;
    private final transient AdmissionDesk desk;
    private final transient Words words;
    private final transient Actor actor;
    private final transient Clock clock;
    private String name = "";
    private transient @Nullable Panels panels;
    private transient @Nullable Being being;
    private @Nullable Registration polls;

    /** While its papers are being made. */
    private record Being(CompetitionId id, OpeningPanel panel) {}

    /** What the page is made of, once it is known for which competition. */
    private record Panels(
            CompetitionId id,
            ContestHead head,
            ContestTiles tiles,
            ContestTable table,
            ContestSide side,
            TimeSection times) {}

    CompetitionView(
            Competitions competitions,
            Results results,
            Contestants contestants,
            ContestTime time,
            ResultWorkbook workbook,
            ContestCorrections keys,
            AdmissionDesk desk,
            Words words,
            CurrentActor current,
            Clock clock) {
        this.competitions = competitions;
        this.results = results;
        this.contestants = contestants;
        this.time = time;
        this.workbook = workbook;
        this.keys = keys;
        this.desk = desk;
        this.words = words;
        this.actor = current.require();
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CompetitionId id = CompetitionId.of(
                event.getRouteParameters().get("competition").orElseThrow(() -> Problem.notFound("base.not-found")));
        Competition competition = competitions.get(actor, id);
        if (competition.isBeingOpened()) {
            showOpening(competition);
        } else if (competition.stage() == null) {
            event.forwardTo(CompetitionNavigation.edit(id));
        } else {
            show(competition);
        }
    }

    private void showOpening(Competition competition) {
        removeAll();
        name = competition.draft().name();
        panels = null;
        OpeningPanel panel = new OpeningPanel(competition, words, () -> callOff(competition.id()));
        add(panel);
        being = new Being(competition.id(), panel);
        follow(being);
    }

    /** Until it is open, or a draft again with the reason why. */
    private void follow(Being followed) {
        Competition competition = competitions.get(actor, followed.id());
        OpeningProgress progress = competition.opening();
        if (competition.isBeingOpened() && progress != null) {
            followed.panel().show(progress);
            return;
        }
        being = null;
        if (competition.stage() == null) {
            UI.getCurrent().navigate(CompetitionNavigation.edit(followed.id()));
        } else {
            Notices.done(getTranslation("competition.opened"));
            show(competition);
        }
    }

    private void callOff(CompetitionId id) {
        competitions.withdraw(actor, id, clock.instant());
        Notices.done(getTranslation("competition.opening.called-off"));
        being = null;
        UI.getCurrent().navigate(CompetitionNavigation.edit(id));
    }

    private void show(Competition competition) {
        removeAll();
        being = null;
        name = competition.draft().name();
        ContestActs acts =
                new ContestActs(competition.id(), competitions, results, workbook, keys, actor, clock, this::refresh);
        TimeActs timeActs = new TimeActs(competition.id(), time, actor, clock);
        ContestHead head = new ContestHead(competition, words, acts);
        ContestTiles tiles = new ContestTiles();
        ContestTable table = new ContestTable(person -> new ContestantDialog(
                        new ContestantActs(competition.id(), contestants, timeActs, desk.cards(), actor, clock),
                        person,
                        words,
                        this::refresh)
                .open());
        AdmissionActs admission = desk.acts(competition, actor);
        ContestSide side = new ContestSide(
                competition,
                words,
                results.barred(actor, competition.id()),
                admission,
                desk.accessActs(competition, actor));
        TimeSection times = new TimeSection(timeActs, words, this::refresh);
        side.addComponentAsFirst(times);
        Div columns = new Div(table, side);
        columns.addClassName("contest-columns");
        add(head, tiles, columns);
        panels = new Panels(competition.id(), head, tiles, table, side, times);
        refresh();
    }

    private void refresh() {
        Being followed = being;
        if (followed != null) {
            follow(followed);
            return;
        }
        Panels shown = panels;
        if (shown == null) {
            return;
        }
        ResultSheet sheet = results.sheet(actor, shown.id());
        Instant now = clock.instant();
        Stand stand = Stand.of(sheet.competition(), sheet.clock(), sheet.figures(), now);
        shown.head().show(sheet.competition(), sheet.clock(), sheet.figures(), now);
        shown.tiles().show(sheet.figures(), stand);
        shown.table().show(sheet.rows());
        shown.side().show(sheet.competition());
        shown.times().show(sheet, stand);
        shown.side().showTurnout();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(POLL_MILLISECONDS);
        polls = attached.getUI().addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (polls != null) {
            polls.remove();
        }
    }

    @Override
    public String getPageTitle() {
        return name.isEmpty() ? getTranslation("competition.menu") : name;
    }
}
