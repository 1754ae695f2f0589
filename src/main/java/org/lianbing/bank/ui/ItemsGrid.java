package org.lianbing.bank.ui;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemHits;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** Found items as rows: what was looked for is marked; on a phone all stands in one column. */
final class ItemsGrid extends Grid<ItemHits.Hit> {

    private final transient Supplier<Map<ItemId, Instant>> unsaved;
    private transient @Nullable ItemId open;
    private transient ItemHits.@Nullable Hit marked;

    /**
     * The rows.
     *
     * @param unsaved the items that the reader has changed and not saved
     */
    ItemsGrid(Component view, Supplier<Map<ItemId, Instant>> unsaved) {
        this.unsaved = unsaved;
        addClassName("rows");
        addComponentColumn(this::words)
                .setHeader(getTranslation("exchange.column.stem"))
                .setFlexGrow(1)
                .setWidth("220px");
        Column<?>[] more = {
            addColumn(hit -> Words.of(
                            this, shown(hit.item()).content().interaction().type()))
                    .setHeader(getTranslation("bankui.items.type"))
                    .setWidth("90px"),
            addColumn(hit -> Words.of(this, hit.item().levels()))
                    .setHeader(getTranslation("bankui.level"))
                    .setWidth("110px"),
            addComponentColumn(hit -> Words.tag(this, ItemDetails.standing(hit.item())))
                    .setHeader(getTranslation("bankui.state"))
                    .setWidth("100px"),
            addColumn(hit -> hit.item().code())
                    .setHeader(getTranslation("bankui.items.code"))
                    .setWidth("160px")
        };
        for (Column<?> column : more) {
            column.setFlexGrow(0);
        }
        setPartNameGenerator(hit -> hit.item().id().equals(open) ? "wrapped current" : "wrapped");
        setEmptyStateText(getTranslation("bankui.items.none"));
        Narrow.follow(view, narrow -> {
            for (Column<?> column : more) {
                column.setVisible(!narrow);
            }
            setClassName("narrow", narrow);
        });
    }

    /** Marks the item that stands at the side. */
    void mark(ItemId id) {
        open = id;
        if (marked != null) {
            getDataProvider().refreshItem(marked);
            marked = null;
        }
    }

    /** Marks the row that was clicked. */
    void mark(ItemHits.Hit hit) {
        mark(hit.item().id());
        marked = hit;
        getDataProvider().refreshItem(hit);
    }

    private Component words(ItemHits.Hit hit) {
        MarkedText stem = new MarkedText(hit.stem());
        stem.addClassName("clamped");
        Div words = new Div(stem);
        words.addClassName("hit");
        if (!hit.elsewhere().text().isEmpty()) {
            MarkedText elsewhere = new MarkedText(hit.elsewhere());
            elsewhere.addClassNames("elsewhere", "small", "muted");
            words.add(elsewhere);
        }
        if (unsaved.get().containsKey(hit.item().id())) {
            Div line = new Div(new Tag(getTranslation("bankui.scratch.tag"), Tone.SPARK));
            words.add(line);
        }
        words.add(facts(hit.item()));
        return words;
    }

    /** What stands in the other columns, for a screen without them. */
    private Component facts(Item item) {
        Div facts = new Div(
                Words.tag(this, ItemDetails.standing(item)),
                new Span(Words.of(this, shown(item).content().interaction().type())),
                new Span(Words.of(this, item.levels())));
        facts.addClassNames("hit-facts", "small", "muted");
        return facts;
    }

    private static ItemVersion shown(Item item) {
        return Objects.requireNonNull(item.published() == null ? item.proposed() : item.published());
    }
}
