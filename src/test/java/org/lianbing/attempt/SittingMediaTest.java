package org.lianbing.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.base.PersonId;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;
import org.lianbing.media.TestClips;
import org.lianbing.paper.FormId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Sound and film of a form reach who sits it, when they sit it, and nobody else. */
@IntegrationTest
class SittingMediaTest {

    @Autowired
    Sat sat;

    @Autowired
    Media media;

    @Autowired
    SittingMedia clips;

    @Autowired
    Sitting sitting;

    @Autowired
    AttemptTokens tokens;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private byte[] film;
    private MediaId shown;
    private MediaId explained;
    private PersonId person;

    @BeforeEach
    void store() {
        int number = sat.city.number();
        film = TestClips.film(5_000 + number);
        shown = media.take(film);
        explained = media.take(TestClips.mp3(number));
        person = sat.somebody();
    }

    @Test
    void theFormHasALinkAndNoData() throws Exception {
        Started started = practice();
        mvc.perform(get("/api/attempts/" + started.attemptId() + "/form")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/media/" + shown.hash() + ".mp4")))
                .andExpect(jsonPath("$.slots[0].stem").value(containsString("<video ")));
        assertThat(sat.forms.clips(sat.attempts.get(started.attemptId()).form()))
                .containsExactly(shown);
    }

    @Test
    void whoSitsItPlaysItByRangesWithThePassOfTheAttempt() throws Exception {
        Started started = practice();
        String pass = pass(started);
        mvc.perform(get(link(started, shown, "mp4", pass)).header(HttpHeaders.RANGE, "bytes=10-19"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "video/mp4"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(content().bytes(Arrays.copyOfRange(film, 10, 20)));
        mvc.perform(get(link(started, shown, "mp4", pass))).andExpect(content().bytes(film));
    }

    @Test
    void nothingOpensItButThatPass() throws Exception {
        Started started = practice();
        String pass = pass(started);
        Started other = practice();
        refused(link(started, shown, "mp4", ""));
        refused(link(started, shown, "mp4", pass(other)));
        refused(link(started, shown, "mp4", started.token()));
        refused(link(started, shown, "mp4", pass.substring(0, pass.length() - 2)));
        refused(link(started, media.take(TestClips.mp3(-sat.city.number())), "mp3", pass));
        Candidate candidate = new Candidate(started.attemptId(), person, 1);
        refused(link(
                started, shown, "mp4", tokens.pass(candidate, clock.instant().minus(Duration.ofSeconds(1)))));
        // And the pass opens nothing else.
        mvc.perform(get("/api/attempts/" + started.attemptId()).header(HttpHeaders.AUTHORIZATION, "Bearer " + pass))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/media/" + shown.hash() + ".mp4")).andExpect(status().is3xxRedirection());
    }

    @Test
    void whatExplainsComesWithTheFeedback() throws Exception {
        Started started = practice();
        String pass = pass(started);
        refused(link(started, explained, "mp3", pass));
        Candidate candidate = new Candidate(started.attemptId(), person, 1);
        sitting.check(candidate, sat.sent(1, 1, sat.right(candidate, 1)), clock.instant());
        mvc.perform(get(link(started, explained, "mp3", pass)))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "audio/mpeg"));
    }

    @Test
    void afterAnExamItIsClosedUntilTheAnswersMayBeShown() throws Exception {
        FormId form = sat.papers.withClips(true, shown, explained);
        Started started = sat.attempts.start(sat.exam(form, person), "phone", Sat.NINE);
        String pass = pass(started);
        mvc.perform(get(link(started, shown, "mp4", pass))).andExpect(status().isOk());
        refused(link(started, explained, "mp3", pass));

        Candidate candidate = new Candidate(started.attemptId(), person, 1);
        sitting.handIn(candidate, false, Sat.NINE.plusSeconds(60));
        refused(link(started, shown, "mp4", pass));
        refused(link(started, explained, "mp3", pass));

        sat.forms.release(form, Sat.TEN);
        String later = clips.passOf(started.attemptId(), person).orElseThrow();
        mvc.perform(get(link(started, shown, "mp4", later))).andExpect(status().isOk());
        mvc.perform(get(link(started, explained, "mp3", later))).andExpect(status().isOk());
        assertThat(clips.passOf(started.attemptId(), sat.somebody())).isEmpty();
    }

    private Started practice() {
        FormId form = sat.papers.withClips(false, shown, explained);
        return sat.attempts.start(sat.drill(form, person), "phone", clock.instant());
    }

    private String pass(Started started) {
        Candidate candidate = new Candidate(started.attemptId(), person, 1);
        return String.valueOf(clips.pass(candidate, sitting.open(candidate).attempt()));
    }

    private static String link(Started started, MediaId id, String ending, String pass) {
        return "/api/attempts/" + started.attemptId() + "/media/" + id.hash() + "." + ending + "?pass=" + pass;
    }

    private void refused(String link) throws Exception {
        mvc.perform(get(link)).andExpect(status().isNotFound());
    }
}
