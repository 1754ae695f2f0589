package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.Behaviour;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.trade.Trades;

/** On what terms an exam is started: when, and until when. */
@Component
class Terms {

    private final Trades trades;

    Terms(Trades trades) {
        this.trades = trades;
    }

    /** Whether one may begin at this moment. */
    boolean isOpen(Exam exam, Instant now) {
        return exam.state() != ExamState.CANCELLED
                && exam.clock().phaseAt(now) == ExamPhase.OPEN
                && !exam.clock().isPaused();
    }

    /** Why one may not, with the moment from which or until which one may. */
    Problem notNow(Exam exam, Instant now) {
        ExamPhase phase = exam.clock().phaseAt(now);
        if (phase == ExamPhase.OVER) {
            return Problem.conflict("exam.over").with("closesAt", exam.clock().lastEntry());
        }
        return exam.clock().isPaused()
                ? Problem.conflict("exam.paused", Objects.requireNonNullElse(exam.pauseReason(), ""))
                : Problem.conflict("exam.not-open-yet")
                        .with("opensAt", exam.clock().opensAt());
    }

    /**
     * What an attempt of a person at an exam is, begun at this moment.
     *
     * @param paper which form is theirs
     * @param own extra time of their own
     */
    AttemptRequest request(Exam exam, PersonId person, PaperTable.Own paper, CandidateTable.Own own, Instant now) {
        Duration extra = exam.clock().extra().plus(own.extra());
        String why = own.extra().isZero() ? exam.extraReason() : own.reason();
        return new AttemptRequest(
                paper.form(),
                person,
                exam.purpose(),
                Behaviour.DEFERRED,
                exam.draft().title(),
                trades.get(exam.draft().trade()).name(),
                exam.clock().deadlineFrom(now, own.extra()),
                exam.draft().window().grace(),
                paper.shuffled(),
                "/contests",
                extra.isZero() ? AttemptRequest.Extra.NONE : new AttemptRequest.Extra(extra, why));
    }
}
