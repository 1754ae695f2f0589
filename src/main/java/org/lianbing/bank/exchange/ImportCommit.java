package org.lianbing.bank.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** The step from rows to drafts. */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportCommit {

    private static final Set<RowState> READY = Set.of(RowState.READY);

    private final ImportAccess access;
    private final ImportTable files;
    private final ImportRowTable rows;
    private final Items items;
    private final Review review;
    private final ItemRules rules;
    private final NearDuplicates near;
    private final Trades trades;
    private final Outlines outlines;
    private final AuditLog audit;
    private final Clock clock;

    ImportCommit(
            ImportAccess access,
            ImportTable files,
            ImportRowTable rows,
            Items items,
            Review review,
            ItemRules rules,
            NearDuplicates near,
            Trades trades,
            Outlines outlines,
            AuditLog audit,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.items = items;
        this.review = review;
        this.rules = rules;
        this.near = near;
        this.trades = trades;
        this.outlines = outlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a draft of every row that is ready, or a new version of the item that it changes: all of them or, where one
     * is refused, none. Other rows stay to be mended and committed later. Goes through them in parts, so that memory
     * does not grow with the file; the audit has one entry for all.
     *
     * @param submit whether the drafts are handed over for review at once
     * @throws Problem a conflict where nothing is ready, as when it was committed before
     */
    @Transactional
    public ImportCommitted commit(Actor actor, ImportId id, boolean submit) {
        ImportFile file = access.locked(actor, id);
        RowCheck check = new RowCheck(file.settings(), trades, outlines, rules);
        List<ItemId> made = new ArrayList<>();
        int changed = 0;
        int after = 0;
        List<ImportRow> part = rows.after(id, READY, after, Intake.PART);
        while (!part.isEmpty()) {
            after = part.getLast().number();
            List<ImportRow> still = still(actor, id, part);
            List<ImportRow> updates = still.stream()
                    .filter(row -> row.standing().updates() != null)
                    .toList();
            List<ImportRow> fresh = still.stream()
                    .filter(row -> row.standing().updates() == null)
                    .toList();
            List<ItemDraft> drafts =
                    fresh.stream().map(row -> demanded(row, check)).toList();
            List<ItemId> ids = drafts.isEmpty() ? List.of() : items.draftAll(actor, drafts, file.name(), submit);
            List<ImportRow> done = new ArrayList<>();
            for (int i = 0; i < fresh.size(); i++) {
                done.add(fresh.get(i).committed(ids.get(i)));
            }
            for (ImportRow row : updates) {
                done.add(row.committed(revised(actor, file, row, demanded(row, check), submit)));
            }
            rows.committed(id, done);
            done.forEach(row -> made.add(java.util.Objects.requireNonNull(row.item())));
            changed += updates.size();
            part = rows.after(id, READY, after, Intake.PART);
        }
        if (made.isEmpty()) {
            throw Problem.conflict(
                    file.count(RowState.COMMITTED) > 0 ? "exchange.committed-already" : "exchange.nothing-ready");
        }
        files.touch(id, clock.instant());
        audit.record(
                actor,
                "import.committed",
                "import",
                id.value(),
                file.name() + " · " + made.size() + (changed == 0 ? "" : " (" + changed + ")"));
        return new ImportCommitted(List.copyOf(made), rows.count(id, RowState.WAITING));
    }

    /** What is ready; what came into the bank by another way meanwhile is marked as a duplicate and left out. */
    private List<ImportRow> still(Actor actor, ImportId id, List<ImportRow> part) {
        Map<String, String> inBank = near.same(actor, Intake.prints(part));
        List<ImportRow> ready = new ArrayList<>();
        List<ImportRow> doubled = new ArrayList<>();
        for (ImportRow row : part) {
            String code =
                    row.fingerprint() == null || row.kept() || row.standing().updates() != null
                            ? null
                            : inBank.get(row.fingerprint());
            if (code == null) {
                ready.add(row);
            } else {
                doubled.add(row.settled(code, false, false));
            }
        }
        if (!doubled.isEmpty()) {
            rows.put(id, doubled);
        }
        return ready;
    }

    private static ItemDraft demanded(ImportRow row, RowCheck check) {
        ImportRow checked = check.check(row);
        Problem refused = Problem.conflict("exchange.row-refused", row.number(), row.sheet());
        ItemDraft draft = check.draft(row)
                .orElseThrow(() -> checked.problems().stream().anyMatch(ImportProblem::blocks)
                        ? refused
                        : Problem.invalid("exchange.trade-needed").with("field", "trade"));
        checked.problems().stream().filter(ImportProblem::blocks).findFirst().ifPresent(problem -> {
            throw refused.with("reason", problem.code());
        });
        return draft;
    }

    /** Drafts get a new version in place of the one proposed, published items a proposal; the code stays. */
    private ItemId revised(Actor actor, ImportFile file, ImportRow row, ItemDraft draft, boolean submit) {
        ItemId item = java.util.Objects.requireNonNull(row.standing().updates());
        String reason = row.standing().reason();
        Item before = items.get(actor, item);
        items.revise(
                actor,
                item,
                new ItemDraft(
                        before.code(),
                        before.trade(),
                        draft.levels(),
                        draft.points().isEmpty() ? before.points() : draft.points(),
                        draft.content(),
                        before.secrecy(),
                        draft.origin()),
                reason == null ? file.name() : reason);
        if (submit) {
            review.submit(actor, List.of(item));
        }
        return item;
    }
}
