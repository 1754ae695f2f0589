package org.lianbing.attempt;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class SittingEventsTest {

    private static final Instant SOON = Sat.NINE.plusSeconds(600);

    @Autowired
    Sat sat;

    @Autowired
    SittingEvents events;

    @Autowired
    MockMvc mvc;

    private PersonId person;
    private AttemptRequest request;
    private Started started;
    private Candidate candidate;

    @BeforeEach
    void start() {
        person = sat.somebody();
        request = sat.exam(sat.papers.exam(), person);
        started = sat.attempts.start(request, "phone", Sat.NINE);
        candidate = new Candidate(started.attemptId(), person, started.epoch());
    }

    @Test
    void whoLeavesIsAwayUntilTheyAreBackAndTheSameReportAgainChangesNothing() {
        note(left(1, SOON, null));
        assertThat(told()).containsExactly(tuple(SOON, null, null));
        note(left(1, SOON, 42L));
        note(left(1, SOON, 7L), left(1, SOON, null));
        assertThat(told()).containsExactly(tuple(SOON, 42, SittingEvent.Cause.UNKNOWN));
        assertThat(events.last(candidate)).isEqualTo(1);
        assertThat(events.of(candidate.attempt()).secondsAway()).isEqualTo(42);
    }

    @Test
    void whatAddingWorkTookIsToldApartFromAbsences() {
        events.note(
                candidate,
                List.of(
                        new SittingEvents.Sent(
                                1, SittingEvent.Kind.LEFT, SOON, 15L, SittingEvent.Cause.named("ADDING_WORK")),
                        left(2, SOON.plusSeconds(60), 4L)),
                SOON.plusSeconds(300));
        SittingCourse course = events.of(candidate.attempt());
        assertThat(course.events()).hasSize(2);
        assertThat(course.absences()).isEqualTo(1);
        assertThat(course.secondsAway()).isEqualTo(4);
        assertThat(course.timesForWork()).isEqualTo(1);
        assertThat(course.secondsForWork()).isEqualTo(15);
    }

    @Test
    void reportsThatWaitedForTheNetworkCountWithTheirOwnTimes() {
        note(left(2, SOON.plusSeconds(60), 5L), left(1, SOON, 3L));
        assertThat(told()).extracting(tuple -> tuple.toList().getFirst()).containsExactly(SOON, SOON.plusSeconds(60));
    }

    @Test
    void noClockLeadsOutOfTheSitting() {
        sat.sitting.handIn(candidate, false, SOON);
        events.note(
                candidate,
                List.of(
                        left(1, Sat.NINE.minusSeconds(9999), 5L),
                        left(2, SOON.minusSeconds(1), Long.MAX_VALUE),
                        left(3, SOON.plusSeconds(1), 5L)),
                SOON.plusSeconds(60));
        assertThat(told())
                .containsExactly(
                        tuple(Sat.NINE, 5, SittingEvent.Cause.UNKNOWN),
                        tuple(SOON.minusSeconds(1), 604_800, SittingEvent.Cause.UNKNOWN));
    }

    @Test
    void whatOneAttemptCanFillIsBounded() {
        SittingEvents.Noted last = new SittingEvents.Noted(List.of(), false);
        for (int hundred = 0; hundred < 4; hundred++) {
            int from = hundred * 100 + 1;
            last = events.note(
                    candidate,
                    IntStream.range(from, from + 100)
                            .mapToObj(number -> left(number, SOON, null))
                            .toList(),
                    SOON);
        }
        assertThat(last.full()).isTrue();
        assertThat(last.kept()).isEmpty();
        assertThat(events.of(candidate.attempt()).events()).hasSize(SittingEvents.MOST);
        // Who was away when the last place was taken can still come back.
        assertThat(note(left(300, SOON, 9L)).kept()).containsExactly(300);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> events.note(
                        candidate,
                        IntStream.range(0, 101)
                                .mapToObj(number -> left(1, SOON, 1L))
                                .toList(),
                        SOON));
    }

    @Test
    void aTakeOverIsNotedAndToldToTheNewDeviceAndToTheOldOne() throws Exception {
        Started tablet = sat.attempts.start(request, "tablet", SOON);
        mvc.perform(get(url("")).header("Authorization", "Bearer " + tablet.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.takenOverAt").value(SOON.toString()));
        mvc.perform(get(url("")).header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isConflict());
        mvc.perform(get(url("/events")).header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.events[0].kind").value("TAKEN_OVER"))
                .andExpect(jsonPath("$.events[0].happenedAt").value(SOON.toString()))
                .andExpect(jsonPath("$.events[0].epoch").value(2));
    }

    @Test
    void theCandidateCanAnswerAndTakeItBack() throws Exception {
        mvc.perform(put(url("/remark"))
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\":\" 接了一个工伤电话。 \"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.remark").value("接了一个工伤电话。"))
                .andExpect(jsonPath("$.remarkedAt").isNotEmpty());
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> events.remark(candidate, "长".repeat(501), SOON))
                .matches(problem -> problem.code().equals("attempt.remark-length"));
        events.remark(candidate, " ", SOON);
        assertThat(events.of(candidate.attempt()).remark()).isNull();
    }

    @Test
    void aReportOverHttpSaysWhatItIs() throws Exception {
        mvc.perform(
                        post(url("/events"))
                                .header("Authorization", "Bearer " + started.token())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"events\":[{\"sequence\":1,\"kind\":\"LEFT\",\"happenedAt\":\"2036-11-20T01:10:00Z\",\"seconds\":3,\"cause\":\"RELOAD\"}]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kept[0]").value(1))
                .andExpect(jsonPath("$.full").value(false));
        mvc.perform(
                        post(url("/events"))
                                .header("Authorization", "Bearer " + started.token())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"events\":[{\"sequence\":2,\"kind\":\"TAKEN_OVER\",\"happenedAt\":\"2036-11-20T01:10:00Z\"}]}"))
                .andExpect(status().isBadRequest());
        assertThat(events.of(candidate.attempt()).events())
                .singleElement()
                .matches(event -> event.cause() == SittingEvent.Cause.RELOAD);
        mvc.perform(get("/api/attempts/" + AttemptId.next() + "/events")
                        .header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isNotFound());
    }

    private SittingEvents.Noted note(SittingEvents.Sent... sent) {
        return events.note(candidate, List.of(sent), SOON.plusSeconds(300));
    }

    private static SittingEvents.Sent left(int sequence, Instant at, @Nullable Long seconds) {
        return new SittingEvents.Sent(sequence, SittingEvent.Kind.LEFT, at, seconds, null);
    }

    private List<org.assertj.core.groups.Tuple> told() {
        return events.of(candidate.attempt()).events().stream()
                .map(event -> tuple(event.happenedAt(), event.seconds(), event.cause()))
                .toList();
    }

    private String url(String rest) {
        return "/api/attempts/" + started.attemptId() + rest;
    }
}
