package org.lianbing.exam;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Contest;
import org.lianbing.paper.Seals;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What an admission link opens: one exam for one person, the key not before the start, and nothing else. */
@IntegrationTest
class AdmissionLinksTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Exams exams;

    @Autowired
    AdmissionLinks links;

    @Autowired
    Preparation preparation;

    @Autowired
    Seals seals;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping doors;

    private UnitId unit = UnitId.next();
    private PersonId worker = PersonId.next();
    private Actor organizer = new Actor(worker, "", unit, List.of());

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        worker = city.person(unit);
    }

    @Test
    void aLinkLetsItsPersonInAndStartsWithoutAPassword() throws Exception {
        Exam exam = exam(contest.running());
        preparation.prepare(exam);
        String link = link(exam, worker);
        mvc.perform(get(url(exam)).header("Authorization", link))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person").isNotEmpty())
                .andExpect(jsonPath("$.seat").value(1))
                .andExpect(jsonPath("$.onRoster").value(true));
        mvc.perform(get(url(exam) + "/preparation").header("Authorization", link))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.attempt.arrangement.slots.length()").value(2))
                .andExpect(jsonPath("$.form.etag").isNotEmpty());
        mvc.perform(post(url(exam) + "/attempts")
                        .header("Authorization", link)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"device\":\"%s\"}".formatted("d".repeat(65))))
                .andExpect(status().isBadRequest());
        mvc.perform(post(url(exam) + "/attempts")
                        .header("Authorization", link)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"device\":\"phone\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.first").value(true))
                .andExpect(jsonPath("$.key").value(base64(seals.key(exam.form()))));
    }

    @Test
    void aSealedPaperIsFetchedAlikeBeforeAndBehindTheFilters() throws Exception {
        Exam exam = exam(contest.tomorrow());
        preparation.prepare(exam);
        for (String bearer : List.of(link(exam, worker), contest.bearer(worker))) {
            MvcResult express = sealed(exam, bearer, "Accept-Encoding", "gzip");
            MvcResult longWay = sealed(exam, bearer, "Range", "bytes=0-");
            assertThat(express.getHandler()).isNull();
            assertThat(longWay.getHandler()).isNotNull();
            assertAlike(express.getResponse(), longWay.getResponse(), 200);
            assertThat(express.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache, private");
            String known = Objects.requireNonNull(express.getResponse().getHeader("ETag"));
            MvcResult again = sealed(exam, bearer, "If-None-Match", known);
            assertThat(again.getHandler()).isNull();
            assertThat(again.getResponse().getStatus()).isEqualTo(304);
            assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
            // What a shared machine has of somebody with another of the parallel forms.
            MvcResult another = sealed(exam, bearer, "If-None-Match", "\"another\"");
            assertAlike(another.getResponse(), express.getResponse(), 200);
        }
        String stranger = contest.bearer(city.person(unit));
        assertAlike(
                sealed(exam, stranger, "Accept-Encoding", "gzip").getResponse(),
                sealed(exam, stranger, "Range", "bytes=0-").getResponse(),
                403);
    }

    private MvcResult sealed(Exam exam, String bearer, String header, String value) throws Exception {
        return mvc.perform(get(url(exam) + "/sealed-form")
                        .secure(true)
                        .header("Authorization", bearer)
                        .header(header, value))
                .andReturn();
    }

    private static void assertAlike(MockHttpServletResponse one, MockHttpServletResponse other, int status) {
        assertThat(one.getStatus()).isEqualTo(other.getStatus()).isEqualTo(status);
        assertThat(one.getContentAsByteArray()).isEqualTo(other.getContentAsByteArray());
        for (String name : other.getHeaderNames()) {
            // Only the long way adds which languages and origins it looks at.
            if (!name.equals("Vary")) {
                assertThat(one.getHeaders(name)).as(name).isEqualTo(other.getHeaders(name));
            }
        }
    }

    @Test
    void theKeyIsInNothingThatACandidateCanGetBeforeTheStart() throws Exception {
        Exam exam = exam(contest.tomorrow());
        preparation.prepare(exam);
        byte[] key = seals.key(exam.form());
        String link = link(exam, worker);
        String person = contest.bearer(worker);
        for (String path : List.of("", "/preparation", "/sealed-form")) {
            assertNoKey(call(HttpMethod.GET, url(exam) + path, link), key);
            assertNoKey(call(HttpMethod.GET, url(exam) + path, person), key);
        }
        for (String bearer : List.of(link, person)) {
            MockHttpServletResponse early = call(HttpMethod.POST, url(exam) + "/attempts", bearer);
            assertThat(early.getStatus()).isEqualTo(409);
            assertNoKey(early, key);
        }
        assertNoKey(call(HttpMethod.GET, "/api/exams", person), key);
    }

    @Test
    void aLinkOpensNoOtherDoorOfTheApi() throws Exception {
        Exam exam = exam(contest.running());
        Exam other = exam(contest.running());
        String link = link(exam, worker);
        assertThat(call(HttpMethod.GET, url(other), link).getStatus()).isEqualTo(403);
        assertThat(call(HttpMethod.POST, url(other) + "/attempts", link).getStatus())
                .isEqualTo(403);
        List<String> tried = new ArrayList<>();
        for (var mapping : doors.getHandlerMethods().keySet()) {
            for (String pattern :
                    Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatternValues()) {
                if (!pattern.startsWith("/api/")) {
                    continue;
                }
                for (RequestMethod method :
                        methods(mapping.getMethodsCondition().getMethods())) {
                    String path = pattern.replace("/**", "/x")
                            .replaceAll("\\{[^}]*}", exam.id().toString());
                    if (path.startsWith(url(exam))) {
                        continue;
                    }
                    MockHttpServletResponse answer = call(HttpMethod.valueOf(method.name()), path, link);
                    assertThat(answer.getStatus()).as(method + " " + path).isIn(403, 404);
                    tried.add(path);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(50);
    }

    @Test
    void aRenewedLinkIsWorthless() throws Exception {
        PersonId other = city.person(unit);
        Exam exam = exam(contest.running(), worker, other);
        String first = link(exam, worker);
        String others = link(exam, other);
        assertThat(link(exam, worker)).isEqualTo(first);
        links.renew(organizer, exam.id(), worker);
        awaitWorthless(exam, first);
        assertThat(call(HttpMethod.GET, url(exam), others).getStatus()).isEqualTo(200);
        String second = link(exam, worker);
        assertThat(call(HttpMethod.GET, url(exam), second).getStatus()).isEqualTo(200);
        links.renewAll(organizer, exam.id());
        awaitWorthless(exam, second);
        awaitWorthless(exam, others);
        assertThat(call(HttpMethod.GET, url(exam), link(exam, other)).getStatus())
                .isEqualTo(200);
    }

    /** A node looks once a second which links still count. */
    private void awaitWorthless(Exam exam, String link) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(call(HttpMethod.GET, url(exam), link).getStatus())
                                .isEqualTo(401));
    }

    @Test
    void aForgedLinkOpensNothing() throws Exception {
        Exam exam = exam(contest.running());
        String token = link(exam, worker).substring("Bearer ".length());
        int point = token.lastIndexOf('.');
        byte[] claims = Base64.getUrlDecoder().decode(token.substring(3, point));
        for (int place = 0; place < claims.length; place++) {
            byte[] changed = claims.clone();
            changed[place] ^= 1;
            String forged = "Bearer e1." + base64(changed) + token.substring(point);
            assertThat(call(HttpMethod.GET, url(exam), forged).getStatus())
                    .as("byte %d", place)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoIsSwitchedOffIsNotLetIn() throws Exception {
        Exam exam = exam(contest.running());
        String link = link(exam, worker);
        accounts.switchOff(city.actor(unit, Role.ADMIN), worker);
        assertThat(call(HttpMethod.GET, url(exam), link).getStatus()).isEqualTo(401);
    }

    @Test
    void linksAreHandedOutByTheUnitsOwnOrganizersOnly() {
        Exam exam = exam(contest.running());
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        assertThatThrownBy(() -> links.all(stranger, exam.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> links.renewAll(stranger, exam.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> links.renew(stranger, exam.id(), worker)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> links.all(city.actor(unit, Role.WORKER), exam.id()))
                .isInstanceOf(Problem.class);
    }

    private Exam exam(ExamWindow window, PersonId... people) {
        PersonId[] roster = people.length == 0 ? new PersonId[] {worker} : people;
        return exams.get(
                organizer, Contest.exam(contest.open(organizer, contest.draft(window, ReleaseRule.MANUAL, roster))));
    }

    private String link(Exam exam, PersonId person) {
        return "Bearer "
                + links.all(organizer, exam.id()).stream()
                        .filter(one -> one.person().equals(person))
                        .findFirst()
                        .orElseThrow()
                        .token();
    }

    private static String url(Exam exam) {
        return "/api/exams/" + exam.id();
    }

    private MockHttpServletResponse call(HttpMethod method, String path, String bearer) throws Exception {
        return mvc.perform(request(method, path)
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andReturn()
                .getResponse();
    }

    private static List<RequestMethod> methods(java.util.Set<RequestMethod> asked) {
        return asked.isEmpty() ? List.of(RequestMethod.GET) : List.copyOf(asked);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertNoKey(MockHttpServletResponse answer, byte[] key) {
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
        String all =
                body + answer.getHeaderNames().stream().map(answer::getHeaders).toList();
        assertThat(all)
                .doesNotContain(base64(key))
                .doesNotContain(Base64.getEncoder().encodeToString(key))
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(key))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    }
}
