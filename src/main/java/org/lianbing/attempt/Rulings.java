package org.lianbing.attempt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.RulingRows;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;

/** What is decided about attempts from outside: void, or absent. The caller has made sure that the actor may. */
@Service
public class Rulings {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = 200;

    private final RulingRows rulings;
    private final Forms forms;

    Rulings(RulingRows rulings, Forms forms) {
        this.rulings = rulings;
        this.forms = forms;
    }

    /**
     * Declares an attempt void: it takes no responses any more and has no result.
     *
     * @param reason as the candidate reads it, 1 to 200 characters
     * @throws Problem conflict, where it is void already or was never begun
     */
    @Transactional
    public void declareVoid(AttemptId id, String reason, Instant now) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw Problem.invalid("attempt.void-reason", LONGEST_REASON);
        }
        if (!rulings.declareVoid(id, words, now)) {
            throw Problem.conflict("attempt.void-not-possible");
        }
    }

    /**
     * Takes that back: the attempt stands where it stood. One that was running goes on, or closes at its deadline.
     *
     * @throws Problem conflict, where it is not void
     */
    @Transactional
    public void restore(AttemptId id) {
        if (!rulings.restore(id)) {
            throw Problem.conflict("attempt.not-void");
        }
    }

    /**
     * The same where nobody may write any more: one that was running ends with the moment at which it was declared void,
     * or with its deadline if that was before, and is scored by what it had then.
     *
     * @throws Problem conflict, where it is not void
     */
    @Transactional
    public void restoreEnded(AttemptId id) {
        if (!rulings.restoreEnded(id)) {
            throw Problem.conflict("attempt.not-void");
        }
    }

    /** Takes that back: they may come still. How many they are. */
    @Transactional
    public int forgetAbsent(Purpose purpose) {
        return rulings.deleteAbsent(purpose);
    }

    /**
     * Notes that these people did not come; whoever began keeps their attempt. How many were noted.
     *
     * @param request as for starting, of which the person is left out of account
     */
    @Transactional
    public int noteAbsent(AttemptRequest request, Collection<PersonId> people) {
        Form form = forms.get(request.form());
        int prepared = rulings.markAbsent(request.purpose());
        return prepared
                + rulings.insertAbsent(
                        request, Arrangement.plain(form), form.slots().size(), form.maxScore(), List.copyOf(people));
    }
}
