package org.lianbing.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;
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
     * Draws a paper, each section from the bank or from the sealed set it names; whether somebody may, the caller has
     * asked. The same random numbers over the same bank give the same paper.
     *
     * @throws Problem not found, where the trade has no outline at the level
     */
    public Assembled draw(Blueprint blueprint, Set<ItemId> leaveOut, RandomGenerator random) {
        Outline outline = outlines.current(blueprint.trade(), blueprint.level())
                .orElseThrow(() -> Problem.notFound("paper.no-outline"));
        List<TradeId> foundations =
                outline.inclusions().stream().map(Outline.Inclusion::foundation).toList();
        Map<ItemId, SealedSetId> sealed = new HashMap<>();
        List<PoolItem> items = new ArrayList<>(pool.forExam(blueprint.trade(), blueprint.level(), foundations));
        for (SealedSetId set : blueprint.sealedSets()) {
            pool.forSealed(set, blueprint.trade(), blueprint.level(), foundations)
                    .forEach(item -> {
                        items.add(item);
                        sealed.put(item.item(), set);
                    });
        }
        return draw(blueprint, sealed, new Drawing(items, new Strata(outline), leaveOut, random));
    }

    private static Assembled draw(Blueprint blueprint, Map<ItemId, SealedSetId> sealed, Drawing drawing) {
        List<DraftSlot> slots = new ArrayList<>();
        List<Assembled.Shortage> shortages = new ArrayList<>();
        for (Blueprint.Section section : blueprint.sections()) {
            Predicate<PoolItem> source = item -> Objects.equals(sealed.get(item.item()), section.sealedSet());
            int there = drawing.left(section.type(), source);
            if (there < section.count()) {
                shortages.add(
                        new Assembled.Shortage(section.type(), section.count(), there, section.sealedSet() != null));
                continue;
            }
            drawing.take(section.type(), source, section.count()).stream()
                    .map(item -> new DraftSlot(item.version(), item.type(), section.pointsEach(), section.credit()))
                    .forEach(slots::add);
        }
        return shortages.isEmpty() ? new Assembled.Complete(slots) : new Assembled.TooFew(shortages);
    }
}
