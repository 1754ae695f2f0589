package org.lianbing.bank.commission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.lianbing.base.PersonId;

/**
 * A commission (命题任务).
 *
 * @param id which
 * @param asked what is asked for, of whom, until when
 * @param madeBy who asks
 * @param madeAt when it was made
 * @param state where it stands
 * @param thanks what was said when it was closed; may be empty
 * @param progress what was written for it
 */
public record Commission(
        CommissionId id,
        CommissionDraft asked,
        PersonId madeBy,
        Instant madeAt,
        CommissionState state,
        String thanks,
        Progress progress) {

    /** Whether the last day is past and items are still owed. */
    public boolean overdue(LocalDate today) {
        return state == CommissionState.OPEN && today.isAfter(asked.due()) && !delivered();
    }

    /** Whether as many items as asked for left their authors' hands. */
    public boolean delivered() {
        return progress.delivered() >= asked.total();
    }

    /** Days from today to the last day; negative once it is past. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, asked.due());
    }
}
