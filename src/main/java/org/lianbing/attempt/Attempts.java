package org.lianbing.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.journal.StoredStep;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.attempt.store.ScoreRows;
import org.lianbing.attempt.store.SittingEventRows;
import org.lianbing.attempt.store.SummaryRows;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotKey;

/** Attempts, for the modules that know what they are for. Those decide who may start one and who may see it. */
@Service
public class Attempts {

    private static final Response BLANK = new Response.Blank();

    private final AttemptRows rows;
    private final SummaryRows summaries;
    private final JournalReads journal;
    private final ScoreRows scores;
    private final SittingEventRows events;
    private final StoredResponses stored;
    private final AttemptTokens tokens;
    private final StartedAnswers answers;
    private final Forms forms;
    private final MarkedSlots markedSlots;
    private final WorkFiles work;
    private final RandomGenerator random = new java.security.SecureRandom();

    Attempts(
            AttemptRows rows,
            SummaryRows summaries,
            JournalReads journal,
            ScoreRows scores,
            SittingEventRows events,
            StoredResponses stored,
            AttemptTokens tokens,
            StartedAnswers answers,
            Forms forms,
            MarkedSlots markedSlots,
            WorkFiles work) {
        this.rows = rows;
        this.summaries = summaries;
        this.journal = journal;
        this.scores = scores;
        this.events = events;
        this.stored = stored;
        this.tokens = tokens;
        this.answers = answers;
        this.forms = forms;
        this.markedSlots = markedSlots;
        this.work = work;
    }

    /**
     * Starts the attempt of a person for a purpose, prepared or not, or finds the one that runs. The same device gets the same epoch;
     * another device takes over, which raises it.
     *
     * @param device a random name the client keeps; empty for a client without one
     * @throws Problem conflict, where it was handed in or its time is over
     */
    @Transactional
    public Started start(AttemptRequest request, String device, Instant now) {
        Attempt fresh = fresh(request, Device.named(device), now);
        if (rows.insert(fresh, request.extra())) {
            return answers.running(fresh, now, true);
        }
        Attempt found = rows.hold(request.purpose(), request.person()).orElseThrow();
        if (found.state() == AttemptState.PREPARED) {
            return answers.running(begun(found, fresh.window(), request, device), now, true);
        }
        found.requireRunning(now);
        return answers.running(found.device().equals(device) ? found : takenOver(found, device, now), now, false);
    }

    private Attempt fresh(AttemptRequest request, String device, Instant now) {
        Form form = forms.get(request.form());
        Instant deadline = request.deadline();
        return new Attempt(
                AttemptId.next(),
                request.form(),
                request.person(),
                request.purpose(),
                request.behaviour(),
                request.title(),
                request.subtitle(),
                request.returnUrl(),
                AttemptState.STARTED,
                1,
                device,
                request.shuffled() ? Arrangement.shuffled(form, random) : Arrangement.plain(form),
                form.slots().size(),
                form.maxScore(),
                new AttemptWindow(now, deadline, deadline == null ? null : deadline.plus(request.grace())),
                null,
                null,
                Set.of(),
                null);
    }

    private Attempt begun(Attempt prepared, AttemptWindow window, AttemptRequest request, String device) {
        rows.begin(prepared.id(), device, window, request.extra());
        return rows.find(prepared.id()).orElseThrow();
    }

    private Attempt takenOver(Attempt running, String device, Instant now) {
        int epoch = running.epoch() + 1;
        rows.takeOver(running.id(), epoch, device);
        Candidate candidate = new Candidate(running.id(), running.person(), epoch);
        events.put(
                candidate,
                new SittingEvent(epoch, -epoch, SittingEvent.Kind.TAKEN_OVER, now, null, null),
                now,
                SittingEvents.MOST);
        return rows.find(running.id()).orElseThrow();
    }

    /** One attempt; a problem if there is none. */
    public AttemptSummary get(AttemptId id) {
        return summaries.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The attempt of a person for a purpose. */
    public Optional<AttemptSummary> find(Purpose purpose, PersonId person) {
        return summaries.find(purpose, person);
    }

    /** All attempts for a purpose. */
    public List<AttemptSummary> all(Purpose purpose) {
        return summaries.all(purpose);
    }

    /** How far they have come, counted and not read. */
    public Tally tally(Purpose purpose) {
        return summaries.tally(purpose);
    }

    /** The attempts for a purpose that have a score; far cheaper than all while thousands are at work. */
    public List<AttemptSummary> scored(Purpose purpose) {
        return summaries.scored(purpose);
    }

    /** The last attempts of a person of this kind, newest first. */
    public List<AttemptSummary> latest(PersonId person, String purposeKind, int limit) {
        return summaries.latest(person, purposeKind, limit);
    }

    /** What came too late or from a device that another had taken over from, in the order of its arrival. */
    public List<SetAsideStep> setAside(AttemptId id) {
        return summaries.setAside(id);
    }

    /** Slots with fractions and feedback of a scored attempt. The caller has made sure that feedback is due. */
    public List<SlotResult> results(AttemptId id) {
        return results(id, forms::feedbacks);
    }

    /**
     * The same for who knows that the answers of these forms are out, though their items are under embargo still, as until
     * their explanations are out too.
     */
    public List<SlotResult> resultsOut(AttemptId id, Collection<FormId> out) {
        return results(id, (form, slots, variants) -> forms.feedbacksOut(form, slots, variants, out));
    }

    /** Reads what may be shown of slots. */
    private interface Due {
        Map<Integer, SlotFeedback> of(FormId form, Collection<Integer> slots, Map<Integer, Integer> variants);
    }

    private List<SlotResult> results(AttemptId id, Due due) {
        Attempt attempt = rows.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        Form form = forms.get(attempt.form()).of(attempt.arrangement().variants());
        List<StoredStep> steps = journal.current(id);
        Map<Integer, JsonNode> values = stored.values(steps);
        Map<Integer, Response> responses = stored.responses(form, steps);
        Map<Integer, SlotFeedback> feedbacks = due.of(
                attempt.form(),
                form.slots().stream().map(Slot::number).collect(Collectors.toSet()),
                attempt.arrangement().variants());
        Map<Integer, MarkedSlot> marked = markedSlots.of(attempt, form);
        List<SlotResult> results = new ArrayList<>();
        for (SlotScore score : scores.all(id)) {
            results.add(result(
                    form.slot(score.slot()),
                    score,
                    values.get(score.slot()),
                    filesOf(id, responses.get(score.slot())),
                    Scoring.marks(form.slot(score.slot()), responses.getOrDefault(score.slot(), BLANK)),
                    score.reason() == SlotScore.Reason.MARKED ? marked.get(score.slot()) : null,
                    feedbacks.get(score.slot())));
        }
        return results;
    }

    private List<WorkFile> filesOf(AttemptId id, @Nullable Response response) {
        return response instanceof Response.Written written ? work.all(id, written.files()) : List.of();
    }

    private static SlotResult result(
            Slot slot,
            SlotScore score,
            @Nullable JsonNode value,
            List<WorkFile> files,
            List<@Nullable Boolean> marks,
            @Nullable MarkedSlot marked,
            @Nullable SlotFeedback feedback) {
        return new SlotResult(
                slot.number(),
                slot.item(),
                slot.type(),
                slot.trade(),
                slot.points(),
                slot.part(),
                value == null || value.isNull() ? null : value,
                files,
                score.fraction(),
                score.reason().code(),
                marks,
                slot.worth(),
                marked,
                feedback);
    }

    /**
     * The score sheets that a worker filled in for the item of a slot, of which a 案例 may have several; none where it has
     * no practical task or that was not answered.
     */
    public List<OwnSheet> ownSheets(AttemptId id, int number) {
        Attempt attempt = rows.find(id).orElse(null);
        if (attempt == null || attempt.behaviour() != Behaviour.IMMEDIATE) {
            return List.of();
        }
        Form form = forms.get(attempt.form());
        List<Slot> tasks = form.sameItem(form.slot(number)).stream()
                .filter(slot -> slot.key() instanceof SlotKey.Checklist)
                .toList();
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<Integer, Response> responses = stored.responses(form, journal.current(id));
        return tasks.stream()
                .flatMap(slot -> ownSheet(attempt, slot, responses.get(slot.number())).stream())
                .toList();
    }

    private static Optional<OwnSheet> ownSheet(Attempt attempt, Slot slot, @Nullable Response response) {
        Slot.Part part = slot.part();
        if (!(slot.key() instanceof SlotKey.Checklist sheet) || !(response instanceof Response.Checklist done)) {
            return Optional.empty();
        }
        BigDecimal of = sheet.criteria().stream().map(SlotKey.Weight::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal points = Scoring.score(slot, done, attempt.behaviour())
                .fraction()
                .multiply(of)
                .setScale(2, RoundingMode.HALF_UP);
        return Optional.of(new OwnSheet(
                slot.number(),
                part == null ? null : part.place(),
                attempt.person(),
                slot.item(),
                slot.version(),
                slot.trade(),
                points,
                of,
                Duration.ofSeconds(done.seconds())));
    }

    /** Which attempt a token opens, and for whom; empty when it is not good any more. */
    public Optional<AttemptSummary> opened(String token) {
        return tokens.open(token).flatMap(candidate -> summaries.find(candidate.attempt()));
    }
}
