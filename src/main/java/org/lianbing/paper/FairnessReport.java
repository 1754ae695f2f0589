package org.lianbing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.PoolItem;
import org.lianbing.trade.PointId;

/** Compares forms that were drawn. */
final class FairnessReport {

    private static final int SCALE = 2;

    /**
     * What of an item's points is to be expected by its difficulty, 1 to 5. An assumption of ours, the same for every form:
     * what an item really gives (通过率) is not known before it was sat.
     */
    private static final double[] EXPECTED = {0.9, 0.75, 0.6, 0.45, 0.3};

    private final Blueprint blueprint;
    private final Strata strata;
    private final List<FormDraw> forms;

    FairnessReport(Blueprint blueprint, Strata strata, List<FormDraw> forms) {
        this.blueprint = blueprint;
        this.strata = strata;
        this.forms = forms;
    }

    Fairness make() {
        List<Fairness.OfForm> all =
                IntStream.range(0, forms.size()).mapToObj(this::ofForm).toList();
        int hardest = forms.stream().mapToInt(FormDraw::difficulties).max().orElse(0);
        int easiest = forms.stream().mapToInt(FormDraw::difficulties).min().orElse(0);
        int[][] common = common();
        int items = Math.max(1, forms.getFirst().size());
        return new Fairness(
                blueprint.rules().tolerance(),
                rounded((double) (hardest - easiest) / items),
                all,
                coverage(),
                overlaps(common),
                mean(common),
                exposures());
    }

    private Fairness.OfForm ofForm(int index) {
        FormDraw form = forms.get(index);
        int[] bands = new int[3];
        Set<PointId> points = new HashSet<>();
        double predicted = 0;
        double variance = 0;
        for (int section = 0; section < form.sections().size(); section++) {
            double each = blueprint.sections().get(section).pointsEach().doubleValue();
            for (PoolItem item : form.sections().get(section)) {
                double expected = EXPECTED[item.difficulty() - 1];
                predicted += each * expected;
                variance += each * each * expected * (1 - expected);
                bands[DifficultyMix.band(item.difficulty())]++;
                points.addAll(item.points());
            }
        }
        return new Fairness.OfForm(
                index + 1,
                form.size(),
                rounded((double) form.difficulties() / Math.max(1, form.size())),
                bands[0],
                bands[1],
                bands[2],
                rounded(predicted),
                rounded(Math.sqrt(variance)),
                points.size());
    }

    private List<Fairness.Coverage> coverage() {
        List<Fairness.Coverage> coverage = new ArrayList<>();
        List<List<Integer>> due = strata.quotas(
                blueprint.sections().stream().map(Blueprint.Section::count).toList());
        for (int section = 0; section < blueprint.sections().size(); section++) {
            Blueprint.Section asked = blueprint.sections().get(section);
            List<Integer> quotas = due.get(section);
            for (int stratum = 0; stratum < strata.count(); stratum++) {
                coverage.add(new Fairness.Coverage(
                        asked.type().code(),
                        strata.level(stratum),
                        strata.name(stratum),
                        quotas.get(stratum),
                        given(section, stratum)));
            }
            List<Integer> none = given(section, Strata.NONE);
            if (none.stream().anyMatch(count -> count > 0)) {
                coverage.add(new Fairness.Coverage(asked.type().code(), null, "", 0, none));
            }
        }
        return coverage;
    }

    private List<Integer> given(int section, int stratum) {
        return forms.stream()
                .map(form -> (int) form.sections().get(section).stream()
                        .filter(item -> strata.of(item) == stratum)
                        .count())
                .toList();
    }

    /** How many items each two forms have in common, the smaller number first; counted item by item. */
    private int[][] common() {
        Map<ItemId, List<Integer>> standing = new HashMap<>();
        for (int form = 0; form < forms.size(); form++) {
            for (ItemId item : items(forms.get(form))) {
                standing.computeIfAbsent(item, one -> new ArrayList<>()).add(form);
            }
        }
        int[][] common = new int[forms.size()][forms.size()];
        standing.values().forEach(those -> {
            for (int one = 0; one < those.size(); one++) {
                for (int other = one + 1; other < those.size(); other++) {
                    common[those.get(one)][those.get(other)]++;
                }
            }
        });
        return common;
    }

    private List<Fairness.Overlap> overlaps(int[][] common) {
        List<Fairness.Overlap> overlaps = new ArrayList<>();
        for (int one = 0; one < common.length; one++) {
            for (int other = one + 1; other < common.length; other++) {
                Fairness.Overlap pair = new Fairness.Overlap(one + 1, other + 1, common[one][other]);
                if (common.length <= Fairness.COMPARED || overlaps.isEmpty()) {
                    overlaps.add(pair);
                } else if (pair.items() > overlaps.getFirst().items()) {
                    overlaps.set(0, pair);
                }
            }
        }
        return overlaps;
    }

    private static BigDecimal mean(int[][] common) {
        long sum = Arrays.stream(common)
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
        long pairs = (long) common.length * (common.length - 1) / 2;
        return rounded((double) sum / Math.max(1, pairs));
    }

    private List<Fairness.Exposure> exposures() {
        Map<ItemId, Integer> counts = new HashMap<>();
        forms.forEach(form -> items(form).forEach(item -> counts.merge(item, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Fairness.Exposure(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Fairness.Exposure::forms)
                        .reversed()
                        .thenComparing(exposure -> exposure.item().value()))
                .toList();
    }

    private static Set<ItemId> items(FormDraw form) {
        Set<ItemId> items = new HashSet<>();
        form.sections().forEach(section -> section.forEach(item -> items.add(item.item())));
        return items;
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(SCALE, RoundingMode.HALF_UP);
    }
}
