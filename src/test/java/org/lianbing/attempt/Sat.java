package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.journal.StepOutcome;
import org.lianbing.base.Ids;
import org.lianbing.base.PersonId;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.testing.Knowing;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestPapers;

/** Attempts for integration tests, with short words for what a player sends. */
@Component
class Sat {

    static final Instant NINE = Instant.parse("2036-11-20T01:00:00Z");
    static final Instant TEN = NINE.plus(Duration.ofHours(1));
    static final Duration GRACE = Duration.ofSeconds(10);

    final TestCity city;
    final TestPapers papers;
    final Forms forms;
    final Attempts attempts;
    final AttemptTokens tokens;
    final Sitting sitting;
    final JsonMapper json;

    Sat(
            TestCity city,
            TestPapers papers,
            Forms forms,
            Attempts attempts,
            AttemptTokens tokens,
            Sitting sitting,
            JsonMapper json) {
        this.city = city;
        this.papers = papers;
        this.forms = forms;
        this.attempts = attempts;
        this.tokens = tokens;
        this.sitting = sitting;
        this.json = json;
    }

    PersonId somebody() {
        return city.person(city.enterprise());
    }

    AttemptRequest exam(FormId form, PersonId person) {
        return request(form, person, new Purpose("test-exam", Ids.next()), Behaviour.DEFERRED, TEN);
    }

    AttemptRequest drill(FormId form, PersonId person) {
        return request(form, person, new Purpose("test-drill", Ids.next()), Behaviour.IMMEDIATE, null);
    }

    AttemptRequest request(
            FormId form, PersonId person, Purpose purpose, Behaviour behaviour, @Nullable Instant deadline) {
        return new AttemptRequest(form, person, purpose, behaviour, "电工", "高级工", deadline, GRACE, true, "/after");
    }

    /** Starts from a device and reads the token as the server does. */
    Candidate start(AttemptRequest request, String device, Instant now) {
        Started started = attempts.start(request, device, now);
        return new Candidate(started.attemptId(), request.person(), started.epoch());
    }

    Candidate exam() {
        return start(exam(papers.exam(), somebody()), "phone", NINE);
    }

    Candidate drill() {
        return start(drill(papers.practice(), somebody()), "phone", NINE);
    }

    /** The form as it is for the candidate. */
    Form form(Candidate candidate) {
        return forms.get(attempts.get(candidate.attempt()).form())
                .of(sitting.open(candidate).attempt().arrangement().variants());
    }

    /** The right response to a slot as JSON. */
    String right(Candidate candidate, int slot) {
        return json.writeValueAsString(Knowing.right(form(candidate).slot(slot)));
    }

    /** Some token of a slot as JSON. */
    String token(Candidate candidate, int slot, int place) {
        return json.writeValueAsString(form(candidate).slot(slot).tokens().get(place));
    }

    Sitting.Sent sent(int slot, int sequence, String value) {
        return new Sitting.Sent(slot, sequence, json.readTree(value));
    }

    /** Saves one response; "saved", or why not. */
    String save(Candidate candidate, int slot, int sequence, String value, Instant at) {
        return words(sitting.save(candidate, List.of(sent(slot, sequence, value)), at))
                .getFirst();
    }

    /** What stands as answered, as JSON; {@code null} for a cleared slot, {@code nothing} for one never answered. */
    String stored(Candidate candidate, int slot) {
        JsonNode value = sitting.open(candidate).responses().get(slot);
        return value == null ? "nothing" : value.toString();
    }

    static List<String> words(List<Sitting.Answered> answered) {
        return answered.stream()
                .map(one -> one.outcome() instanceof StepOutcome.Refused(StepOutcome.Reason reason)
                        ? reason.code()
                        : "saved")
                .toList();
    }
}
