package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.TradeId;

import static org.assertj.core.api.Assertions.assertThat;

class DrillDrawTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private final TradeId trade = TradeId.next();
    private final TradeId foundation = TradeId.next();
    private final Map<TradeId, BigDecimal> weights =
            Map.of(trade, BigDecimal.valueOf(80), foundation, BigDecimal.valueOf(20));
    private final Random random = new Random(7);

    @Test
    void foundationsComeByTheirWeightAndNoItemTwice() {
        List<PoolItem> pool = new ArrayList<>(items(trade, 40));
        pool.addAll(items(foundation, 40));

        List<PoolItem> drawn = DrillDraw.draw(pool, weights, Map.of(), 10, random);

        assertThat(drawn).hasSize(10).doesNotHaveDuplicates();
        assertThat(drawn).filteredOn(item -> item.trade().equals(foundation)).hasSize(2);
    }

    /** Each letter is an item: n never met, u drawn but left alone, a digit answered so many hours ago. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "2, n n 1,     n n",
        "2, n u 9,     n u",
        "3, 1 9 5 u,   u 9 5",
        "2, 0 3,       3 0",
        "2, 0 0 8 2,   8 2",
        "9, n 1,       n 1",
    })
    void whatIsNewComesFirstThenWhatWasMetLongestAgo(int count, String history, String expected) {
        List<PoolItem> pool = new ArrayList<>();
        Map<ItemId, Met> met = new HashMap<>();
        Map<ItemId, String> names = new HashMap<>();
        for (String letter : history.split(" ")) {
            PoolItem item = items(trade, 1).getFirst();
            pool.add(item);
            names.put(item.item(), letter);
            if (!letter.equals("n")) {
                Instant answered = letter.equals("u") ? null : NOON.minusSeconds(3600L * Integer.parseInt(letter));
                met.put(item.item(), new Met(NOON, answered));
            }
        }

        List<PoolItem> drawn = DrillDraw.draw(pool, weights, met, count, random);

        assertThat(drawn.stream().map(item -> names.get(item.item()))).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void typesComeInTheUsualOrderOfAPaper() {
        List<PoolItem> pool = new ArrayList<>();
        for (ItemType type : ItemType.values()) {
            pool.add(0, item(trade, type));
        }
        assertThat(DrillDraw.draw(pool, weights, Map.of(), pool.size(), random).stream()
                        .map(PoolItem::type))
                .containsExactly(ItemType.values());
    }

    /** Tasks and other items in the pool, and how many tasks a drill of so many items has at most. */
    @ParameterizedTest(name = "{2} of {0} tasks and {1} others: at most {3} tasks, {4} items")
    @CsvSource({
        "90, 40,  10, 1, 10",
        "90, 40,  20, 2, 20",
        "90, 40,   9, 0,  9",
        "90,  5,  10, 1,  6",
        " 1, 40,  30, 1, 30",
        "90,  0,  10, 10, 10",
        " 3,  0,  10, 3,  3",
    })
    void practicalTasksAreAtMostOneInTenUnlessThereIsNothingElse(
            int tasks, int others, int count, int most, int drawn) {
        List<PoolItem> pool = new ArrayList<>(items(trade, others));
        for (int i = 0; i < tasks; i++) {
            pool.add(item(i % 2 == 0 ? trade : foundation, ItemType.PRACTICAL));
        }
        assertThat(DrillDraw.draw(pool, weights, Map.of(), count, random))
                .hasSize(drawn)
                .filteredOn(item -> item.type() == ItemType.PRACTICAL)
                .hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void anEmptyPoolGivesAnEmptyDrill() {
        assertThat(DrillDraw.draw(List.of(), weights, Map.of(), 10, random)).isEmpty();
    }

    @Test
    void theSameHistoryDoesNotGiveTheSameDrillEachTime() {
        List<PoolItem> pool = items(trade, 200);
        Set<ItemId> seen = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            DrillDraw.draw(pool, weights, Map.of(), 10, random).forEach(item -> seen.add(item.item()));
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    private static List<PoolItem> items(TradeId whose, int count) {
        List<PoolItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(whose, ItemType.SINGLE_CHOICE));
        }
        return items;
    }

    @Test
    void aCaseWithATaskIsOneOfTheFewTasks() {
        List<PoolItem> pool = new ArrayList<>(items(trade, 30));
        for (int i = 0; i < 30; i++) {
            pool.add(new PoolItem(
                    ItemId.next(), ItemVersionId.next(), ItemType.CASE, true, trade, Set.of(), Set.of(), 3));
        }
        assertThat(DrillDraw.draw(pool, weights, Map.of(), 10, random))
                .filteredOn(PoolItem::task)
                .hasSizeLessThanOrEqualTo(1);
    }

    private static PoolItem item(TradeId whose, ItemType type) {
        return new PoolItem(
                ItemId.next(), ItemVersionId.next(), type, type == ItemType.PRACTICAL, whose, Set.of(), Set.of(), 3);
    }
}
