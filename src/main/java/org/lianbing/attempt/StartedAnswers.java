package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.paper.FormId;

/** What somebody who starts is answered: how the attempt stands, and a token for it. */
@Component
class StartedAnswers {

    /** A token is good for looking at receipt and result after the deadline, too. */
    private static final Duration AFTER_THE_DEADLINE = Duration.ofDays(1);

    private static final Duration WITHOUT_DEADLINE = Duration.ofDays(7);

    private final AttemptTokens tokens;

    StartedAnswers(AttemptTokens tokens) {
        this.tokens = tokens;
    }

    /** For the start that began a prepared attempt. */
    Started first(AttemptRequest request, FormId form, Candidate candidate, Instant now) {
        return new Started(
                candidate.attempt(),
                form,
                token(candidate, request.deadline(), now),
                request.behaviour(),
                candidate.epoch(),
                now,
                request.deadline(),
                true);
    }

    /** For an attempt that runs; {@code first} where this start began it. */
    Started running(Attempt attempt, Instant now, boolean first) {
        Instant startedAt = attempt.window().startedAt();
        Candidate candidate = new Candidate(attempt.id(), attempt.person(), attempt.epoch());
        return new Started(
                attempt.id(),
                attempt.form(),
                token(candidate, attempt.window().deadline(), now),
                attempt.behaviour(),
                attempt.epoch(),
                startedAt == null ? now : startedAt,
                attempt.window().deadline(),
                first);
    }

    private String token(Candidate candidate, @Nullable Instant deadline, Instant now) {
        return tokens.issue(
                candidate, deadline == null ? now.plus(WITHOUT_DEADLINE) : deadline.plus(AFTER_THE_DEADLINE));
    }
}
