package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.RubricShares;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.attempt.store.MarkRows;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;

/**
 * Takes what people find in written responses. For the modules that know who may mark what; they deal the work out, and
 * here stands only what came of it. A mark changes the score of its slot and nothing else.
 */
@Service
public class Markings {

    private static final Response BLANK = new Response.Blank();
    private static final Response.Written NOTHING = new Response.Written("", null);

    private final MarkRows rows;
    private final AttemptRows attempts;
    private final JournalReads journal;
    private final StoredResponses stored;
    private final WorkFiles work;
    private final Forms forms;
    private final ApplicationEventPublisher events;

    Markings(
            MarkRows rows,
            AttemptRows attempts,
            JournalReads journal,
            StoredResponses stored,
            WorkFiles work,
            Forms forms,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.attempts = attempts;
        this.journal = journal;
        this.stored = stored;
        this.work = work;
        this.forms = forms;
        this.events = events;
    }

    /** What came of a mark: what it gives by itself, and what all about the response come to now. */
    public record Outcome(BigDecimal points, OpinionRule.Verdict verdict) {}

    /** How responses are marked; one opinion where nothing was laid down. */
    public OpinionRule rule(Purpose purpose) {
        return rows.rule(purpose);
    }

    /**
     * Lays down how responses are marked. The caller sees to it that nobody marks meanwhile.
     *
     * @throws Problem conflict, once there is a mark: what is agreed on before must hold for all
     */
    @Transactional
    public void lay(Purpose purpose, OpinionRule rule) {
        rows.lay(purpose, rule);
        if (rows.any(purpose)) {
            throw Problem.conflict("attempt.mark.rule-late");
        }
    }

    /** The responses that wait for a mark, of attempts that have ended and are not void. */
    public List<Unmarked> unmarked(Purpose purpose) {
        return rows.unmarked(purpose);
    }

    /** How many written responses were left blank and so got nothing, by slot of their form. */
    public Map<SlotOfForm, Integer> blanks(Purpose purpose, Collection<SlotOfForm> written) {
        return rows.blanks(purpose).entrySet().stream()
                .filter(one -> written.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A response as somebody marks it. */
    public WrittenAnswer answer(AttemptId id, int slot) {
        Attempt attempt = attempts.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        Form form = forms.get(attempt.form());
        RubricShares shares = RubricShares.of(form.slot(slot));
        Map<String, BigDecimal> most = shares.most();
        Response.Written written = response(attempt, form, slot) instanceof Response.Written found ? found : NOTHING;
        return new WrittenAnswer(
                attempt.form(),
                slot,
                written.text(),
                work.all(id, written.files()),
                form.slot(slot).worth(),
                StreamSupport.stream(shares.tokens().spliterator(), false)
                        .map(token -> new WrittenAnswer.Line(token, most.getOrDefault(token, BigDecimal.ZERO)))
                        .toList());
    }

    /** All marks of a response, with the revisions that others took the place of; by opinion and revision. */
    public List<Mark> marks(AttemptId id, int slot) {
        return rows.all(id, slot);
    }

    /**
     * Takes an opinion about a response.
     *
     * @throws Problem conflict, where there is one of that number already, where this marker gave another one, or where
     *     there is nothing to mark; invalid, where the points are not those of the rubric
     */
    @Transactional
    public Outcome mark(AttemptId id, int slot, int opinion, PersonId marker, MarkDraft draft, Instant now) {
        Attempt attempt = held(id);
        RubricShares shares = RubricShares.of(forms.get(attempt.form()).slot(slot));
        BigDecimal fraction = shares.fraction(draft.points());
        if (!rows.insert(
                id, new Mark(slot, opinion, 1, marker, draft.points(), fraction, draft.comment(), null, now))) {
            throw Problem.conflict("attempt.mark.taken");
        }
        return settle(attempt, slot, shares.points(fraction), now);
    }

    /**
     * A second thought of who gave an opinion: the mark before stays on record.
     *
     * @param reason why, 1 to 200 characters
     * @throws Problem conflict, where this marker gave no such opinion
     */
    @Transactional
    public Outcome rethink(
            AttemptId id, int slot, int opinion, PersonId marker, MarkDraft draft, String reason, Instant now) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > Rulings.LONGEST_REASON) {
            throw Problem.invalid("attempt.mark.reason", Rulings.LONGEST_REASON).with("field", "reason");
        }
        Attempt attempt = held(id);
        RubricShares shares = RubricShares.of(forms.get(attempt.form()).slot(slot));
        BigDecimal fraction = shares.fraction(draft.points());
        Mark before = rows.all(id, slot).stream()
                .filter(mark -> mark.opinion() == opinion && mark.marker().equals(marker))
                .reduce((one, next) -> next)
                .orElseThrow(() -> Problem.conflict("attempt.mark.not-yours"));
        Mark after = new Mark(
                slot, opinion, before.revision() + 1, marker, draft.points(), fraction, draft.comment(), words, now);
        if (!rows.insert(id, after)) {
            throw Problem.conflict("attempt.mark.taken");
        }
        return settle(attempt, slot, shares.points(fraction), now);
    }

    private Attempt held(AttemptId id) {
        Attempt attempt = attempts.hold(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (!attempt.ended() || !attempt.scored()) {
            throw Problem.conflict("attempt.mark.not-ended");
        }
        return attempt;
    }

    /** The score of the slot follows; whoever ranks is told where it is another one. */
    private Outcome settle(Attempt attempt, int slot, BigDecimal points, Instant now) {
        // A correction that another server has just approved counts already.
        Form form = forms.newest(attempt.form()).of(attempt.arrangement().variants());
        Map<Integer, Mark> opinions =
                rows.standing(List.of(attempt.id())).getOrDefault(attempt.id(), List.of()).stream()
                        .filter(mark -> mark.slot() == slot)
                        .collect(Collectors.toMap(Mark::opinion, mark -> mark));
        OpinionRule.Verdict verdict = MarkedSlots.verdict(rows.rule(attempt.purpose()), form, slot, opinions);
        BigDecimal fraction =
                verdict instanceof OpinionRule.Settled(List<Integer> by) ? MarkedSlots.mean(by, opinions) : null;
        Slot marked = form.slot(slot);
        SlotScore score = Scoring.score(marked, response(attempt, form, slot), attempt.behaviour(), fraction);
        if (rows.score(attempt.id(), score, now)) {
            events.publishEvent(new AttemptsScored(attempt.purpose(), List.of(attempt.id())));
        }
        return new Outcome(points, verdict);
    }

    private Response response(Attempt attempt, Form form, int slot) {
        return stored.responses(form, journal.current(attempt.id())).getOrDefault(slot, BLANK);
    }
}
