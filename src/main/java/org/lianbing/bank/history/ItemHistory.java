package org.lianbing.bank.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemUse;
import org.lianbing.bank.ItemUses;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.SealedLooks;
import org.lianbing.bank.review.PublicationGround;
import org.lianbing.bank.review.store.PublicationRows;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;

/** The versions of an item: nothing that was ever said is lost. For those who may read the item. */
@Service
public class ItemHistory {

    private final ItemRows rows;
    private final VersionRows versions;
    private final PublicationRows publications;
    private final ItemAccess access;
    private final SealedLooks looks;
    private final Items items;
    private final ObjectProvider<ItemUses> uses;

    ItemHistory(
            ItemRows rows,
            VersionRows versions,
            PublicationRows publications,
            ItemAccess access,
            SealedLooks looks,
            Items items,
            ObjectProvider<ItemUses> uses) {
        this.rows = rows;
        this.versions = versions;
        this.publications = publications;
        this.access = access;
        this.looks = looks;
        this.items = items;
        this.uses = uses;
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Edition> of(Actor actor, ItemId item) {
        ItemRow row = readable(actor, item);
        Map<ItemVersionId, PublicationGround> grounds = publications.of(item);
        return versions.of(item).stream()
                .map(version -> new Edition(
                        version.version(),
                        version.id().equals(row.published()) && row.state() == ItemState.PUBLISHED,
                        version.id().equals(row.proposed()),
                        grounds.get(version.id())))
                .toList();
    }

    /** What differs between two versions of an item, by their numbers. */
    @Transactional(readOnly = true)
    public VersionDiff compare(Actor actor, ItemId item, int before, int after) {
        ItemRow row = readable(actor, item);
        VersionRow old = numbered(item, before);
        VersionRow fresh = numbered(item, after);
        looks.seen(actor, row, old.id(), fresh.id());
        return VersionDiff.of(old, fresh);
    }

    /** What uses which version, as far as the actor may know of it. */
    @Transactional(readOnly = true)
    public List<ItemUse> uses(Actor actor, ItemId item) {
        readable(actor, item);
        Set<ItemVersionId> all =
                versions.of(item).stream().map(VersionRow::id).collect(java.util.stream.Collectors.toSet());
        return uses.stream().flatMap(one -> one.uses(actor, all).stream()).toList();
    }

    /**
     * Proposes an old version again, as a new one.
     *
     * @param latest the version that it takes the place of; null where the actor does not say
     * @throws Problem a conflict where that is no longer the latest
     */
    @Transactional
    public void restore(Actor actor, ItemId item, @Nullable ItemVersionId latest, int number, String reason) {
        ItemRow row = readable(actor, item);
        if (reason.isBlank()) {
            throw Problem.invalid("bank.history.reason").with("field", "reason");
        }
        VersionRow old = numbered(item, number);
        ItemVersionId now = Objects.requireNonNull(row.latest());
        if (old.id().equals(now)) {
            throw Problem.conflict("bank.history.current", number);
        }
        items.revise(
                actor,
                item,
                latest == null ? now : latest,
                new ItemDraft(
                        row.code(),
                        row.trade(),
                        old.levels(),
                        old.points(),
                        old.content(),
                        row.secrecyAfter(old.secrecy()),
                        old.origin()),
                reason);
    }

    private VersionRow numbered(ItemId item, int number) {
        return versions.of(item).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("bank.history.none", number));
    }

    private ItemRow readable(Actor actor, ItemId item) {
        ItemRow row = rows.find(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        access.requireReadable(actor, row);
        return row;
    }
}
