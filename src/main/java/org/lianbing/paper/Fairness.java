package org.lianbing.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.base.Level;

/**
 * How alike the forms of a paper are, as it was when they were drawn: what an organizer answers an appeal with.
 *
 * @param tolerance by how much mean difficulties were allowed to differ
 * @param apart by how much they differ
 * @param forms each of them
 * @param coverage what each form should give and gives of every stratum
 * @param overlaps how much two forms have in common: each pair of up to {@value #COMPARED}, of more the pair with most
 * @param overlap how much two forms have in common in the mean; null in reports from before it was noted, which hold
 *     every pair
 * @param exposures how many items stand in so many forms
 */
public record Fairness(
        BigDecimal tolerance,
        BigDecimal apart,
        List<OfForm> forms,
        List<Coverage> coverage,
        List<Overlap> overlaps,
        @Nullable BigDecimal overlap,
        List<Exposure> exposures) {

    /** Up to so many forms are compared pair by pair; a thousand would have half a million pairs. */
    public static final int COMPARED = 10;

    public Fairness {
        forms = List.copyOf(forms);
        coverage = List.copyOf(coverage);
        overlaps = List.copyOf(overlaps);
        exposures = List.copyOf(exposures);
    }

    /** How many items two forms have in common in the mean. */
    public BigDecimal meanOverlap() {
        return overlap != null
                ? overlap
                : BigDecimal.valueOf(overlaps.stream()
                                .mapToInt(Overlap::items)
                                .average()
                                .orElse(0))
                        .setScale(2, RoundingMode.HALF_UP);
    }

    /** The two forms that have most in common; none where there is one alone. */
    public Optional<Overlap> mostOverlap() {
        return overlaps.stream().max(Comparator.comparingInt(Overlap::items));
    }

    /** Whether the forms lie within the tolerance. */
    public boolean kept() {
        return apart.compareTo(tolerance) <= 0;
    }

    /**
     * One form.
     *
     * @param number from 1
     * @param items how many it has
     * @param difficulty the mean of their difficulties, 1 to 5
     * @param easy how many are of difficulty 1 or 2
     * @param medium how many of 3
     * @param hard how many of 4 or 5
     * @param predicted the score that is to be expected in the mean
     * @param spread its standard deviation
     * @param points how many points of the outline it tests
     */
    public record OfForm(
            int number,
            int items,
            BigDecimal difficulty,
            int easy,
            int medium,
            int hard,
            BigDecimal predicted,
            BigDecimal spread,
            int points) {}

    /**
     * A type of items in a stratum: a cell of the blueprint.
     *
     * @param type the code of its type
     * @param level whose outline's the stratum is; null for a foundation, and where the paper has one level alone
     * @param stratum a top range of the outline or a foundation, by name; empty for what belongs to none
     * @param due how many its weight asks for
     * @param given how many each form has, in the order of the forms
     */
    public record Coverage(String type, @Nullable Level level, String stratum, int due, List<Integer> given) {
        public Coverage {
            given = List.copyOf(given);
        }

        /** Whether every form has as many as are due. */
        public boolean even() {
            return given.stream().allMatch(count -> count == due);
        }
    }

    /**
     * Two forms.
     *
     * @param one the number of the one
     * @param other the number of the other
     * @param items how many items stand in both
     */
    public record Overlap(int one, int other, int items) {}

    /**
     * An item.
     *
     * @param item which
     * @param forms in how many forms it stands
     */
    public record Exposure(ItemId item, int forms) {}
}
