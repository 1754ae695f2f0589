package org.lianbing.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.journal.ResponseJournal;
import org.lianbing.attempt.journal.Step;
import org.lianbing.attempt.journal.StepOutcome;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.base.Problem;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.RenderedForm;
import org.lianbing.paper.Slot;

/** What a contestant does, from opening an attempt to its receipt. Each call is bound to the attempt of the token. */
@Service
public class Sitting {

    private static final int MOST_RESPONSES = 200;

    /** Far above what anybody answers in a day; it bounds what one token can write. */
    private static final int HIGHEST_SEQUENCE = 50_000;

    /** How the journal keeps a response that was cleared, or never given. */
    private static final String BLANK = "null";

    private static final int ATTEMPTS_IN_MEMORY = 50_000;

    /** A response as a client sends it. */
    public record Sent(int slot, int sequence, JsonNode value) {}

    /** What became of a response. */
    public record Answered(Sent sent, StepOutcome outcome) {}

    /**
     * All a player needs to go on.
     *
     * @param attempt how it stands
     * @param person the candidate's name
     * @param lastSequence the highest number stored for the token's epoch
     * @param responses what stands as answered, by slot; a cleared slot has JSON null
     * @param checked feedback that was given
     * @param files of work that the responses name
     */
    public record Opened(
            Attempt attempt,
            String person,
            int lastSequence,
            Map<Integer, JsonNode> responses,
            List<Feedback> checked,
            List<WorkFile> files) {}

    private final AttemptRows rows;
    private final JournalReads reads;
    private final StoredResponses stored;
    private final ResponseJournal journal;
    private final Checks checks;
    private final HandIns handIns;
    private final WorkFiles work;
    private final Forms forms;
    private final People people;

    /** What an attempt is given never changes, so that saving a response reads nothing from the database. */
    private final Cache<AttemptId, Given> given =
            Caffeine.newBuilder().maximumSize(ATTEMPTS_IN_MEMORY).build();

    /** A form, and which variants of it. */
    private record Given(FormId form, Map<Integer, Integer> variants) {}

    Sitting(
            AttemptRows rows,
            JournalReads reads,
            StoredResponses stored,
            ResponseJournal journal,
            Checks checks,
            HandIns handIns,
            WorkFiles work,
            Forms forms,
            People people) {
        this.rows = rows;
        this.reads = reads;
        this.stored = stored;
        this.journal = journal;
        this.checks = checks;
        this.handIns = handIns;
        this.work = work;
        this.forms = forms;
        this.people = people;
    }

    /**
     * Opens the attempt, at first or again.
     *
     * @throws Problem conflict, where another device took over
     */
    public Opened open(Candidate candidate) {
        Attempt attempt = rows.find(candidate.attempt()).orElseThrow(Sitting::none);
        attempt.requireEpoch(candidate);
        Map<Integer, JsonNode> values = stored.values(reads.current(attempt.id()));
        PersonName name = people.names(List.of(candidate.person())).get(candidate.person());
        return new Opened(
                attempt,
                name == null ? "" : name.name(),
                reads.lastSequence(attempt.id(), attempt.epoch()),
                values,
                checks.again(attempt, attempt.checkedSlots()),
                work.all(attempt.id(), filesIn(candidate, values)));
    }

    private List<WorkFileId> filesIn(Candidate candidate, Map<Integer, JsonNode> values) {
        Form form = formOf(candidate);
        return values.entrySet().stream()
                .flatMap(entry -> Responses.stored(form.slot(entry.getKey()), entry.getValue()).stream())
                .flatMap(response ->
                        response instanceof Response.Written written ? written.files().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    /** The form without its keys. Asked for by a device that was taken over, too: it tells nothing new. */
    public RenderedForm form(Candidate candidate) {
        return forms.rendered(given(candidate).form());
    }

    /**
     * Saves responses; returns after the commit.
     *
     * @throws Problem conflict where another device took over, unavailable where the commit is not known
     */
    public List<Answered> save(Candidate candidate, List<Sent> responses, Instant receivedAt) {
        if (responses.size() > MOST_RESPONSES) {
            throw Problem.tooLarge("attempt.too-many", MOST_RESPONSES);
        }
        Form form = formOf(candidate);
        List<Optional<Step>> read = responses.stream()
                .map(sent -> step(candidate, form, sent, receivedAt))
                .toList();
        List<StepOutcome> kept = journal.append(
                candidate.attempt(), read.stream().flatMap(Optional::stream).toList());
        List<Answered> answered = new ArrayList<>(responses.size());
        int next = 0;
        for (int i = 0; i < responses.size(); i++) {
            StepOutcome outcome =
                    read.get(i).isPresent() ? kept.get(next++) : new StepOutcome.Refused(StepOutcome.Reason.INVALID);
            answered.add(new Answered(responses.get(i), outcome));
        }
        requireHeld(answered);
        return answered;
    }

    /** Checks a slot at once (practice). */
    public Feedback check(Candidate candidate, Sent sent, Instant receivedAt) {
        Form form = formOf(candidate);
        if (sent.slot() < 1 || sent.slot() > form.slots().size()) {
            throw none();
        }
        Step step = step(candidate, form, sent, receivedAt)
                .filter(fits -> !fits.value().equals(BLANK))
                .orElseThrow(() -> Problem.invalid("attempt.no-response"));
        return checks.check(candidate, step);
    }

    /**
     * Takes what the writer of a 简答 or 论述 found in it after its check (自评); once, then the same feedback again.
     *
     * @param said the tokens of the points that stand in it
     * @throws Problem conflict, where the slot was not checked or is none of the kind
     */
    public Feedback assess(Candidate candidate, int slot, int sequence, Set<String> said, Instant receivedAt) {
        Form form = formOf(candidate);
        if (slot < 1 || slot > form.slots().size() || sequence < 1 || sequence > HIGHEST_SEQUENCE) {
            throw none();
        }
        return checks.assess(candidate, slot, sequence, said, receivedAt);
    }

    /**
     * Hands in; again and again the same receipt.
     *
     * @param byTheClock whether the player did it at the deadline, and not the candidate
     */
    public Receipt handIn(Candidate candidate, boolean byTheClock, Instant now) {
        return handIns.handIn(candidate, byTheClock, now);
    }

    /** Where nothing of a request counts any more because of a take-over, the whole of it says so. */
    private static void requireHeld(List<Answered> answered) {
        StepOutcome superseded = new StepOutcome.Refused(StepOutcome.Reason.SUPERSEDED);
        if (!answered.isEmpty()
                && answered.stream().allMatch(one -> one.outcome().equals(superseded))) {
            throw Problem.conflict("attempt.superseded");
        }
    }

    private Optional<Step> step(Candidate candidate, Form form, Sent sent, Instant receivedAt) {
        if (sent.slot() < 1
                || sent.slot() > form.slots().size()
                || sent.sequence() < 1
                || sent.sequence() > HIGHEST_SEQUENCE) {
            return Optional.empty();
        }
        Slot slot = form.slot(sent.slot());
        return Responses.read(slot, sent.value())
                .filter(response -> !(response instanceof Response.Written written)
                        || work.has(candidate.attempt(), written.files()))
                .map(response -> new Step(
                        candidate.attempt(),
                        candidate.epoch(),
                        sent.sequence(),
                        sent.slot(),
                        text(slot, response),
                        receivedAt));
    }

    private static String text(Slot slot, Response response) {
        return Responses.write(slot, response).toString();
    }

    private Form formOf(Candidate candidate) {
        Given own = given(candidate);
        return forms.get(own.form()).of(own.variants());
    }

    private Given given(Candidate candidate) {
        return given.get(candidate.attempt(), id -> {
            Attempt attempt = rows.find(id).orElseThrow(Sitting::none);
            return new Given(attempt.form(), Map.copyOf(attempt.arrangement().variants()));
        });
    }

    private static Problem none() {
        return Problem.notFound("base.not-found");
    }
}
