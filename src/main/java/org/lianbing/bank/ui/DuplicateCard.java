package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.alike.AlikeItem;
import org.lianbing.bank.alike.Difference;
import org.lianbing.bank.alike.DuplicateGroup;
import org.lianbing.bank.alike.Shingles;
import org.lianbing.base.ui.Icons;

/** A group of items that resemble each other, side by side: one is kept, others go into it, or none is the same. */
class DuplicateCard extends Section {

    /** What a person may decide. */
    interface Acts {
        /** Whether the actor may merge items of the group. */
        boolean mayMerge(DuplicateGroup group);

        void merge(DuplicateCard card, Item kept, List<Item> others);

        void setApart(DuplicateCard card, List<Item> items);
    }

    private final transient DuplicateGroup group;
    private final transient ItemText text;
    private final transient Acts acts;
    private final boolean merging;
    private final Set<ItemId> left = new HashSet<>();
    private final Div columns = new Div();
    private final Button merge = new Button();
    private transient Item kept;

    DuplicateCard(DuplicateGroup group, String trade, ItemText text, Acts acts) {
        this.group = group;
        this.text = text;
        this.acts = acts;
        this.merging = acts.mayMerge(group);
        this.kept = group.items().getFirst();
        addClassNames("card", "duplicate-card");
        H2 title =
                new H2(getTranslation("bankui.duplicates.group", group.items().size() + group.more(), group.percent()));
        Span where = new Span(trade);
        where.addClassNames("muted", "small");
        Div head = new Div(title, where);
        head.addClassName("card-head");
        columns.addClassName("side-by-side");
        add(head, columns);
        if (group.more() > 0) {
            Paragraph more = new Paragraph(getTranslation("bankui.duplicates.more", group.more()));
            more.addClassNames("small", "muted");
            add(more);
        }
        add(buttons());
        show();
    }

    /** Puts a sentence in place of the group, with a way back. */
    void decided(String sentence, Runnable undo) {
        removeAll();
        Button back = new Button(getTranslation("bankui.duplicates.undo"), click -> undo.run());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Paragraph words = new Paragraph(sentence);
        words.addClassName("grow");
        Div line = new Div(words, back);
        line.addClassNames("row", "between");
        line.getElement().setAttribute("role", "status");
        add(line);
    }

    private Component buttons() {
        Button apart =
                new Button(getTranslation("bankui.duplicates.apart"), click -> acts.setApart(this, group.items()));
        Span legend = new Span(getTranslation("bankui.duplicates.legend"));
        legend.addClassNames("small", "muted", "legend");
        Div buttons = new Div(legend);
        buttons.addClassName("card-acts");
        if (merging) {
            merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            merge.addClickListener(click -> acts.merge(this, kept, others()));
            buttons.add(apart, merge);
        } else {
            Span why = new Span(getTranslation("bankui.duplicates.reviewers"));
            why.addClassNames("small", "muted", "legend");
            buttons.add(why);
            buttons.add(apart);
        }
        return buttons;
    }

    private List<Item> others() {
        return group.items().stream()
                .filter(item -> !item.equals(kept) && !left.contains(item.id()))
                .toList();
    }

    private void show() {
        columns.removeAll();
        List<Item> order = new ArrayList<>(new LinkedHashSet<>(List.of(kept)));
        group.items().stream().filter(item -> !item.equals(kept)).forEach(order::add);
        order.forEach(item -> columns.add(column(item)));
        int others = others().size();
        merge.setText(
                others == 1
                        ? getTranslation("bankui.duplicates.merge-one")
                        : getTranslation("bankui.duplicates.merge", others + 1));
        merge.setEnabled(others > 0);
    }

    private Component column(Item item) {
        boolean isKept = item.equals(kept);
        ItemContent content = content(item);
        Anchor code = new Anchor("items/" + item.id(), item.code());
        code.setTarget(AnchorTarget.BLANK);
        code.setTitle(getTranslation("bankui.alike.open", item.code()));
        Div head = new Div(new H3(code), Words.tag(this, ItemDetails.standing(item)));
        head.addClassNames("row", "between");
        Span facts = new Span(getTranslation(
                "bankui.duplicates.levels-points",
                item.levels().isEmpty() ? getTranslation("bankui.duplicates.no-levels") : Words.of(this, item.levels()),
                item.points().size()));
        facts.addClassNames("small", "muted");
        Div column = new Div(head, facts);
        column.addClassName("column");
        if (!isKept) {
            column.add(told(content));
        }
        column.add(new Compared(text, content, isKept ? null : content(kept), true));
        if (merging) {
            column.addClassName(isKept ? "kept" : "other");
            column.add(isKept ? keptMark() : choices(item));
        }
        return column;
    }

    private Component told(ItemContent content) {
        ItemContent own = content(kept);
        double resemblance = Shingles.of(own).resemblance(Shingles.of(content));
        Span like = new Span(getTranslation("bankui.duplicates.to-kept", AlikeItem.percent(resemblance)));
        like.addClassName("small");
        Div told = new Div(like);
        told.addClassNames("row", "wrap");
        AlikeList.tags(this, Difference.between(own, content)).forEach(told::add);
        return told;
    }

    private Component keptMark() {
        Span mark = new Span(Icons.of("check"), new Span(getTranslation("bankui.duplicates.kept")));
        mark.addClassName("kept-mark");
        Div choices = new Div(mark);
        choices.addClassName("choices");
        return choices;
    }

    private Component choices(Item item) {
        Checkbox with = new Checkbox(getTranslation("bankui.duplicates.with"), !left.contains(item.id()));
        with.addValueChangeListener(change -> {
            if (change.getValue()) {
                left.remove(item.id());
            } else {
                left.add(item.id());
            }
            show();
        });
        NativeButton keep = new NativeButton(getTranslation("bankui.duplicates.keep"), click -> {
            kept = item;
            left.remove(item.id());
            show();
        });
        keep.addClassName("chip");
        Div choices = new Div(with, keep);
        choices.addClassName("choices");
        return choices;
    }

    /** What the search compared: what is in force, of a new item what is proposed. */
    private static ItemContent content(Item item) {
        ItemVersion version = item.published() == null ? item.proposed() : item.published();
        return Objects.requireNonNull(version).content();
    }
}
