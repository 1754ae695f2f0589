package org.lianbing.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;

/** Which items a person may read, and puts those together. */
@Component
public class ItemReach {

    private final VersionRows versions;
    private final ItemAccess access;
    private final ReachMarks marks;

    ItemReach(VersionRows versions, ItemAccess access, ReachMarks marks) {
        this.versions = versions;
        this.marks = marks;
        this.access = access;
    }

    /** Those of the items that stand in a form whose keys are not released. */
    public Set<ItemId> underEmbargo(Collection<ItemId> items) {
        return access.underEmbargo(items);
    }

    /** Those, and what is kept out of practice for good. */
    Set<ItemId> keptFromCandidates(Collection<ItemId> items) {
        return access.keptFromCandidates(items);
    }

    /** All items that stand in a form whose keys are not released. */
    Set<ItemId> underEmbargo() {
        return access.underEmbargo();
    }

    /** Demands that the actor may read the item with its key. */
    public void requireReadable(Actor actor, ItemRow row) {
        access.requireReadable(actor, row);
    }

    /** Those of the items that the actor may see in a list; nothing sealed is among them. */
    public List<ItemRow> readable(Actor actor, List<ItemRow> rows) {
        return access.listed(actor, rows);
    }

    /**
     * What the search is narrowed by: what was chosen, and what the actor may reach. A choice out of reach finds nothing.
     */
    Map<String, Set<String>> filters(Actor actor, ItemQuery query) {
        Map<String, Set<String>> filters = new HashMap<>();
        query.chosen().forEach((facet, values) -> filters.put(facet.key(), values));
        filters.put(ReachMarks.FACET, marks.of(actor));
        return filters;
    }

    /** The items of these rows, in their order. */
    public List<Item> items(List<ItemRow> rows) {
        Set<ItemVersionId> ids = new HashSet<>();
        rows.forEach(row -> Stream.of(row.published(), row.proposed())
                .filter(Objects::nonNull)
                .forEach(ids::add));
        Map<ItemVersionId, VersionRow> found = versions.find(ids);
        return rows.stream()
                .map(row -> item(row, version(row.published(), found), version(row.proposed(), found)))
                .toList();
    }

    private static @Nullable VersionRow version(@Nullable ItemVersionId id, Map<ItemVersionId, VersionRow> found) {
        return id == null ? null : found.get(id);
    }

    private static Item item(ItemRow row, @Nullable VersionRow published, @Nullable VersionRow proposed) {
        VersionRow telling = published != null ? published : proposed;
        return new Item(
                row.id(),
                row.code(),
                row.trade(),
                telling == null ? Set.of() : telling.levels(),
                telling == null ? Set.of() : telling.points(),
                row.secrecy(),
                row.unit(),
                row.sharing(),
                row.state(),
                row.proposalState(),
                published == null ? null : published.version(),
                proposed == null ? null : proposed.version());
    }
}
