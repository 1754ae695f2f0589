package org.lianbing.bank;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.review.FourEyes;
import org.lianbing.bank.review.PacketOutcome;
import org.lianbing.bank.review.Remarks;
import org.lianbing.bank.review.SampleId;
import org.lianbing.bank.review.store.PacketRows;
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
    private final ItemAccess access;
    private final ItemRules rules;
    private final FourEyes eyes;
    private final PacketRows packets;
    private final Remarks remarks;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final AuditLog audit;
    private final Clock clock;

    Review(
            ItemRows rows,
            VersionRows versions,
            ItemAccess access,
            ItemRules rules,
            FourEyes eyes,
            PacketRows packets,
            Remarks remarks,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.access = access;
        this.rules = rules;
        this.eyes = eyes;
        this.packets = packets;
        this.remarks = remarks;
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

    /** The same as {@link #publish(Actor, ItemId, String)} where nobody disagrees with the key. */
    @Transactional
    public void publish(Actor actor, ItemId item) {
        publish(actor, item, "");
    }

    /**
     * A reviewer of the trade, not the author, puts the proposed version in force. Whether it was handed over first
     * does not matter: what protects the bank is the second pair of eyes. What exams use must have been answered by
     * them before they saw the key.
     *
     * @param word why it is published although somebody's answer disagrees with the key; else may be blank
     */
    @Transactional
    public void publish(Actor actor, ItemId item, String word) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        VersionRow version = version(proposed(row));
        eyes.check(actor, row, version, word);
        publish(actor, row, version, null, word);
    }

    /**
     * The same for a reviewer who looks at one item: puts in force what they were shown, and nothing that was written
     * since.
     *
     * @param shown the version that they read; null where they do not say, for what waits for review
     * @throws Problem a conflict where that does not wait for review, or no longer
     */
    @Transactional
    public void publish(Actor actor, ItemId item, @Nullable ItemVersionId shown, String word) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        requireWaiting(row, shown);
        VersionRow version = version(proposed(row));
        eyes.check(actor, row, version, word);
        publish(actor, row, version, null, word);
    }

    /**
     * Puts in force what a sample speaks for. The caller has checked the sample.
     *
     * @param version which must still be what is proposed
     */
    @Transactional
    public void publishBySample(Actor actor, ItemId item, ItemVersionId version, SampleId sample) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        if (!version.equals(row.proposed())) {
            throw Problem.conflict("bank.review.changed", row.code());
        }
        VersionRow proposed = version(version);
        eyes.checkAuthor(actor, proposed);
        publish(actor, row, proposed, sample, "");
    }

    private void publish(Actor actor, ItemRow row, VersionRow version, @Nullable SampleId sample, String word) {
        rules.check(new ItemDraft(
                row.code(),
                row.trade(),
                version.levels(),
                version.points(),
                version.content(),
                version.secrecy(),
                version.origin()));
        lifecycle.publish(row, version);
        eyes.record(actor, row, version, sample, word);
        packets.settle(Set.of(row.id()), PacketOutcome.PUBLISHED, clock.instant());
        documents.refresh(Set.of(row.id()));
        audit.record(actor, "item.published", "item", row.id().value(), row.code());
    }

    /**
     * A reviewer sends back what they were shown, with a word.
     *
     * @param shown the version that they read; null where they do not say, for what waits for review
     * @throws Problem a conflict where that does not wait for review, or no longer
     */
    @Transactional
    public void sendBack(Actor actor, ItemId item, @Nullable ItemVersionId shown, String comment) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        requireWaiting(row, shown);
        sendBack(actor, row, comment);
    }

    /** A reviewer sends the proposed version back with a word. */
    @Transactional
    public void sendBack(Actor actor, ItemId item, String comment) {
        sendBack(actor, locked(actor, Role.REVIEWER, item), comment);
    }

    private void sendBack(Actor actor, ItemRow row, String comment) {
        ItemId item = row.id();
        ItemVersionId proposed = proposed(row);
        if (comment.isBlank()) {
            throw Problem.invalid("bank.comment-missing").with("field", "comment");
        }
        remarks.sentBack(actor, row, proposed, comment);
        lifecycle.save(row.proposing(proposed, ItemState.DRAFT));
        packets.settle(Set.of(item), PacketOutcome.SENT_BACK, clock.instant());
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
        packets.settle(Set.of(item), PacketOutcome.WITHDRAWN, clock.instant());
        documents.refresh(Set.of(item));
        audit.record(actor, "item.retired", "item", item.value(), (row.code() + " " + reason).strip());
    }

    /** In use again, as it was before it was retired. */
    @Transactional
    public void restore(Actor actor, ItemId item) {
        ItemRow row = locked(actor, Role.REVIEWER, item);
        if (row.state() != ItemState.RETIRED) {
            throw Problem.conflict("bank.review.not-retired", row.code());
        }
        ItemRow restored = lifecycle.putBack(row.restored());
        documents.refresh(Set.of(item));
        audit.record(actor, "item.restored", "item", item.value(), restored.code());
    }

    private ItemRow locked(Actor actor, Role role, ItemId item) {
        ItemRow row = rows.lock(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        access.require(actor, row, role);
        return row;
    }

    private static void requireWaiting(ItemRow row, @Nullable ItemVersionId shown) {
        boolean waits = row.proposalState() == ItemState.IN_REVIEW;
        if (shown != null && !(waits && shown.equals(row.proposed()))) {
            throw Problem.conflict("bank.review.changed", row.code());
        }
        if (!waits && row.proposed() != null) {
            throw Problem.conflict("bank.review.not-waiting", row.code());
        }
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
