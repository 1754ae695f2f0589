package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemUse;
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
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
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
        editions.forEach(edition -> lines.add(line(edition, editions, writes)));
        Div right = new Div(compare(editions, from, to), uses(editions));
        right.addClassNames("desk", "stack");
        Div split = new Div(lines, right);
        split.addClassName("split-review");
        add(split);
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

    private Component line(Edition edition, List<Edition> all, boolean writes) {
        int number = edition.version().number();
        Span name = new Span(getTranslation("bankui.history.number", number));
        name.addClassName("strong");
        Div head = new Div(name);
        head.addClassNames("row", "wrap");
        if (edition.inForce()) {
            head.add(new Tag(getTranslation("bankui.history.in-force"), Tone.GOOD));
        }
        if (edition.proposed()) {
            head.add(new Tag(getTranslation("bankui.history.proposed"), Tone.WARN));
        }
        List<Component> facts = new ArrayList<>();
        facts.add(small(getTranslation(
                "bankui.history.made",
                details.author(this, edition.version().author()),
                moments.dayAndTime(this, edition.version().madeAt()))));
        if (!edition.version().reason().isBlank()) {
            Paragraph reason = new Paragraph(edition.version().reason());
            reason.addClassName("pre-line");
            facts.add(reason);
        }
        var ground = edition.ground();
        if (ground != null) {
            if (ground.sample() != null) {
                head.add(new Tag(getTranslation("bankui.history.by-sample"), Tone.PLAIN));
            }
            facts.add(small(details.author(this, ground.person()) + " · "
                    + getTranslation("bankui.history.published", moments.dayAndTime(this, ground.at()))));
            if (!ground.word().isBlank()) {
                facts.add(small(getTranslation("bankui.history.word", ground.word())));
            }
        }
        Div card = new Div(head);
        facts.forEach(card::add);
        card.addClassNames("entry", "edition");
        Div acts = new Div();
        acts.addClassNames("row", "wrap");
        int index = all.indexOf(edition);
        if (index + 1 < all.size()) {
            acts.add(compareWith(all.get(index + 1).version().number(), number));
        }
        if (writes && !edition.proposed() && !(edition.inForce() && all.stream().noneMatch(Edition::proposed))) {
            Button restore = new Button(getTranslation("bankui.history.restore"), click -> restore(number));
            restore.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            acts.add(restore);
        }
        card.add(acts);
        return card;
    }

    private Component compareWith(int from, int to) {
        NativeButton link = new NativeButton(getTranslation("bankui.history.compare"));
        link.addClassName("link-button");
        link.addClickListener(click -> {
            before.setValue(from);
            after.setValue(to);
            show();
        });
        return link;
    }

    private Component uses(List<Edition> editions) {
        List<ItemUse> uses = history.uses(actor, item);
        Div lines = new Div();
        lines.addClassName("look-list");
        for (ItemUse use : uses) {
            editions.stream()
                    .filter(edition -> edition.version().id().equals(use.version()))
                    .findFirst()
                    .ifPresent(edition -> lines.add(use(use, edition)));
        }
        if (uses.isEmpty()) {
            lines.add(small(getTranslation("bankui.history.no-use")));
        }
        return new Section(getTranslation("bankui.history.uses"), lines);
    }

    private Component use(ItemUse use, Edition edition) {
        String words = getTranslation(
                "bankui.history.use", use.title(), edition.version().number());
        Div line = new Div(new Tag(getTranslation("bank.use." + use.kind()), Tone.BLUE));
        line.addClassNames("row", "wrap");
        if (use.link() == null) {
            line.add(new Span(words));
        } else {
            Anchor link = new Anchor(use.link(), words);
            link.setRouterIgnore(false);
            line.add(link);
        }
        if (!edition.inForce()) {
            line.add(new Tag(getTranslation("bankui.history.old-use"), Tone.WARN));
        }
        return line;
    }

    private void restore(int number) {
        TextField reason = new TextField(getTranslation("bankui.history.restore-reason"));
        Div content = new Div(new Paragraph(getTranslation("bankui.history.restore-text")), reason);
        content.addClassNames("stack", "dialog-fields");
        Dialog dialog = new Dialog(content);
        dialog.setHeaderTitle(getTranslation("bankui.history.restore-title", number));
        Button cancel = new Button(getTranslation("base.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button yes = new Button(getTranslation("bankui.history.restore"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("bank.history.reason"));
                reason.setInvalid(true);
                return;
            }
            history.restore(actor, item, number, reason.getValue());
            dialog.close();
            Notices.done(getTranslation("bankui.history.restored", number));
            load(Optional.empty(), Optional.empty());
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(cancel, yes);
        dialog.open();
    }

    private static Component small(String text) {
        Paragraph small = new Paragraph(text);
        small.addClassNames("small", "muted");
        return small;
    }
}
