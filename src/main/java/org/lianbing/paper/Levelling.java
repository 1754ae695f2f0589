package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.SealedSetId;

/**
 * Brings forms that were drawn in turns within the tolerance: as long as the hardest and the easiest are too far apart,
 * one of them changes an item for another of the same type, source and stratum, from the other form or from what no form
 * has. How much each form takes of a stratum stays as it was.
 */
final class Levelling {

    private static final int MOST_CHANGES = 2_000;

    /** What changes in one step. */
    private record Change(
            FormDraw form,
            int section,
            PoolItem gone,
            PoolItem come,
            @Nullable FormDraw other,
            int by) {}

    private final List<FormDraw> forms;
    private final List<PoolItem> items;
    private final Map<ItemId, SealedSetId> sealed;
    private final Map<ItemId, Integer> exposures;
    private final Strata strata;
    private final PaperRules rules;

    Levelling(
            List<FormDraw> forms,
            List<PoolItem> items,
            Map<ItemId, SealedSetId> sealed,
            Map<ItemId, Integer> exposures,
            Strata strata,
            PaperRules rules) {
        this.forms = forms;
        this.items = items;
        this.sealed = sealed;
        this.exposures = exposures;
        this.strata = strata;
        this.rules = rules;
    }

    void level() {
        Comparator<FormDraw> byDifficulty = Comparator.comparingInt(FormDraw::difficulties);
        for (int n = 0; n < MOST_CHANGES; n++) {
            FormDraw hard = forms.stream().max(byDifficulty).orElseThrow();
            FormDraw easy = forms.stream().min(byDifficulty).orElseThrow();
            int apart = hard.difficulties() - easy.difficulties();
            if (BigDecimal.valueOf(apart).compareTo(rules.tolerance().multiply(BigDecimal.valueOf(hard.size()))) <= 0) {
                return;
            }
            Change best = best(hard, easy, apart);
            if (best == null) {
                return;
            }
            make(best);
        }
    }

    /** The change that brings both nearest to each other; null where none does. */
    private @Nullable Change best(FormDraw hard, FormDraw easy, int apart) {
        List<Change> changes = new ArrayList<>();
        for (int section = 0; section < hard.sections().size(); section++) {
            for (PoolItem gone : hard.sections().get(section)) {
                between(changes, hard, easy, section, gone);
                fromOutside(changes, hard, section, gone, true);
            }
            for (PoolItem gone : easy.sections().get(section)) {
                fromOutside(changes, easy, section, gone, false);
            }
        }
        return changes.stream()
                .filter(change -> change.by() > 0 && Math.abs(apart - change.by()) < apart)
                .min(Comparator.comparingInt((Change change) -> Math.abs(apart - change.by()))
                        .thenComparing(change -> change.gone().item().value())
                        .thenComparing(change -> change.come().item().value()))
                .orElse(null);
    }

    private void between(List<Change> changes, FormDraw hard, FormDraw easy, int section, PoolItem gone) {
        if (easy.holds(gone)) {
            return;
        }
        for (PoolItem come : easy.sections().get(section)) {
            if (alike(gone, come) && !hard.holds(come)) {
                changes.add(new Change(hard, section, gone, come, easy, 2 * (gone.difficulty() - come.difficulty())));
            }
        }
    }

    private void fromOutside(List<Change> changes, FormDraw form, int section, PoolItem gone, boolean easier) {
        for (PoolItem come : items) {
            if (exposures.getOrDefault(come.item(), 0) == 0 && come.type() == gone.type() && alike(gone, come)) {
                int by = easier ? gone.difficulty() - come.difficulty() : come.difficulty() - gone.difficulty();
                changes.add(new Change(form, section, gone, come, null, by));
            }
        }
    }

    /** The stratum stays, the level, the points where they must be tested, and how hard it is where that is laid down. */
    private boolean alike(PoolItem one, PoolItem other) {
        return strata.of(one) == strata.of(other)
                && strata.level(one) == strata.level(other)
                && (rules.mix() == null
                        || DifficultyMix.band(one.difficulty()) == DifficultyMix.band(other.difficulty()))
                && (one.points().equals(other.points()) || free(one) && free(other))
                && Objects.equals(sealed.get(one.item()), sealed.get(other.item()));
    }

    private boolean free(PoolItem item) {
        return item.points().stream().noneMatch(rules.must()::contains);
    }

    private void make(Change change) {
        change.form().replace(change.section(), change.gone(), change.come());
        FormDraw other = change.other();
        if (other != null) {
            other.replace(change.section(), change.come(), change.gone());
        } else {
            exposures.merge(change.gone().item(), -1, Integer::sum);
            exposures.merge(change.come().item(), 1, Integer::sum);
        }
    }
}
