package org.lianbing.exam;

import java.util.Map;

import org.lianbing.attempt.AttemptState;
import org.lianbing.exam.store.CandidateTable;

/**
 * How the start goes, in five counts that cost little to take.
 *
 * @param roster who may come
 * @param prepared whose attempt is laid out, begun or not
 * @param ready whose device holds the sealed paper
 * @param started who has begun
 * @param ended who has handed in, or whose time ran out
 */
public record Turnout(int roster, int prepared, int ready, int started, int ended) {

    static Turnout of(CandidateTable.Count count, Map<AttemptState, Integer> tally) {
        int ended = of(tally, AttemptState.HANDED_IN) + of(tally, AttemptState.CLOSED);
        int started = ended + of(tally, AttemptState.STARTED) + of(tally, AttemptState.VOID);
        return new Turnout(count.roster(), started + of(tally, AttemptState.PREPARED), count.ready(), started, ended);
    }

    private static int of(Map<AttemptState, Integer> tally, AttemptState state) {
        return tally.getOrDefault(state, 0);
    }
}
