package org.lianbing.bank.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportCommitted;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.ImportStatus;
import org.lianbing.bank.exchange.ProblemFile;
import org.lianbing.bank.exchange.RowBody;
import org.lianbing.bank.exchange.RowSelection;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** The workbench of one file: all its rows, the one selected at the side, and the commit. */
@Route("imports/:import")
@RolesAllowed("TRAINER")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle, WholePanel.Acts {

    private static final int POLL = 1_000;

    private final transient ImportService imports;
    private final transient ImportMending mending;
    private final transient ImportCommit commit;
    private final transient ProblemFile problemFile;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient Moments moments;
    private final transient Actor actor;

    private final PageHeader header = new PageHeader("");
    private final Chips<Set<RowState>> chips;
    private final ComboBox<Trade> trade = new ComboBox<>();
    private final Div notes = new Div();
    private final RowsGrid grid;
    private final Div side = new Div();
    private final Span saved = new Span();
    private final Button submit = new Button();

    private transient @Nullable ImportFile file;
    private transient @Nullable RowPanel panel;
    private transient @Nullable WholePanel whole;
    private transient @Nullable Integer version;
    private final ImportProgress progress = new ImportProgress(this::again, this::away);
    private final Button guesses = new Button();
    private final Div work = new Div();
    private transient @Nullable Integer selected;
    private Set<RowState> shown = EnumSet.allOf(RowState.class);

    ImportView(
            ImportService imports,
            ImportMending mending,
            ImportCommit commit,
            ProblemFile problemFile,
            Trades trades,
            Outlines outlines,
            Moments moments,
            CurrentActor current) {
        this.imports = imports;
        this.mending = mending;
        this.commit = commit;
        this.problemFile = problemFile;
        this.trades = trades;
        this.outlines = outlines;
        this.moments = moments;
        this.actor = current.require();
        this.grid = new RowsGrid(imports, this::choose);
        this.chips = new Chips<>(getTranslation("bankui.import.filter"), states -> {
            shown = states;
            grid.getDataProvider().refreshAll();
        });
        addClassNames("page", "workbench", "import");
        saved.addClassNames("muted", "small");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickListener(click -> commit());
        notes.addClassName("notes");
        side.addClassName("bank-side");
        Div bar = new Div(chips, tradeField());
        bar.addClassNames("row", "between", "wrap");
        Div split = new Div(grid, side);
        split.addClassName("split");
        guesses.addThemeVariants(ButtonVariant.LUMO_SMALL);
        guesses.addClickListener(click -> {
            file = mending.confirm(actor, file().id(), RowSelection.ALL);
            changed();
            show(selected == null ? 1 : selected);
        });
        work.add(bar, notes, bulk(), split);
        work.addClassName("stack");
        add(header, progress, work);
        Shortcuts.addShortcutListener(this, this::accept, Key.ENTER, KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, this::next, Key.F8);
        Shortcuts.addShortcutListener(this, this::back, Key.F8, KeyModifier.SHIFT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ImportId id = ImportId.of(event.getRouteParameters().get("import").orElse(""));
        ImportFile opened = imports.get(actor, id);
        file = opened;
        header.setCrumb(getTranslation("bankui.import.crumb"));
        header.setTitle(opened.name());
        Anchor problems = new Anchor(
                Downloads.workbook(
                        problemFile.name(opened, getLocale()),
                        (language, out) -> problemFile.write(actor, id, language, out)),
                getTranslation("bankui.import.problems"));
        problems.addClassName("button-link");
        header.setActions(saved, problems, submit);
        trade.setValue(
                opened.settings().trade() == null
                        ? null
                        : trades.get(opened.settings().trade()));
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
        show(asked.or(() -> imports.nextProblem(actor, id, 0)).orElse(1));
    }

    @Override
    public String getPageTitle() {
        return file().name();
    }

    private Component tradeField() {
        trade.setPlaceholder(getTranslation("bankui.import.trade-needed"));
        trade.setAriaLabel(getTranslation("bankui.trade"));
        trade.setItems(taught());
        trade.setItemLabelGenerator(one -> one.name(getLocale()));
        trade.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                ImportSettings now = file().settings();
                file = mending.settle(
                        actor, file().id(), new ImportSettings(change.getValue().id(), now.levels(), now.secrecy()));
                changed();
            }
        });
        return trade;
    }

    /** Looks again and again until all is read. */
    private void watch(UI ui) {
        ui.setPollInterval(POLL);
        Registration[] polls = new Registration[1];
        polls[0] = ui.addPollListener(poll -> {
            Optional<ImportFile> now = found();
            now.ifPresent(one -> file = one);
            refresh();
            if (now.isEmpty() || file().reading().status() != ImportStatus.READING) {
                ui.setPollInterval(-1);
                polls[0].remove();
                grid.refresh(file());
                if (file().reading().status() == ImportStatus.OPEN) {
                    show(imports.nextProblem(actor, file().id(), 0).orElse(1));
                }
            }
        });
        addDetachListener(gone -> ui.setPollInterval(-1));
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

    private void away() {
        Ask.once(
                this,
                getTranslation("bankui.import.delete-title"),
                getTranslation("bankui.import.delete-text"),
                getTranslation("bankui.import.delete"),
                () -> {
                    imports.delete(actor, file().id());
                    UI.getCurrent().navigate("imports");
                });
    }

    /** What is done to many rows at once. */
    private Component bulk() {
        Button assign = new Button(getTranslation("bankui.assign.open"), Icons.of("items"), click -> assign());
        assign.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button skip = new Button(getTranslation("bankui.import.skip-chosen"), click -> {
            if (!grid.chosen().isEmpty()) {
                file = mending.skip(actor, file().id(), RowSelection.of(grid.chosen()), true);
                changed();
            }
        });
        skip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button invite = new Button(getTranslation("bankui.import.invite"), click -> invite());
        invite.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button delete = new Button(getTranslation("bankui.import.delete"), click -> away());
        delete.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div bar = new Div(guesses, assign, skip, invite, delete);
        bar.addClassNames("row", "wrap", "import-bulk");
        return bar;
    }

    private void assign() {
        ImportFile now = file();
        new AssignDialog(
                        taught(),
                        now.settings().trade() == null
                                ? null
                                : trades.get(now.settings().trade()),
                        outlines,
                        grid.chosen(),
                        imports.categories(actor, now.id()),
                        (which, target) -> {
                            file = mending.assign(actor, now.id(), which, target);
                            changed();
                            show(selected == null ? 1 : selected);
                        })
                .open();
    }

    private void invite() {
        List<PersonName> people = imports.colleagues(actor, file().id());
        if (people.isEmpty()) {
            Notices.problem(getTranslation("bankui.import.invite-none"));
            return;
        }
        ComboBox<PersonName> whom = new ComboBox<>(getTranslation("bankui.import.invite-whom"));
        whom.setItems(people);
        whom.setItemLabelGenerator(PersonName::name);
        Dialog dialog = new Dialog(whom);
        dialog.setHeaderTitle(getTranslation("bankui.import.invite"));
        Button yes = new Button(getTranslation("bankui.import.invite"), click -> {
            if (whom.getValue() != null) {
                file = imports.invite(actor, file().id(), whom.getValue().id());
                dialog.close();
                Notices.done(
                        getTranslation("bankui.import.invited", whom.getValue().name()));
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), yes);
        dialog.open();
    }

    private List<Trade> taught() {
        return trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()))
                .toList();
    }

    /** Ctrl+Enter: takes the row as it stands now, and goes to the next problem. */
    private void accept() {
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

    private void back() {
        if (selected != null && selected > 1) {
            show(selected - 1);
        }
    }

    private void show(int number) {
        side.removeAll();
        panel = null;
        whole = null;
        Optional<ImportRow> row = find(number);
        if (row.isEmpty()) {
            side.add(new EmptyState("check", getTranslation("bankui.import.none-here"), ""));
            return;
        }
        selected = number;
        version = row.get().edit().version();
        grid.mark(row.get());
        if (row.get().body() instanceof RowBody.Whole) {
            ImportFile now = file();
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
            side.add(whole);
        } else {
            panel = new RowPanel(row.get(), imports.type(file(), row.get()).orElse(null), this);
            side.add(panel);
        }
        UI.getCurrent().getPage().getHistory().replaceState(null, "imports/" + file().id() + "?row=" + number);
    }

    /** A row was clicked; on a phone it stands below the list. */
    private void choose(int number) {
        show(number);
        side.getElement().executeJs("if (innerWidth < 900) this.scrollIntoView({behavior: 'smooth'})");
    }

    private Optional<ImportRow> find(int number) {
        try {
            return Optional.of(imports.row(actor, file().id(), number));
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
            ImportRow mended = mending.mend(actor, file().id(), number, version, changes);
            changed();
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
                file().id(),
                number,
                version,
                draft.content(),
                new RowTarget(null, draft.levels(), draft.points()));
        changed();
        if (andNext && mended.state() != RowState.FAULTY) {
            next();
        } else {
            show(number);
        }
    }

    @Override
    public void confirm() {
        if (selected != null) {
            mending.confirm(actor, file().id(), selected);
            changed();
            next();
        }
    }

    @Override
    public void keep(boolean kept) {
        if (selected != null) {
            mending.keep(actor, file().id(), selected, kept);
            changed();
            next();
        }
    }

    @Override
    public Optional<Item> updatable(ImportRow row) {
        return mending.updatable(actor, row);
    }

    @Override
    public void update(ItemId item, String reason) {
        if (selected != null) {
            mending.update(actor, file().id(), selected, version, item, reason);
            changed();
            show(selected);
        }
    }

    @Override
    public void separate() {
        if (selected != null) {
            mending.separate(actor, file().id(), selected, version);
            changed();
            show(selected);
        }
    }

    @Override
    public void skip(boolean skipped) {
        if (selected != null) {
            mending.skip(actor, file().id(), selected, skipped);
            changed();
            next();
        }
    }

    @Override
    public void next() {
        int after = selected == null ? 0 : selected;
        Optional<Integer> next = imports.nextProblem(actor, file().id(), after);
        if (next.isPresent()) {
            show(next.get());
        } else {
            show(after == 0 ? 1 : after);
            Notices.done(getTranslation("bankui.import.no-more"));
        }
    }

    private void commit() {
        if (file().settings().trade() == null) {
            trade.focus();
            Notices.problem(getTranslation("exchange.trade-needed"));
            return;
        }
        ImportCommitted done = commit.commit(actor, file().id(), true);
        changed();
        Notices.done(
                done.left() == 0
                        ? getTranslation("bankui.import.done", done.items().size())
                        : getTranslation("bankui.import.done-left", done.items().size(), done.left()));
        show(selected == null ? 1 : selected);
    }

    private void changed() {
        ImportFile now = imports.get(actor, file().id());
        file = now;
        grid.refresh(now);
        refresh();
    }

    private void refresh() {
        ImportFile now = file();
        chips.put(EnumSet.allOf(RowState.class), getTranslation("bankui.import.all", now.rows()));
        chip(now, RowState.READY);
        chip(now, RowState.FAULTY);
        if (now.count(RowState.GUESSED) > 0) {
            chip(now, RowState.GUESSED);
        }
        chip(now, RowState.DUPLICATE);
        if (now.count(RowState.KNOWN) > 0) {
            chip(now, RowState.KNOWN);
        }
        if (now.count(RowState.SKIPPED) > 0) {
            chip(now, RowState.SKIPPED);
        }
        if (now.count(RowState.COMMITTED) > 0) {
            chip(now, RowState.COMMITTED);
        }
        progress.show(now);
        work.setVisible(now.reading().status() == ImportStatus.OPEN);
        guesses.setText(getTranslation("bankui.import.confirm-all", now.count(RowState.GUESSED)));
        guesses.setVisible(now.count(RowState.GUESSED) > 0);
        chips.mark(shown);
        saved.setText(getTranslation("bankui.import.saved", moments.dayAndTime(this, now.changedAt())));
        submit.setText(getTranslation("bankui.import.submit", now.count(RowState.READY)));
        submit.setEnabled(now.count(RowState.READY) > 0);
    }

    private void chip(ImportFile now, RowState state) {
        chips.put(EnumSet.of(state), getTranslation("bankui.row." + state) + " " + now.count(state));
    }

    private String words(ImportProblem problem) {
        return getTranslation(problem.code(), problem.arguments().toArray());
    }

    private ImportFile file() {
        if (file == null) {
            throw new IllegalStateException("opened without an import");
        }
        return file;
    }
}
