package org.lianbing.bank.ui;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportCommitted;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportOutcome;
import org.lianbing.bank.exchange.ImportOutcomes;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.ImportStatus;
import org.lianbing.bank.exchange.ProblemFile;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.review.Packets;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** The workbench of one file: all its rows, the one selected at the side, and the commit. */
@Route("imports/:import")
@RolesAllowed("TRAINER")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle, ImportDesk {

    private static final int MOST_NAMED = 20;

    /** What the workbench asks of the bank. */
    @org.springframework.stereotype.Component
    record Services(
            ImportService imports,
            ImportMending mending,
            ImportCommit commit,
            ImportOutcomes outcomes,
            ProblemFile problemFile,
            Packets packets,
            Trades trades,
            ItemText text,
            Moments moments) {}

    private final transient ImportService imports;
    private final transient ImportMending mending;
    private final transient ImportCommit commit;
    private final transient ImportOutcomes outcomes;
    private final transient Actor actor;

    private final ImportHeader header;
    private final RowChips chips;
    private final ImportSteps steps = new ImportSteps(this::go);
    private final OutcomeBar outcome;
    private final ImportTrade trade;
    private final Div notes = new Div();
    private final RowsGrid grid;
    private final RowSide side;
    private final ImportTools tools;

    private transient @Nullable ImportFile file;
    private final ImportProgress progress = new ImportProgress(this::again, () -> tools().away());
    private final Div work = new Div();
    private Set<RowState> shown = EnumSet.allOf(RowState.class);

    ImportView(Services desk, RowSide.Services services, CurrentActor current) {
        this.imports = desk.imports();
        this.mending = desk.mending();
        this.commit = desk.commit();
        this.outcomes = desk.outcomes();
        this.actor = current.require();
        this.trade = new ImportTrade(desk.trades(), actor, this::settle);
        this.header = new ImportHeader(desk.problemFile(), desk.moments(), this::commit);
        this.grid = new RowsGrid(imports, outcomes, services.outlines(), desk.text(), number -> side().choose(number));
        this.side = new RowSide(services, actor, this);
        this.tools = new ImportTools(services, actor, this, grid, side::refresh);
        this.outcome = new OutcomeBar(desk.packets(), actor, this::changed);
        this.chips = new RowChips(getTranslation("bankui.import.filter"), this::filter);
        addClassNames("page", "workbench", "import");
        notes.addClassName("notes");
        Div bar = new Div(chips, trade);
        bar.addClassNames("row", "between", "wrap");
        Div split = new Div(grid, side);
        split.addClassName("split");
        work.add(steps, outcome, bar, notes, tools, split);
        work.addClassName("stack");
        add(header, progress, work);
        Shortcuts.addShortcutListener(this, side::accept, Key.ENTER, KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, side::next, Key.F8);
        Shortcuts.addShortcutListener(this, side::back, Key.F8, KeyModifier.SHIFT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ImportId id = ImportId.of(event.getRouteParameters().get("import").orElse(""));
        ImportFile opened = imports.get(actor, id);
        file = opened;
        header.open(opened, actor);
        trade.show(opened);
        notes.removeAll();
        opened.notes().forEach(note -> notes.add(new Paragraph(words(note))));
        notes.setVisible(!opened.notes().isEmpty());
        grid.open(actor, opened, () -> shown);
        refresh();
        if (opened.reading().status() != ImportStatus.OPEN) {
            watch(event.getUI());
            return;
        }
        Optional<Integer> asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("row")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf);
        side.show(asked.or(() -> imports.nextProblem(actor, id, 0)).orElse(1));
    }

    @Override
    public String getPageTitle() {
        return file().name();
    }

    private void settle(Trade chosen) {
        ImportSettings now = file().settings();
        file = mending.settle(actor, file().id(), new ImportSettings(chosen.id(), now.levels(), now.secrecy()));
        changed();
        side.refresh();
    }

    /** Looks again and again until all is read. */
    private void watch(UI ui) {
        ImportWatch.begin(ui, this, new ImportWatch.Look() {
            @Override
            public boolean again() {
                Optional<ImportFile> now = found();
                now.ifPresent(one -> file = one);
                refresh();
                return now.isPresent() && file().reading().status() == ImportStatus.READING;
            }

            @Override
            public void done() {
                grid.refresh(file());
                if (file().reading().status() == ImportStatus.OPEN) {
                    side.show(imports.nextProblem(actor, file().id(), 0).orElse(1));
                }
            }
        });
    }

    private Optional<ImportFile> found() {
        try {
            return Optional.of(imports.get(actor, file().id()));
        } catch (Problem gone) {
            return Optional.empty();
        }
    }

    private void again() {
        file = imports.restart(actor, file().id());
        refresh();
        watch(UI.getCurrent());
    }

    /** A step of the line leads to what it needs. */
    private void go(ImportSteps.Step step) {
        switch (step) {
            case READ -> filter(EnumSet.allOf(RowState.class));
            case CONFIRM -> side.next();
            case MAP -> map();
            case COMMIT -> {
                if (ImportHeader.maySubmit(file())) {
                    commit();
                }
            }
            case REVIEW -> {
                if (file().count(RowState.COMMITTED) > 0) {
                    filter(EnumSet.of(RowState.COMMITTED));
                    outcome.deal();
                }
            }
        }
    }

    /** Leads to what has no point yet: in the file or, where all of it is committed, in the bank. */
    private void map() {
        TradeId whose = file().settings().trade();
        ImportOutcome came = outcomes.of(actor, file().id());
        if (whose == null) {
            trade.focus();
        } else if (came.unmapped().isEmpty() && came.uncovered() > 0) {
            UI.getCurrent().navigate("items", OutcomeBar.items(whose));
        } else {
            tools.map();
        }
    }

    private void filter(Set<RowState> states) {
        shown = states;
        chips.mark(states);
        grid.getDataProvider().refreshAll();
    }

    private void commit() {
        if (file().settings().trade() == null) {
            trade.focus();
            Notices.problem(getTranslation("exchange.trade-needed"));
            return;
        }
        ImportCommitted done = commit.commit(actor, file().id(), true);
        changed();
        if (!done.aside().isEmpty()) {
            Notices.problem(getTranslation(
                    "bankui.import.done-aside",
                    done.items().size(),
                    done.aside().stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(" · "))));
        } else {
            Notices.done(
                    done.left() == 0
                            ? getTranslation("bankui.import.done", done.items().size())
                            : getTranslation(
                                    "bankui.import.done-left", done.items().size(), done.left()));
        }
        side.refresh();
    }

    @Override
    public void changed() {
        ImportFile now = imports.get(actor, file().id());
        file = now;
        grid.refresh(now);
        refresh();
    }

    private void refresh() {
        ImportFile now = file();
        ImportOutcome came = outcomes.of(actor, now.id());
        chips.show(now);
        steps.show(now, came);
        outcome.show(came, trade.of(now));
        progress.show(now);
        work.setVisible(now.reading().status() == ImportStatus.OPEN);
        tools.show(now, came.unmapped());
        chips.mark(shown);
        header.show(now);
    }

    private String words(ImportProblem problem) {
        return getTranslation(problem.code(), problem.arguments().toArray());
    }

    @Override
    public void selected(ImportRow row) {
        grid.mark(row);
        if (shown.size() == RowState.values().length) {
            grid.reveal(row);
        }
    }

    private RowSide side() {
        return side;
    }

    private ImportTools tools() {
        return tools;
    }

    @Override
    public ImportFile file() {
        if (file == null) {
            throw new IllegalStateException("opened without an import");
        }
        return file;
    }
}
