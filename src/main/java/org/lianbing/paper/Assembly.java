package org.lianbing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;

/** Draws papers (组卷) over the weights of the outline and its foundations. */
@Service
public class Assembly {

    private final Pool pool;
    private final Outlines outlines;

    Assembly(Pool pool, Outlines outlines) {
        this.pool = pool;
        this.outlines = outlines;
    }

    /**
     * Draws a paper; the same random numbers over the same bank give the same paper.
     *
     * @throws Problem not found, where the trade has no outline at the level
     */
    public Assembled draw(Blueprint blueprint, Set<ItemId> leaveOut, RandomGenerator random) {
        Outline outline = outlines.current(blueprint.trade(), blueprint.level())
                .orElseThrow(() -> Problem.notFound("paper.no-outline"));
        List<TradeId> foundations =
                outline.inclusions().stream().map(Outline.Inclusion::foundation).toList();
        List<PoolItem> items = pool.forExam(blueprint.trade(), blueprint.level(), foundations);
        return draw(blueprint, new Drawing(items, new Strata(outline), leaveOut, random));
    }

    private static Assembled draw(Blueprint blueprint, Drawing drawing) {
        List<DraftSlot> slots = new ArrayList<>();
        List<Assembled.Shortage> shortages = new ArrayList<>();
        for (Blueprint.Section section : blueprint.sections()) {
            int there = drawing.left(section.type());
            if (there < section.count()) {
                shortages.add(new Assembled.Shortage(section.type(), section.count(), there));
                continue;
            }
            drawing.take(section.type(), section.count()).stream()
                    .map(item -> new DraftSlot(item.version(), item.type(), section.pointsEach(), section.credit()))
                    .forEach(slots::add);
        }
        return shortages.isEmpty() ? new Assembled.Complete(slots) : new Assembled.TooFew(shortages);
    }
}
