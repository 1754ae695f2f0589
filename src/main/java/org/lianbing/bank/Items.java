package org.lianbing.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.SealedLooks;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemDocumentsLater;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.review.Remarks;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** Items for those who write them: every call is bound to the trades of the actor. */
@Service
public class Items {

    private final ItemRules rules;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final ItemDocumentsLater later;
    private final ItemRows rows;
    private final VersionRows versions;
    private final ItemReach reach;
    private final ItemAccess access;
    private final SealedLooks looks;
    private final Remarks remarks;
    private final ItemSearch search;
    private final AuditLog audit;

    Items(
            ItemRules rules,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            ItemDocumentsLater later,
            ItemRows rows,
            VersionRows versions,
            ItemReach reach,
            ItemAccess access,
            SealedLooks looks,
            Remarks remarks,
            ItemSearch search,
            AuditLog audit) {
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.later = later;
        this.rows = rows;
        this.versions = versions;
        this.reach = reach;
        this.access = access;
        this.looks = looks;
        this.remarks = remarks;
        this.search = search;
        this.audit = audit;
    }

    /** A new item as a draft, of the unit for which its author was granted. */
    @Transactional
    public ItemId draft(Actor actor, ItemDraft draft) {
        if (draft.secrecy() == Secrecy.SEALED) {
            throw Problem.conflict("bank.sealed.set-needed").with("field", "secrecy");
        }
        return draft(actor, draft, null);
    }

    /** A new item, sealed in a set where one is given. The caller has checked that the actor is a setter of it. */
    ItemId draft(Actor actor, ItemDraft draft, @Nullable SealedSetId sealed) {
        actor.requireFor(Role.TRAINER, draft.trade());
        rules.check(draft);
        ItemRow row = lifecycle.create(draft, sealed, access.unitOfNew(actor, draft.trade()));
        lifecycle.propose(row, draft, actor.person(), "", ItemState.DRAFT);
        documents.refresh(Set.of(row.id()));
        audit.record(actor, "item.drafted", "item", row.id().value(), row.code());
        return row.id();
    }

    /**
     * Many new items at once, of an import; the caller has held each against the rules, and records it as one act. Of
     * thousands most are found by search a little later than they are made.
     *
     * @param submitted whether they are handed over for review right away
     */
    @Transactional
    public List<ItemId> draftAll(Actor actor, List<ItemDraft> drafts, String reason, boolean submitted) {
        Map<TradeId, UnitId> units = new HashMap<>();
        List<ItemLifecycle.NewItem> all = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            if (draft.secrecy() == Secrecy.SEALED) {
                throw Problem.conflict("bank.sealed.set-needed").with("field", "secrecy");
            }
            UnitId unit = units.computeIfAbsent(draft.trade(), trade -> {
                actor.requireFor(Role.TRAINER, trade);
                return access.unitOfNew(actor, trade);
            });
            all.add(new ItemLifecycle.NewItem(draft, unit));
        }
        List<ItemId> made =
                lifecycle.createAll(all, actor.person(), reason, submitted ? ItemState.IN_REVIEW : ItemState.DRAFT);
        later.refresh(made);
        return made;
    }

    /**
     * A changed item: a new proposed version; what is published stays in force until a reviewer agrees. For who changes
     * the version that is the latest, whichever that is.
     */
    @Transactional
    public void revise(Actor actor, ItemId item, ItemDraft draft, String reason) {
        revise(actor, writable(actor, item), draft, reason);
    }

    /**
     * The same for who changes a version that they read before.
     *
     * @param basedOn that version
     * @throws Problem a conflict where somebody saved another one since
     */
    @Transactional
    public void revise(Actor actor, ItemId item, ItemVersionId basedOn, ItemDraft draft, String reason) {
        ItemRow row = writable(actor, item);
        if (!basedOn.equals(row.latest())) {
            throw Problem.conflict("bank.item.changed", row.code());
        }
        revise(actor, row, draft, reason);
    }

    private ItemRow writable(Actor actor, ItemId item) {
        ItemRow row = rows.lock(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        access.require(actor, row, Role.TRAINER);
        reach.requireReadable(actor, row);
        return row;
    }

    private void revise(Actor actor, ItemRow row, ItemDraft draft, String reason) {
        if (!draft.trade().equals(row.trade())) {
            throw Problem.invalid("bank.rule.trade").with("field", "trade");
        }
        if (draft.code() != null && !draft.code().equals(row.code())) {
            throw Problem.invalid("bank.rule.code-fixed").with("field", "code");
        }
        if (draft.secrecy() == Secrecy.SEALED ^ row.secrecy() == Secrecy.SEALED) {
            throw Problem.conflict(
                            row.secrecy() == Secrecy.SEALED ? "bank.sealed.release-first" : "bank.sealed.set-needed")
                    .with("field", "secrecy");
        }
        rules.check(draft);
        lifecycle.propose(row, draft, actor.person(), reason.strip(), ItemState.DRAFT);
        documents.refresh(Set.of(row.id()));
        audit.record(actor, "item.revised", "item", row.id().value(), row.code());
    }

    /** Whether the actor may write a new version of an item that is not sealed. */
    @Transactional(readOnly = true)
    public boolean mayRevise(Actor actor, ItemId item) {
        return rows.find(item)
                .filter(row -> row.secrecy() != Secrecy.SEALED)
                .filter(row -> !access.writable(actor, List.of(row)).isEmpty())
                .isPresent();
    }

    /** Sets who beside the unit of an item may see it. */
    @Transactional
    public void share(Actor actor, ItemId item, Sharing sharing) {
        ItemRow row = rows.lock(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        access.require(actor, row, Role.TRAINER);
        if (row.secrecy() == Secrecy.SEALED) {
            throw Problem.conflict("bank.sealed.release-first");
        }
        if (row.unit() == null) {
            throw Problem.conflict("bank.sharing.common", row.code());
        }
        lifecycle.save(row.shared(sharing));
        documents.refresh(Set.of(item));
        audit.record(actor, "item.shared", "item", item.value(), row.code() + " · " + sharing);
    }

    /**
     * An item with its key; trainers and reviewers of the trade only, of a sealed one its setters only, and nobody while
     * a contest holds it. Who looks at a sealed one is recorded.
     */
    @Transactional(readOnly = true)
    public Item get(Actor actor, ItemId item) {
        return reach.items(List.of(seen(actor, item))).getFirst();
    }

    /** The proposed version as its author filled it in, to go on with or to review: with its levels and points. */
    @Transactional(readOnly = true)
    public Optional<ItemDraft> proposal(Actor actor, ItemId item) {
        ItemRow row = seen(actor, item);
        return Optional.ofNullable(row.proposed())
                .map(version -> draft(row, versions.find(Set.of(version)).get(version)));
    }

    /** All versions, newest first. */
    @Transactional(readOnly = true)
    public List<ItemVersion> history(Actor actor, ItemId item) {
        ItemRow row = readable(actor, item);
        List<VersionRow> all = versions.of(row.id());
        looks.seen(actor, row, all.stream().map(VersionRow::id).toArray(ItemVersionId[]::new));
        return all.stream().map(VersionRow::version).toList();
    }

    /** What the reviewer said when the item was last sent back. */
    @Transactional(readOnly = true)
    public Optional<String> lastComment(Actor actor, ItemId item) {
        return remarks.lastSentBack(readable(actor, item).id());
    }

    /**
     * Items of the actor's trades. A state narrows to where the item or its proposed version stands. What a contest
     * holds is left out.
     */
    @Transactional(readOnly = true)
    public Paged<Item> find(Actor actor, ItemQuery query, PageOf page) {
        ItemHits found = search.page(actor, query, page);
        return new Paged<>(found.hits().stream().map(ItemHits.Hit::item).toList(), found.total());
    }

    /** Those of the items that the actor may read, by id; sealed ones are opened one by one and left out here. */
    @Transactional(readOnly = true)
    public Map<ItemId, Item> among(Actor actor, Collection<ItemId> ids) {
        List<ItemRow> open = rows.find(ids).values().stream()
                .filter(row -> row.secrecy() != Secrecy.SEALED)
                .toList();
        return reach.items(reach.readable(actor, open)).stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
    }

    /** Those of these items that the actor may read, in their order; not what a contest holds, and nothing sealed. */
    @Transactional(readOnly = true)
    public List<Item> some(Actor actor, List<ItemId> ids) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        Map<ItemId, ItemRow> found = rows.find(ids);
        List<ItemRow> open = ids.stream()
                .filter(found::containsKey)
                .map(found::get)
                .filter(row -> row.secrecy() != Secrecy.SEALED)
                .toList();
        return reach.items(reach.readable(actor, open));
    }

    /** A row whose versions the actor is about to see. */
    private ItemRow seen(Actor actor, ItemId item) {
        ItemRow row = readable(actor, item);
        if (row.secrecy() == Secrecy.SEALED) {
            looks.seen(actor, row);
        }
        return row;
    }

    private ItemRow readable(Actor actor, ItemId item) {
        ItemRow row = rows.find(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        reach.requireReadable(actor, row);
        return row;
    }

    private static ItemDraft draft(ItemRow row, @Nullable VersionRow version) {
        if (version == null) {
            throw new IllegalStateException("no version for " + row.code());
        }
        return new ItemDraft(
                row.code(),
                row.trade(),
                version.levels(),
                version.points(),
                version.content(),
                row.secrecyAfter(version.secrecy()),
                version.origin());
    }
}
