package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.ui.Watermark;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.history.Edition;
import org.lianbing.bank.history.ItemHistory;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.trade.Outlines;

/** All versions of an item; any two beside each other; where it is used; an old one restored. */
@Route("items/:item/history")
@RolesAllowed({"TRAINER", "REVIEWER"})
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ItemHistory history;
    private final transient Items items;
    private final transient ItemDetails details;
    private final transient Moments moments;
    private final transient Watermark watermark;
    private final transient Outlines outlines;
    private final transient Actor actor;
    private final Select<Integer> before = new Select<>();
    private final Select<Integer> after = new Select<>();
    private final Div differences = new Div();
    private transient ItemId item = ItemId.next();
    private boolean sealed;

    HistoryView(
            ItemHistory history,
            Items items,
            ItemDetails details,
            Moments moments,
            Watermark watermark,
            Outlines outlines,
            CurrentActor current) {
        this.history = history;
        this.items = items;
        this.details = details;
        this.moments = moments;
        this.watermark = watermark;
        this.outlines = outlines;
        this.actor = current.require();
        addClassNames("page", "workbench", "history");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        item = ItemId.of(event.getRouteParameters().get("item").orElse(""));
        Map<String, List<String>> query =
                event.getLocation().getQueryParameters().getParameters();
        load(number(query, "from"), number(query, "to"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.history.link");
    }

    private static Optional<Integer> number(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream()
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .findFirst();
    }

    private void load(Optional<Integer> from, Optional<Integer> to) {
        Item shown = items.get(actor, item);
        sealed = shown.secrecy() == Secrecy.SEALED;
        List<Edition> editions = history.of(actor, item);
        removeAll();
        Anchor back = new Anchor("items/" + item, shown.code());
        back.setRouterIgnore(false);
        back.addClassName("button-link");
        add(new PageHeader(
                getTranslation("bankui.history.crumb"), getTranslation("bankui.history.title", shown.code()), back));
        Div lines = new Div();
        lines.addClassName("queue");
        boolean writes = actor.hasFor(Role.TRAINER, shown.trade()) || sealed;
        for (int i = 0; i < editions.size(); i++) {
            lines.add(card(editions, i, writes, shown.latest().id()));
        }
        Div right = new Div(compare(editions, from, to), uses(editions));
        right.addClassNames("desk", "stack");
        Div split = new Div(lines, right);
        split.addClassName("split-review");
        add(split);
    }

    /** A version, with what can be done from it: to see it beside the one before, and to restore it. */
    private EditionCard card(List<Edition> editions, int place, boolean writes, ItemVersionId latest) {
        Edition edition = editions.get(place);
        int number = edition.version().number();
        EditionCard card = new EditionCard(edition, details, moments);
        if (place + 1 < editions.size()) {
            card.offerComparing(() -> compare(editions.get(place + 1).version().number(), number));
        }
        boolean standsAlone = edition.inForce() && editions.stream().noneMatch(Edition::proposed);
        if (writes && !edition.proposed() && !standsAlone) {
            card.offerRestoring(() -> new RestoreDialog(
                            number,
                            reason -> history.restore(actor, item, latest, number, reason),
                            () -> restored(number))
                    .open());
        }
        return card;
    }

    private Component compare(List<Edition> editions, Optional<Integer> from, Optional<Integer> to) {
        if (editions.size() < 2) {
            return new Section(
                    getTranslation("bankui.history.compare"), new Paragraph(getTranslation("bankui.history.one")));
        }
        List<Integer> numbers =
                editions.stream().map(edition -> edition.version().number()).toList();
        choice(
                before,
                "bankui.history.before",
                numbers,
                from.filter(numbers::contains).orElse(numbers.get(1)));
        choice(
                after,
                "bankui.history.after",
                numbers,
                to.filter(numbers::contains).orElse(numbers.getFirst()));
        Div row = new Div(before, after);
        row.addClassNames("row", "wrap");
        show();
        return new Section(getTranslation("bankui.history.compare"), row, differences);
    }

    private void choice(Select<Integer> select, String label, List<Integer> numbers, Integer value) {
        select.setLabel(getTranslation(label));
        select.setItems(numbers);
        select.setItemLabelGenerator(number -> getTranslation("bankui.history.number", number));
        select.setValue(value);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show();
            }
        });
    }

    private void show() {
        differences.removeAll();
        DiffPanel panel = new DiffPanel(history.compare(actor, item, before.getValue(), after.getValue()), outlines);
        differences.add(sealed ? watermark.over(actor, panel) : panel);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, "items/" + item + "/history?from=" + before.getValue() + "&to=" + after.getValue());
    }

    private Component uses(List<Edition> editions) {
        return new Section(getTranslation("bankui.history.uses"), new UseList(history.uses(actor, item), editions));
    }

    private void compare(int from, int to) {
        before.setValue(from);
        after.setValue(to);
        show();
    }

    private void restored(int number) {
        Notices.done(getTranslation("bankui.history.restored", number));
        load(Optional.empty(), Optional.empty());
    }
}
