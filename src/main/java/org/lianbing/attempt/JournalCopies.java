package org.lianbing.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.StepDigest;
import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** A candidate's own journal to take along, once it takes no more steps. */
@Service
public class JournalCopies {

    /** A text that is typed for three hours and saved every few seconds takes a tenth of it. */
    private static final long MOST_BYTES = 100_000_000;

    private final AttemptRows rows;
    private final JournalReads journal;

    JournalCopies(AttemptRows rows, JournalReads journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /**
     * The journal of a person's own attempt.
     *
     * @throws Problem not found for the attempt of another; a conflict while it runs; too large, where it holds more than
     *     anybody types
     */
    @Transactional(readOnly = true)
    public JournalCopy of(PersonId asker, AttemptId id) {
        Attempt attempt = rows.find(id)
                .filter(found -> found.person().equals(asker))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (attempt.endedAt() == null) {
            throw Problem.conflict("attempt.journal-early");
        }
        if (journal.bytes(id) > MOST_BYTES) {
            throw Problem.tooLarge("attempt.journal-long", MOST_BYTES / 1_000_000);
        }
        List<StoredStep> steps = journal.all(id);
        List<Instant> times = journal.times(id);
        List<String> chain = StepDigest.chain(id, steps);
        List<JournalCopy.Entry> entries = new ArrayList<>(steps.size());
        for (int at = 0; at < steps.size(); at++) {
            StoredStep step = steps.get(at);
            entries.add(new JournalCopy.Entry(
                    step.epoch(),
                    step.sequence(),
                    step.slot(),
                    attempt.arrangement().slots().indexOf(step.slot()) + 1,
                    step.value(),
                    times.get(at),
                    chain.get(at + 1)));
        }
        Attempt.Outcome outcome = attempt.outcome();
        return new JournalCopy(
                id,
                attempt.title(),
                attempt.state(),
                attempt.endedAt(),
                outcome == null ? null : outcome.digest(),
                chain.getFirst(),
                entries);
    }
}
