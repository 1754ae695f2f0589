package org.lianbing.bank.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.alike.DuplicateGroup;
import org.lianbing.bank.alike.Duplicates;
import org.lianbing.bank.alike.ItemMerges;
import org.lianbing.bank.alike.Merge;
import org.lianbing.bank.alike.SearchRun;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** 查重: the groups of items that say nearly the same, to be merged or told apart. */
@Route("duplicates")
@Menu(title = "bankui.duplicates.menu", icon = "duplicates", order = 14)
@RolesAllowed({"TRAINER", "REVIEWER"})
class DuplicatesView extends Div implements BeforeEnterObserver, HasDynamicTitle, DuplicateCard.Acts {

    private static final int PAGE = 10;

    private final transient Duplicates duplicates;
    private final transient ItemMerges merges;
    private final transient ItemText text;
    private final transient Trades trades;
    private final transient Moments moments;
    private final transient Actor actor;

    private final Span last = new Span();
    private final Span count = new Span();
    private final SearchProgress progress;
    private final Chips<Double> chips;
    private final TradeBox trade = new TradeBox();
    private final Div groups = new Div();
    private final DecisionList decisions;
    private double least = Duplicates.THRESHOLDS.get(1);
    private int shown;
    private long total;

    DuplicatesView(
            Duplicates duplicates,
            ItemMerges merges,
            ItemText text,
            ItemDetails details,
            Trades trades,
            Moments moments,
            CurrentActor current) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.text = text;
        this.trades = trades;
        this.moments = moments;
        this.actor = current.require();
        addClassNames("page", "duplicates");
        last.addClassNames("muted", "small");
        count.addClassNames("muted", "small");
        progress = new SearchProgress(duplicates, actor, this::load);
        chips = new Chips<>(getTranslation("bankui.duplicates.threshold"), chosen -> {
            least = chosen;
            load();
        });
        Duplicates.THRESHOLDS.forEach(
                each -> chips.put(each, getTranslation("bankui.duplicates.threshold.chip", Math.round(each * 100))));
        chips.mark(least);
        decisions = new DecisionList(duplicates, merges, details, moments, actor, this::undone);
        groups.addClassName("stack");
        Div bar = new Div(chips, count, tradeField());
        bar.addClassNames("row", "wrap", "duplicates-bar");
        add(
                new PageHeader(
                        getTranslation("base.section.1"),
                        getTranslation("bankui.duplicates.title"),
                        last,
                        progress.button()),
                progress,
                bar,
                groups,
                decisions);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("trade")
                .flatMap(trades::find)
                .ifPresent(trade::setValue);
        progress.begin();
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.duplicates.title");
    }

    private TradeBox tradeField() {
        trade.mayStayEmpty(getTranslation("bankui.duplicates.any-trade"));
        trade.setAriaLabel(getTranslation("bankui.trade"));
        trade.setItems(trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()) || actor.hasFor(Role.REVIEWER, one.id()))
                .toList());
        trade.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                load();
            }
        });
        return trade;
    }

    private void load() {
        groups.removeAll();
        shown = 0;
        SearchRun run = progress.seen().orElse(null);
        last.setText(
                run == null ? "" : getTranslation("bankui.duplicates.last", moments.dayAndTime(this, run.begunAt())));
        count.setText("");
        if (run == null) {
            groups.add(new EmptyState(
                    "duplicates",
                    getTranslation("bankui.duplicates.never"),
                    getTranslation("bankui.duplicates.never-hint")));
            return;
        }
        more();
        if (shown == 0) {
            groups.add(new EmptyState(
                    "check", getTranslation("bankui.duplicates.none"), getTranslation("bankui.duplicates.none-hint")));
        }
    }

    /** The next page of groups, below those that are there. */
    private void more() {
        Trade chosen = trade.getValue();
        Paged<DuplicateGroup> page =
                duplicates.groups(actor, chosen == null ? null : chosen.id(), least, new PageOf(shown, PAGE));
        for (DuplicateGroup group : page.rows()) {
            groups.add(new DuplicateCard(group, trades.get(group.trade()).name(getLocale()), text, this));
        }
        shown += page.rows().size();
        total = page.total();
        count.setText(getTranslation("bankui.duplicates.count", total));
        if (shown < page.total()) {
            Button older = new Button(getTranslation("bankui.duplicates.older", Math.min(PAGE, page.total() - shown)));
            older.addClickListener(click -> {
                groups.remove(older);
                more();
            });
            groups.add(older);
        }
    }

    @Override
    public boolean mayMerge(DuplicateGroup group) {
        return actor.hasFor(Role.REVIEWER, group.trade());
    }

    @Override
    public void merge(DuplicateCard card, Item kept, List<Item> others) {
        Merge merge = merges.merge(actor, kept.id(), ids(others), "");
        String words = getTranslation(
                merge.proposed() == null ? "bankui.duplicates.merged" : "bankui.duplicates.merged-proposed",
                codes(others),
                kept.code());
        card.decided(words, () -> {
            merges.undo(actor, merge.id());
            undone();
        });
        decided();
    }

    @Override
    public void setApart(DuplicateCard card, List<Item> items) {
        Set<ItemId> ids = ids(items);
        duplicates.setApart(actor, ids);
        card.decided(getTranslation("bankui.duplicates.aparted", codes(items)), () -> {
            duplicates.takeBack(actor, ids);
            undone();
        });
        decided();
    }

    /** One group fewer: what comes below moves up. */
    private void decided() {
        shown--;
        total--;
        count.setText(getTranslation("bankui.duplicates.count", total));
        decisions.refresh();
    }

    private void undone() {
        Notices.done(getTranslation("bankui.duplicates.undone"));
        load();
        decisions.refresh();
    }

    private String codes(List<Item> items) {
        return items.stream().map(Item::code).collect(Collectors.joining(getTranslation("bankui.comma")));
    }

    private static Set<ItemId> ids(List<Item> items) {
        return new HashSet<>(items.stream().map(Item::id).toList());
    }
}
