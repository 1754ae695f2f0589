package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;
import org.lianbing.trade.PointId;

/**
 * What is asked of a paper beyond its sections.
 *
 * @param forms how many parallel forms (平行卷) are drawn, 1 to 2,000, or {@link #EACH}
 * @param shuffled whether each candidate gets an order of their own; else all see the order of the form
 * @param tolerance by how much the mean difficulties of the forms may differ, in steps of difficulty, 0.01 to 1
 * @param mix how much should be easy, medium and hard; null for as the bank has it
 * @param levels how much comes from which level; null for all from the paper's own
 * @param must points that every form must test
 * @param restMonths items that stood in an exam within so many months are left out, 0 to 60; 0 leaves out none
 */
public record PaperRules(
        int forms,
        boolean shuffled,
        BigDecimal tolerance,
        @Nullable DifficultyMix mix,
        @Nullable LevelMix levels,
        Set<PointId> must,
        int restMonths) {

    private static final BigDecimal LEAST_TOLERANCE = new BigDecimal("0.01");

    /** A form for each candidate; of more candidates than there may be forms, some share one. */
    public static final int EACH = 0;

    /** How many parallel forms there may be: what two cores make in a few minutes, of a hundred items each. */
    public static final int MOST_FORMS = 2_000;

    /** How many points may be demanded at once: more than the outlines of one paper have. */
    public static final int MOST_DEMANDED = 500;

    /** How many months items may rest. */
    public static final int MOST_MONTHS = 60;

    /** How far apart mean difficulties may be where nothing else was said. */
    public static final BigDecimal USUAL_TOLERANCE = new BigDecimal("0.10");

    /** One form in an order of each candidate's own, and nothing else asked. */
    public static final PaperRules USUAL = new PaperRules(1, true, USUAL_TOLERANCE, null, Set.of(), 0);

    /** All from the paper's own level. */
    public PaperRules(
            int forms,
            boolean shuffled,
            BigDecimal tolerance,
            @Nullable DifficultyMix mix,
            Set<PointId> must,
            int restMonths) {
        this(forms, shuffled, tolerance, mix, null, must, restMonths);
    }

    /** Without the points that are none of these: what no outline of the paper has, nobody can demand. */
    public PaperRules within(Set<PointId> points) {
        return new PaperRules(
                forms,
                shuffled,
                tolerance,
                mix,
                levels,
                must.stream().filter(points::contains).collect(Collectors.toSet()),
                restMonths);
    }

    /** How many forms there are for so many candidates. */
    public int formsFor(int candidates) {
        return forms == EACH ? Math.clamp(candidates, 1, MOST_FORMS) : forms;
    }

    /** The same for so many forms. */
    public PaperRules of(int count) {
        return new PaperRules(count, shuffled, tolerance, mix, levels, must, restMonths);
    }

    public PaperRules {
        must = Set.copyOf(must);
        if (forms < EACH || forms > MOST_FORMS) {
            throw Problem.invalid("paper.forms", MOST_FORMS);
        }
        if (tolerance.compareTo(LEAST_TOLERANCE) < 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.invalid("paper.tolerance");
        }
        if (restMonths < 0 || restMonths > MOST_MONTHS) {
            throw Problem.invalid("paper.rest", MOST_MONTHS);
        }
    }
}
