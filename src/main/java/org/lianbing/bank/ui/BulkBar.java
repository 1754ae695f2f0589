package org.lianbing.bank.ui;

import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.bulk.Bulk;
import org.lianbing.bank.bulk.BulkAct;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/**
 * What can be done with the items chosen in a list, or with all that its search finds. The bar keeps its place whether
 * something is chosen or not.
 */
class BulkBar extends Div {

    /** What the bar asks of the bank. */
    @org.springframework.stereotype.Component
    record Services(Bulk bulk, Trades trades, Outlines outlines) {}

    private final transient Services services;
    private final transient Actor actor;
    private final transient Supplier<ItemQuery> query;
    private final transient IntSupplier total;
    private final transient Runnable changed;
    private final Span count = new Span();
    private final Button all = new Button();
    private final MenuBar acts = new MenuBar();
    private List<ItemId> chosen = List.of();
    private boolean whole;

    /**
     * @param query what the list shows
     * @param total how many that are
     * @param changed called after something was done or undone
     */
    BulkBar(Services services, Actor actor, Supplier<ItemQuery> query, IntSupplier total, Runnable changed) {
        this.services = services;
        this.actor = actor;
        this.query = query;
        this.total = total;
        this.changed = changed;
        addClassName("bulk-bar");
        getElement().setAttribute("role", "toolbar").setAttribute("aria-label", getTranslation("bankui.bulk.bar"));
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        all.addClickListener(click -> {
            whole = !whole;
            tell();
        });
        acts.addThemeVariants(MenuBarVariant.LUMO_SMALL);
        fill();
        Button last = new Button(
                getTranslation("bankui.bulk.last"), click -> new BulkLog(services.bulk(), actor, changed).open());
        last.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(count, all, acts, last);
        tell();
    }

    /** Another choice in the list. */
    void choose(Set<ItemId> items) {
        chosen = List.copyOf(items);
        whole = false;
        tell();
    }

    private void tell() {
        int found = total.getAsInt();
        count.setText(
                whole
                        ? getTranslation("bankui.bulk.whole", found)
                        : chosen.isEmpty()
                                ? getTranslation("bankui.bulk.none")
                                : getTranslation("bankui.bulk.chosen", chosen.size()));
        all.setText(whole ? getTranslation("bankui.bulk.only") : getTranslation("bankui.bulk.all"));
        acts.setEnabled(whole || !chosen.isEmpty());
    }

    private void fill() {
        if (actor.has(Role.TRAINER)) {
            item("submit", () -> confirm(new BulkAct.Submit()));
        }
        if (actor.has(Role.REVIEWER)) {
            item("publish", () -> confirm(new BulkAct.Publish()));
            item("send-back", () -> ask("send-back"));
        }
        var more = acts.addItem(getTranslation("bankui.bulk.more")).getSubMenu();
        if (actor.has(Role.REVIEWER)) {
            more.addItem(getTranslation("bankui.bulk.act.retire"), click -> ask("retire"));
            more.addItem(getTranslation("bankui.bulk.act.restore"), click -> confirm(new BulkAct.Restore()));
        }
        if (actor.has(Role.TRAINER)) {
            for (String kind :
                    List.of("set-levels", "set-points", "set-difficulty", "set-secrecy", "set-source", "share")) {
                more.addItem(getTranslation("bankui.bulk.act." + kind), click -> ask(kind));
            }
        }
    }

    private void item(String kind, Runnable act) {
        acts.addItem(getTranslation("bankui.bulk.act." + kind), click -> act.run());
    }

    private void confirm(BulkAct act) {
        new BulkDialog(services, actor, act.kind(), act, selection(), this::after).open();
    }

    private void ask(String kind) {
        new BulkDialog(services, actor, kind, null, selection(), this::after).open();
    }

    private void after() {
        whole = false;
        chosen = List.of();
        changed.run();
        tell();
    }

    private List<ItemId> selection() {
        return whole ? services.bulk().select(actor, query.get()) : chosen;
    }
}
