package org.lianbing.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PoolItem;
import org.lianbing.trade.PointId;

/**
 * One paper being drawn. Each section takes from every stratum what its weight is due, then fills up from anywhere, core
 * points first. Among what could be taken, points that the paper does not test yet come first.
 */
final class Drawing {

    private final List<PoolItem> items;
    private final Strata strata;
    private final Set<ItemId> taken = new HashSet<>();
    private final Map<PointId, Integer> uses = new HashMap<>();

    Drawing(List<PoolItem> pool, Strata strata, Set<ItemId> leaveOut, RandomGenerator random) {
        this.strata = strata;
        this.items = new ArrayList<>(pool.stream()
                .filter(item -> !leaveOut.contains(item.item()))
                .sorted(Comparator.comparing(item -> item.item().value()))
                .toList());
        Collections.shuffle(items, random);
    }

    /** How many of the type and of that source are left to take. */
    int left(ItemType type, Predicate<PoolItem> source) {
        return (int) items.stream().filter(free(type).and(source)).count();
    }

    /** Takes so many of the type from that source, in the order of the strata; there must be as many. */
    List<PoolItem> take(ItemType type, Predicate<PoolItem> source, int count) {
        Predicate<PoolItem> free = free(type).and(source);
        List<PoolItem> section = new ArrayList<>(count);
        List<Integer> quotas = strata.quotas(count);
        for (int stratum = 0; stratum < quotas.size(); stratum++) {
            int wanted = stratum;
            takeInto(section, quotas.get(stratum), free.and(item -> strata.of(item) == wanted), leastTested());
        }
        Comparator<PoolItem> coreFirst = Comparator.comparingInt(strata::importance);
        takeInto(section, count - section.size(), free, coreFirst.thenComparing(leastTested()));
        section.sort(
                Comparator.comparingInt(item -> strata.of(item) == Strata.NONE ? strata.count() : strata.of(item)));
        return section;
    }

    private void takeInto(
            List<PoolItem> section, int count, Predicate<PoolItem> eligible, Comparator<PoolItem> preference) {
        for (int i = 0; i < count; i++) {
            PoolItem best = items.stream().filter(eligible).min(preference).orElse(null);
            if (best == null) {
                return;
            }
            section.add(best);
            taken.add(best.item());
            best.points().forEach(point -> uses.merge(point, 1, Integer::sum));
        }
    }

    private Predicate<PoolItem> free(ItemType type) {
        return item -> item.type() == type && !taken.contains(item.item());
    }

    private Comparator<PoolItem> leastTested() {
        return Comparator.comparingInt(item -> item.points().stream()
                .mapToInt(point -> uses.getOrDefault(point, 0))
                .sum());
    }
}
