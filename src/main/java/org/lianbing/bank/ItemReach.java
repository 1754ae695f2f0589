package org.lianbing.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;

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

    /** Demands that the actor may read the item with its key. */
    public void requireReadable(Actor actor, ItemRow row) {
        access.requireReadable(actor, row);
    }

    /** Those of the items that the actor may see in a list; nothing sealed is among them. */
    public List<ItemRow> readable(Actor actor, List<ItemRow> rows) {
        return access.listed(actor, rows);
    }

    /** What the search is narrowed by; empty where the actor can reach nothing of what is asked for. */
    Optional<Map<String, Set<String>>> filters(Actor actor, ItemQuery query) {
        Map<String, Set<String>> filters = new HashMap<>();
        TradeId trade = query.trade();
        if (trade != null) {
            if (!actor.hasFor(Role.TRAINER, trade) && !actor.hasFor(Role.REVIEWER, trade)) {
                return Optional.empty();
            }
            filters.put("trade", Set.of(trade.toString()));
        }
        filters.put(ReachMarks.FACET, marks.of(actor));
        put(filters, "level", query.level() == null ? null : query.level().code());
        put(filters, "type", query.type() == null ? null : query.type().code());
        put(filters, "state", query.state() == null ? null : query.state().name());
        return Optional.of(filters);
    }

    private static void put(Map<String, Set<String>> filters, String key, @Nullable String value) {
        if (value != null) {
            filters.put(key, Set.of(value));
        }
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
