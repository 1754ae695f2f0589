package org.lianbing.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Level;

/**
 * Papers being drawn, one or several that are alike. Each section takes from every stratum what its weight is due, then
 * fills up from anywhere, core points first. Among what could be taken come first: points that must be tested, the
 * difficulty that the section is short of, items that no other form has, and points that the form does not test yet.
 * The forms take in turns, each something as hard as what the first in this turn took, so that they stay alike.
 */
final class Drawing {

    private final List<PoolItem> items;
    private final Map<ItemId, SealedSetId> sealed;
    private final List<PoolItem> missing;
    private final Strata strata;
    private final PaperRules rules;
    private final Map<Place, List<PoolItem>> byPlace;
    private final List<FormDraw> forms;
    private final Map<ItemId, Integer> exposures = new HashMap<>();
    private int turn;

    /**
     * @param sealed of those that come from a sealed set, from which; the others are from the bank
     */
    Drawing(
            List<PoolItem> pool,
            Map<ItemId, SealedSetId> sealed,
            Strata strata,
            Set<ItemId> leaveOut,
            PaperRules rules,
            RandomGenerator random) {
        this(pool, sealed, List.of(), strata, leaveOut, rules, random);
    }

    /**
     * @param missing items of the bank that are not in the pool and yet lower what is counted
     */
    Drawing(
            List<PoolItem> pool,
            Map<ItemId, SealedSetId> sealed,
            List<PoolItem> missing,
            Strata strata,
            Set<ItemId> leaveOut,
            PaperRules rules,
            RandomGenerator random) {
        this.missing = missing;
        this.sealed = sealed;
        this.strata = strata;
        this.rules = rules;
        this.items = new ArrayList<>(pool.stream()
                .filter(item -> !leaveOut.contains(item.item()))
                .sorted(Comparator.comparing(item -> item.item().value()))
                .toList());
        Collections.shuffle(items, random);
        this.byPlace = items.stream()
                .collect(Collectors.groupingBy(
                        item -> new Place(item.type(), sealed.get(item.item()), strata.of(item))));
        this.forms = Stream.generate(() -> new FormDraw(rules.must()))
                .limit(rules.forms())
                .toList();
    }

    /** Where an item can be drawn from. */
    private record Place(ItemType type, @Nullable SealedSetId source, int stratum) {}

    /** All of the type and of that source, the source null for the bank. */
    List<PoolItem> of(ItemType type, @Nullable SealedSetId source) {
        return items.stream()
                .filter(item -> item.type() == type && Objects.equals(sealed.get(item.item()), source))
                .toList();
    }

    /** How many of them one form can still take. */
    int left(ItemType type, @Nullable SealedSetId source) {
        return left(type, source, item -> true);
    }

    /** The same of those that are like that. */
    int left(ItemType type, @Nullable SealedSetId source, Predicate<PoolItem> like) {
        long there = of(type, source).stream().filter(like).count();
        long less = source != null
                ? 0
                : missing.stream()
                        .filter(item -> item.type() == type)
                        .filter(like)
                        .count();
        return (int) Math.max(0, there - less);
    }

    /** How many of them there are of a stratum. */
    int left(ItemType type, @Nullable SealedSetId source, int stratum) {
        return in(new Place(type, source, stratum)).size();
    }

    private List<PoolItem> in(Place place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /**
     * What a section takes from one source.
     *
     * @param source a sealed set; null for the bank
     */
    record Share(@Nullable SealedSetId source, int count) {}

    /** From where a section takes how many: the sealed set first, so that the bank fills what it leaves open. */
    static List<Share> shares(Blueprint.Section section) {
        return Stream.of(new Share(section.sealedSet(), section.sealedCount()), new Share(null, section.bankCount()))
                .filter(share -> share.count() > 0)
                .toList();
    }

    /**
     * Lets every form take a section of the type, from each source as many as its share says, in the order of the strata;
     * there must be as many. A later share first fills the strata that the earlier ones left open.
     */
    void take(ItemType type, List<Share> shares) {
        int count = shares.stream().mapToInt(Share::count).sum();
        Bands bands = new Bands(rules.mix(), count, forms.size());
        forms.forEach(FormDraw::begin);
        int full = 0;
        for (Share share : shares) {
            full += share.count();
            List<Integer> due = full == count ? strata.quotas(count) : strata.quotas(share.count());
            take(type, share.source(), bands, due, full);
        }
        Comparator<PoolItem> byStratum =
                Comparator.comparingInt(item -> strata.of(item) == Strata.NONE ? strata.count() : strata.of(item));
        forms.forEach(form -> form.section().sort(byStratum));
    }

    /** Until every form has so many in this section: what the strata are due, what the levels are, then from anywhere. */
    private void take(ItemType type, @Nullable SealedSetId source, Bands bands, List<Integer> due, int full) {
        for (int stratum = 0; stratum < due.size(); stratum++) {
            int wanted = stratum;
            turns(
                    due.get(stratum) - has(item -> strata.of(item) == wanted),
                    in(new Place(type, source, stratum)),
                    bands,
                    item -> 0,
                    full);
        }
        List<PoolItem> all = of(type, source);
        for (Level level : strata.levels()) {
            List<PoolItem> own =
                    all.stream().filter(item -> strata.level(item) == level).toList();
            int open = strata.due(level, due) - has(item -> strata.level(item) == level);
            turns(open, own, bands, strata::importance, full);
        }
        while (forms.stream().anyMatch(form -> form.section().size() < full)) {
            turn(all, bands, strata::importance, full);
        }
    }

    /** How many like that the section has. The forms take in turns, so that the first one tells how many all have. */
    private int has(Predicate<PoolItem> like) {
        return (int) forms.getFirst().section().stream().filter(like).count();
    }

    private void turns(int count, List<PoolItem> among, Bands bands, Importance importance, int full) {
        for (int n = 0; n < count; n++) {
            turn(among, bands, importance, full);
        }
    }

    /** What each form took, section by section, after they were brought as near to each other as can be. */
    List<FormDraw> finish() {
        new Levelling(forms, items, sealed, exposures, strata, rules).level();
        return forms;
    }

    /** Each form that is not full takes one; another one begins each time. */
    private void turn(List<PoolItem> among, Bands bands, Importance importance, int full) {
        int first = turn++ % forms.size();
        PoolItem like = null;
        int before = 0;
        for (int n = 0; n < forms.size(); n++) {
            int number = (first + n) % forms.size();
            FormDraw form = forms.get(number);
            if (form.section().size() >= full) {
                continue;
            }
            int had = form.difficulties();
            Integer wished = like == null ? null : like.difficulty() + before - had;
            PoolItem best = among.stream()
                    .filter(item -> !form.holds(item))
                    .min(preference(form, bands, number, importance, wished))
                    .orElse(null);
            if (best != null) {
                form.take(best);
                bands.take(number, best);
                exposures.merge(best.item(), 1, Integer::sum);
                if (like == null) {
                    like = best;
                    before = had;
                }
            }
        }
    }

    private Comparator<PoolItem> preference(
            FormDraw form, Bands bands, int number, Importance importance, @Nullable Integer wished) {
        return Comparator.<PoolItem>comparingInt(item -> form.needs(item) ? 0 : 1)
                .thenComparingInt(importance::of)
                .thenComparingInt(item -> -bands.shortOf(number, item))
                .thenComparingInt(item -> exposures.getOrDefault(item.item(), 0))
                .thenComparingInt(item -> wished == null ? 0 : Math.abs(item.difficulty() - wished))
                .thenComparingInt(form::tested);
    }

    /** How much an item is wanted for its points; the smaller, the more. */
    private interface Importance {
        int of(PoolItem item);
    }

    /** How many of each difficulty a section of each form is short of. */
    private static final class Bands {

        private final int[][] lacking;

        Bands(@Nullable DifficultyMix mix, int count, int forms) {
            this.lacking = IntStream.range(0, forms)
                    .mapToObj(form -> mix == null ? new int[0] : mix.quotas(count))
                    .toArray(int[][]::new);
        }

        int shortOf(int form, PoolItem item) {
            return lacking[form].length == 0 ? 0 : Math.max(0, lacking[form][DifficultyMix.band(item.difficulty())]);
        }

        void take(int form, PoolItem item) {
            if (lacking[form].length > 0) {
                lacking[form][DifficultyMix.band(item.difficulty())]--;
            }
        }
    }
}
