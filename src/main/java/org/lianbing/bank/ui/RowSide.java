package org.lianbing.bank.ui;

import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportUpdates;
import org.lianbing.bank.exchange.PointGuesses;
import org.lianbing.bank.exchange.RowBody;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Notices;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** The row of an import that is selected, at the side of the list: shown, mended and decided on. */
class RowSide extends Div implements RowPanel.Acts, WholePanel.Acts {

    /** What it asks of the import. */
    @org.springframework.stereotype.Component
    record Services(
            ImportService imports,
            ImportMending mending,
            ImportUpdates updates,
            PointGuesses guesses,
            Trades trades,
            Outlines outlines,
            ItemText text) {}

    private final transient ImportService imports;
    private final transient ImportMending mending;
    private final transient ImportUpdates updates;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient Actor actor;
    private final transient ImportDesk desk;

    private transient @Nullable RowPanel panel;
    private transient @Nullable WholePanel whole;
    private transient @Nullable Integer version;
    private transient @Nullable Integer selected;

    RowSide(Services services, Actor actor, ImportDesk desk) {
        this.imports = services.imports();
        this.mending = services.mending();
        this.updates = services.updates();
        this.trades = services.trades();
        this.outlines = services.outlines();
        this.actor = actor;
        this.desk = desk;
        addClassName("bank-side");
    }

    /** Shows the selected row anew, or the first. */
    void refresh() {
        show(selected == null ? 1 : selected);
    }

    /** Ctrl+Enter: takes the row as it stands now, and goes to the next problem. */
    void accept() {
        WholePanel shownWhole = whole;
        if (shownWhole == null) {
            save(changes(), true);
            return;
        }
        ItemDraft draft = shownWhole.draft();
        if (draft == null) {
            next();
        } else {
            save(draft, true);
        }
    }

    /** Shows the row before. */
    void back() {
        if (selected != null && selected > 1) {
            show(selected - 1);
        }
    }

    /** Shows a row. */
    void show(int number) {
        removeAll();
        panel = null;
        whole = null;
        Optional<ImportRow> row = find(number);
        if (row.isEmpty()) {
            add(new EmptyState("check", getTranslation("bankui.import.none-here"), ""));
            return;
        }
        selected = number;
        version = row.get().edit().version();
        desk.selected(row.get());
        if (row.get().body() instanceof RowBody.Whole) {
            ImportFile now = desk.file();
            TradeId goes = row.get().target().trade() == null
                    ? now.settings().trade()
                    : row.get().target().trade();
            whole = new WholePanel(
                    now,
                    row.get(),
                    imports.reading(now, row.get()),
                    goes == null ? null : trades.get(goes),
                    outlines,
                    this);
            add(whole);
        } else {
            panel = new RowPanel(row.get(), imports.type(desk.file(), row.get()).orElse(null), this);
            add(panel);
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, "imports/" + desk.file().id() + "?row=" + number);
    }

    /** A row was clicked; on a phone it stands below the list. */
    void choose(int number) {
        show(number);
        getElement().executeJs("if (innerWidth < 900) this.scrollIntoView({behavior: 'smooth'})");
    }

    private Optional<ImportRow> find(int number) {
        try {
            return Optional.of(imports.row(actor, desk.file().id(), number));
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    private Map<ImportField, String> changes() {
        return panel == null ? Map.of() : panel.changes();
    }

    @Override
    public void save(Map<ImportField, String> changes, boolean andNext) {
        Integer number = selected;
        if (number == null) {
            return;
        }
        if (!changes.isEmpty()) {
            ImportRow mended = mending.mend(actor, desk.file().id(), number, version, changes);
            desk.changed();
            if (mended.state() == RowState.FAULTY) {
                show(number);
                return;
            }
        }
        if (andNext) {
            next();
        } else {
            show(number);
        }
    }

    @Override
    public void save(ItemDraft draft, boolean andNext) {
        Integer number = selected;
        if (number == null) {
            return;
        }
        ImportRow mended = mending.mend(
                actor,
                desk.file().id(),
                number,
                version,
                draft.content(),
                new RowTarget(null, draft.levels(), draft.points()));
        desk.changed();
        if (andNext && mended.state() != RowState.FAULTY) {
            next();
        } else {
            show(number);
        }
    }

    @Override
    public void confirm() {
        if (selected != null) {
            mending.confirm(actor, desk.file().id(), selected);
            desk.changed();
            next();
        }
    }

    @Override
    public void keep(boolean kept) {
        if (selected != null) {
            mending.keep(actor, desk.file().id(), selected, kept);
            desk.changed();
            next();
        }
    }

    @Override
    public Optional<Item> updatable(ImportRow row) {
        return updates.updatable(actor, row);
    }

    @Override
    public void update(ItemId item, String reason) {
        if (selected != null) {
            updates.update(actor, desk.file().id(), selected, version, item, reason);
            desk.changed();
            show(selected);
        }
    }

    @Override
    public void separate() {
        if (selected != null) {
            updates.separate(actor, desk.file().id(), selected, version);
            desk.changed();
            show(selected);
        }
    }

    @Override
    public void skip(boolean skipped) {
        if (selected != null) {
            mending.skip(actor, desk.file().id(), selected, skipped);
            desk.changed();
            next();
        }
    }

    @Override
    public void next() {
        int after = selected == null ? 0 : selected;
        Optional<Integer> next = imports.nextProblem(actor, desk.file().id(), after);
        if (next.isPresent()) {
            show(next.get());
        } else {
            show(after == 0 ? 1 : after);
            Notices.done(getTranslation("bankui.import.no-more"));
        }
    }
}
