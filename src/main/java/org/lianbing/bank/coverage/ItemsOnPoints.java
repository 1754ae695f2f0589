package org.lianbing.bank.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.coverage.store.HangingItems;
import org.lianbing.base.Actor;
import org.lianbing.trade.PointId;
import org.lianbing.trade.PointUses;

/** Tells which items hang on points that are about to be dropped; sealed ones are not named. */
@Component
class ItemsOnPoints implements PointUses {

    private final HangingItems items;
    private final ReachMarks marks;

    ItemsOnPoints(HangingItems items, ReachMarks marks) {
        this.items = items;
        this.marks = marks;
    }

    @Override
    public Map<PointId, List<Use>> of(Actor actor, Collection<PointId> points) {
        Map<PointId, List<Use>> found = new HashMap<>();
        for (HangingItems.Hanging item : items.on(points, marks.of(actor))) {
            found.computeIfAbsent(item.point(), none -> new ArrayList<>())
                    .add(new Use(item.code(), "items/" + item.item()));
        }
        return found;
    }
}
