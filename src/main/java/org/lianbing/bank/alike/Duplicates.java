package org.lianbing.bank.alike;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemReach;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.store.ApartTable;
import org.lianbing.bank.alike.store.PairTable;
import org.lianbing.bank.alike.store.PairTable.Standing;
import org.lianbing.bank.alike.store.RunTable;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;

/**
 * The duplicates within the actor's trades, as the last search through the bank found them. Groups are put together
 * from readable items alone, so that one that may not be read neither shows nor holds two others together.
 */
@Service
public class Duplicates {

    /** Between how much resemblance people choose. */
    public static final List<Double> THRESHOLDS = List.of(0.9, 0.8, 0.7);

    private static final int MOST_SHOWN = 12;

    private final PairTable pairs;
    private final RunTable runs;
    private final ApartTable apart;
    private final ItemRows items;
    private final ItemReach reach;
    private final SchedulerClient scheduler;
    private final AuditLog audit;
    private final Clock clock;

    Duplicates(
            PairTable pairs,
            RunTable runs,
            ApartTable apart,
            ItemRows items,
            ItemReach reach,
            SchedulerClient scheduler,
            AuditLog audit,
            Clock clock) {
        this.pairs = pairs;
        this.runs = runs;
        this.apart = apart;
        this.items = items;
        this.reach = reach;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last search that came to its end. */
    public Optional<SearchRun> lastRun(Actor actor) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        return runs.last();
    }

    /** The search that is at work. */
    public Optional<SearchRun> working(Actor actor) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        return runs.working(clock.instant());
    }

    /** Asks for a new search through the bank; one that waits or works already is enough. */
    public void search(Actor actor) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        scheduler.scheduleIfNotExists(
                DuplicateJobs.ON_DEMAND
                        .instance("bank")
                        .data(actor.person().value())
                        .build(),
                // At once, by whatever clock the scheduler goes.
                Instant.EPOCH);
    }

    /**
     * A page of the groups, those most alike first.
     *
     * @param trade only of this one; null for all of the actor's
     * @param least one of {@link #THRESHOLDS}
     */
    @Transactional(readOnly = true)
    public Paged<DuplicateGroup> groups(Actor actor, @Nullable TradeId trade, double least, PageOf page) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        if (!THRESHOLDS.contains(least)) {
            throw Problem.invalid("bank.alike.threshold").with("field", "threshold");
        }
        List<Standing> standing = pairs.standing(trades(actor, trade), least);
        Set<ItemId> ids = new LinkedHashSet<>();
        standing.forEach(pair -> ids.addAll(List.of(pair.first(), pair.second())));
        Map<ItemId, ItemRow> rows = readable(actor, ids);
        Components components = new Components();
        Map<ItemId, Double> highest = new HashMap<>();
        Set<ItemId> met = new LinkedHashSet<>();
        for (Standing pair : standing) {
            if (rows.containsKey(pair.first()) && rows.containsKey(pair.second())) {
                components.join(pair.first(), pair.second());
                for (ItemId item : List.of(pair.first(), pair.second())) {
                    highest.merge(item, pair.resemblance(), Math::max);
                    met.add(item);
                }
            }
        }
        Collection<List<ItemId>> all = components.of(met);
        List<List<ItemId>> shown =
                all.stream().skip(page.offset()).limit(page.limit()).toList();
        return new Paged<>(groups(shown, rows, highest), all.size());
    }

    private List<DuplicateGroup> groups(
            List<List<ItemId>> shown, Map<ItemId, ItemRow> rows, Map<ItemId, Double> highest) {
        Map<ItemId, Item> read = new LinkedHashMap<>();
        List<List<ItemRow>> kept = new ArrayList<>();
        for (List<ItemId> group : shown) {
            kept.add(group.stream()
                    .map(id -> Objects.requireNonNull(rows.get(id)))
                    .sorted(Comparator.comparing((ItemRow row) -> row.published() == null)
                            .thenComparing(ItemRow::code))
                    .limit(MOST_SHOWN)
                    .toList());
        }
        reach.items(kept.stream().flatMap(List::stream).toList()).forEach(item -> read.put(item.id(), item));
        List<DuplicateGroup> groups = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            List<Item> members = kept.get(i).stream()
                    .map(row -> Objects.requireNonNull(read.get(row.id())))
                    .toList();
            groups.add(new DuplicateGroup(
                    members.getFirst().trade(),
                    members,
                    shown.get(i).size() - members.size(),
                    shown.get(i).stream()
                            .mapToDouble(id -> highest.getOrDefault(id, 0.0))
                            .max()
                            .orElse(0)));
        }
        return groups;
    }

    /** Says of these items that none is the same as another; never shown as such again. */
    @Transactional
    public void setApart(Actor actor, Set<ItemId> some) {
        audit.record(actor, "item.set-apart", "item", null, codes(actor, some));
        apart.add(some, actor.person(), clock.instant());
    }

    /** Takes back that these items are not the same. */
    @Transactional
    public void takeBack(Actor actor, Set<ItemId> some) {
        String codes = codes(actor, some);
        if (apart.remove(some) > 0) {
            audit.record(actor, "item.apart-undone", "item", null, codes);
        }
    }

    /** What was said last not to be the same, of items that the actor may read. */
    @Transactional(readOnly = true)
    public List<Apart> setApart(Actor actor, int limit) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        List<Apart> newest = apart.newest(limit);
        Set<ItemId> ids = newest.stream().flatMap(one -> one.items().stream()).collect(Collectors.toSet());
        Map<ItemId, ItemRow> rows = readable(actor, ids);
        return newest.stream()
                .filter(one -> rows.keySet().containsAll(one.items()))
                .toList();
    }

    /** The codes of items by id, of those that the actor may read. */
    @Transactional(readOnly = true)
    public Map<ItemId, String> codesOf(Actor actor, Collection<ItemId> some) {
        return readable(actor, some).values().stream().collect(Collectors.toMap(ItemRow::id, ItemRow::code));
    }

    private String codes(Actor actor, Set<ItemId> some) {
        if (some.size() < 2) {
            throw Problem.invalid("bank.alike.two").with("field", "items");
        }
        Map<ItemId, ItemRow> rows = items.find(some);
        for (ItemId item : some) {
            ItemRow row = rows.get(item);
            if (row == null || row.secrecy() == Secrecy.SEALED) {
                throw Problem.notFound("base.not-found");
            }
            reach.requireReadable(actor, row);
        }
        return rows.values().stream().map(ItemRow::code).sorted().collect(Collectors.joining(" / "));
    }

    private Map<ItemId, ItemRow> readable(Actor actor, Collection<ItemId> ids) {
        return reach.readable(actor, List.copyOf(items.find(ids).values())).stream()
                .collect(Collectors.toMap(ItemRow::id, Function.identity()));
    }

    /** The trades to look into; null where they are all. */
    private static @Nullable Set<TradeId> trades(Actor actor, @Nullable TradeId trade) {
        List<Grant> grants = actor.grants().stream()
                .filter(grant -> grant.role() == Role.TRAINER || grant.role() == Role.REVIEWER)
                .toList();
        boolean all = grants.stream().anyMatch(grant -> grant.trades().isEmpty());
        Set<TradeId> own =
                grants.stream().flatMap(grant -> grant.trades().stream()).collect(Collectors.toSet());
        if (trade == null) {
            return all ? null : own;
        }
        return all || own.contains(trade) ? Set.of(trade) : Set.of();
    }
}
