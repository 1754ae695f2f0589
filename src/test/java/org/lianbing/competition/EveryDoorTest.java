package org.lianbing.competition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Started;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.call.CallDraft;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.ProposalSheet;
import org.lianbing.bank.call.Proposals;
import org.lianbing.bank.commission.CommissionDraft;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.bank.review.Deal;
import org.lianbing.bank.review.Packets;
import org.lianbing.bank.review.Remarks;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.testing.ApiDescription;
import org.lianbing.testing.ApiDescription.Operation;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestDrafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Every operation of the API, tried by those for whom it is not: nobody, another candidate, whoever has every role but
 * the right one, and whoever has the right one in another unit. The operations come from the API's own description and
 * who may from {@code api/doors.txt}; what is missing there fails, so that no door is forgotten.
 */
@IntegrationTest
class EveryDoorTest {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
    private static final String NOWHERE = "0197a000-0000-7000-8000-000000000000";

    /** Where the least body that fits the description is refused for what it says, and so before it is asked who says it. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/sealed-sets/{id}/after-contest", "{\"to\":\"OPEN\"}",
            "POST /api/sealed-sets/{id}/release", "{\"to\":\"OPEN\"}",
            "PUT /api/items/{id}/sharing", "{\"sharing\":\"all\"}",
            "POST /api/attempts/{attemptId}/slots/{slot}/check", "{\"sequence\":1,\"value\":\"x\"}",
            "PUT /api/proposals/{proposal}", "{\"type\":\"numeric\",\"stem\":\"别人的\"}",
            "POST /api/proposals/{proposal}/taking", "{\"levels\":[],\"points\":[],\"words\":\"好\"}",
            "POST /api/imports/{id}/sample", "{\"trade\":\"electrician\"}",
            "POST /api/imports/{id}/rows", "{\"rows\":[1],\"skip\":true}",
            "PUT /api/competitions/{competition}", """
            {"name": "别人的竞赛", "trade": "elderly-care", "level": "intermediate", "opensAt": "%s", "closesAt": "%s",
             "durationMinutes": 60, "blueprint": {"sections": [{"type": "true-false", "count": 1, "points": 50}]}}
            """);

    /** Who may open a door. */
    private record Decision(Set<String> who, boolean shared) {

        boolean is(String word) {
            return who.contains(word);
        }

        Set<Role> roles() {
            return who.stream().map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        }

        boolean byRole() {
            return !is("anybody") && !is("attempt") && !is("signed-in");
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Admission admission;

    @Autowired
    Items items;

    @Autowired
    SealedSets sets;

    @Autowired
    Commissions commissions;

    @Autowired
    Calls calls;

    @Autowired
    Proposals proposals;

    @Autowired
    Packets packets;

    @Autowired
    Review review;

    @Autowired
    Remarks remarks;

    @Autowired
    JsonMapper json;

    private final Map<String, Decision> doors = new TreeMap<>();
    private final Map<String, String> things = new TreeMap<>();
    private ApiDescription api;
    private UnitId unit = UnitId.next();
    private Started other;

    @BeforeEach
    void aContestUnderWay() throws Exception {
        api = ApiDescription.read(mvc);
        readDoors();
        unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        Actor trainer = city.actor(unit, Role.TRAINER);
        PersonId candidate = city.person(unit);
        PersonId otherCandidate = city.person(unit);
        Competition opened = contest.open(
                organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, candidate, otherCandidate));
        ExamId exam = Contest.exam(opened);
        SealedSetId set = sets.create(
                trainer,
                "密封" + city.number(),
                List.of(city.actor(unit, Role.TRAINER).person()));
        things.put("exam", exam.toString());
        things.put("competition", opened.id().toString());
        things.put("board", Competitions.opened(opened).board().toString());
        things.put("person", candidate.toString());
        things.put("unit", unit.toString());
        String attempt =
                admission.start(candidate, exam, "", contest.now()).attemptId().toString();
        other = admission.start(otherCandidate, exam, "", contest.now());
        things.put("attemptId", attempt);
        things.put("attempt", attempt);
        things.put(
                "item",
                items.draft(trainer, TestDrafts.statement(contest.trade(), "题" + city.number(), Secrecy.RESERVED))
                        .toString());
        things.put("/api/items", things.get("item"));
        things.put("/api/sealed-sets", set.toString());
        things.put("/api/people", candidate.toString());
        things.put("/api/units", unit.toString());
        workOnItems(trainer);
    }

    /** What is under way in the bank of this unit. */
    private void workOnItems(Actor trainer) throws Exception {
        PersonId author = city.actor(unit, Role.TRAINER).person();
        Actor reviewer = city.actor(unit, Role.REVIEWER, Role.TRAINER);
        TradeId trade = contest.trade();
        LocalDate soon = LocalDate.ofInstant(contest.now(), ZoneOffset.UTC).plusDays(7);
        ItemId submitted = items.draft(trainer, TestDrafts.statement(trade, "送审" + city.number(), Secrecy.RESERVED));
        review.submit(trainer, List.of(submitted));
        things.put(
                "commission",
                commissions
                        .make(
                                trainer,
                                new CommissionDraft(
                                        trade,
                                        Level.SENIOR,
                                        Set.of(),
                                        Map.of(ItemType.TRUE_FALSE, 2),
                                        Set.of(author),
                                        soon,
                                        "多出现场的题",
                                        Secrecy.OPEN))
                        .toString());
        things.put(
                "call",
                calls.make(
                                trainer,
                                new CallDraft(trade, "点检" + city.number(), "要现场的题", Set.of(), Set.of(unit), soon, soon))
                        .toString());
        things.put(
                "proposal",
                proposals
                        .begin(city.actor(unit, Role.WORKER), null, trade, ProposalSheet.blank(ItemType.NUMERIC))
                        .toString());
        things.put(
                "/api/review/packets",
                packets.deal(trainer, new Deal(trade, "", List.of(submitted), List.of(reviewer.person()), soon))
                        .packets()
                        .getFirst()
                        .id()
                        .toString());
        things.put(
                "/api/remarks", remarks.say(reviewer, submitted, "题干少一个单位").id().toString());
        byte[] preview = mvc.perform(post("/api/imports/text")
                        .header("Authorization", bearer(trainer.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("text", "1. 停电后应验电。（√）", "trade", "electrician"))))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        things.put("/api/imports", json.readTree(preview).get("importId").asString());
    }

    @Test
    void everyDoorHasADecisionAndEveryDecisionADoor() {
        assertThat(doors.keySet())
                .as("api/doors.txt")
                .containsExactlyInAnyOrderElementsOf(
                        api.operations().stream().map(Operation::door).toList());
    }

    @Test
    void nobodyComesIn() throws Exception {
        List<String> open = new ArrayList<>();
        for (Operation operation : api.operations()) {
            if (!decision(operation).is("anybody")) {
                note(open, operation, call(operation, null), Set.of(401));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void anotherCandidateIsRefusedEverythingOfAnAttempt() throws Exception {
        List<String> open = new ArrayList<>();
        for (Operation operation : api.operations()) {
            if (decision(operation).is("attempt") || operation.path().contains("{attempt}")) {
                note(open, operation, call(operation, "Bearer " + other.token()), REFUSALS);
                note(open, operation, call(operation, bearer(city.person(unit))), REFUSALS);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void theTokenOfAnAttemptOpensNothingElse() throws Exception {
        List<String> open = new ArrayList<>();
        for (Operation operation : api.operations()) {
            if (decision(operation).byRole()) {
                note(open, operation, call(operation, "Bearer " + other.token()), Set.of(401, 403));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyRoleButTheRightOneIsRefused() throws Exception {
        List<String> open = new ArrayList<>();
        Map<Set<Role>, String> people = new java.util.HashMap<>();
        for (Operation operation : api.operations()) {
            Decision decision = decision(operation);
            if (decision.byRole()) {
                String token = people.computeIfAbsent(
                        EnumSet.complementOf(EnumSet.copyOf(decision.roles())), others -> holding(unit, others));
                note(open, operation, call(operation, token), Set.of(403));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void theRightRoleInAnotherUnitIsRefusedWhatIsOfThisOne() throws Exception {
        String token = holding(city.enterprise(), EnumSet.allOf(Role.class));
        List<String> open = new ArrayList<>();
        for (Operation operation : api.operations()) {
            Decision decision = decision(operation);
            if (operation.ofOneThing() && !decision.is("anybody") && !decision.shared()) {
                // What nobody has may also be refused for what is said about it.
                boolean exists =
                        names(operation).noneMatch(name -> id(operation, name).equals(NOWHERE));
                note(open, operation, call(operation, token), exists ? REFUSALS : Set.of(400, 401, 403, 404));
            }
        }
        assertThat(open).isEmpty();
    }

    private static void note(List<String> open, Operation operation, int status, Set<Integer> refusals) {
        if (!refusals.contains(status)) {
            open.add(status + " " + operation.door());
        }
    }

    private int call(Operation operation, @Nullable String authorization) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request = api.request(operation, name -> id(operation, name));
        if (BODIES.containsKey(operation.door())) {
            request.content(BODIES.get(operation.door())
                    .formatted(contest.now(), contest.now().plusSeconds(3600)));
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    /** Something that exists and is of this unit, where we have it; else something that nobody has. */
    private String id(Operation operation, String name) {
        if (Set.of("slot", "number", "line").contains(name)) {
            return "1";
        }
        String of = operation.path().substring(0, Math.max(0, operation.path().indexOf("/{")));
        return things.getOrDefault(name, things.getOrDefault(of, NOWHERE));
    }

    private static Stream<String> names(Operation operation) {
        return Pattern.compile("\\{(\\w+)}").matcher(operation.path()).results().map(found -> found.group(1));
    }

    private String holding(UnitId where, Set<Role> roles) {
        return bearer(city.actor(where, roles.toArray(Role[]::new)).person());
    }

    private String bearer(PersonId person) {
        return contest.bearer(person);
    }

    private Decision decision(Operation operation) {
        return Objects.requireNonNullElse(doors.get(operation.door()), new Decision(Set.of("anybody"), true));
    }

    private void readDoors() throws IOException {
        String lines = new ClassPathResource("api/doors.txt").getContentAsString(StandardCharsets.UTF_8);
        lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] words = line.strip().split(" +");
            Set<String> who = new HashSet<>(Arrays.asList(words).subList(2, words.length));
            doors.put(words[0] + " " + words[1], new Decision(who, who.remove("shared")));
        });
    }
}
