package org.lianbing.exam;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.lianbing.base.PersonId;
import org.lianbing.exam.store.CandidateTable;

/**
 * Who has the sealed form. It is noted in memory and written once a second, since it helps the organizer to see who is
 * there and decides nothing: what a crash takes away is counted when the form is asked for again.
 */
@Component
class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final CandidateTable candidates;
    private final Clock clock;
    private final Set<CandidateTable.Ready> noted = ConcurrentHashMap.newKeySet();

    Readiness(CandidateTable candidates, Clock clock) {
        this.candidates = candidates;
        this.clock = clock;
    }

    void note(ExamId exam, PersonId person) {
        noted.add(new CandidateTable.Ready(exam, person));
    }

    @Scheduled(fixedDelay = 1000)
    void write() {
        List<CandidateTable.Ready> ready = List.copyOf(noted);
        if (ready.isEmpty()) {
            return;
        }
        try {
            candidates.markReady(ready, clock.instant());
            ready.forEach(noted::remove);
        } catch (DataAccessException e) {
            LOG.warn("Who has the sealed form could not be written; trying again in a second", e);
        }
    }
}
