package org.lianbing.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
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
    /** Of the sections so far. */
    private final List<Integer> counts = new ArrayList<>();

    private int turn;
    private boolean demandedFirst;

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

    /** Each section begins with points that must be tested, also where the weights are due none of them. */
    Drawing demandedFirst() {
        demandedFirst = true;
        return this;
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
        counts.add(count);
        int full = 0;
        for (Share share : shares) {
            full += share.count();
            List<Integer> due = full == count ? strata.quotas(counts).getLast() : strata.quotas(share.count());
            take(type, share.source(), bands, due, full);
        }
        Comparator<PoolItem> byStratum =
                Comparator.comparingInt(item -> strata.of(item) == Strata.NONE ? strata.count() : strata.of(item));
        forms.forEach(form -> form.section().sort(byStratum));
    }

    /**
     * Until every form has so many in this section: what must be tested, where that comes first; what the strata are due,
     * what the levels are, then from anywhere.
     */
    private void take(ItemType type, @Nullable SealedSetId source, Bands bands, List<Integer> due, int full) {
        List<PoolItem> all = of(type, source);
        List<PoolItem> demanded = all.stream()
                .filter(item -> item.points().stream().anyMatch(rules.must()::contains))
                .toList();
        boolean more = demandedFirst;
        while (more) {
            more = turn(demanded, bands, item -> 0, full, form -> true, FormDraw::needs);
        }
        int[][] room = forms.stream().map(form -> charged(room(form, due))).toArray(int[][]::new);
        for (int stratum = 0; stratum < due.size(); stratum++) {
            int of = stratum;
            int[] open = Arrays.stream(room).mapToInt(one -> one[of]).toArray();
            turns(open, in(new Place(type, source, stratum)), bands, item -> 0, full);
        }
        for (Level level : strata.levels()) {
            List<PoolItem> own =
                    all.stream().filter(item -> strata.level(item) == level).toList();
            int[] open = forms.stream()
                    .mapToInt(form -> strata.due(level, due) - has(form, item -> strata.level(item) == level))
                    .toArray();
            turns(open, own, bands, strata::importance, full);
        }
        while (forms.stream().anyMatch(form -> form.section().size() < full)) {
            turn(all, bands, strata::importance, full, form -> true, (form, item) -> true);
        }
    }

    /** How many of each stratum the section of a form is still due; less than none where it has too many. */
    private int[] room(FormDraw form, List<Integer> due) {
        return IntStream.range(0, due.size())
                .map(stratum -> due.get(stratum) - has(form, item -> strata.of(item) == stratum))
                .toArray();
    }

    /** What a stratum has too many of, the others give: of its level that which is due the most, else of any. */
    private int[] charged(int[] room) {
        for (int stratum = 0; stratum < room.length; stratum++) {
            while (room[stratum] < 0) {
                int over = stratum;
                int giver = IntStream.range(0, room.length)
                        .filter(one -> room[one] > 0)
                        .boxed()
                        .max(Comparator.<Integer>comparingInt(one -> strata.level(one) == strata.level(over) ? 1 : 0)
                                .thenComparingInt(one -> room[one]))
                        .orElse(over);
                if (giver == over) {
                    break;
                }
                room[giver]--;
                room[over]++;
            }
        }
        return room;
    }

    /** How many like that the section of a form has. */
    private static int has(FormDraw form, Predicate<PoolItem> like) {
        return (int) form.section().stream().filter(like).count();
    }

    /** Turns in which each form takes as many as it is open for, so that all end with as many. */
    private void turns(int[] open, List<PoolItem> among, Bands bands, Importance importance, int full) {
        int most = Arrays.stream(open).max().orElse(0);
        for (int n = most; n > 0; n--) {
            int left = n;
            turn(among, bands, importance, full, form -> open[form] >= left, (form, item) -> true);
        }
    }

    /** What each form took, section by section, after they were brought as near to each other as can be. */
    List<FormDraw> finish() {
        new Levelling(forms, items, sealed, exposures, strata, rules).level();
        return forms;
    }

    /** Each form that is open and not full takes one that fits, if there is one; another form begins each time. Whether any did. */
    private boolean turn(
            List<PoolItem> among,
            Bands bands,
            Importance importance,
            int full,
            IntPredicate open,
            BiPredicate<FormDraw, PoolItem> fits) {
        boolean taken = false;
        int first = turn++ % forms.size();
        PoolItem like = null;
        int before = 0;
        for (int n = 0; n < forms.size(); n++) {
            int number = (first + n) % forms.size();
            FormDraw form = forms.get(number);
            if (form.section().size() >= full || !open.test(number)) {
                continue;
            }
            int had = form.difficulties();
            Integer wished = like == null ? null : like.difficulty() + before - had;
            PoolItem best = first(
                    among,
                    item -> !form.holds(item) && fits.test(form, item),
                    preference(form, bands, number, importance, wished));
            if (best != null) {
                taken = true;
                form.take(best);
                bands.take(number, best);
                exposures.merge(best.item(), 1, Integer::sum);
                if (like == null) {
                    like = best;
                    before = had;
                }
            }
        }
        return taken;
    }

    /**
     * The first of those that fit with the least numbers, the earlier number before the later one. It is asked for every
     * place of every form, and few items get further than to the first number that is more.
     */
    private static @Nullable PoolItem first(
            List<PoolItem> among, Predicate<PoolItem> fits, List<ToIntFunction<PoolItem>> numbers) {
        PoolItem best = null;
        int[] least = new int[numbers.size()];
        for (PoolItem item : among) {
            int n = 0;
            while (best != null && n < least.length && numbers.get(n).applyAsInt(item) == least[n]) {
                n++;
            }
            boolean less = best == null || n < least.length && numbers.get(n).applyAsInt(item) < least[n];
            if (less && fits.test(item)) {
                best = item;
                for (int m = n; m < least.length; m++) {
                    least[m] = numbers.get(m).applyAsInt(item);
                }
            }
        }
        return best;
    }

    /** What comes first among what a form could take: the less, the sooner. */
    private List<ToIntFunction<PoolItem>> preference(
            FormDraw form, Bands bands, int number, Importance importance, @Nullable Integer wished) {
        return List.of(
                item -> form.needs(item) ? 0 : 1,
                importance::of,
                item -> -bands.shortOf(number, item),
                item -> exposures.getOrDefault(item.item(), 0),
                item -> wished == null ? 0 : Math.abs(item.difficulty() - wished),
                form::tested);
    }

    /** How much an item is wanted for its points; the smaller, the more. */
    private interface Importance {
        int of(PoolItem item);
    }
}
