package org.lianbing.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.exchange.ImportOutcome;
import org.lianbing.bank.review.Packets;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trade;

/** What an import has put into the bank, and how it goes on from there: to reviewers, to the list, to the map. */
class OutcomeBar extends Div {

    private final transient Packets packets;
    private final transient Actor actor;
    private final transient Runnable dealt;
    private @Nullable Button deal;

    /** @param dealt called after items were dealt to reviewers */
    OutcomeBar(Packets packets, Actor actor, Runnable dealt) {
        this.packets = packets;
        this.actor = actor;
        this.dealt = dealt;
        addClassNames("card", "row", "wrap", "outcome-bar");
        setVisible(false);
    }

    /** Shows it, once something is in the bank. */
    void show(ImportOutcome outcome, @Nullable Trade trade) {
        removeAll();
        deal = null;
        setVisible(outcome.all() > 0);
        Span words = new Span(getTranslation("bankui.outcome", outcome.all()));
        words.addClassName("strong");
        add(words);
        for (ItemState state : ItemState.values()) {
            if (outcome.count(state) > 0) {
                Tag tag = Words.tag(this, state);
                tag.setText(Words.of(this, state) + " " + outcome.count(state));
                add(tag);
            }
        }
        if (outcome.uncovered() > 0) {
            add(new Tag(getTranslation("bankui.outcome.uncovered", outcome.uncovered()), Tone.WARN));
        }
        Div ways = new Div();
        ways.addClassNames("row", "wrap", "grow", "ways");
        if (!outcome.waiting().isEmpty() && trade != null) {
            ways.add(deal(outcome, trade));
        }
        if (!outcome.waiting().isEmpty() && trade != null && actor.hasFor(Role.REVIEWER, trade.id())) {
            ways.add(link("review/" + outcome.waiting().getFirst(), "bankui.outcome.review"));
        }
        if (trade != null) {
            ways.add(
                    link("items?" + items(trade.id()).getQueryString(), "bankui.outcome.items"),
                    link("coverage?trade=" + trade.code(), "bankui.outcome.coverage"));
        }
        add(ways);
    }

    /** Opens the dialog by which reviewers get what waits, where something does. */
    void deal() {
        Button open = deal;
        if (open != null) {
            open.click();
        }
    }

    private Component deal(ImportOutcome outcome, Trade trade) {
        java.util.List<ItemId> waiting = outcome.waiting();
        Button button = new Button(
                getTranslation("bankui.outcome.deal", waiting.size()),
                click -> new DealDialog(packets, actor, trade, waiting, dealt).open());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        deal = button;
        return button;
    }

    /** What the list of items is asked for those of the trade, the newest first. */
    static QueryParameters items(TradeId trade) {
        return QueryParameters.of("trade", trade.toString()).merging("sort", "newest");
    }

    private Component link(String where, String words) {
        Anchor link = new Anchor(where, getTranslation(words));
        link.setRouterIgnore(false);
        link.addClassName("button-link");
        return link;
    }
}
