package org.lianbing.bank.ui;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemFacet;
import org.lianbing.bank.ItemHits;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemSearch;
import org.lianbing.bank.ItemSuggestion;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.search.SavedSearches;
import org.lianbing.search.SearchOrder;

/**
 * The items of the actor's trades: searched and narrowed at the left, one of them at the side. What is shown stands in
 * the address, so that a link opens the same list.
 */
@Route("items/:item?")
@Menu(title = "bankui.items.menu", icon = "items", order = 10)
@RolesAllowed({"TRAINER", "REVIEWER"})
class ItemsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final transient ItemSearch search;
    private final transient ItemDetails details;
    private final transient Actor actor;

    private final SearchBox box;
    private final Select<SearchOrder> order = new Select<>();
    private final FacetBar facets;
    private final Paragraph fallback = new Paragraph();
    private final ItemsGrid grid;
    private final Paragraph waiting = new Paragraph();
    private final Span total = new Span();
    private final Div side = new Div();
    private final BulkBar bulk;
    private transient ItemSelection selection = ItemSelection.ALL;
    private transient Set<ItemId> chosen = Set.of();
    private transient @Nullable ItemHits first;
    private transient @Nullable ItemId open;

    ItemsView(
            ItemSearch search,
            ItemDetails details,
            ExportService exports,
            SavedSearches saved,
            FacetWords words,
            BulkBar.Services bulks,
            AutoSave.Services scratches,
            CurrentActor current) {
        this.search = search;
        this.details = details;
        this.actor = current.require();
        addClassNames("page", "workbench", "items");
        total.addClassNames("muted", "small");
        box = new SearchBox(typed -> search.suggest(actor, typed), chosen());
        facets = new FacetBar(words, this::select);
        UnsavedItems unsaved = new UnsavedItems(scratches, actor);
        grid = new ItemsGrid(this, unsaved::byItem);
        grid.addItemClickListener(click -> {
            show(click.getItem().item().id());
            grid.mark(click.getItem());
            side.getElement().executeJs("if (innerWidth < 900) this.scrollIntoView({behavior: 'smooth'})");
        });
        grid.setPageSize(PAGE);
        bulk = new BulkBar(bulks, actor, () -> selection.asked(), this::total, this::load);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(now -> {
            chosen = now.getAllSelectedItems().stream()
                    .map(hit -> hit.item().id())
                    .collect(Collectors.toSet());
            bulk.choose(chosen);
        });
        fallback.addClassName("search-fallback");
        fallback.getElement().setAttribute("role", "status");
        fallback.setText(getTranslation("bankui.items.fallback"));
        fallback.setVisible(false);
        waiting.addClassName("search-fallback");
        waiting.getElement().setAttribute("role", "status");
        Div split = new Div(grid, side);
        split.addClassName("split");
        side.addClassName("bank-side");
        add(header(exports), unsaved, tools(saved), facets, fallback, waiting, bulk, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = ItemSelection.of(event.getLocation().getQueryParameters().getParameters());
        load();
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
        Button export = new Button(
                getTranslation("bankui.items.export"),
                click -> new ExportDialog(exports, actor, selection.asked(), chosen, total()).open());
        PageHeader header = new PageHeader(getTranslation("base.section.1"), getTranslation("bankui.items.title"));
        if (actor.has(Role.TRAINER)) {
            Anchor in = new Anchor("imports", getTranslation("bankui.items.import"));
            in.setRouterIgnore(false);
            in.addClassNames("button-link", "primary");
            Anchor write = new Anchor("items/new", getTranslation("bankui.new.act"));
            write.setRouterIgnore(false);
            write.addClassName("button-link");
            header.setActions(total, export, write, in);
        } else {
            header.setActions(total, export);
        }
        return header;
    }

    private Div tools(SavedSearches saved) {
        order.setItems(SearchOrder.values());
        order.setItemLabelGenerator(one -> getTranslation("bankui.order." + one));
        order.setAriaLabel(getTranslation("bankui.order"));
        order.setValue(SearchOrder.BEST);
        order.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                select(selection.with(change.getValue()));
            }
        });
        Div tools = new Div(box, order, new SavedSearchMenu(saved, actor, () -> selection, this::select));
        tools.addClassName("search-tools");
        return tools;
    }

    private SearchBox.Chosen chosen() {
        return new SearchBox.Chosen() {
            @Override
            public void words(String text) {
                select(selection.with(text));
            }

            @Override
            public void suggestion(ItemSuggestion suggestion) {
                if (suggestion.item() != null) {
                    show(suggestion.item());
                    box.show(selection.text());
                } else if (suggestion.point() != null) {
                    String point = suggestion.point().toString();
                    select(selection.with("").with(ItemFacet.POINT, Set.of(point)));
                } else {
                    words(suggestion.text());
                }
            }
        };
    }

    /** Shows what another selection finds, and says so in the address. */
    private void select(ItemSelection wanted) {
        selection = wanted;
        load();
        tellAddress();
    }

    private void load() {
        ItemHits found = search.find(actor, selection.asked(), new PageOf(0, PAGE));
        first = found;
        box.show(selection.text());
        order.setValue(selection.order());
        facets.show(selection, found);
        total.setText(getTranslation("bankui.items.total", found.total()));
        fallback.setVisible(found.fallback());
        waiting.setText(getTranslation("bankui.items.waiting", found.waiting()));
        waiting.setVisible(found.waiting() > 0);
        grid.deselectAll();
        grid.setItems(new CallbackDataProvider<>(
                query -> page(query.getOffset(), query.getLimit()),
                query -> total(),
                hit -> hit.item().id()));
    }

    private int total() {
        return first == null ? 0 : Math.toIntExact(first.total());
    }

    /** The first page is there already, with the counts. */
    private Stream<ItemHits.Hit> page(int offset, int limit) {
        ItemHits found = Objects.requireNonNull(first);
        List<ItemHits.Hit> known = found.hits();
        return offset + limit <= known.size() || known.size() >= found.total()
                ? known.stream().skip(offset).limit(limit)
                : search.page(actor, selection.asked(), new PageOf(offset, limit)).hits().stream();
    }

    private void show(ItemId id) {
        open = id;
        grid.mark(id);
        side.removeAll();
        side.add(details.panel(actor, id, () -> {
            load();
            show(id);
        }));
        tellAddress();
    }

    private void tellAddress() {
        String query = selection.query();
        String address = (open == null ? "items" : "items/" + open) + (query.isEmpty() ? "" : "?" + query);
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
    }
}
