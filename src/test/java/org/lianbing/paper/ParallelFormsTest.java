package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
import static org.assertj.core.api.Assertions.within;

/** Several forms of one blueprint: as alike as the bank allows. */
class ParallelFormsTest {

    private static final TradeId TRADE = new TradeId(new UUID(1, 1));
    private static final List<PointId> A =
            IntStream.range(0, 6).mapToObj(n -> new PointId(new UUID(2, n))).toList();
    private static final List<PointId> B =
            IntStream.range(6, 10).mapToObj(n -> new PointId(new UUID(2, n))).toList();
    private static final Strata STRATA = new Strata(outline(), Map.of());
    private static final Blueprint.Section TWENTY = section(ItemType.SINGLE_CHOICE, 20);
    private static final Blueprint.Section TEN = section(ItemType.TRUE_FALSE, 10);

    /** Ranges A 70 % and B 30 %. */
    private static Outline outline() {
        return new Outline(
                new OutlineId(Ids.next()),
                TRADE,
                Level.SENIOR,
                "fitter-senior",
                "钳工",
                "2026",
                List.of(range("A", 70, A), range("B", 30, B)),
                List.of());
    }

    private static Range range(String code, int weight, List<PointId> points) {
        List<Point> inside = points.stream()
                .map(id -> new Point(
                        id, new OutlineId(Ids.next()), TRADE, Level.SENIOR, code, "点", Importance.X, List.of()))
                .toList();
        return new Range(new RangeId(Ids.next()), code, code, BigDecimal.valueOf(weight), List.of(), inside);
    }

    private static Blueprint.Section section(ItemType type, int count) {
        return new Blueprint.Section(type, count, BigDecimal.ONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void formsOfALargeBankHaveNothingInCommonAndAreEquallyHard(int forms) {
        Fairness fairness = fairness(bank(60, 5), rules(forms, "0.05", null, Set.of()), 7);

        assertThat(fairness.kept()).isTrue();
        assertThat(fairness.forms())
                .hasSize(forms)
                .allSatisfy(form -> assertThat(form.items()).isEqualTo(30));
        assertThat(fairness.overlaps())
                .allSatisfy(pair -> assertThat(pair.items()).isZero());
        assertThat(fairness.coverage())
                .allSatisfy(cell -> assertThat(cell.even()).isTrue());
        assertThat(fairness.forms())
                .extracting(Fairness.OfForm::predicted)
                .allSatisfy(mean -> assertThat(
                                mean.subtract(fairness.forms().getFirst().predicted())
                                        .abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.30")));
    }

    @Test
    void aSmallBankIsSharedEvenly() {
        // 14 single choices of A are due to each of 4 forms, and there are 30: each is used once or twice.
        Fairness fairness = fairness(bank(5, 5), rules(4, "0.2", null, Set.of()), 3);

        assertThat(fairness.forms()).allSatisfy(form -> assertThat(form.items()).isEqualTo(30));
        assertThat(fairness.coverage())
                .allSatisfy(cell -> assertThat(cell.even()).isTrue());
        assertThat(fairness.exposures())
                .allSatisfy(one -> assertThat(one.forms()).isLessThanOrEqualTo(3));
        assertThat(fairness.overlaps())
                .anySatisfy(pair -> assertThat(pair.items()).isPositive());
        assertThat(fairness.kept()).isTrue();
    }

    @Test
    void manyFormsAreComparedByTheMeanAndTheNearestPair() {
        PaperRules rules = rules(12, "0.2", null, Set.of());
        List<Set<ItemId>> held = drawn(bank(5, 5), rules, 3).stream()
                .map(form -> form.sections().stream()
                        .flatMap(List::stream)
                        .map(PoolItem::item)
                        .collect(Collectors.toSet()))
                .toList();
        List<Integer> common = new ArrayList<>();
        for (int one = 0; one < held.size(); one++) {
            for (int other = one + 1; other < held.size(); other++) {
                Set<ItemId> both = new HashSet<>(held.get(one));
                both.retainAll(held.get(other));
                common.add(both.size());
            }
        }

        Fairness fairness = fairness(bank(5, 5), rules, 3);

        assertThat(fairness.overlaps()).hasSize(1);
        assertThat(fairness.mostOverlap().orElseThrow().items()).isEqualTo(Collections.max(common));
        assertThat(fairness.meanOverlap().doubleValue())
                .isCloseTo(common.stream().mapToInt(Integer::intValue).average().orElseThrow(), within(0.005));
    }

    @Test
    void aReportFromBeforeTheMeanWasNotedTellsItFromItsPairs() {
        Fairness fairness = fairness(bank(5, 5), rules(4, "0.2", null, Set.of()), 3);
        Fairness old = new Fairness(
                fairness.tolerance(),
                fairness.apart(),
                fairness.forms(),
                fairness.coverage(),
                fairness.overlaps(),
                null,
                fairness.exposures());

        assertThat(fairness.overlaps()).hasSize(6);
        assertThat(old.meanOverlap()).isEqualByComparingTo(fairness.meanOverlap());
    }

    @Test
    void whatMustBeTestedIsTestedInEveryForm() {
        Set<PointId> must = Set.of(A.get(5), B.get(3));
        List<FormDraw> forms = drawn(bank(20, 5), rules(6, "0.1", null, must), 11);

        assertThat(forms).allSatisfy(form -> {
            assertThat(form.missing()).isEmpty();
            assertThat(form.sections().stream().flatMap(List::stream).map(PoolItem::points))
                    .anyMatch(points -> points.contains(A.get(5)))
                    .anyMatch(points -> points.contains(B.get(3)));
        });
    }

    @ParameterizedTest
    @CsvSource({"30, 50, 20, 9, 15, 6", "100, 0, 0, 30, 0, 0", "0, 0, 100, 0, 0, 30"})
    void theBankGivesTheDifficultyThatIsAskedFor(int easy, int medium, int hard, int e, int m, int h) {
        Fairness fairness = fairness(bank(60, 5), rules(3, "0.1", new DifficultyMix(easy, medium, hard), Set.of()), 5);

        assertThat(fairness.forms()).allSatisfy(form -> {
            assertThat(form.easy()).isEqualTo(e);
            assertThat(form.medium()).isEqualTo(m);
            assertThat(form.hard()).isEqualTo(h);
        });
        assertThat(fairness.kept()).isTrue();
    }

    @Test
    void levellingChangesNeitherRangeNorPointNorSource() {
        // Whoever takes in turns from a bank of two difficulties ends apart; changes of equals bring the forms
        // together.
        SealedSetId set = new SealedSetId(Ids.next());
        List<PoolItem> bank = bank(30, 2);
        Map<ItemId, SealedSetId> sealed = Map.of(bank.getFirst().item(), set);
        Drawing drawing = new Drawing(bank, sealed, STRATA, Set.of(), rules(5, "0.01", null, Set.of()), new Random(2));
        drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, 20)));

        List<FormDraw> forms = drawing.finish();

        assertThat(forms).allSatisfy(form -> {
            assertThat(form.section()).hasSize(20).doesNotHaveDuplicates();
            assertThat(form.section()).noneMatch(item -> sealed.containsKey(item.item()));
            assertThat(form.section().stream().filter(item -> STRATA.of(item) == 0))
                    .hasSize(14);
        });
        assertThat(forms.stream().mapToInt(FormDraw::difficulties).distinct()).hasSize(1);
    }

    @Test
    void levellingKeepsHowManyAreEasyMediumAndHardWhereThatIsLaidDown() {
        // The first form is all hard, the second all medium: an item for an item would make them equally hard.
        PaperRules rules = rules(2, "0.01", new DifficultyMix(0, 50, 50), Set.of());
        List<PoolItem> items = bank(5, 5).stream()
                .filter(item -> item.type() == ItemType.SINGLE_CHOICE)
                .toList();
        List<FormDraw> forms = List.of(form(items, 5), form(items, 3));

        new Levelling(forms, List.of(), Map.of(), Map.of(), STRATA, rules).level();

        assertThat(forms.getFirst().section()).allMatch(item -> item.difficulty() == 5);
        assertThat(forms.getLast().section()).allMatch(item -> item.difficulty() == 3);
    }

    private static FormDraw form(List<PoolItem> items, int difficulty) {
        FormDraw form = new FormDraw(Set.of());
        form.begin();
        items.stream().filter(item -> item.difficulty() == difficulty).limit(2).forEach(form::take);
        return form;
    }

    @Test
    void theSameRandomNumbersGiveTheSameForms() {
        PaperRules rules = rules(4, "0.1", null, Set.of());

        assertThat(fairness(bank(20, 5), rules, 4).exposures())
                .isEqualTo(fairness(bank(20, 5), rules, 4).exposures())
                .isNotEqualTo(fairness(bank(20, 5), rules, 5).exposures());
    }

    @Test
    void rulesThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> rules(-1, "0.1", null, Set.of())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rules(2001, "0.1", null, Set.of())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rules(2, "0", null, Set.of())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new DifficultyMix(50, 50, 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new DifficultyMix(-10, 60, 50)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({"30, 50, 20, 10, 3, 5, 2", "33, 33, 34, 10, 3, 3, 4", "1, 1, 98, 1, 0, 0, 1", "40, 40, 20, 3, 1, 1, 1"})
    void sharesAreRoundedByLargestRemainder(int easy, int medium, int hard, int total, int e, int m, int h) {
        assertThat(new DifficultyMix(easy, medium, hard).quotas(total)).containsExactly(e, m, h);
    }

    private static PaperRules rules(int forms, String tolerance, @Nullable DifficultyMix mix, Set<PointId> must) {
        return new PaperRules(forms, true, new BigDecimal(tolerance), mix, must, 0);
    }

    private static List<FormDraw> drawn(List<PoolItem> bank, PaperRules rules, int seed) {
        Drawing drawing = new Drawing(bank, Map.of(), STRATA, Set.of(), rules, new Random(seed));
        drawing.take(ItemType.SINGLE_CHOICE, List.of(new Drawing.Share(null, TWENTY.count())));
        drawing.take(ItemType.TRUE_FALSE, List.of(new Drawing.Share(null, TEN.count())));
        return drawing.finish();
    }

    private static Fairness fairness(List<PoolItem> bank, PaperRules rules, int seed) {
        Blueprint blueprint = new Blueprint(TRADE, Level.SENIOR, List.of(TWENTY, TEN), rules);
        return new FairnessReport(blueprint, STRATA, drawn(bank, rules, seed)).make();
    }

    /** So many items of both types on every point, of difficulties that come in turn from 1 to the hardest. */
    private static List<PoolItem> bank(int each, int hardest) {
        List<PoolItem> items = new ArrayList<>();
        List<PointId> points = new ArrayList<>(A);
        points.addAll(B);
        for (PointId point : points) {
            for (ItemType type : List.of(ItemType.SINGLE_CHOICE, ItemType.TRUE_FALSE)) {
                for (int n = 0; n < each; n++) {
                    items.add(new PoolItem(
                            new ItemId(new UUID(point.value().getLeastSignificantBits(), 2L * n + type.ordinal() % 2)),
                            new ItemVersionId(new UUID(9, items.size())),
                            type,
                            TRADE,
                            Set.of(point),
                            1 + n % hardest));
                }
            }
        }
        return items;
    }
}
