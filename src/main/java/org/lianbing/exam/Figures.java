package org.lianbing.exam;

import java.util.List;

import org.lianbing.attempt.AttemptState;

/**
 * How many are where.
 *
 * @param roster who may come
 * @param sitting who is at work
 * @param handedIn who handed in
 * @param timedOut whose time ran out
 * @param notCome who has not begun and still may
 * @param absent who did not come while the window was open
 * @param voided whose attempt was declared void
 * @param marking whose answers wait for markers
 * @param scored who has a result
 */
public record Figures(
        int roster,
        int sitting,
        int handedIn,
        int timedOut,
        int notCome,
        int absent,
        int voided,
        int marking,
        int scored) {

    /** Counts them. */
    public static Figures of(List<Sitting> sittings) {
        return new Figures(
                sittings.size(),
                (int) sittings.stream().filter(Sitting::isRunning).count(),
                in(sittings, AttemptState.HANDED_IN),
                in(sittings, AttemptState.CLOSED),
                (int) sittings.stream()
                        .filter(one -> !one.hasCome() && !one.isAbsent())
                        .count(),
                in(sittings, AttemptState.ABSENT),
                in(sittings, AttemptState.VOID),
                (int) sittings.stream().filter(Sitting::awaitsMarking).count(),
                (int) sittings.stream().filter(Sitting::isScored).count());
    }

    private static int in(List<Sitting> sittings, AttemptState state) {
        return (int) sittings.stream()
                .filter(one -> one.attempt() != null && one.attempt().state() == state)
                .count();
    }
}
