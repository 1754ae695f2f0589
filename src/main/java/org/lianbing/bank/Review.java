package org.lianbing.bank;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRow.RetiredBy;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/** From draft to published, by four eyes: nobody publishes what they wrote. */
@Service
public class Review {

    private final ItemRows rows;
    private final VersionRows versions;
    private final ItemRules rules;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final AuditLog audit;
    private final Clock clock;

    Review(
            ItemRows rows,
            VersionRows versions,
            ItemRules rules,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** The author, or another trainer of the trade, hands drafts over: all of them or, where one cannot be, none. */
    @Transactional
    public void submit(Actor actor, Collection<ItemId> items) {
        for (ItemId item : items) {
            ItemRow row = locked(actor, Role.TRAINER, item);
            ItemVersionId proposed = proposed(row);
            lifecycle.save(row.proposing(proposed, ItemState.IN_REVIEW));
            audit.record(actor, "item.submitted", "item", item.value(), row.code());
        }
        documents.refresh(items);
    }

    /**
     * A reviewer of the trade, not the author, puts the proposed version in force. Whether it was handed over first
     * does not matter: what protects the bank is the second pair of eyes.
     */
    @Transactional
    public void publish(Actor actor, ItemId item) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        VersionRow version = version(proposed(row));
        if (actor.person().equals(version.author())) {
            throw Problem.forbidden("bank.four-eyes");
        }
        rules.check(new ItemDraft(
                row.code(),
                row.trade(),
                version.levels(),
                version.points(),
                version.content(),
                version.secrecy(),
                version.source()));
        lifecycle.publish(row, version);
        documents.refresh(Set.of(item));
        audit.record(actor, "item.published", "item", item.value(), row.code());
    }

    /** A reviewer sends the proposed version back with a word. */
    @Transactional
    public void sendBack(Actor actor, ItemId item, String comment) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        ItemVersionId proposed = proposed(row);
        if (comment.isBlank()) {
            throw Problem.invalid("bank.comment-missing").with("field", "comment");
        }
        versions.addComment(proposed, actor.person(), comment.strip(), clock.instant());
        lifecycle.save(row.proposing(proposed, ItemState.DRAFT));
        documents.refresh(Set.of(item));
        audit.record(actor, "item.sent-back", "item", item.value(), row.code());
    }

    /** No longer delivered; what was delivered stays readable. */
    @Transactional
    public void retire(Actor actor, ItemId item, String reason) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        if (row.state() == ItemState.RETIRED) {
            return;
        }
        lifecycle.retire(row, RetiredBy.PERSON);
        documents.refresh(Set.of(item));
        audit.record(actor, "item.retired", "item", item.value(), (row.code() + " " + reason).strip());
    }

    private ItemRow locked(Actor actor, Role role, ItemId item) {
        ItemRow row = rows.lock(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (!actor.hasFor(Role.TRAINER, row.trade())) {
            actor.requireFor(Role.REVIEWER, row.trade());
        }
        if (!actor.hasFor(role, row.trade())) {
            throw Problem.forbidden("base.forbidden");
        }
        return row;
    }

    private static ItemVersionId proposed(ItemRow row) {
        ItemVersionId proposed = row.proposed();
        if (proposed == null) {
            throw Problem.conflict("bank.nothing-proposed", row.code());
        }
        return proposed;
    }

    private VersionRow version(ItemVersionId id) {
        VersionRow version = versions.find(Set.of(id)).get(id);
        if (version == null) {
            throw new IllegalStateException("no such version: " + id);
        }
        return version;
    }
}
