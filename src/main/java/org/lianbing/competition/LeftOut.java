package org.lianbing.competition;

import java.util.Set;
import java.util.stream.Collectors;

import org.lianbing.base.Problem;

/**
 * What a paper is not to hold, besides what rests.
 *
 * @param codes of items, up to 500
 * @param contests whose papers it is to have nothing in common with, up to 50; what stood there is looked up when the
 *     paper is drawn
 */
public record LeftOut(Set<String> codes, Set<CompetitionId> contests) {

    /** How many items may be named. */
    public static final int MOST_CODES = 500;

    /** How many contests may be named. */
    public static final int MOST_CONTESTS = 50;

    /** Nothing. */
    public static final LeftOut NONE = new LeftOut(Set.of(), Set.of());

    private static final int LONGEST_CODE = 64;

    public LeftOut {
        codes = codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        contests = Set.copyOf(contests);
        if (codes.size() > MOST_CODES || codes.stream().anyMatch(code -> code.length() > LONGEST_CODE)) {
            throw Problem.invalid("competition.leave-out.codes", MOST_CODES).with("field", "leaveOut.items");
        }
        if (contests.size() > MOST_CONTESTS) {
            throw Problem.invalid("competition.leave-out.contests", MOST_CONTESTS)
                    .with("field", "leaveOut.contests");
        }
    }
}
