package org.lianbing.bank.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
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

    private final ImportTable files;
    private final ImportRowTable rows;
    private final Items items;
    private final Review review;
    private final ItemRules rules;
    private final Trades trades;
    private final Outlines outlines;
    private final AuditLog audit;
    private final Clock clock;

    ImportCommit(
            ImportTable files,
            ImportRowTable rows,
            Items items,
            Review review,
            ItemRules rules,
            Trades trades,
            Outlines outlines,
            AuditLog audit,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.items = items;
        this.review = review;
        this.rules = rules;
        this.trades = trades;
        this.outlines = outlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a draft of every row that is ready: all of them or, where one is refused, none. Other rows stay to be
     * mended and committed later.
     *
     * @param submit whether the drafts are handed over for review at once
     * @throws Problem a conflict where nothing is ready, as when it was committed before
     */
    @Transactional
    public ImportCommitted commit(Actor actor, ImportId id, boolean submit) {
        files.lock(id);
        ImportFile file = files.find(id)
                .filter(found -> found.person().equals(actor.person()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (file.settings().trade() == null) {
            throw Problem.invalid("exchange.trade-needed").with("field", "trade");
        }
        List<ImportRow> ready = ready(file);
        RowCheck check = new RowCheck(file.settings(), trades, outlines, rules);
        List<ImportRow> committed = new ArrayList<>();
        List<ItemId> drafts = new ArrayList<>();
        for (ImportRow row : ready) {
            ItemId item = drafted(actor, row, check);
            drafts.add(item);
            committed.add(row.committed(item));
        }
        if (submit) {
            review.submit(actor, drafts);
        }
        rows.put(id, committed);
        files.touch(id, clock.instant());
        audit.record(actor, "import.committed", "import", id.value(), file.name() + " · " + drafts.size());
        return new ImportCommitted(
                List.copyOf(drafts),
                rows.all(id, EnumSet.of(RowState.FAULTY, RowState.DUPLICATE)).size());
    }

    /** What is ready; what came into the bank by another way meanwhile is marked as a duplicate and left out. */
    private List<ImportRow> ready(ImportFile file) {
        List<ImportRow> before = rows.all(file.id(), EnumSet.of(RowState.READY));
        Map<String, String> inBank = rows.inBank(before.stream()
                .map(ImportRow::fingerprint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<ImportRow> now = Doubles.settle(before, inBank);
        rows.put(
                file.id(),
                now.stream().filter(row -> row.state() != RowState.READY).toList());
        List<ImportRow> ready =
                now.stream().filter(row -> row.state() == RowState.READY).toList();
        if (ready.isEmpty()) {
            throw Problem.conflict(
                    file.count(RowState.COMMITTED) > 0 ? "exchange.committed-already" : "exchange.nothing-ready");
        }
        return ready;
    }

    private ItemId drafted(Actor actor, ImportRow row, RowCheck check) {
        ItemDraft draft =
                check.draft(row).orElseThrow(() -> Problem.conflict("exchange.row-refused", row.number(), row.sheet()));
        try {
            return items.draft(actor, draft);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.INVALID) {
                throw Problem.conflict("exchange.row-refused", row.number(), row.sheet())
                        .with("reason", problem.code());
            }
            throw problem;
        }
    }
}
