package org.lianbing.bank.bulk;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.Items;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.bulk.BulkOperation.Entry;
import org.lianbing.bank.bulk.store.BulkRows;
import org.lianbing.bank.bulk.store.BulkRows.Done;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/**
 * Acts on many items. Each item stands for itself: where one cannot be done, the others are, and the record says why.
 * An act can be taken back for a day, item by item, where nothing came after it.
 */
@Service
public class Bulk {

    /** The most items of one act. */
    public static final int MOST = 2000;

    /** How long an act can be taken back. */
    public static final Duration UNDO_WITHIN = Duration.ofHours(24);

    private static final int PAGE = 500;
    private static final int LISTED = 20;

    private final BulkRows rows;
    private final BulkStep step;
    private final ItemRows itemRows;
    private final Items items;
    private final ItemAccess access;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final AuditLog audit;
    private final MessageSource texts;
    private final Clock clock;
    private final TransactionTemplate each;

    Bulk(
            BulkRows rows,
            BulkStep step,
            ItemRows itemRows,
            Items items,
            ItemAccess access,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            AuditLog audit,
            MessageSource texts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.step = step;
        this.itemRows = itemRows;
        this.items = items;
        this.access = access;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
    }

    /**
     * All items that a search finds, as a selection.
     *
     * @throws Problem where they are too many for one act
     */
    public List<ItemId> select(Actor actor, ItemQuery query) {
        Set<ItemId> found = new LinkedHashSet<>();
        Paged<Item> page;
        int offset = 0;
        do {
            page = items.find(actor, query, new PageOf(offset, PAGE));
            page.rows().stream().map(Item::id).forEach(found::add);
            offset += PAGE;
            if (page.total() > MOST) {
                throw Problem.invalid("bank.bulk.most", MOST).with("field", "items");
            }
        } while (offset < page.total());
        return List.copyOf(found);
    }

    /** Does it to each, one after the other. */
    public BulkOperation run(Actor actor, BulkAct act, List<ItemId> selection) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        Set<ItemId> those = new LinkedHashSet<>(selection);
        if (those.isEmpty() || those.size() > MOST) {
            throw Problem.invalid("bank.bulk.most", MOST).with("field", "items");
        }
        check(act);
        BulkId id = BulkId.next();
        each.executeWithoutResult(begun -> {
            rows.insert(id, actor.person(), act, clock.instant());
            audit.record(actor, "item.bulk", "bulk", id.value(), act.kind() + " · " + those.size());
        });
        int position = 0;
        for (ItemId item : those) {
            one(actor, act, id, position++, item);
        }
        return get(actor, id);
    }

    /** An act of the actor's. */
    public BulkOperation get(Actor actor, BulkId id) {
        return rows.find(id)
                .filter(found -> found.person().equals(actor.person()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The last acts of the actor, without their items. */
    public List<BulkOperation> mine(Actor actor) {
        return rows.of(actor.person(), LISTED);
    }

    /** Whether an act can still be taken back. */
    public boolean undoable(BulkOperation operation) {
        return operation.act().undoable()
                && operation.undoneAt() == null
                && clock.instant().isBefore(operation.at().plus(UNDO_WITHIN));
    }

    /** Takes back what nothing came after; the answer names what could not be. */
    public BulkOperation undo(Actor actor, BulkId id) {
        BulkOperation operation = get(actor, id);
        if (!operation.act().undoable()) {
            throw Problem.conflict("bank.bulk.undo.published");
        }
        if (!undoable(operation)) {
            throw Problem.conflict(operation.undoneAt() == null ? "bank.bulk.undo.late" : "bank.bulk.undo.twice");
        }
        boolean claimed = Boolean.TRUE.equals(each.execute(begun -> rows.claimUndo(id, clock.instant())));
        if (!claimed) {
            throw Problem.conflict("bank.bulk.undo.twice");
        }
        for (Done done : rows.done(id)) {
            each.executeWithoutResult(begun -> rows.undone(id, done.position(), undo(actor, operation.act(), done)));
        }
        audit.record(
                actor, "item.bulk-undone", "bulk", id.value(), operation.act().kind());
        return get(actor, id);
    }

    private void one(Actor actor, BulkAct act, BulkId id, int position, ItemId item) {
        try {
            each.executeWithoutResult(begun -> {
                ItemRow before = itemRows.lock(item).orElseThrow(() -> Problem.notFound("base.not-found"));
                access.requireReadable(actor, before);
                step.take(actor, act, before, reason(act));
                ItemRow after = itemRows.find(item).orElseThrow();
                Entry entry = new Entry(item, before.code(), null, List.of(), false, null);
                rows.add(id, position, entry, ItemStanding.of(before), ItemStanding.of(after));
            });
        } catch (Problem problem) {
            List<String> arguments =
                    Arrays.stream(problem.arguments()).map(String::valueOf).toList();
            String code = problem.kind() == Problem.Kind.NOT_FOUND ? "" : code(item);
            Entry entry = new Entry(item, code, problem.code(), arguments, false, null);
            each.executeWithoutResult(begun -> rows.add(id, position, entry, null, null));
        }
    }

    /** Takes one back; returns why not, or null. */
    private @Nullable String undo(Actor actor, BulkAct act, Done done) {
        ItemRow row = itemRows.lock(done.item()).orElse(null);
        if (row == null || !ItemStanding.of(row).equals(done.after())) {
            return "bank.bulk.undo.changed";
        }
        try {
            access.require(actor, row, role(act));
        } catch (Problem problem) {
            return problem.code();
        }
        lifecycle.putBack(done.before().restore(row));
        documents.refresh(Set.of(done.item()));
        return null;
    }

    private static Role role(BulkAct act) {
        return switch (act) {
            case BulkAct.Publish a -> Role.REVIEWER;
            case BulkAct.SendBack a -> Role.REVIEWER;
            case BulkAct.Retire a -> Role.REVIEWER;
            case BulkAct.Restore a -> Role.REVIEWER;
            default -> Role.TRAINER;
        };
    }

    /** What can be seen to be wrong before any item is touched. */
    private static void check(BulkAct act) {
        if (act instanceof BulkAct.SendBack back && back.comment().isBlank()) {
            throw Problem.invalid("bank.comment-missing").with("field", "comment");
        }
        if (act instanceof BulkAct.SetDifficulty set && (set.difficulty() < 1 || set.difficulty() > 5)) {
            throw Problem.invalid("bank.rule.difficulty").with("field", "difficulty");
        }
    }

    /** The reason of the versions that an act makes, in the language of the bank. */
    private String reason(BulkAct act) {
        return texts.getMessage("bankui.bulk.act." + act.kind(), null, Locale.SIMPLIFIED_CHINESE);
    }

    private String code(ItemId item) {
        return itemRows.find(item).map(ItemRow::code).orElse("");
    }
}
