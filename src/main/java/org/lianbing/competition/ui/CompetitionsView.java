package org.lianbing.competition.ui;

import java.time.Clock;
import java.time.Instant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionCard;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.OpeningProgress;
import org.lianbing.exam.Figures;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

/** The competitions of an organizer's units, the latest first. */
@Route(CompetitionNavigation.COMPETITIONS)
@Menu(order = 20, icon = "exam", title = "competition.menu")
@RolesAllowed("ORGANIZER")
class CompetitionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS = 30;

    private final transient Competitions competitions;
    private final transient Words words;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient Trades trades;
    private final TradeFilter trade = new TradeFilter(this::restart);
    private final Div rows = new Div();
    private final Button more = new Button();
    private int pages;

    CompetitionsView(Competitions competitions, Trades trades, Words words, CurrentActor current, Clock clock) {
        this.competitions = competitions;
        this.trades = trades;
        this.words = words;
        this.actor = current.require();
        this.clock = clock;
        addClassName("page");
        rows.addClassNames("contest-list", "card");
        more.setText(getTranslation("competition.more"));
        more.addClickListener(click -> showNext());
        add(new PageHeader(getTranslation("competition.menu"), create()), trade, rows, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trade.offer(trades.among(competitions.trades(actor)), event);
        restart();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.menu");
    }

    private Button create() {
        Button create = new Button(
                getTranslation("competition.new"),
                Icons.of("add"),
                click -> UI.getCurrent().navigate(CompetitionNavigation.NEW));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return create;
    }

    private void restart() {
        pages = 0;
        rows.removeAll();
        trade.tell(CompetitionNavigation.COMPETITIONS);
        showNext();
    }

    private void showNext() {
        Paged<CompetitionCard> page = competitions.find(actor, trade.chosen(), PageOf.number(pages++, ROWS));
        Instant now = clock.instant();
        page.rows().forEach(card -> rows.add(row(card, now)));
        more.setVisible(page.total() > (long) pages * ROWS);
        if (page.total() == 0) {
            rows.add(new EmptyState(
                    "exam", getTranslation("competition.none"), getTranslation("competition.none.hint"), create()));
        }
    }

    private Component row(CompetitionCard card, Instant now) {
        Competition competition = card.competition();
        Stand stand = Stand.of(competition, card.clock(), card.figures(), now);
        Div facts = new Div(
                line(competition.draft().name(), "strong"),
                line(
                        words.trade(
                                        this,
                                        competition.draft().trade(),
                                        competition.draft().level()) + " · "
                                + words.duration(
                                        this, competition.draft().window().duration()),
                        "muted small"));
        facts.addClassName("contest-words");
        Span window = line(words.window(this, competition.draft().window()), "window");
        Tag state = new Tag(getTranslation(stand.key()), stand.tone());
        // The link is around the row, so that it can be opened in another tab.
        Anchor link = new Anchor(
                stand == Stand.DRAFT
                        ? CompetitionNavigation.edit(competition.id())
                        : CompetitionNavigation.address(competition.id()));
        link.setRouterIgnore(false);
        link.addClassName("contest-row");
        link.add(facts, window, state, competition.isBeingOpened() ? opening(competition) : progress(card.figures()));
        return link;
    }

    private Component opening(Competition competition) {
        Div progress = new Div();
        progress.addClassName("progress");
        OpeningProgress now = competition.opening();
        if (now != null) {
            String text = OpeningPanel.words(this, now);
            progress.add(line(text, "small muted"), new Meter(now.fraction(), Tone.BLUE, text));
        }
        return progress;
    }

    private Component progress(Figures figures) {
        Div progress = new Div();
        progress.addClassName("progress");
        if (figures.roster() > 0) {
            int done = figures.handedIn() + figures.timedOut();
            String text = getTranslation("competition.progress", done, figures.roster());
            progress.add(
                    line(text, "small muted"),
                    new Meter(
                            (double) done / figures.roster(), done == figures.roster() ? Tone.GOOD : Tone.BLUE, text));
        }
        return progress;
    }

    private static Span line(String text, String classes) {
        Span line = new Span(text);
        line.addClassNames(classes.split(" "));
        return line;
    }
}
