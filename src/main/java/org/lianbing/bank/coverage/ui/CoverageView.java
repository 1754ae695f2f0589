package org.lianbing.bank.coverage.ui;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.coverage.Coverage;
import org.lianbing.bank.coverage.CoverageMap;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.StatTile;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.OwnTrade;
import org.lianbing.trade.Trade;
import org.lianbing.trade.ui.OutlineNavigation;
import org.lianbing.trade.ui.TradeBox;

/** The coverage map: how the items of a trade lie on the points of its outline, and one click to where they lack. */
@Route("coverage")
@Menu(title = "coverage.menu", icon = "coverage", order = 13)
@RolesAllowed({"TRAINER", "REVIEWER"})
class CoverageView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final transient Coverage coverage;
    private final transient OwnTrade own;
    private final transient Actor actor;
    private final transient Ways ways;

    private final PageHeader header;
    private final TradeBox trade = new TradeBox();
    private final Select<Level> level = new Select<>();
    private final Chips<Boolean> filter;
    private final Div tiles = new Div();
    private final MapGrid grid;
    private final HolePanel panel;
    private final Div work = new Div();
    private final Div nothing = new Div();
    private transient @Nullable CoverageMap map;
    private boolean holesOnly;
    private boolean filling;

    CoverageView(Coverage coverage, OwnTrade own, CurrentActor current) {
        this.own = own;
        this.coverage = coverage;
        this.actor = current.require();
        this.ways = new Ways(actor);
        addClassNames("page", "workbench", "coverage");
        header = new PageHeader(getTranslation("base.section.1"), getTranslation("bank.coverage.title"));
        filter = new Chips<>(getTranslation("coverage.filter"), this::narrow);
        panel = new HolePanel(ways);
        grid = new MapGrid(ways, node -> {
            CoverageMap shown = map;
            if (shown != null) {
                panel.show(node, shown);
            }
        });
        grid.addItemClickListener(click ->
                panel.getElement().executeJs("if (innerWidth < 900) this.scrollIntoView({behavior: 'smooth'})"));
        Narrow.follow(this, grid::narrow);
        tiles.addClassName("tiles");
        work.addClassName("split");
        work.add(grid, panel);
        add(header, choice(), tiles, work, nothing);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        List<Trade> mine = coverage.trades(actor);
        filling = true;
        trade.setItems(mine);
        Optional<Trade> wanted = asked.getSingleParameter("trade")
                .flatMap(text -> mine.stream()
                        .filter(one ->
                                one.id().toString().equals(text) || one.code().equals(text))
                        .findFirst());
        trade.setValue(wanted.or(() -> own.among(actor, mine)).orElse(null));
        offerLevels(asked.getSingleParameter("level").flatMap(Level::find).orElse(null));
        holesOnly = asked.getParameters().containsKey("holes");
        filter.mark(holesOnly);
        filling = false;
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bank.coverage.title");
    }

    private Div choice() {
        trade.setAriaLabel(getTranslation("bankui.trade"));
        level.setAriaLabel(getTranslation("bankui.level"));
        level.setItemLabelGenerator(one -> one == null ? "" : getTranslation("base.level." + one.code()));
        trade.addValueChangeListener(change -> {
            if (!filling) {
                filling = true;
                offerLevels(null);
                filling = false;
                chosen();
            }
        });
        level.addValueChangeListener(change -> {
            if (!filling) {
                chosen();
            }
        });
        Div choice = new Div(trade, level, filter);
        choice.addClassNames("row", "wrap", "coverage-choice");
        return choice;
    }

    private void offerLevels(@Nullable Level wanted) {
        Trade chosen = trade.getValue();
        List<Level> levels = chosen == null ? List.of() : chosen.levels();
        level.setItems(levels);
        level.setVisible(!levels.isEmpty());
        level.setValue(wanted != null && levels.contains(wanted) ? wanted : levels.isEmpty() ? null : levels.getLast());
    }

    private void chosen() {
        UI.getCurrent().getPage().getHistory().replaceState(null, address());
        load();
    }

    private String address() {
        Trade chosen = trade.getValue();
        return chosen == null
                ? "coverage"
                : CoverageNavigation.toMap(chosen.id(), level.getValue()) + (holesOnly ? "&holes" : "");
    }

    private void narrow(boolean only) {
        holesOnly = only;
        CoverageMap shown = map;
        if (shown != null) {
            grid.show(shown, only);
            UI.getCurrent().getPage().getHistory().replaceState(null, address());
        }
    }

    private void load() {
        Trade chosen = trade.getValue();
        nothing.removeAll();
        if (chosen == null) {
            missing(getTranslation("coverage.no-trade"), "");
            return;
        }
        CoverageMap read;
        try {
            read = coverage.map(actor, chosen.id(), level.getValue());
        } catch (Problem problem) {
            missing(getTranslation(problem.code(), problem.arguments()), getTranslation("coverage.no-outline-hint"));
            Anchor way = new Anchor(OutlineNavigation.toAll(), getTranslation("coverage.to-outlines"));
            way.setRouterIgnore(false);
            way.addClassNames("button-link", "primary");
            nothing.add(way);
            return;
        }
        map = read;
        ways.follow(read);
        work.setVisible(true);
        tiles.setVisible(true);
        fillTiles(read);
        actions(read);
        long holes = read.points()
                .filter(point -> point.hole() != org.lianbing.bank.coverage.PointCoverage.Hole.NONE)
                .count();
        filter.put(false, getTranslation("coverage.filter.all", read.covered().whole()));
        filter.put(true, getTranslation("coverage.filter.holes", holes));
        filter.mark(holesOnly);
        grid.show(read, holesOnly);
        panel.show(null, read);
    }

    private void missing(String title, String hint) {
        work.setVisible(false);
        tiles.setVisible(false);
        header.setActions();
        nothing.add(new EmptyState("coverage", title, hint));
    }

    private void fillTiles(CoverageMap shown) {
        List<StatTile> all = new ArrayList<>();
        all.add(tile("coverage.tile.covered", shown.covered()));
        all.add(tile("coverage.tile.core", shown.coreCovered()));
        all.add(tile("coverage.tile.whole", shown.whole()));
        all.add(new StatTile(
                getTranslation("coverage.tile.items"),
                String.valueOf(shown.total().items()),
                getTranslation(
                        "coverage.tile.coming",
                        shown.total().draft(),
                        shown.total().review()),
                Tone.BLUE));
        if (shown.elsewhere().published() + shown.elsewhere().coming() > 0) {
            all.add(new StatTile(
                    getTranslation("coverage.tile.elsewhere"),
                    String.valueOf(
                            shown.elsewhere().published() + shown.elsewhere().coming()),
                    getTranslation("coverage.tile.elsewhere-unit"),
                    Tone.WARN));
        }
        tiles.removeAll();
        all.forEach(tiles::add);
    }

    private StatTile tile(String key, CoverageMap.Ratio ratio) {
        return new StatTile(
                getTranslation(key),
                String.valueOf(ratio.part()),
                getTranslation("coverage.tile.of", ratio.whole()),
                ratio.part() == ratio.whole() ? Tone.GOOD : Tone.PLAIN);
    }

    private void actions(CoverageMap shown) {
        Span edition = new Span(getTranslation("coverage.edition", shown.edition()));
        edition.addClassNames("muted", "small");
        Anchor outline = new Anchor(
                OutlineNavigation.toOutline(shown.trade().id(), shown.level()), getTranslation("coverage.outline"));
        outline.setRouterIgnore(false);
        outline.addClassName("button-link");
        Anchor export = new Anchor(workbook(shown), getTranslation("coverage.export"));
        export.addClassName("button-link");
        header.setActions(edition, outline, export);
    }

    private DownloadHandler workbook(CoverageMap shown) {
        String name =
                getTranslation("bank.coverage.title") + " " + shown.trade().name(getLocale()) + ".xlsx";
        return event -> {
            event.setFileName(name);
            event.setContentType(XLSX);
            try (OutputStream out = event.getOutputStream()) {
                coverage.export(
                        actor, shown.trade().id(), shown.level(), event.getUI().getLocale(), out);
            }
        };
    }
}
