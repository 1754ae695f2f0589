package org.lianbing.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.lianbing.bank.PoolItem;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;

/**
 * Compares a blueprint with what there is, cell by cell, before anything is drawn. Of a sealed set it tells how many of a
 * type there are and no more: ranges, levels, difficulty and points are compared for what comes from the bank, with the
 * bank alone, lest numbers tell what the set tests.
 */
final class Lacks {

    private final Blueprint blueprint;
    private final Strata strata;
    private final Drawing drawing;

    Lacks(Blueprint blueprint, Strata strata, Drawing drawing) {
        this.blueprint = blueprint;
        this.strata = strata;
        this.drawing = drawing;
    }

    List<Lack> all() {
        List<Lack> lacks = new ArrayList<>();
        for (Blueprint.Section section : blueprint.sections()) {
            types(section, lacks);
            strata(section, lacks);
            levels(section, lacks);
            difficulty(section, lacks);
        }
        points(lacks);
        return lacks;
    }

    private static void add(List<Lack> lacks, Lack lack) {
        if (lack.there() < lack.wanted()) {
            lacks.add(lack);
        }
    }

    private void types(Blueprint.Section section, List<Lack> lacks) {
        for (Drawing.Share share : Drawing.shares(section)) {
            int there = drawing.left(section.type(), share.source());
            add(lacks, new Lack.OfType(section.type(), share.source() != null, share.count(), there));
        }
    }

    private void strata(Blueprint.Section section, List<Lack> lacks) {
        List<Integer> quotas = quotas(section);
        for (int stratum = 0; stratum < quotas.size(); stratum++) {
            int of = stratum;
            add(
                    lacks,
                    new Lack.OfStratum(
                            section.type(),
                            strata.level(stratum),
                            strata.name(stratum),
                            quotas.get(stratum),
                            there(section, item -> strata.of(item) == of)));
        }
    }

    /** What the strata are due of that part of a section which comes from the bank. */
    private List<Integer> quotas(Blueprint.Section section) {
        List<Integer> counts =
                blueprint.sections().stream().map(Blueprint.Section::bankCount).toList();
        return strata.quotas(counts).get(blueprint.sections().indexOf(section));
    }

    private void levels(Blueprint.Section section, List<Lack> lacks) {
        List<Integer> quotas = quotas(section);
        for (Level level : strata.levels()) {
            add(
                    lacks,
                    new Lack.OfLevel(
                            section.type(),
                            level,
                            strata.due(level, quotas),
                            there(section, item -> strata.level(item) == level)));
        }
    }

    private void difficulty(Blueprint.Section section, List<Lack> lacks) {
        DifficultyMix mix = blueprint.rules().mix();
        if (mix == null) {
            return;
        }
        int[] quotas = mix.quotas(section.bankCount());
        for (DifficultyMix.Band band : DifficultyMix.Band.values()) {
            add(
                    lacks,
                    new Lack.OfDifficulty(
                            section.type(),
                            band,
                            quotas[band.ordinal()],
                            there(section, item -> DifficultyMix.band(item.difficulty()) == band.ordinal())));
        }
    }

    private void points(List<Lack> lacks) {
        if (blueprint.sections().stream().allMatch(section -> section.bankCount() == 0)) {
            return;
        }
        blueprint.rules().must().stream()
                .map(this::point)
                .sorted(Comparator.comparing(Lack.OfPoint::name))
                .forEach(lack -> add(lacks, lack));
    }

    private Lack.OfPoint point(PointId point) {
        return new Lack.OfPoint(
                point,
                strata.name(point),
                blueprint.sections().stream()
                        .filter(section -> section.bankCount() > 0)
                        .map(section -> new Lack.InSection(
                                section.type(),
                                there(section, item -> item.points().contains(point))))
                        .toList(),
                blueprint.rules().formsFor(1),
                !blueprint.sealedSets().isEmpty());
    }

    /** How many like that a section could take from the bank. */
    private int there(Blueprint.Section section, Predicate<PoolItem> like) {
        return drawing.left(section.type(), null, like);
    }
}
