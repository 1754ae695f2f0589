package org.lianbing.bank.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** The items of the actor's trades: searched and narrowed at the left, one of them at the side. */
@Route("items/:item?")
@Menu(title = "bankui.items.menu", icon = "items", order = 10)
@RolesAllowed({"TRAINER", "REVIEWER"})
class ItemsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 500;

    private final transient Items items;
    private final transient ItemText text;
    private final transient ItemDetails details;
    private final transient Actor actor;

    private final TextField search = new TextField();
    private final ComboBox<Trade> trade = new ComboBox<>();
    private final Select<Level> level = new Select<>();
    private final Select<ItemType> type = new Select<>();
    private final Select<ItemState> state = new Select<>();
    private final Grid<Item> grid = new Grid<>();
    private final Span total = new Span();
    private final Div side = new Div();
    private final BulkBar bulk;
    private int found;

    ItemsView(
            Items items,
            ItemText text,
            ItemDetails details,
            ExportService exports,
            Trades trades,
            BulkBar.Services bulks,
            CurrentActor current) {
        this.items = items;
        this.text = text;
        this.details = details;
        this.actor = current.require();
        addClassNames("page", "workbench", "items");
        total.addClassNames("muted", "small");
        Div split = new Div(grid, side);
        split.addClassName("split");
        side.addClassName("bank-side");
        bulk = new BulkBar(bulks, actor, this::query, () -> found, this::refresh);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(chosen ->
                bulk.choose(chosen.getAllSelectedItems().stream().map(Item::id).collect(Collectors.toSet())));
        add(header(exports), filters(trades), bulk, split);
        fillGrid();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(search::setValue);
        event.getRouteParameters()
                .get("item")
                .ifPresentOrElse(
                        id -> show(ItemId.of(id)),
                        () -> side.add(new EmptyState(
                                "items",
                                getTranslation("bankui.items.choose"),
                                getTranslation("bankui.items.choose-hint"))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.items.title");
    }

    private PageHeader header(ExportService exports) {
        Anchor export = new Anchor(
                Downloads.workbook(
                        getTranslation("bankui.items.export-file"),
                        (language, out) -> exports.items(actor, chosenTrade(), language, out)),
                getTranslation("bankui.items.export"));
        export.addClassName("button-link");
        PageHeader header = new PageHeader(getTranslation("base.section.1"), getTranslation("bankui.items.title"));
        if (actor.has(Role.TRAINER)) {
            Anchor in = new Anchor("imports", getTranslation("bankui.items.import"));
            in.setRouterIgnore(false);
            in.addClassNames("button-link", "primary");
            header.setActions(total, export, in);
        } else {
            header.setActions(total, export);
        }
        return header;
    }

    private Div filters(Trades trades) {
        search.setPlaceholder(getTranslation("bankui.items.search"));
        search.setAriaLabel(getTranslation("bankui.items.search"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("grow");
        trade.setPlaceholder(getTranslation("bankui.trade"));
        trade.setAriaLabel(getTranslation("bankui.trade"));
        trade.setClearButtonVisible(true);
        trade.setItems(trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()) || actor.hasFor(Role.REVIEWER, one.id()))
                .toList());
        trade.setItemLabelGenerator(one -> one.name(getLocale()));
        level.setItemLabelGenerator(one -> one == null ? getTranslation("bankui.level.any") : Words.of(this, one));
        narrowed(level, "bankui.level", List.of(Level.values()));
        type.setItemLabelGenerator(one -> one == null ? getTranslation("bankui.items.type.any") : Words.of(this, one));
        narrowed(type, "bankui.items.type", List.of(ItemType.values()));
        state.setItemLabelGenerator(one -> one == null ? getTranslation("bankui.state.any") : Words.of(this, one));
        narrowed(state, "bankui.state", List.of(ItemState.values()));
        search.addValueChangeListener(change -> refresh());
        trade.addValueChangeListener(change -> refresh());
        level.addValueChangeListener(change -> refresh());
        type.addValueChangeListener(change -> refresh());
        state.addValueChangeListener(change -> refresh());
        Div filters = new Div(search, trade, level, type, state);
        filters.addClassName("filters");
        return filters;
    }

    private <T> void narrowed(Select<T> select, String name, List<T> values) {
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(name + ".any"));
        select.setPlaceholder(getTranslation(name));
        select.setAriaLabel(getTranslation(name));
    }

    private void fillGrid() {
        grid.addClassName("rows");
        grid.addComponentColumn(item -> {
                    Span stem = new Span(text.plain(version(item).content().stem()));
                    stem.addClassName("clamped");
                    return stem;
                })
                .setHeader(getTranslation("exchange.column.stem"))
                .setFlexGrow(1)
                .setWidth("220px");
        grid.addColumn(item ->
                        Words.of(this, version(item).content().interaction().type()))
                .setHeader(getTranslation("bankui.items.type"))
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(item -> Words.of(this, item.levels()))
                .setHeader(getTranslation("bankui.level"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addComponentColumn(item -> Words.tag(this, ItemDetails.standing(item)))
                .setHeader(getTranslation("bankui.state"))
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(Item::code)
                .setHeader(getTranslation("bankui.items.code"))
                .setWidth("160px")
                .setFlexGrow(0);
        grid.setPartNameGenerator(item -> "wrapped");
        grid.setEmptyStateText(getTranslation("bankui.items.none"));
        grid.addItemClickListener(click -> {
            show(click.getItem().id());
            side.getElement().executeJs("if (innerWidth < 900) this.scrollIntoView({behavior: 'smooth'})");
        });
        grid.setItems(
                query ->
                        items
                                .find(actor, query(), new PageOf(query.getOffset(), Math.min(query.getLimit(), MOST)))
                                .rows()
                                .stream(),
                query -> count());
    }

    private int count() {
        found = Math.toIntExact(items.find(actor, query(), new PageOf(0, 1)).total());
        total.setText(getTranslation("bankui.items.total", found));
        return found;
    }

    private ItemQuery query() {
        return new ItemQuery(search.getValue(), chosenTrade(), level.getValue(), type.getValue(), state.getValue());
    }

    private @org.jspecify.annotations.Nullable TradeId chosenTrade() {
        Trade chosen = trade.getValue();
        return chosen == null ? null : chosen.id();
    }

    private void refresh() {
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
    }

    private void show(ItemId id) {
        side.removeAll();
        side.add(details.panel(actor, id, () -> {
            refresh();
            show(id);
        }));
        UI.getCurrent().getPage().getHistory().replaceState(null, "items/" + id);
    }

    private static ItemVersion version(Item item) {
        return Objects.requireNonNull(item.published() == null ? item.proposed() : item.published());
    }
}
