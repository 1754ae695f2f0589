package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Ids;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;
import org.lianbing.trade.RangeId;

import static org.assertj.core.api.Assertions.assertThat;

class DrawingTest {

    private static final TradeId TRADE = new TradeId(new UUID(1, 1));
    private static final TradeId SAFETY = new TradeId(new UUID(1, 2));
    private static final PointId A1 = new PointId(new UUID(2, 1));
    private static final PointId A2 = new PointId(new UUID(2, 2));
    private static final PointId B1 = new PointId(new UUID(2, 3));
    private static final PointId S1 = new PointId(new UUID(2, 4));
    private static final Strata STRATA = new Strata(outline(), Map.of(SAFETY, "安全"));

    /** Ranges A 60 %, B 30 %, foundation safety 10 %. */
    private static Outline outline() {
        return new Outline(
                new OutlineId(Ids.next()),
                TRADE,
                Level.SENIOR,
                "fitter-senior",
                "钳工",
                "2026",
                List.of(
                        range("A", 60, point(A1, Importance.X), point(A2, Importance.Z)),
                        range("B", 30, point(B1, Importance.Y))),
                List.of(new Outline.Inclusion(SAFETY, BigDecimal.TEN)));
    }

    private static Range range(String code, int weight, Point... points) {
        return new Range(new RangeId(Ids.next()), code, code, BigDecimal.valueOf(weight), List.of(), List.of(points));
    }

    private static Point point(PointId id, Importance importance) {
        return new Point(id, new OutlineId(Ids.next()), TRADE, Level.SENIOR, "A-001", "点", importance, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 6, 3, 1",
        "20, 12, 6, 2",
        "1,  1, 0, 0",
        "2,  1, 1, 0",
        "3,  2, 1, 0",
        "4,  3, 1, 0", // 2.4 1.2 0.4: the remainders of A and safety tie, the earlier one gets it
        "5,  3, 2, 0", // 3 1.5 0.5
        "7,  4, 2, 1", // 4.2 2.1 0.7
        "0,  0, 0, 0",
    })
    void quotasFollowTheWeightsByLargestRemainder(int total, int a, int b, int safety) {
        assertThat(STRATA.quotas(total)).containsExactly(a, b, safety);
    }

    @Test
    void aSectionTakesFromEachStratumWhatIsDue() {
        List<PoolItem> pool = pool(20, 20, 20, 20);

        List<PoolItem> drawn = drawn(pool, 3, 10);

        assertThat(drawn).extracting(STRATA::of).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 2);
        assertThat(drawn).extracting(PoolItem::item).doesNotHaveDuplicates();
    }

    @Test
    void pointsAreSpreadBeforeOneIsTestedTwice() {
        List<PoolItem> drawn = drawn(pool(20, 20, 20, 20), 5, 10);

        assertThat(drawn.stream().filter(item -> item.points().contains(A1))).hasSize(3);
        assertThat(drawn.stream().filter(item -> item.points().contains(A2))).hasSize(3);
    }

    @Test
    void whatAStratumLacksIsFilledFromAnywhereWithCorePointsFirst() {
        // Safety and B are empty: 4 of the 10 come from elsewhere. A1 is a core point, A2 an auxiliary one.
        List<PoolItem> drawn = drawn(pool(7, 7, 0, 0), 1, 10);

        assertThat(drawn.stream().filter(item -> item.points().contains(A1))).hasSize(7);
    }

    @Test
    void theSameRandomNumbersGiveTheSamePaperWhateverTheOrderOfTheBank() {
        List<PoolItem> pool = pool(20, 20, 20, 20);
        List<PoolItem> reversed = pool.reversed();

        assertThat(drawn(pool, 9, 20)).isEqualTo(drawn(reversed, 9, 20)).isNotEqualTo(drawn(pool, 8, 20));
    }

    @Test
    void whatIsLeftOutIsNeitherCountedNorDrawn() {
        List<PoolItem> pool = pool(5, 0, 0, 0);
        Drawing drawing =
                new Drawing(pool, Map.of(), STRATA, Set.of(pool.getFirst().item()), PaperRules.USUAL, new Random(1));

        assertThat(drawing.left(ItemType.SINGLE_CHOICE, null)).isEqualTo(4);
        assertThat(drawing.left(ItemType.SINGLE_CHOICE, null, 0)).isEqualTo(4);
        assertThat(drawing.left(ItemType.TRUE_FALSE, null)).isZero();
        drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, 4)));
        assertThat(drawing.finish().getFirst().section()).doesNotContain(pool.getFirst());
    }

    @Test
    void whatMustBeTestedIsDrawnThoughItsStratumIsDueNone() {
        // Of 4, A is due 3 and B 1; safety, of which S1 must be tested, is due none.
        PaperRules rules = new PaperRules(2, true, PaperRules.USUAL_TOLERANCE, null, Set.of(S1), 0);
        Drawing drawing =
                new Drawing(pool(20, 20, 20, 20), Map.of(), STRATA, Set.of(), rules, new Random(1)).demandedFirst();
        drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, 4)));

        assertThat(drawing.finish()).allSatisfy(form -> {
            assertThat(form.missing()).isEmpty();
            assertThat(form.section()).extracting(STRATA::of).containsExactly(0, 0, 1, 2);
        });
    }

    @Test
    void whatTheWeightsReachNeedsNotToComeFirst() {
        // A1 can be tested by one item of the first section alone, B1 and S1 by either section.
        PaperRules rules = new PaperRules(2, true, BigDecimal.ONE, null, Set.of(A1, B1, S1), 0);
        Strata strata = new Strata(
                new Outline(
                        new OutlineId(Ids.next()),
                        TRADE,
                        Level.SENIOR,
                        "fitter-senior",
                        "钳工",
                        "2026",
                        List.of(
                                range("A", 50, point(A1, Importance.X), point(A2, Importance.X)),
                                range("B", 50, point(B1, Importance.X), point(S1, Importance.X))),
                        List.of()),
                Map.of());
        for (int seed = 0; seed < 20; seed++) {
            List<PoolItem> pool = new ArrayList<>();
            add(pool, ItemType.TRUE_FALSE, 1, A1);
            add(pool, ItemType.TRUE_FALSE, 4, B1);
            add(pool, ItemType.TRUE_FALSE, 4, S1);
            add(pool, ItemType.SINGLE_CHOICE, 8, A2);
            add(pool, ItemType.SINGLE_CHOICE, 4, B1);
            add(pool, ItemType.SINGLE_CHOICE, 4, S1);
            Drawing drawing = new Drawing(pool, Map.of(), strata, Set.of(), rules, new Random(seed));
            drawing.take(ItemType.TRUE_FALSE, List.of(new Drawing.Share(null, 2)));
            drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, 4)));

            assertThat(drawing.finish())
                    .allSatisfy(form -> assertThat(form.missing()).isEmpty());
        }
    }

    @Test
    void theBankFillsWhatTheSetLeftOpenInEachFormByItself() {
        // Of 5 from the set A is due 2, B 2 and C 1; it has 1, 5 and 3 of them, so that the fifth is of B or of C.
        Strata strata = new Strata(
                new Outline(
                        new OutlineId(Ids.next()),
                        TRADE,
                        Level.SENIOR,
                        "fitter-senior",
                        "钳工",
                        "2026",
                        List.of(
                                range("A", 40, point(A1, Importance.X)),
                                range("B", 30, point(B1, Importance.X)),
                                range("C", 30, point(S1, Importance.X))),
                        List.of()),
                Map.of());
        SealedSetId set = new SealedSetId(new UUID(3, 1));
        List<PoolItem> pool = pool(20, 0, 20, 20);
        Map<ItemId, SealedSetId> sealed = Stream.of(0, 20, 21, 22, 23, 24, 40, 41, 42)
                .collect(Collectors.toMap(n -> pool.get(n).item(), n -> set));
        for (int seed = 0; seed < 20; seed++) {
            PaperRules rules = new PaperRules(2, true, BigDecimal.ONE, null, Set.of(), 0);
            Drawing drawing = new Drawing(pool, sealed, strata, Set.of(), rules, new Random(seed));
            drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(set, 5), new Drawing.Share(null, 5)));

            assertThat(drawing.finish())
                    .allSatisfy(form -> assertThat(form.section())
                            .extracting(strata::of)
                            .containsExactly(0, 0, 0, 0, 1, 1, 1, 2, 2, 2));
        }
    }

    private static List<PoolItem> drawn(List<PoolItem> pool, int seed, int count) {
        Drawing drawing = new Drawing(pool, Map.of(), STRATA, Set.of(), PaperRules.USUAL, new Random(seed));
        drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, count)));
        return drawing.finish().getFirst().section();
    }

    private static List<PoolItem> pool(int a1, int a2, int b, int safety) {
        List<PoolItem> items = new ArrayList<>();
        add(items, a1, TRADE, A1);
        add(items, a2, TRADE, A2);
        add(items, b, TRADE, B1);
        add(items, safety, SAFETY, S1);
        return items;
    }

    private static void add(List<PoolItem> items, ItemType type, int count, PointId point) {
        IntStream.range(0, count)
                .mapToObj(n -> new PoolItem(
                        new ItemId(new UUID(type.ordinal() + 10L, items.size() + n)),
                        new ItemVersionId(Ids.next()),
                        type,
                        TRADE,
                        Set.of(point),
                        3))
                .toList()
                .forEach(items::add);
    }

    private static void add(List<PoolItem> items, int count, TradeId trade, PointId point) {
        IntStream.range(0, count)
                .mapToObj(n -> new PoolItem(
                        new ItemId(new UUID(point.value().getLeastSignificantBits(), n)),
                        new ItemVersionId(Ids.next()),
                        ItemType.SINGLE_CHOICE,
                        trade,
                        Set.of(point),
                        3))
                .forEach(items::add);
    }
}
