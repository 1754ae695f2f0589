package org.lianbing.bank.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.exchange.ReadyRows.Ready;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.ImportRowWriter;
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

    private final ImportAccess access;
    private final ImportTable files;
    private final ImportRowTable rows;
    private final ImportRowWriter writer;
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
            ImportRowWriter writer,
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
        this.writer = writer;
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
     * is refused, none. A row whose item cannot be changed now, or was changed since the row was read, is set aside for
     * a person and keeps nothing else from being committed. Other rows stay to be mended and committed later. Goes
     * through them in parts, so that memory does not grow with the file; the audit has one entry for all.
     *
     * @param submit whether the drafts are handed over for review at once
     * @throws Problem a conflict where nothing is ready, as when it was committed before
     */
    @Transactional
    public ImportCommitted commit(Actor actor, ImportId id, boolean submit) {
        ImportFile file = access.locked(actor, id);
        List<ItemId> made = new ArrayList<>();
        List<Integer> aside = new ArrayList<>();
        int changed = 0;
        try (ReadyRows ready = new ReadyRows(rows, id, new RowCheck(file.settings(), trades, outlines, rules))) {
            List<Ready> part = ready.next();
            while (!part.isEmpty()) {
                List<ImportRow> held = held(actor, part);
                writer.put(id, held);
                List<Integer> numbers = held.stream().map(ImportRow::number).toList();
                aside.addAll(numbers);
                List<Ready> free = part.stream()
                        .filter(one -> !numbers.contains(one.row().number()))
                        .toList();
                List<ImportRow> done = committed(actor, file, still(actor, id, free), submit);
                writer.committed(id, done);
                done.forEach(row -> made.add(Objects.requireNonNull(row.item())));
                changed += (int) done.stream()
                        .filter(row -> row.standing().updates() != null)
                        .count();
                part = ready.next();
            }
        }
        if (made.isEmpty() && aside.isEmpty()) {
            throw Problem.conflict(
                    file.count(RowState.COMMITTED) > 0 ? "exchange.committed-already" : "exchange.nothing-ready");
        }
        files.touch(id, clock.instant());
        if (!made.isEmpty()) {
            audit.record(
                    actor,
                    "import.committed",
                    "import",
                    id.value(),
                    file.name() + " · " + made.size() + (changed == 0 ? "" : " (" + changed + ")"));
        }
        return new ImportCommitted(made, aside, rows.count(id, RowState.WAITING));
    }

    /** Rows of a part that cannot change their items now, as they are to be kept. */
    private List<ImportRow> held(Actor actor, List<Ready> part) {
        List<ImportRow> changing = part.stream()
                .map(Ready::row)
                .filter(row -> row.standing().updates() != null)
                .toList();
        Map<ItemId, Item> open = items.among(
                actor,
                changing.stream()
                        .map(row -> Objects.requireNonNull(row.standing().updates()))
                        .toList());
        List<ImportRow> held = new ArrayList<>();
        for (ImportRow row : changing) {
            ItemId item = Objects.requireNonNull(row.standing().updates());
            Item now = open.get(item);
            ItemVersionId basis = row.standing().basis();
            if (now == null || !items.mayRevise(actor, item)) {
                held.add(row.with(row.standing().held(row.number())).settled(row.duplicateOf(), row.kept(), false));
            } else if (basis != null && !basis.equals(now.latest().id())) {
                held.add(row.with(row.standing().doubted(now.latest().id(), now.code()))
                        .settled(row.duplicateOf(), row.kept(), false));
            }
        }
        return held;
    }

    private List<ImportRow> committed(Actor actor, ImportFile file, List<Ready> still, boolean submit) {
        List<Ready> fresh = still.stream()
                .filter(one -> one.row().standing().updates() == null)
                .toList();
        List<ItemDraft> drafts = fresh.stream().map(Ready::demanded).toList();
        List<ItemId> ids = drafts.isEmpty() ? List.of() : items.draftAll(actor, drafts, file.name(), submit);
        List<ImportRow> done = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            done.add(fresh.get(i).row().committed(ids.get(i)));
        }
        for (Ready one : still) {
            if (one.row().standing().updates() != null) {
                done.add(one.row().committed(revised(actor, file, one.row(), one.demanded(), submit)));
            }
        }
        return done;
    }

    /** What is ready; what came into the bank by another way meanwhile is marked as a duplicate and left out. */
    private List<Ready> still(Actor actor, ImportId id, List<Ready> part) {
        Map<String, String> inBank =
                near.same(actor, Intake.prints(part.stream().map(Ready::row).toList()));
        List<Ready> ready = new ArrayList<>();
        List<ImportRow> doubled = new ArrayList<>();
        for (Ready one : part) {
            ImportRow row = one.row();
            String code =
                    row.fingerprint() == null || row.kept() || row.standing().updates() != null
                            ? null
                            : inBank.get(row.fingerprint());
            if (code == null) {
                ready.add(one);
            } else {
                doubled.add(row.settled(code, false, false));
            }
        }
        if (!doubled.isEmpty()) {
            writer.put(id, doubled);
        }
        return ready;
    }

    /** Drafts get a new version in place of the one proposed, published items a proposal; the code stays. */
    private ItemId revised(Actor actor, ImportFile file, ImportRow row, ItemDraft draft, boolean submit) {
        ItemId item = Objects.requireNonNull(row.standing().updates());
        String reason = row.standing().reason();
        Item before = items.get(actor, item);
        ItemVersionId basis = row.standing().basis();
        items.revise(
                actor,
                item,
                basis == null ? before.latest().id() : basis,
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
