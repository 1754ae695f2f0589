package org.lianbing.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Draws papers (组卷) over the weights of the outline and its foundations. */
@Service
public class Assembly {

    /** A contest cannot be so close to another that a month is counted by its days. */
    private static final int DAYS_OF_A_MONTH = 30;

    private final Pool pool;
    private final Outlines outlines;
    private final Trades trades;
    private final Forms forms;

    Assembly(Pool pool, Outlines outlines, Trades trades, Forms forms) {
        this.pool = pool;
        this.outlines = outlines;
        this.trades = trades;
        this.forms = forms;
    }

    /**
     * Draws the forms of a paper, each section from the bank or from the sealed set it names; whether somebody may, the
     * caller has asked. The same random numbers over the same bank give the same forms.
     *
     * @param leaveOut items not to be drawn, besides those that rest
     * @throws Problem not found, where the trade has no outline at the level
     */
    public Assembled draw(Blueprint blueprint, LeaveOut leaveOut, RandomGenerator random, Instant now) {
        Source source = source(blueprint, leaveOut.named());
        Set<ItemId> resting = resting(blueprint.rules(), now);
        Assembled usual = draw(blueprint, source, source.drawing(leaveOut, resting, blueprint.rules(), random));
        boolean pointsAlone = usual instanceof Assembled.TooFew(List<Assembled.Shortage> shortages)
                && shortages.stream()
                        .allMatch(shortage -> shortage instanceof Assembled.Shortage.OfPoint
                                || shortage instanceof Assembled.Shortage.OfUntoldPoint);
        // A point may stand where the weights are due nothing: then it comes first, at the cost of the coverage.
        return pointsAlone
                ? draw(
                        blueprint,
                        source,
                        source.drawing(leaveOut, resting, blueprint.rules(), random)
                                .demandedFirst())
                : usual;
    }

    private static Assembled draw(Blueprint blueprint, Source source, Drawing drawing) {
        List<Assembled.Shortage> shortages = new ArrayList<>(untested(blueprint, source.strata(), drawing));
        for (Blueprint.Section section : blueprint.sections()) {
            List<Drawing.Share> shares = Drawing.shares(section);
            List<Assembled.Shortage> lacking = shares.stream()
                    .flatMap(share -> shortage(section.type(), share, drawing).stream())
                    .toList();
            shortages.addAll(lacking);
            if (lacking.isEmpty()) {
                drawing.take(section.type(), shares);
            }
        }
        if (shortages.isEmpty()) {
            List<FormDraw> drawn = drawing.finish();
            shortages.addAll(missed(blueprint, source.strata(), drawn));
            if (shortages.isEmpty()) {
                return new Assembled.Complete(
                        drawn.stream()
                                .map(form -> blueprint.slots(form.versions()))
                                .toList(),
                        new FairnessReport(blueprint, source.strata(), drawn).make());
            }
        }
        return new Assembled.TooFew(shortages);
    }

    /** Points on which nothing is left in the bank, counted as all the rest is. What a sealed set tests, the draw shows. */
    private static List<Assembled.Shortage> untested(Blueprint blueprint, Strata strata, Drawing drawing) {
        return !blueprint.sealedSets().isEmpty()
                ? List.of()
                : blueprint.rules().must().stream()
                        .filter(point -> blueprint.sections().stream()
                                .allMatch(section -> drawing.left(
                                                section.type(),
                                                null,
                                                item -> item.points().contains(point))
                                        == 0))
                        .<Assembled.Shortage>map(point -> new Assembled.Shortage.OfPoint(point, strata.name(point)))
                        .toList();
    }

    /** Demanded points that some form does not test. */
    private static List<Assembled.Shortage> missed(Blueprint blueprint, Strata strata, List<FormDraw> drawn) {
        List<PointId> points = drawn.stream()
                .flatMap(form -> form.missing().stream())
                .distinct()
                .toList();
        if (!points.isEmpty() && !blueprint.sealedSets().isEmpty()) {
            return List.of(new Assembled.Shortage.OfUntoldPoint());
        }
        return points.stream()
                .<Assembled.Shortage>map(point -> new Assembled.Shortage.OfPoint(point, strata.name(point)))
                .toList();
    }

    private static Optional<Assembled.Shortage> shortage(ItemType type, Drawing.Share share, Drawing drawing) {
        int there = drawing.left(type, share.source());
        return there >= share.count()
                ? Optional.empty()
                : Optional.of(new Assembled.Shortage.OfType(type, share.count(), there, share.source() != null));
    }

    /**
     * What the bank lacks for a blueprint as it is now, cell by cell: types, strata, levels, difficulty, and points that
     * must be tested. Nothing where there is no outline.
     *
     * @param leaveOut items not to be drawn, besides those that rest
     */
    public List<Lack> lacks(Blueprint blueprint, LeaveOut leaveOut, Instant now) {
        if (outlines.current(blueprint.trade(), blueprint.level()).isEmpty()) {
            return List.of();
        }
        Source source = source(blueprint, leaveOut.named());
        Drawing drawing = source.drawing(leaveOut, resting(blueprint.rules(), now), PaperRules.USUAL, new Random(0));
        return new Lacks(blueprint, source.strata(), drawing).all();
    }

    /** How many items of each type the bank has for a paper, without what is left out and what rests. */
    public Map<ItemType, Integer> there(Blueprint blueprint, LeaveOut leaveOut, Instant now) {
        Blueprint bank = new Blueprint(blueprint.trade(), blueprint.level(), List.of(), blueprint.rules());
        Drawing drawing = source(bank, leaveOut.named())
                .drawing(leaveOut, resting(bank.rules(), now), PaperRules.USUAL, new Random(0));
        return Arrays.stream(ItemType.values())
                .collect(Collectors.toMap(Function.identity(), type -> drawing.left(type, null)));
    }

    /** What stood in an exam not long ago. */
    private Set<ItemId> resting(PaperRules rules, Instant now) {
        return rules.restMonths() == 0
                ? Set.of()
                : forms.examinedSince(now.minus(Duration.ofDays((long) rules.restMonths() * DAYS_OF_A_MONTH)));
    }

    /** What a blueprint draws on. */
    private record Source(List<PoolItem> items, Map<ItemId, SealedSetId> sealed, List<PoolItem> named, Strata strata) {

        Drawing drawing(LeaveOut leaveOut, Set<ItemId> resting, PaperRules rules, RandomGenerator random) {
            Set<ItemId> out = leaveOut.all();
            out.addAll(resting);
            return new Drawing(items, sealed, missing(), strata, out, rules, random);
        }

        /** What was named and could not be drawn by anybody at the moment; what can be is left out, and so counted once. */
        private List<PoolItem> missing() {
            Set<ItemId> free = items.stream().map(PoolItem::item).collect(Collectors.toSet());
            return named.stream().filter(item -> !free.contains(item.item())).toList();
        }
    }

    private Source source(Blueprint blueprint, Set<ItemId> named) {
        List<Outline> used = outlines(blueprint);
        Set<TradeId> foundations = used.stream()
                .flatMap(outline -> outline.inclusions().stream())
                .map(Outline.Inclusion::foundation)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ItemId, SealedSetId> sealed = new HashMap<>();
        List<PoolItem> items = new ArrayList<>(pool.forExam(blueprint.trade(), blueprint.levels(), foundations));
        for (SealedSetId set : blueprint.sealedSets()) {
            pool.forSealed(set, blueprint.trade(), blueprint.levels(), foundations)
                    .forEach(item -> {
                        items.add(item);
                        sealed.put(item.item(), set);
                    });
        }
        Map<TradeId, String> names = foundations.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> trades.get(id).name()));
        return new Source(
                items,
                sealed,
                pool.namedForExam(named, blueprint.trade(), blueprint.levels(), foundations),
                new Strata(used, blueprint.rules().levels(), names));
    }

    /** That of each level from which items come, the paper's own first. */
    private List<Outline> outlines(Blueprint blueprint) {
        List<@Nullable Level> levels = new ArrayList<>(blueprint.levels());
        if (levels.isEmpty()) {
            levels.add(null);
        }
        return levels.stream()
                .map(level -> outlines.current(blueprint.trade(), level)
                        .orElseThrow(() -> Problem.notFound("paper.no-outline")))
                .toList();
    }
}
