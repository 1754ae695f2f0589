package org.lianbing.bank.commission.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionState;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.trade.Trades;

/** The commissions of the one who is signed in, from both sides, each with how far it is. */
@Route(CommissionNavigation.COMMISSIONS)
@Menu(title = "commission.menu", icon = "commission", order = 13)
@RolesAllowed({"TRAINER", "REVIEWER", "UNION_STAFF"})
class CommissionsView extends Div implements HasDynamicTitle {

    private enum Side {
        ASKED,
        MADE,
        ENDED
    }

    private final transient Trades trades;
    private final transient LocalDate today;
    private final transient Map<Side, List<Commission>> found = new EnumMap<>(Side.class);
    private final Div list = new Div();

    CommissionsView(Commissions commissions, Trades trades, Clock clock, ZoneId zone, CurrentActor current) {
        this.trades = trades;
        this.today = LocalDate.ofInstant(clock.instant(), zone);
        Actor actor = current.require();
        List<Commission> asked = commissions.asked(actor);
        List<Commission> made = commissions.made(actor);
        found.put(Side.ASKED, asked.stream().filter(CommissionsView::open).toList());
        found.put(Side.MADE, made.stream().filter(CommissionsView::open).toList());
        found.put(
                Side.ENDED,
                Stream.concat(asked.stream(), made.stream())
                        .filter(one -> !open(one))
                        .distinct()
                        .toList());
        addClassNames("page", "commissions");
        PageHeader header = new PageHeader(getTranslation("base.section.1"), getTranslation("commission.title"));
        if (!commissions.trades(actor).isEmpty()) {
            Anchor make = new Anchor(CommissionNavigation.NEW, getTranslation("commission.new"));
            make.setRouterIgnore(false);
            make.addClassNames("button-link", "primary");
            header.setActions(make);
        }
        Chips<Side> chips = new Chips<>(getTranslation("commission.side.label"), this::show);
        found.forEach((side, some) -> chips.put(side, getTranslation("commission.side." + side, some.size())));
        list.addClassName("commission-list");
        add(header, chips, list);
        boolean writes = actor.has(Role.TRAINER) && (!found.get(Side.ASKED).isEmpty() || made.isEmpty());
        Side first = writes ? Side.ASKED : Side.MADE;
        chips.mark(first);
        show(first);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("commission.title");
    }

    private static boolean open(Commission commission) {
        return commission.state() == CommissionState.OPEN;
    }

    private void show(Side side) {
        list.removeAll();
        List<Commission> some = found.getOrDefault(side, List.of());
        if (some.isEmpty()) {
            list.add(new EmptyState(
                    "commission",
                    getTranslation("commission.none." + side),
                    getTranslation("commission.none." + side + "-hint")));
        }
        some.forEach(commission -> list.add(card(commission)));
    }

    private Component card(Commission commission) {
        Span title = new Span(CommissionWords.title(this, commission.asked(), trades));
        title.addClassName("strong");
        Div head = new Div(title, CommissionWords.standing(this, commission, today));
        head.addClassNames("row", "between");
        Span wanted = new Span(CommissionWords.wanted(this, commission.asked()));
        Span progress = new Span(CommissionWords.progress(this, commission));
        progress.addClassNames("muted", "small");
        Span due = new Span(getTranslation(
                "commission.due", Moments.day(this, commission.asked().due())));
        due.addClassNames("muted", "small");
        Div foot = new Div(progress, due);
        foot.addClassNames("row", "between", "wrap");
        Anchor card = new Anchor(CommissionNavigation.commission(commission.id()));
        card.setRouterIgnore(false);
        card.add(head, wanted, CommissionWords.meter(this, commission), foot);
        card.addClassNames("card", "commission-card");
        return card;
    }
}
