package org.lianbing.trade.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.LineChange;
import org.lianbing.trade.editing.OutlineCommit;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineEditions;
import org.lianbing.trade.editing.OutlineHead;
import org.lianbing.trade.editing.OutlineImport;
import org.lianbing.trade.editing.OutlineImportId;
import org.lianbing.trade.editing.OutlineImports;
import org.lianbing.trade.editing.OutlineProblem;

/** The workbench of a workbook of outlines: its drafts, each line to mend where it stands, and the commit. */
@Route("outlines/imports/:import/:number?")
@RolesAllowed({"TRAINER", "REVIEWER", "ADMIN"})
class OutlineImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OutlineImports imports;
    private final transient OutlineCommit commit;
    private final transient Actor actor;

    private final PageHeader header = new PageHeader("");
    private final Chips<Integer> drafts;
    private final Chips<Boolean> filter;
    private final HeadForm head;
    private final DraftGrid grid;
    private final DraftPanel panel;
    private final Span saved = new Span();
    private final Button submit = new Button();
    private final Button discard = new Button();

    private transient @Nullable OutlineImport opened;
    private int number = 1;
    private transient Map<Integer, DraftRow> rows = new HashMap<>();
    private boolean faultyOnly;

    OutlineImportView(
            OutlineImports imports,
            OutlineCommit commit,
            OutlineEditions editions,
            Trades trades,
            CurrentActor current) {
        this.imports = imports;
        this.commit = commit;
        this.actor = current.require();
        addClassNames("page", "workbench", "outline-import");
        drafts = new Chips<>(getTranslation("outlines.import.drafts"), this::open);
        filter = new Chips<>(getTranslation("outlines.import.filter"), this::narrow);
        head = new HeadForm(mine(trades), foundations(trades), this::settle);
        panel = new DraftPanel(trades, difference -> editions.uses(actor, difference.removedPoints()), this::change);
        grid = new DraftGrid(this::change, panel::choose);
        saved.addClassNames("muted", "small");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickListener(click -> commit());
        discard.setText(getTranslation("outlines.import.discard"));
        discard.addClickListener(click -> discard());
        panel.addClassName("bank-side");
        Div split = new Div(grid, panel);
        split.addClassName("split");
        Div bar = new Div(drafts, filter);
        bar.addClassNames("row", "between", "wrap");
        add(header, new Section(head), bar, split);
        Shortcuts.addShortcutListener(this, this::nextProblem, Key.F8);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        OutlineImportId id =
                OutlineImportId.of(event.getRouteParameters().get("import").orElse(""));
        OutlineImport found = imports.get(actor, id);
        opened = found;
        header.setCrumb(getTranslation("outlines.import.crumb"));
        header.setTitle(found.fileName().isEmpty() ? found.draft(1).name() : found.fileName());
        header.setActions(saved, discard, submit);
        found.drafts().forEach(draft -> drafts.put(draft.number(), draft.title()));
        drafts.setVisible(found.drafts().size() > 1);
        open(event.getRouteParameters().getInteger("number").orElse(1));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outlines.import.crumb");
    }

    private List<Trade> mine(Trades trades) {
        return trades.all().stream()
                .filter(one -> actor.has(Role.ADMIN)
                        || actor.hasFor(Role.TRAINER, one.id())
                        || actor.hasFor(Role.REVIEWER, one.id()))
                .toList();
    }

    private static List<Trade> foundations(Trades trades) {
        return trades.all().stream()
                .filter(one -> one.kind() == TradeKind.FOUNDATION)
                .toList();
    }

    private OutlineImportId id() {
        return Objects.requireNonNull(opened).id();
    }

    private void open(int wanted) {
        number = wanted;
        drafts.mark(wanted);
        OutlineDraft draft = imports.get(actor, id()).draft(wanted);
        List<OutlineProblem> problems = imports.problems(actor, draft);
        List<DraftRow> made = new ArrayList<>();
        rows = new HashMap<>();
        draft.lines().forEach(line -> {
            DraftRow row = new DraftRow(line, of(problems, line.number()));
            made.add(row);
            rows.put(line.number(), row);
        });
        grid.show(made, draft.committed() != null);
        grid.narrow(faultyOnly);
        filter.mark(faultyOnly);
        tell(draft, problems);
    }

    /** Brings everything around the lines up to date. */
    private void tell(OutlineDraft draft, List<OutlineProblem> problems) {
        head.show(draft, problems);
        panel.show(draft, problems, commit.difference(actor, draft));
        long blocking = problems.stream().filter(OutlineProblem::blocks).count();
        boolean committed = draft.committed() != null;
        submit.setText(
                committed
                        ? getTranslation("outlines.import.committed")
                        : blocking == 0
                                ? getTranslation("outlines.import.commit", draft.edition())
                                : getTranslation("outlines.import.to-mend", blocking));
        submit.setEnabled(!committed && blocking == 0);
        filter.put(false, getTranslation("outlines.import.all", draft.lines().size()));
        filter.put(
                true,
                getTranslation(
                        "outlines.import.faulty",
                        problems.stream()
                                .map(OutlineProblem::line)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()));
    }

    private static List<OutlineProblem> of(List<OutlineProblem> problems, int line) {
        return problems.stream()
                .filter(problem -> Objects.equals(problem.line(), line))
                .toList();
    }

    private void change(LineChange change) {
        try {
            OutlineDraft draft = imports.change(actor, id(), number, change);
            saved.setText(getTranslation("outlines.import.saved"));
            boolean sameLines = change instanceof LineChange.Mend
                    || change instanceof LineChange.ScaleWeights
                    || change instanceof LineChange.FillImportance;
            if (!sameLines) {
                open(number);
                return;
            }
            List<OutlineProblem> problems = imports.problems(actor, draft);
            draft.lines()
                    .forEach(line ->
                            Objects.requireNonNull(rows.get(line.number())).set(line, of(problems, line.number())));
            tell(draft, problems);
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        }
    }

    private void settle(OutlineHead now) {
        try {
            imports.settle(actor, id(), number, now);
            saved.setText(getTranslation("outlines.import.saved"));
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        }
        open(number);
    }

    private void narrow(boolean faulty) {
        faultyOnly = faulty;
        grid.narrow(faulty);
    }

    private void nextProblem() {
        List<Integer> wrong = imports.get(actor, id()).draft(number).lines().stream()
                .map(line -> line.number())
                .filter(line ->
                        !Objects.requireNonNull(rows.get(line)).problems().isEmpty())
                .toList();
        if (wrong.isEmpty()) {
            return;
        }
        int at = panel.chosen() == null ? -1 : wrong.indexOf(panel.chosen());
        grid.reveal(wrong.get((at + 1) % wrong.size()));
    }

    private void commit() {
        OutlineDraft draft = imports.get(actor, id()).draft(number);
        commit.commit(actor, id(), number);
        Notices.done(getTranslation("outlines.import.done", draft.name(), draft.edition()));
        List<OutlineDraft> left = imports.get(actor, id()).drafts().stream()
                .filter(one -> one.committed() == null)
                .toList();
        if (left.isEmpty()) {
            UI.getCurrent().navigate(OutlineNavigation.toOutline(Objects.requireNonNull(draft.trade()), draft.level()));
        } else {
            open(left.getFirst().number());
        }
    }

    private void discard() {
        Ask.once(
                this,
                getTranslation("outlines.import.discard.title"),
                getTranslation("outlines.import.discard.text"),
                getTranslation("outlines.import.discard"),
                () -> {
                    imports.discard(actor, id());
                    UI.getCurrent().navigate(OutlineNavigation.toAll());
                });
    }
}
