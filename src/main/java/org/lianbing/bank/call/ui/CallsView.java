package org.lianbing.bank.call.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.call.Call;
import org.lianbing.bank.call.Calls;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

/** The calls of one's trades, with what came in. A unit's whole workbook comes by the import. */
@Route(CallNavigation.CALLS)
@RolesAllowed({"TRAINER", "REVIEWER"})
class CallsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Calls calls;
    private final transient Trades trades;
    private final transient LocalDate today;
    private final transient Actor actor;
    private final TradeFilter trade = new TradeFilter(this::show);
    private final Div list = new Div();

    CallsView(Calls calls, Trades trades, Clock clock, ZoneId zone, CurrentActor current) {
        this.calls = calls;
        this.trades = trades;
        this.today = LocalDate.ofInstant(clock.instant(), zone);
        this.actor = current.require();
        addClassNames("page", "calls");
        Anchor make = link(CallNavigation.NEW_CALL, "call.new");
        make.addClassName("primary");
        PageHeader header = new PageHeader(getTranslation("call.queue.title"), getTranslation("call.calls"));
        if (actor.has(Role.TRAINER)) {
            header.setActions(link("imports", "call.import"), make);
        } else {
            header.setActions(make);
        }
        list.addClassName("commission-list");
        add(header, trade, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trade.offer(calls.trades(actor), event);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.calls");
    }

    private Anchor link(String path, String key) {
        Anchor link = new Anchor(path, getTranslation(key));
        link.setRouterIgnore(false);
        link.addClassName("button-link");
        return link;
    }

    private void show() {
        List<Call> all = calls.ofTrades(actor, trade.chosen());
        trade.tell(CallNavigation.CALLS);
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    "call",
                    getTranslation(trade.chosen() == null ? "call.calls.none" : "call.calls.none-of-trade"),
                    getTranslation("call.calls.none-hint")));
        }
        all.forEach(call -> list.add(card(call)));
    }

    private Component card(Call call) {
        boolean open = call.openOn(today);
        boolean coming = call.closedAt() == null && today.isBefore(call.draft().opens());
        Span theme = new Span(call.draft().theme());
        theme.addClassName("strong");
        Div head = new Div(
                theme,
                open
                        ? new Tag(getTranslation("call.calls.open"), Tone.GOOD)
                        : new Tag(getTranslation(coming ? "call.calls.coming" : "call.calls.over"), Tone.PLAIN));
        head.addClassNames("row", "between");
        Span facts = new Span(getTranslation(
                "call.calls.facts",
                trades.get(call.draft().trade()).name(getLocale()),
                Moments.day(this, call.draft().opens()),
                Moments.day(this, call.draft().closes())));
        facts.addClassNames("muted", "small");
        Paragraph words = new Paragraph(call.draft().words());
        words.addClassName("lines-kept");
        Span counts = new Span(getTranslation("call.calls.counts", call.received(), call.taken()));
        Div foot = new Div(counts);
        foot.addClassNames("row", "between");
        if (open || coming) {
            foot.add(new Button(getTranslation("call.calls.close"), click -> close(call)));
        }
        Div card = new Div(head, facts, words, foot);
        card.addClassNames("card", "commission-card");
        return card;
    }

    private void close(Call call) {
        Ask.once(
                this,
                getTranslation("call.calls.close.title"),
                getTranslation("call.calls.close.text"),
                getTranslation("call.calls.close"),
                () -> {
                    calls.close(actor, call.id());
                    Notices.done(getTranslation("call.calls.closed"));
                    show();
                });
    }
}
