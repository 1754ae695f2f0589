package org.lianbing.bank.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.account.ui.Watermark;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.bank.alike.ItemMerges;
import org.lianbing.bank.review.Remarks;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** One item for those who work on it: as a candidate meets it, what is behind it, and what to do next. */
@org.springframework.stereotype.Component
class ItemDetails {

    private final Items items;
    private final Review review;
    private final ItemText text;
    private final Outlines outlines;
    private final People people;
    private final Remarks remarks;
    private final Moments moments;
    private final Watermark watermark;
    private final ItemMerges merges;

    ItemDetails(
            Items items,
            Review review,
            ItemText text,
            Outlines outlines,
            People people,
            Remarks remarks,
            Moments moments,
            Watermark watermark,
            ItemMerges merges) {
        this.items = items;
        this.review = review;
        this.text = text;
        this.outlines = outlines;
        this.people = people;
        this.remarks = remarks;
        this.moments = moments;
        this.watermark = watermark;
        this.merges = merges;
    }

    /** Where an item stands to a person who works on it: its proposal before what is in force. */
    static ItemState standing(Item item) {
        ItemState proposal = item.proposalState();
        return proposal == null || item.state() == ItemState.RETIRED ? item.state() : proposal;
    }

    /** The panel for the side of the list. */
    Component panel(Actor actor, ItemId id, Runnable changed) {
        Item item = items.get(actor, id);
        Div panel = new Div();
        panel.addClassNames("card", "item-panel");
        H2 code = new H2(item.code());
        Div head = new Div(code, Words.tag(panel, standing(item)));
        head.addClassNames("row", "between");
        panel.add(head);
        merges.mergedInto(actor, id).ifPresent(kept -> panel.add(mergedInto(panel, items.get(actor, kept))));
        ItemVersion proposed = item.proposed();
        ItemVersion published = item.published();
        if (proposed != null) {
            String sentence = published == null
                    ? panel.getTranslation("bankui.items.draft")
                    : panel.getTranslation("bankui.items.proposed", proposed.number(), published.number());
            panel.add(remark(sentence));
            items.lastComment(actor, id)
                    .ifPresent(comment -> panel.add(remark(panel.getTranslation("bankui.items.sent-back", comment))));
        }
        ItemVersion shown = Objects.requireNonNull(proposed == null ? published : proposed);
        Set<PointId> points = items.proposal(actor, id).map(ItemDraft::points).orElse(item.points());
        panel.add(new ItemPaper(text, shown.content()), facts(panel, item, shown, points));
        if (item.state() != ItemState.RETIRED && actor.hasFor(Role.TRAINER, item.trade())) {
            panel.add(acts(actor, item, panel, changed));
        }
        if (item.unit() != null && item.secrecy() != Secrecy.SEALED && actor.hasFor(Role.TRAINER, item.trade())) {
            panel.add(sharing(actor, item, panel, changed));
        }
        Anchor versions = new Anchor("items/" + id + "/history", panel.getTranslation("bankui.history.link"));
        versions.setRouterIgnore(false);
        panel.add(versions, new ThreadPanel(remarks, people, moments, actor, id));
        return item.secrecy() == Secrecy.SEALED ? watermark.over(actor, panel) : panel;
    }

    /** What stands behind a version: its points, levels, and who wrote it. */
    Component facts(Component reader, Item item, ItemVersion version, Set<PointId> points) {
        List<Point> found = List.copyOf(outlines.points(points).values());
        Paragraph about = new Paragraph(
                found.isEmpty()
                        ? reader.getTranslation("bankui.items.no-points")
                        : reader.getTranslation(
                                "bankui.items.points",
                                found.stream()
                                        .map(point -> point.code() + " " + point.name())
                                        .collect(Collectors.joining(reader.getTranslation("bankui.comma")))));
        String meets = Words.of(reader, item.secrecy());
        Paragraph levels =
                new Paragraph(item.levels().isEmpty() ? meets : Words.of(reader, item.levels()) + " · " + meets);
        Paragraph who = new Paragraph(
                reader.getTranslation("bankui.items.version", version.number(), author(reader, version.author())));
        Div facts = new Div(about, levels, who);
        facts.addClassNames("item-facts", "small", "muted");
        return facts;
    }

    String author(Component reader, @org.jspecify.annotations.Nullable PersonId author) {
        return Optional.ofNullable(author)
                .map(person -> people.names(Set.of(person)).get(person))
                .map(PersonName::name)
                .orElseGet(() -> reader.getTranslation("bankui.items.version-disk"));
    }

    private Component sharing(Actor actor, Item item, Div panel, Runnable changed) {
        Select<Sharing> sharing = new Select<>();
        sharing.setLabel(panel.getTranslation("bankui.sharing"));
        sharing.setItems(Sharing.values());
        sharing.setItemLabelGenerator(one -> UI.getCurrent().getTranslation("bankui.sharing." + one));
        sharing.setValue(item.sharing());
        sharing.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                items.share(actor, item.id(), change.getValue());
                Notices.done(UI.getCurrent().getTranslation("bankui.sharing.saved"));
                changed.run();
            }
        });
        return sharing;
    }

    private Component acts(Actor actor, Item item, Div panel, Runnable changed) {
        Div buttons = new Div();
        buttons.addClassName("panel-buttons");
        Anchor edit = new Anchor("items/" + item.id() + "/edit", panel.getTranslation("bankui.items.edit"));
        edit.setRouterIgnore(false);
        edit.addClassName("button-link");
        buttons.add(edit);
        if (item.proposalState() == ItemState.DRAFT) {
            Button submit = new Button(panel.getTranslation("bankui.items.submit"), click -> {
                review.submit(actor, Set.of(item.id()));
                Notices.done(UI.getCurrent().getTranslation("bankui.items.submitted"));
                changed.run();
            });
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(submit);
        }
        return buttons;
    }

    private static Component mergedInto(Component reader, Item kept) {
        Anchor link = new Anchor("items/" + kept.id(), reader.getTranslation("bankui.alike.merged-into", kept.code()));
        link.setRouterIgnore(false);
        Paragraph remark = new Paragraph(link);
        remark.addClassName("remark");
        return remark;
    }

    private static Component remark(String sentence) {
        Paragraph remark = new Paragraph(new Span(sentence));
        remark.addClassName("remark");
        return remark;
    }
}
