package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.paper.FormId;

/**
 * How an attempt stands.
 *
 * @param id which
 * @param person whose
 * @param purpose what for
 * @param form at which form
 * @param title as the candidate reads it
 * @param state where it stands
 * @param startedAt null while prepared
 * @param deadline null for never
 * @param endedAt handed in, or closed at its deadline; null while it runs
 * @param answered how many slots hold a response
 * @param slots how many there are
 * @param score null until scored
 * @param maxScore what can be reached
 * @param timeUsed from start to end without the pauses; null while it runs
 * @param voidReason why it was declared void; null otherwise
 * @param setAside how many steps were set aside, late or superseded
 * @param unmarked how many written responses wait for somebody who marks them; the score is not final before
 * @param time what was decided about its time
 */
public record AttemptSummary(
        AttemptId id,
        PersonId person,
        Purpose purpose,
        FormId form,
        String title,
        AttemptState state,
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant endedAt,
        int answered,
        int slots,
        @Nullable BigDecimal score,
        BigDecimal maxScore,
        @Nullable Duration timeUsed,
        @Nullable String voidReason,
        int setAside,
        int unmarked,
        Time time) {

    /**
     * What was decided about the time of an attempt.
     *
     * @param extra extra time, which is in the deadline
     * @param pausedAt since when its clock stands; null while it runs
     * @param pausedAlone whether it stands for this person alone, too
     */
    public record Time(Duration extra, @Nullable Instant pausedAt, boolean pausedAlone) {}
}
