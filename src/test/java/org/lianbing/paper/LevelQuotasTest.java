package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Ids;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;
import org.lianbing.trade.RangeId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A paper for 高级工 that takes a part from the items of 中级工, and what the bank lacks for it. */
class LevelQuotasTest {

    private static final TradeId TRADE = new TradeId(new UUID(1, 1));
    private static final TradeId SAFETY = new TradeId(new UUID(1, 2));
    private static final PointId A = new PointId(new UUID(2, 1));
    private static final PointId B = new PointId(new UUID(2, 2));
    private static final PointId M = new PointId(new UUID(2, 3));
    private static final PointId S = new PointId(new UUID(2, 4));
    private static final LevelMix MIX = new LevelMix(Map.of(Level.SENIOR, 70, Level.INTERMEDIATE, 30));

    /** 高级工: A 60 %, B 20 %, safety 20 %. 中级工: M 80 %, safety 20 %. */
    private static final Strata STRATA = new Strata(
            List.of(
                    outline(Level.SENIOR, range("A", 60, A), range("B", 20, B)),
                    outline(Level.INTERMEDIATE, range("M", 80, M))),
            MIX,
            Map.of(SAFETY, "安全"));

    private static Outline outline(Level level, Range... ranges) {
        return new Outline(
                new OutlineId(Ids.next()),
                TRADE,
                level,
                "fitter-" + level.code(),
                "钳工",
                "2026",
                List.of(ranges),
                List.of(new Outline.Inclusion(SAFETY, BigDecimal.valueOf(20))));
    }

    private static Range range(String code, int weight, PointId point) {
        Point inside =
                new Point(point, new OutlineId(Ids.next()), TRADE, Level.SENIOR, code, "点", Importance.X, List.of());
        return new Range(new RangeId(Ids.next()), code, code, BigDecimal.valueOf(weight), List.of(), List.of(inside));
    }

    @Test
    void eachLevelGivesItsShareByItsOwnOutline() {
        // 14 of 20 from 高级工: 8.4, 2.8, 2.8; 6 from 中级工: 4.8, 1.2. Safety stands once.
        assertThat(STRATA.quotas(20)).containsExactly(8, 3, 4, 5);
        assertThat(STRATA.name(2)).isEqualTo("安全");

        List<PoolItem> drawn = drawn(bank(20, 20, 20, 20, 0), 20, 3);

        assertThat(drawn).filteredOn(item -> item.points().contains(A)).hasSize(8);
        assertThat(drawn).filteredOn(item -> item.points().contains(B)).hasSize(3);
        assertThat(drawn).filteredOn(item -> item.points().contains(M)).hasSize(5);
        assertThat(drawn).filteredOn(item -> item.trade().equals(SAFETY)).hasSize(4);
    }

    @Test
    void whatARangeLacksIsFilledFromItsLevelFirst() {
        // Of 5 that 中级工 is due on M there is 1; 10 more of its items test no point.
        List<PoolItem> drawn = drawn(bank(20, 20, 1, 20, 10), 20, 3);

        assertThat(drawn)
                .filteredOn(item -> STRATA.level(item) == Level.INTERMEDIATE)
                .hasSize(5);
        assertThat(drawn).filteredOn(item -> STRATA.level(item) == Level.SENIOR).hasSize(11);
    }

    @Test
    void anItemOfBothLevelsCountsForTheOneWhoseOutlineItTests() {
        assertThat(STRATA.level(item(1, TRADE, Set.of(Level.SENIOR, Level.INTERMEDIATE), M)))
                .isEqualTo(Level.INTERMEDIATE);
        assertThat(STRATA.level(item(1, TRADE, Set.of(Level.SENIOR, Level.INTERMEDIATE), null)))
                .isEqualTo(Level.SENIOR);
        assertThat(STRATA.level(item(1, SAFETY, Set.of(), S))).isNull();
    }

    @Test
    void sharesAreRoundedByLargestRemainderAndMustBeWhole() {
        assertThat(MIX.quotas(5)).isEqualTo(Map.of(Level.SENIOR, 4, Level.INTERMEDIATE, 1));
        assertThat(MIX.quotas(1)).isEqualTo(Map.of(Level.SENIOR, 1, Level.INTERMEDIATE, 0));
        assertThatThrownBy(() -> new LevelMix(Map.of(Level.SENIOR, 70))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new LevelMix(Map.of())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new LevelMix(Map.of(Level.SENIOR, 110, Level.JUNIOR, -10)))
                .isInstanceOf(Problem.class);
        PaperRules rules = new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, MIX, Set.of(), 0);
        assertThatThrownBy(() -> new Blueprint(TRADE, null, List.of(), rules)).hasMessage("paper.levels.theme");
        assertThat(new Blueprint(TRADE, Level.INTERMEDIATE, List.of(), rules).levels())
                .containsExactly(Level.INTERMEDIATE, Level.SENIOR);
    }

    @Test
    void whatRoundingLeavesOfOneSectionCountsInTheNext() {
        LevelMix mix = new LevelMix(Map.of(Level.SENIOR, 90, Level.INTERMEDIATE, 10));
        assertThat(mix.quotas(List.of(4, 4, 4, 4, 4)))
                .extracting(quotas -> quotas.get(Level.INTERMEDIATE))
                .containsExactly(0, 1, 0, 1, 0);

        PaperRules rules = new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, mix, Set.of(), 0);
        Strata strata = new Strata(
                List.of(outline(Level.SENIOR, range("A", 80, A)), outline(Level.INTERMEDIATE, range("M", 80, M))),
                mix,
                Map.of(SAFETY, "安全"));
        Drawing drawing = new Drawing(bank(20, 0, 20, 20, 0), Map.of(), strata, Set.of(), rules, new Random(1));
        IntStream.range(0, 5).forEach(n -> drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, 4))));
        assertThat(drawing.finish().getFirst().sections().stream().flatMap(List::stream))
                .filteredOn(item -> item.points().contains(M))
                .hasSize(2);
    }

    @Test
    void whatTheBankLacksIsSaidByCell() {
        PointId gone = new PointId(new UUID(2, 9));
        PaperRules rules = new PaperRules(
                3, true, PaperRules.USUAL_TOLERANCE, new DifficultyMix(50, 50, 0), MIX, Set.of(M, gone), 0);
        Blueprint.Section twenty = new Blueprint.Section(ItemType.SINGLE_CHOICE, 20, BigDecimal.ONE);
        Blueprint blueprint = new Blueprint(TRADE, Level.SENIOR, List.of(twenty), rules);
        Drawing drawing = new Drawing(bank(6, 3, 2, 4, 1), Map.of(), STRATA, Set.of(), PaperRules.USUAL, new Random(1));

        List<Lack> lacks = new Lacks(blueprint, STRATA, drawing).all();

        List<Lack.InSection> none = List.of(new Lack.InSection(ItemType.SINGLE_CHOICE, 0));
        List<Lack.InSection> two = List.of(new Lack.InSection(ItemType.SINGLE_CHOICE, 2));
        assertThat(lacks)
                .containsExactlyInAnyOrder(
                        new Lack.OfType(ItemType.SINGLE_CHOICE, false, 20, 16),
                        new Lack.OfStratum(ItemType.SINGLE_CHOICE, Level.SENIOR, "A A", 8, 6),
                        new Lack.OfStratum(ItemType.SINGLE_CHOICE, Level.INTERMEDIATE, "M M", 5, 2),
                        new Lack.OfLevel(ItemType.SINGLE_CHOICE, Level.SENIOR, 11, 9),
                        new Lack.OfLevel(ItemType.SINGLE_CHOICE, Level.INTERMEDIATE, 5, 3),
                        new Lack.OfDifficulty(ItemType.SINGLE_CHOICE, DifficultyMix.Band.EASY, 10, 0),
                        new Lack.OfPoint(gone, "", none, 3, false),
                        new Lack.OfPoint(M, "M 点", two, 3, false));
        assertThat(lacks).filteredOn(Lack::stops).hasSize(2);
        assertThat(lacks.stream().filter(lack -> lack instanceof Lack.OfPoint))
                .extracting(Lack::there)
                .containsExactly(0, 2);
    }

    @Test
    void ofASealedSetNothingIsSaidButHowManyThereAre() {
        SealedSetId set = new SealedSetId(new UUID(3, 1));
        List<PoolItem> bank = bank(4, 0, 0, 0, 0);
        Map<ItemId, SealedSetId> sealed = Map.of(
                bank.get(0).item(),
                set,
                bank.get(1).item(),
                set,
                bank.get(2).item(),
                set,
                bank.get(3).item(),
                set);
        PaperRules rules = new PaperRules(
                100, true, PaperRules.USUAL_TOLERANCE, new DifficultyMix(0, 0, 100), MIX, Set.of(A, B, M), 0);
        Drawing drawing = new Drawing(bank, sealed, STRATA, Set.of(), PaperRules.USUAL, new Random(1));

        assertThat(lacks(rules, drawing, new Blueprint.Section(ItemType.SINGLE_CHOICE, 5, BigDecimal.ONE, null, set)))
                .containsExactly(new Lack.OfType(ItemType.SINGLE_CHOICE, true, 5, 4));
        assertThat(lacks(
                        rules, drawing, new Blueprint.Section(ItemType.SINGLE_CHOICE, 2, BigDecimal.ONE, null, set, 1)))
                .filteredOn(lack -> lack instanceof Lack.OfPoint)
                .hasSize(3)
                .allSatisfy(lack -> assertThat(lack.there()).isZero())
                .noneMatch(Lack::stops);
    }

    private static List<Lack> lacks(PaperRules rules, Drawing drawing, Blueprint.Section section) {
        return new Lacks(new Blueprint(TRADE, Level.SENIOR, List.of(section), rules), STRATA, drawing).all();
    }

    private static List<PoolItem> drawn(List<PoolItem> pool, int count, int seed) {
        PaperRules rules = new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, MIX, Set.of(), 0);
        Drawing drawing = new Drawing(pool, Map.of(), STRATA, Set.of(), rules, new Random(seed));
        drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, count)));
        return drawing.finish().getFirst().section();
    }

    /** So many on each point, and so many of 中级工 on none; all of difficulty 3. */
    private static List<PoolItem> bank(int a, int b, int m, int s, int none) {
        List<PoolItem> items = new ArrayList<>();
        IntStream.range(0, a).forEach(n -> items.add(item(items.size(), TRADE, Set.of(Level.SENIOR), A)));
        IntStream.range(0, b).forEach(n -> items.add(item(items.size(), TRADE, Set.of(Level.SENIOR), B)));
        IntStream.range(0, m).forEach(n -> items.add(item(items.size(), TRADE, Set.of(Level.INTERMEDIATE), M)));
        IntStream.range(0, s).forEach(n -> items.add(item(items.size(), SAFETY, Set.of(), S)));
        IntStream.range(0, none).forEach(n -> items.add(item(items.size(), TRADE, Set.of(Level.INTERMEDIATE), null)));
        return items;
    }

    private static PoolItem item(int number, TradeId trade, Set<Level> levels, @Nullable PointId point) {
        return new PoolItem(
                new ItemId(new UUID(7, number)),
                new ItemVersionId(new UUID(9, number)),
                ItemType.SINGLE_CHOICE,
                false,
                trade,
                levels,
                point == null ? Set.of() : Set.of(point),
                3);
    }
}
