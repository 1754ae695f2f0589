package org.lianbing.trade.editing;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.trade.CatalogChanges;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.store.EditionRows;
import org.lianbing.trade.store.OutlineImportRows;

/** Makes a draft the edition in force, or tells beforehand what would become different. */
@Service
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER', 'ADMIN')")
public class OutlineCommit {

    private final OutlineImports imports;
    private final OutlineImportRows rows;
    private final EditionRows editions;
    private final Trades trades;
    private final Outlines outlines;
    private final CatalogChanges changes;
    private final AuditLog audit;
    private final Clock clock;

    OutlineCommit(
            OutlineImports imports,
            OutlineImportRows rows,
            EditionRows editions,
            Trades trades,
            Outlines outlines,
            CatalogChanges changes,
            AuditLog audit,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.editions = editions;
        this.trades = trades;
        this.outlines = outlines;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would become different; empty as long as something blocks the draft. */
    @Transactional(readOnly = true)
    public Optional<OutlineDifference> difference(Actor actor, OutlineDraft draft) {
        if (draft.committed() != null || blocked(actor, draft)) {
            return Optional.empty();
        }
        Outline before = outlines.current(Objects.requireNonNull(draft.trade()), draft.level())
                .orElse(null);
        return Optional.of(OutlineDifference.between(before, DraftOutline.of(draft, before)));
    }

    /**
     * Puts a draft in force as a new edition; the former one stays to be looked at and to be put in force again.
     *
     * @throws Problem where something blocks the draft, or where it was committed already
     */
    @Transactional
    public OutlineId commit(Actor actor, OutlineImportId id, int number) {
        rows.lock(id);
        OutlineImport found = imports.get(actor, id);
        OutlineDraft draft = found.draft(number);
        if (draft.committed() != null) {
            throw Problem.conflict("trade.outline.committed");
        }
        List<OutlineProblem> problems = imports.problems(actor, draft);
        long blocking = problems.stream().filter(OutlineProblem::blocks).count();
        if (blocking > 0) {
            throw Problem.invalid("trade.outline.blocked", blocking);
        }
        Trade trade = trades.get(Objects.requireNonNull(draft.trade()));
        OutlineReach.requireWrite(actor, trade.id());
        String code = OutlineImports.code(trade, draft);
        LineTree tree = new LineTree(draft.lines());
        OutlineId made = editions.add(
                actor,
                new EditionRows.NewEdition(
                        trade.id(),
                        draft.level(),
                        code,
                        draft.name().strip(),
                        draft.edition().strip(),
                        found.fileName().isEmpty() ? null : found.fileName(),
                        tree.entries(
                                Weights.of(tree, OutlineCheck.inside(draft)).ofWhole()),
                        draft.inclusions().stream()
                                .map(inclusion -> new Outline.Inclusion(inclusion.foundation(), inclusion.weight()))
                                .toList()),
                editions.heirs(code),
                clock.instant());
        rows.put(id, draft.committedAs(made));
        rows.touch(id, clock.instant());
        audit.record(actor, "outline.committed", "outline", made.value(), code + " " + draft.edition());
        changes.afterCommit();
        return made;
    }

    private boolean blocked(Actor actor, OutlineDraft draft) {
        return imports.problems(actor, draft).stream().anyMatch(OutlineProblem::blocks);
    }
}
