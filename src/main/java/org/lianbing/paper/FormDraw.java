package org.lianbing.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.trade.PointId;

/** One of the parallel forms while they are drawn. */
final class FormDraw {

    private final Set<ItemId> taken = new HashSet<>();
    private final Map<PointId, Integer> uses = new HashMap<>();
    private final Set<PointId> must;
    private final List<List<PoolItem>> sections = new ArrayList<>();
    private List<PoolItem> section = new ArrayList<>();
    private int difficulties;

    FormDraw(Set<PointId> must) {
        this.must = new HashSet<>(must);
    }

    void begin() {
        section = new ArrayList<>();
        sections.add(section);
    }

    void take(PoolItem item) {
        section.add(item);
        taken.add(item.item());
        item.points().forEach(point -> uses.merge(point, 1, Integer::sum));
        must.removeAll(item.points());
        difficulties += item.difficulty();
    }

    boolean holds(PoolItem item) {
        return taken.contains(item.item());
    }

    /** Puts an item in the place of another in the same section. */
    void replace(int inSection, PoolItem gone, PoolItem come) {
        List<PoolItem> items = sections.get(inSection);
        items.set(items.indexOf(gone), come);
        taken.remove(gone.item());
        taken.add(come.item());
        difficulties += come.difficulty() - gone.difficulty();
    }

    List<PoolItem> section() {
        return section;
    }

    List<List<PoolItem>> sections() {
        return sections;
    }

    /** What it took, section by section. */
    List<ItemVersionId> versions() {
        return sections.stream().flatMap(List::stream).map(PoolItem::version).toList();
    }

    /** How often the points of an item are tested already. */
    int tested(PoolItem item) {
        int tested = 0;
        // Asked of every candidate for every place of every form.
        for (PointId point : item.points()) {
            tested += uses.getOrDefault(point, 0);
        }
        return tested;
    }

    /** Whether an item tests a point that must be tested and is not yet. */
    boolean needs(PoolItem item) {
        return !must.isEmpty() && item.points().stream().anyMatch(must::contains);
    }

    /** The points that must be tested and are not yet. */
    Set<PointId> missing() {
        return must;
    }

    /** The sum of the difficulties. */
    int difficulties() {
        return difficulties;
    }

    int size() {
        return taken.size();
    }
}
