package org.lianbing.competition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.AddressRange;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.SafeBrowser;
import org.lianbing.exam.SebKey;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** From where and with what an exam is sat: looked at at the start and with every use of the token; people decide. */
@IntegrationTest
class AccessTest {

    private static final AccessRules ONE_HALL = new AccessRules(AddressRange.list("10.20.0.0/16"), SafeBrowser.ANY);
    private static final String HALL = "10.20.3.4";
    private static final String HOME = "203.0.113.9";
    private static final String SITE = "http://localhost";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    ContestAccess access;

    @Autowired
    Admission admission;

    private Cast cast = Cast.unknown();

    @BeforeEach
    void somebody() {
        cast = Cast.in(city);
    }

    @Test
    void whoComesFromElsewhereIsRefusedWithTheirAddressAndNoted() throws Exception {
        Competition competition = opened(ONE_HALL);
        mvc.perform(start(competition).with(from(HOME)).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("exam.address-refused"))
                .andExpect(jsonPath("$.address").value(HOME))
                .andExpect(jsonPath("$.detail").value(containsString(HOME)));
        mvc.perform(get("/api/exams/" + Contest.exam(competition))
                        .header("Authorization", contest.bearer(cast.worker()))
                        .with(from(HOME)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.access.someAddresses").value(true))
                .andExpect(jsonPath("$.access.refused").value("exam.address-refused"));
        mvc.perform(get("/api/competitions/" + competition.id() + "/refused-entries")
                        .header("Authorization", contest.bearer(cast.organizer().person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].personId").value(cast.worker().toString()))
                .andExpect(jsonPath("$[0].letIn").value(false))
                .andExpect(jsonPath("$[0].entries.length()").value(1))
                .andExpect(jsonPath("$[0].entries[0].address").value(HOME))
                .andExpect(jsonPath("$[0].entries[0].times").value(1));
        mvc.perform(start(competition).with(from(HALL))).andExpect(status().isCreated());
    }

    @Test
    void theTokenIsLookedAtWithEveryUse() throws Exception {
        Competition competition = opened(ONE_HALL);
        Started started = admission.start(cast.worker(), Contest.exam(competition), "phone", contest.now());
        for (String part : List.of("", "/form", "/clock")) {
            assertThat(answer(attempt(started, part, HALL))).as(part).isEqualTo(200);
            assertThat(answer(attempt(started, part, HOME))).as(part).isEqualTo(403);
        }
        assertThat(answer(save(started, HOME))).isEqualTo(403);
        assertThat(answer(save(started, HALL))).isEqualTo(200);
        assertThat(answer(attempt(started, "/events", HOME))).isEqualTo(200);
    }

    @Test
    void theOrganizerLetsOneIn() throws Exception {
        Competition competition = opened(ONE_HALL);
        assertThat(answer(start(competition).with(from(HOME)))).isEqualTo(403);
        String letIn = "/api/competitions/" + competition.id() + "/contestants/" + cast.worker() + "/let-in";
        String bearer = contest.bearer(cast.organizer().person());
        mvc.perform(put(letIn).header("Authorization", bearer)).andExpect(status().isNoContent());
        assertThat(answer(start(competition).with(from(HOME)))).isEqualTo(201);
        assertThat(access.refused(cast.organizer(), competition.id()))
                .singleElement()
                .matches(ContestAccess.Refused::letIn);
        mvc.perform(delete(letIn).header("Authorization", bearer)).andExpect(status().isNoContent());
        assertThat(answer(start(competition).with(from(HOME)))).isEqualTo(403);
        mvc.perform(put("/api/competitions/" + competition.id() + "/contestants/" + PersonId.next() + "/let-in")
                        .header("Authorization", bearer))
                .andExpect(status().isNotFound());
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        mvc.perform(put(letIn).header("Authorization", contest.bearer(stranger.person())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoIsDoneMayReadFromAnywhere() throws Exception {
        Competition competition = opened(AccessRules.NONE);
        Started started = admission.start(cast.worker(), Contest.exam(competition), "phone", contest.now());
        contest.handIn(started);
        access.change(cast.organizer(), competition.id(), ONE_HALL);
        assertThat(answer(attempt(started, "", HOME))).isEqualTo(200);
        assertThat(access.refused(cast.organizer(), competition.id())).isEmpty();
    }

    @Test
    void theRulesMayBeChangedWhileItRuns() throws Exception {
        Competition competition = opened(ONE_HALL);
        mvc.perform(put("/api/competitions/" + competition.id() + "/access")
                        .header("Authorization", contest.bearer(cast.organizer().person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"addresses\":[\"10.20.0.0/16\",\"203.0.113.0/24\"]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.addresses.length()").value(2));
        assertThat(answer(start(competition).with(from(HOME)))).isEqualTo(201);
        mvc.perform(put("/api/competitions/" + competition.id() + "/access")
                        .header("Authorization", contest.bearer(cast.organizer().person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"addresses\":[\"the hall\"]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("base.address-range"));
    }

    @Test
    void aDecisionOnAnotherNodeIsSeenWithinSeconds() throws Exception {
        Competition competition = opened(ONE_HALL);
        access.letIn(cast.organizer(), competition.id(), cast.worker(), contest.now());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> answer(start(competition).with(from(HOME))) == 201);
    }

    @Test
    void theOwnConfigurationProvesItselfByHeaderAndByPage() throws Exception {
        Competition competition = opened(new AccessRules(List.of(), new SafeBrowser(true, List.of(), List.of())));
        SebKey key = access.ownConfigKey(cast.organizer(), competition.id(), SITE);
        String exam = "/api/exams/" + Contest.exam(competition);
        mvc.perform(get(exam + "/safe-browser.seb"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/seb"))
                .andExpect(content()
                        .string(containsString(
                                "<string>" + SITE + "/sitting/?exam=" + Contest.exam(competition) + "</string>")));
        mvc.perform(start(competition))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("exam.browser-refused"))
                .andExpect(jsonPath("$.ownConfig").value(true));
        assertThat(answer(start(competition)
                        .header("X-SafeExamBrowser-ConfigKeyHash", Hashes.of(SITE + exam + "/attempts", key))))
                .isEqualTo(201);
        String page = SITE + "/sitting/?exam=" + Contest.exam(competition);
        assertThat(answer(start(competition)
                        .header("X-Lianbing-Seb-Page", page)
                        .header("X-Lianbing-Seb-ConfigKeyHash", Hashes.of(page, key))))
                .isEqualTo(201);
        assertThat(answer(start(competition).header("X-SafeExamBrowser-ConfigKeyHash", Hashes.of(SITE + exam, key))))
                .isEqualTo(403);
    }

    @Test
    void behindAProxyThePublicAddressCounts() throws Exception {
        SebKey key = new SebKey("c".repeat(64));
        Competition competition = opened(new AccessRules(List.of(), new SafeBrowser(false, List.of(key), List.of())));
        String url = "https://exam.example/api/exams/" + Contest.exam(competition) + "/attempts";
        assertThat(answer(start(competition)
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "exam.example")
                        .header("X-SafeExamBrowser-ConfigKeyHash", Hashes.of(url, key))))
                .isEqualTo(201);
    }

    @Test
    void keysOfBothKindsAreBothAskedFor() throws Exception {
        SebKey config = new SebKey("c".repeat(64));
        SebKey version = new SebKey("d".repeat(64));
        Competition competition =
                opened(new AccessRules(List.of(), new SafeBrowser(false, List.of(config), List.of(version))));
        String url = SITE + "/api/exams/" + Contest.exam(competition) + "/attempts";
        String first = Hashes.of(url, config);
        assertThat(answer(start(competition).header("X-SafeExamBrowser-ConfigKeyHash", first)))
                .isEqualTo(403);
        assertThat(answer(start(competition)
                        .header("X-SafeExamBrowser-ConfigKeyHash", first)
                        .header("X-SafeExamBrowser-RequestHash", Hashes.of(url, version))))
                .isEqualTo(201);
        mvc.perform(get("/api/exams/" + Contest.exam(competition) + "/safe-browser.seb"))
                .andExpect(status().isNotFound());
    }

    @Test
    void whereNothingIsAskedNothingIsSaid() throws Exception {
        Competition competition = opened(AccessRules.NONE);
        mvc.perform(get("/api/exams/" + Contest.exam(competition))
                        .header("Authorization", contest.bearer(cast.worker()))
                        .with(from(HOME)))
                .andExpect(jsonPath("$.access").doesNotExist());
        assertThat(answer(start(competition).with(from(HOME)))).isEqualTo(201);
    }

    private Competition opened(AccessRules rules) {
        CompetitionDraft plain = contest.draft(contest.running(), ReleaseRule.MANUAL, cast.worker());
        Competition competition =
                contest.open(cast.organizer(), Contest.like(plain, plain.paperRules(), plain.aids(), rules));
        assertThat(competition.draft().access()).isEqualTo(rules);
        assertThat(access.rules(cast.organizer(), competition.id())).isEqualTo(rules);
        return competition;
    }

    private MockHttpServletRequestBuilder start(Competition competition) {
        return post("/api/exams/" + Contest.exam(competition) + "/attempts")
                .header("Authorization", contest.bearer(cast.worker()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\":\"phone\"}");
    }

    private static MockHttpServletRequestBuilder attempt(Started started, String part, String address) {
        return get("/api/attempts/" + started.attemptId() + part)
                .header("Authorization", "Bearer " + started.token())
                .with(from(address));
    }

    private static MockHttpServletRequestBuilder save(Started started, String address) {
        return put("/api/attempts/" + started.attemptId() + "/responses")
                .header("Authorization", "Bearer " + started.token())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"responses\":[]}")
                .with(from(address));
    }

    private int answer(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        return response.getStatus();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
