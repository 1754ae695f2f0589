package org.lianbing.bank.call.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalDesk;
import org.lianbing.bank.call.ReportDesk;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.ReportedItem;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.trade.ui.TradeFilter;

/** What workers reported and proposed and nobody has answered yet: the longest due first, one of it large. */
@Route(CallNavigation.QUEUE + "/:entry?")
@Menu(title = "call.queue.menu", icon = "flag", order = 14)
@RolesAllowed({"TRAINER", "REVIEWER"})
class QueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private enum Filter {
        ALL,
        LATE,
        REPORTS,
        WRONG_KEY,
        PROPOSALS
    }

    /** What waits: the reports of one item, or a proposal. */
    private record Entry(
            String id,
            LocalDate due,
            @Nullable ReportedItem reported,
            @Nullable Proposal proposal) {}

    private final transient ReportDesk reports;
    private final transient ProposalDesk proposals;
    private final transient ReportPanel reportPanel;
    private final transient ProposalPanel proposalPanel;
    private final transient Calls calls;
    private final transient ItemText text;
    private final transient Words words;
    private final transient Actor actor;

    private final PageHeader header;
    private final Chips<Filter> chips;
    private final TradeFilter trade = new TradeFilter(() -> load(null));
    private final Div queue = new Div();
    private final Div desk = new Div();
    private transient List<Entry> waiting = List.of();
    private transient @Nullable Entry open;
    private Filter filter = Filter.ALL;

    QueueView(
            ReportDesk reports,
            ProposalDesk proposals,
            ReportPanel reportPanel,
            ProposalPanel proposalPanel,
            Calls calls,
            ItemText text,
            Words words,
            CurrentActor current) {
        this.reports = reports;
        this.proposals = proposals;
        this.reportPanel = reportPanel;
        this.proposalPanel = proposalPanel;
        this.calls = calls;
        this.text = text;
        this.words = words;
        this.actor = current.require();
        addClassNames("page", "workbench", "contribution-queue");
        Anchor all = new Anchor(CallNavigation.CALLS, getTranslation("call.calls"));
        all.setRouterIgnore(false);
        all.addClassName("button-link");
        header = new PageHeader(getTranslation("base.section.1"), getTranslation("call.queue.title"), all);
        chips = new Chips<>(getTranslation("call.queue.filter"), chosen -> {
            filter = chosen;
            show(null);
        });
        queue.addClassName("queue");
        desk.addClassName("desk");
        Div split = new Div(queue, desk);
        split.addClassName("split-review");
        Div bar = new Div(chips, trade);
        bar.addClassNames("row", "between", "wrap");
        add(header, bar, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trade.offer(calls.trades(actor), event);
        load(event.getRouteParameters().get("entry").orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.queue.title");
    }

    private void load(@Nullable String wanted) {
        waiting = Stream.concat(
                        reports.waiting(actor, trade.chosen()).stream()
                                .map(one -> new Entry(one.item().id().toString(), one.due(), one, null)),
                        proposals.waiting(actor, trade.chosen()).stream()
                                .map(one ->
                                        new Entry(one.id().toString(), Objects.requireNonNull(one.due()), null, one)))
                .sorted(Comparator.comparing(Entry::due))
                .toList();
        header.setTitle(getTranslation("call.queue.waiting", waiting.size()));
        for (Filter each : Filter.values()) {
            chips.put(
                    each,
                    getTranslation(
                            "call.queue." + each,
                            waiting.stream().filter(fits(each)).count()));
        }
        chips.mark(filter);
        show(wanted);
    }

    private Predicate<Entry> fits(Filter wanted) {
        return entry -> switch (wanted) {
            case ALL -> true;
            case LATE -> words.overdue(entry.due());
            case REPORTS -> entry.reported() != null;
            case PROPOSALS -> entry.proposal() != null;
            case WRONG_KEY ->
                entry.reported() != null
                        && entry.reported().reports().stream()
                                .anyMatch(report -> report.said().reason() == ReportReason.WRONG_KEY);
        };
    }

    private void show(@Nullable String wanted) {
        List<Entry> shown = waiting.stream().filter(fits(filter)).toList();
        open = shown.stream()
                .filter(entry -> entry.id().equals(wanted))
                .findFirst()
                .orElse(shown.isEmpty() ? null : shown.getFirst());
        queue.removeAll();
        queue.setVisible(!shown.isEmpty());
        shown.forEach(entry -> queue.add(line(entry)));
        desk.removeAll();
        Entry large = open;
        trade.tell(large == null ? CallNavigation.QUEUE : CallNavigation.QUEUE + "/" + large.id());
        if (large == null) {
            desk.add(
                    new EmptyState("check", getTranslation("call.queue.none"), getTranslation("call.queue.none-hint")));
            return;
        }
        desk.add(panel(large));
    }

    private Component panel(Entry entry) {
        Runnable answered = () -> load(after(entry));
        ReportedItem reported = entry.reported();
        return reported == null
                ? proposalPanel.of(actor, Objects.requireNonNull(entry.proposal()), answered)
                : reportPanel.of(actor, reported, answered);
    }

    private Component line(Entry entry) {
        ReportedItem reported = entry.reported();
        Proposal proposal = entry.proposal();
        Span stem = new Span(
                reported != null
                        ? text.plain(reported.newest().content().stem())
                        : Objects.requireNonNull(proposal).sheet().stem());
        stem.addClassName("stem");
        Span kind = new Span(
                reported != null
                        ? getTranslation(
                                "call.queue.reported", reported.reports().size())
                        : getTranslation("call.queue.proposed"));
        kind.addClassNames("small", "muted");
        Div facts = new Div(kind, words.due(this, entry.due()));
        facts.addClassNames("row", "between");
        NativeButton line = new NativeButton();
        line.add(stem, facts);
        line.addClassName("entry");
        line.getElement().setAttribute("aria-current", String.valueOf(entry == open));
        line.addClickListener(click -> show(entry.id()));
        return line;
    }

    /** The one behind it, so that one goes on where one is. */
    private @Nullable String after(Entry entry) {
        List<Entry> shown =
                new ArrayList<>(waiting.stream().filter(fits(filter)).toList());
        int next = shown.indexOf(entry) + 1;
        return next > 0 && next < shown.size() ? shown.get(next).id() : null;
    }
}
