package org.lianbing.attempt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.PreparedRows;
import org.lianbing.base.PersonId;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;

/**
 * Attempts made before their start, for a roster that is known: order and variants are fixed then, and the start is one
 * small change of many rows at once. A prepared attempt is neither swept nor scored, and nobody has begun it.
 */
@Service
public class Preparations {

    private final PreparedRows rows;
    private final StartedAnswers answers;
    private final Forms forms;
    private final RandomGenerator random = new java.security.SecureRandom();

    Preparations(PreparedRows rows, StartedAnswers answers, Forms forms) {
        this.rows = rows;
        this.answers = answers;
        this.forms = forms;
    }

    /**
     * Prepares an attempt for each of these people who has none; how many.
     *
     * @param request as for starting, of which person and deadline are left out of account
     */
    @Transactional
    public int prepare(AttemptRequest request, Collection<PersonId> people) {
        if (people.isEmpty()) {
            return 0;
        }
        Form form = forms.get(request.form());
        Map<PersonId, Arrangement> arranged = new LinkedHashMap<>();
        people.forEach(person -> arranged.put(
                person, request.shuffled() ? Arrangement.shuffled(form, random) : Arrangement.plain(form)));
        return rows.insert(request, arranged, form.slots().size(), form.maxScore());
    }

    /** Forgets what was prepared and not started, where the occasion was called off; how many. */
    @Transactional
    public int discard(Purpose purpose) {
        return rows.delete(purpose);
    }

    /**
     * Starts for many people at once and returns after the commit. Who is not in the answer has no prepared attempt:
     * started before, or never prepared; {@link Attempts#start} knows what to do with them.
     *
     * @param starts one a person, all for the same purpose; their forms are left out of account, since those were
     *     settled when they were prepared
     */
    @Transactional
    public Map<PersonId, Started> start(List<PreparedStart> starts) {
        Map<PersonId, PreparedRows.Begun> begun =
                rows.start(starts.getFirst().request().purpose(), starts);
        Map<PersonId, Started> started = new HashMap<>();
        for (PreparedStart start : starts) {
            PreparedRows.Begun row = begun.get(start.person());
            if (row != null) {
                Candidate candidate = new Candidate(row.id(), start.person(), row.epoch());
                started.put(start.person(), answers.first(start.request(), row.form(), candidate, start.at()));
            }
        }
        return started;
    }

    /** The attempt of a person, with its arrangement; prepared or further on. */
    public Optional<Attempt> find(Purpose purpose, PersonId person) {
        return rows.find(purpose, person);
    }

    /** How many attempts stand where. */
    public Map<AttemptState, Integer> tally(Purpose purpose) {
        return rows.tally(purpose);
    }
}
