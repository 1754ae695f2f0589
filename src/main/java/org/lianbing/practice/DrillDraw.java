package org.lianbing.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.TradeId;

/** Picks the items of a drill: shares of a trade and its foundations by weight, and in each what was met longest ago. */
final class DrillDraw {

    /** Of so many items one may be a 技能操作: a break at work is short, and most people have no bench beside them. */
    static final int ITEMS_A_TASK = 10;

    private DrillDraw() {}

    /**
     * Draws a drill.
     *
     * @param pool what may be drawn
     * @param weights the share of each trade or foundation; what is not named gets what is left over
     * @param met when the person last met an item; nothing for never
     * @param count how many are wanted; fewer come where the pool is smaller, and of 技能操作 at most one in
     *     {@link #ITEMS_A_TASK} unless there is nothing else in the pool
     * @return the items by type, in the usual order of a paper
     */
    static List<PoolItem> draw(
            List<PoolItem> pool,
            Map<TradeId, BigDecimal> weights,
            Map<ItemId, Met> met,
            int count,
            RandomGenerator random) {
        boolean tasksAlone = pool.stream().allMatch(PoolItem::task);
        int mostTasks = tasksAlone ? count : count / ITEMS_A_TASK;
        Map<TradeId, List<PoolItem>> queues = queues(pool, met, mostTasks, random);
        Map<TradeId, Integer> sizes = new LinkedHashMap<>();
        queues.forEach((trade, items) -> sizes.put(trade, items.size()));
        List<PoolItem> drawn = new ArrayList<>();
        Shares.of(count, weights, sizes)
                .forEach((trade, share) ->
                        drawn.addAll(queues.getOrDefault(trade, List.of()).subList(0, share)));
        Collections.shuffle(drawn, random);
        drawn.sort(Comparator.comparing(PoolItem::type));
        return List.copyOf(drawn);
    }

    private static Map<TradeId, List<PoolItem>> queues(
            List<PoolItem> pool, Map<ItemId, Met> met, int mostTasks, RandomGenerator random) {
        List<PoolItem> mixed = new ArrayList<>(pool);
        Collections.shuffle(mixed, random);
        mixed.sort(Comparator.comparing(item -> met.get(item.item()), Comparator.nullsFirst(Met.LONGEST_AGO_FIRST)));
        Map<TradeId, List<PoolItem>> queues = new LinkedHashMap<>();
        int tasks = 0;
        for (PoolItem item : mixed) {
            if (!item.task() || tasks++ < mostTasks) {
                queues.computeIfAbsent(item.trade(), trade -> new ArrayList<>()).add(item);
            }
        }
        return queues;
    }
}
