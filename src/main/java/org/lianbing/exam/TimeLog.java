package org.lianbing.exam;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Clocks;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.exam.store.TimeTable;

/** Keeps what was decided about time: for the organizers' list, and in the audit log. */
@Component
class TimeLog {

    private final TimeTable times;
    private final AuditLog audit;

    TimeLog(TimeTable times, AuditLog audit) {
        this.times = times;
        this.audit = audit;
    }

    /** Writes a decision down, in the transaction of what it changed. */
    TimeDecision note(
            Actor actor,
            Exam exam,
            Clocks.Change change,
            TimeDecision.Kind kind,
            @Nullable PersonId person,
            Duration by,
            String reason) {
        TimeDecision decision =
                new TimeDecision(change.at(), kind, person, by, reason, change.affected(), actor.name());
        times.insert(exam.id(), actor, decision);
        String detail = detail(exam, decision);
        UUID id = exam.id().value();
        switch (kind) {
            case EXTRA -> audit.record(actor, "exam.extended", "exam", id, detail);
            case PAUSE -> audit.record(actor, "exam.paused", "exam", id, detail);
            case RESUME -> audit.record(actor, "exam.resumed", "exam", id, detail);
            case REOPEN -> audit.record(actor, "exam.attempt-reopened", "exam", id, detail);
        }
        return decision;
    }

    private static String detail(Exam exam, TimeDecision decision) {
        String by = decision.by().isZero() ? "" : " · " + decision.by().toSeconds() + " s";
        String who = decision.person() == null ? "" : " · " + decision.person();
        String why = decision.reason().isEmpty() ? "" : " · " + decision.reason();
        return exam.draft().title() + who + by + why;
    }
}
