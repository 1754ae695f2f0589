package org.lianbing.bank.call.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.call.Credits;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.trade.OwnTrade;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** 贡献榜: who gave most, of one's own unit or to a trade. */
@Route("contributions/board")
@RolesAllowed("WORKER")
class BoardView extends Div implements HasDynamicTitle {

    private enum Side {
        UNIT,
        TRADE
    }

    private final transient Credits credits;
    private final transient Actor actor;
    private final TradeBox trade = new TradeBox();
    private final Div list = new Div();

    BoardView(Credits credits, Trades trades, OwnTrade own, CurrentActor current) {
        this.credits = credits;
        this.actor = current.require();
        addClassNames("page", "narrow", "practice");
        Chips<Side> chips = new Chips<>(getTranslation("call.board"), this::show);
        for (Side side : Side.values()) {
            chips.put(side, getTranslation("call.board." + side));
        }
        trade.setAriaLabel(getTranslation("commission.field.trade"));
        trade.setItems(trades.all());
        trade.setWidthFull();
        own.among(actor, trades.all()).ifPresent(trade::setValue);
        trade.addValueChangeListener(change -> show(Side.TRADE));
        list.addClassName("card");
        add(new PageHeader(getTranslation("call.board.crumb"), getTranslation("call.board")), chips, trade, list);
        chips.mark(Side.UNIT);
        show(Side.UNIT);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.board");
    }

    private void show(Side side) {
        trade.setVisible(side == Side.TRADE);
        list.removeAll();
        Trade chosen = trade.getValue();
        List<Credits.Line> lines = side == Side.UNIT
                ? credits.ofUnit(actor)
                : chosen == null ? List.of() : credits.ofTrade(actor, chosen.id());
        list.add(lines.isEmpty() ? nobody() : lines(lines));
    }

    private Component nobody() {
        return new EmptyState("board", getTranslation("call.board.none"), getTranslation("call.board.none-hint"));
    }

    private Component lines(List<Credits.Line> lines) {
        OrderedList rows = new OrderedList();
        rows.addClassName("credit-lines");
        for (Credits.Line line : lines) {
            Span name = new Span(line.own() ? getTranslation("call.board.you", line.name()) : line.name());
            name.addClassNames("grow", "strong");
            Span facts = new Span(getTranslation("call.board.line", line.taken(), line.found()));
            facts.addClassNames("muted", "small");
            ListItem row = new ListItem();
            row.add(name, facts);
            if (line.own()) {
                row.addClassName("own");
            }
            rows.add(row);
        }
        return rows;
    }
}
