package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Forms;
import org.lianbing.paper.LevelMix;
import org.lianbing.paper.PaperRules;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What the bank lacks is said before anything is drawn; and papers that take from several levels. */
@IntegrationTest
class ShortagesTest {

    private static final LevelMix HALVES = new LevelMix(Map.of(Level.INTERMEDIATE, 50, Level.SENIOR, 50));

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Pool pool;

    @Autowired
    Outlines outlines;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    TestSolving solving;

    @Autowired
    ObjectMapper json;

    private Cast cast = Cast.unknown();

    @BeforeEach
    void people() {
        cast = Cast.in(city);
    }

    @Test
    void everyCellThatTheBankCannotFillIsSaidOverTheApi() throws Exception {
        shortages(Map.of(
                        "difficulty",
                        Map.of("easy", 0, "medium", 0, "hard", 100),
                        "levels",
                        Map.of("senior", 50, "intermediate", 50),
                        "must",
                        List.of(new UUID(0, 1).toString()),
                        "sections",
                        List.of(Map.of("type", "ordering", "count", 200))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.kind == 'type')].stops").value(hasItem(true)))
                .andExpect(jsonPath("$[?(@.kind == 'type')].wanted").value(hasItem(200)))
                .andExpect(jsonPath("$[?(@.kind == 'stratum')].level").value(hasItem("intermediate")))
                .andExpect(jsonPath("$[?(@.kind == 'level')].level").value(hasItem("senior")))
                .andExpect(jsonPath("$[?(@.kind == 'difficulty')].name").value(hasItem("hard")))
                .andExpect(jsonPath("$[?(@.kind == 'point')].stops").value(hasItem(true)))
                .andExpect(jsonPath("$[?(@.kind == 'point')].sections[0].type").value(hasItem("ordering")));
        shortages(Map.of("sections", List.of(Map.of("type", "true-false", "count", 1))))
                .andExpect(jsonPath("$[?(@.stops)]").value(empty()));
    }

    @Test
    void whatIsAskedForIsCheckedAsAPaperIs() throws Exception {
        Map<String, Object> one = Map.of("type", "true-false", "count", 1);
        shortages(Map.of("sections", List.of(one, one)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("competition.type-twice"));
        shortages(Map.of("sections", List.of(one), "levels", Map.of("senior", 60)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("paper.levels"));
        shortages(Map.of(
                        "sections",
                        List.of(one),
                        "must",
                        Stream.generate(UUID::randomUUID)
                                .limit(PaperRules.MOST_DEMANDED + 1)
                                .map(UUID::toString)
                                .toList()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("paper.must"));
        shortages(Map.of(
                        "sections",
                        List.of(Map.of("type", "true-false", "count", 1, "points", new BigDecimal("1e999999")))))
                .andExpect(status().isBadRequest());
        shortages(Map.of("sections", List.of(one), "leaveOut", Map.of("items", List.of("NO-SUCH-1"))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("competition.leave-out.unknown"));
        shortages(Map.of(
                        "sections",
                        List.of(Map.of(
                                "type",
                                "true-false",
                                "count",
                                1,
                                "sealedSet",
                                UUID.randomUUID().toString()))))
                .andExpect(status().isNotFound());
    }

    /** Of one item the weights are due the heaviest range alone. */
    @Test
    void aDemandedPointIsTestedThoughTheWeightsReachNothingOfIt() {
        Outline outline = outlines.current(contest.trade(), Level.INTERMEDIATE).orElseThrow();
        Set<PointId> far = outline.ranges().stream()
                .sorted(Comparator.comparing(Range::weight).reversed())
                .skip(1)
                .flatMap(ShortagesTest::points)
                .map(Point::id)
                .collect(Collectors.toSet());
        PointId demanded = far.iterator().next();
        published(demanded);
        CompetitionDraft plain = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, cast.worker());
        CompetitionDraft asked = new CompetitionDraft(
                plain.name(),
                plain.trade(),
                Level.INTERMEDIATE,
                plain.window(),
                List.of(Contest.section(ItemType.TRUE_FALSE, 1)),
                new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, Set.of(demanded), 0),
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
        Competition opened = contest.open(cast.organizer(), asked);

        Slot only = exams.forms(List.of(Contest.exam(opened))).keySet().stream()
                .map(forms::get)
                .flatMap(form -> form.slots().stream())
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(pool.items(List.of(only.version())).get(only.version()))
                        .points())
                .contains(demanded);
        competitions.withdraw(cast.organizer(), opened.id(), contest.now());
    }

    private static Stream<Point> points(Range range) {
        return Stream.concat(range.points().stream(), range.ranges().stream().flatMap(ShortagesTest::points));
    }

    private void published(PointId point) {
        Actor author = city.actor(city.enterprise(), Role.TRAINER);
        Actor reviewer = city.actor(city.enterprise(), Role.TRAINER, Role.REVIEWER);
        ItemId item = items.draft(
                author,
                new ItemDraft(
                        null,
                        contest.trade(),
                        Set.of(Level.INTERMEDIATE),
                        Set.of(point),
                        new ItemContent("远处的点 " + city.number(), new Interaction.TrueFalse(true), "", 3),
                        Secrecy.OPEN,
                        Origin.of("test")));
        review.submit(author, List.of(item));
        solving.rightly(reviewer, item);
        review.publish(reviewer, item);
    }

    @Test
    void aPaperTakesItsShareFromEachLevel() throws Exception {
        CompetitionDraft plain = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, cast.worker());
        CompetitionDraft asked = new CompetitionDraft(
                plain.name(),
                plain.trade(),
                Level.SENIOR,
                plain.window(),
                List.of(Contest.section(ItemType.SINGLE_CHOICE, 10)),
                plain.paperRules(),
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
        PaperRules rules = new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, HALVES, Set.of(), 0);
        Competition opened = contest.open(cast.organizer(), Contest.like(asked, rules, Aids.NONE, asked.access()));

        assertThat(competitions.get(cast.organizer(), opened.id()).draft().paperRules())
                .isEqualTo(rules);
        List<PoolItem> own = exams.forms(List.of(Contest.exam(opened))).keySet().stream()
                .flatMap(form -> forms.get(form).slots().stream())
                .map(Slot::version)
                .map(version -> pool.items(List.of(version)).get(version))
                .filter(item -> item.trade().equals(contest.trade()))
                .toList();
        assertThat(own.stream().filter(item -> item.levels().contains(Level.INTERMEDIATE)))
                .hasSizeGreaterThanOrEqualTo(own.size() / 2 - 1)
                .isNotEmpty();
        assertThat(own.stream().filter(item -> item.levels().contains(Level.SENIOR)))
                .isNotEmpty();
        assertThat(competitions
                        .fairness(cast.organizer(), opened.id())
                        .orElseThrow()
                        .coverage())
                .anyMatch(cell -> cell.level() == Level.INTERMEDIATE)
                .anyMatch(cell -> cell.level() == Level.SENIOR);
        mvc.perform(get("/api/competitions/" + opened.id())
                        .header("Authorization", contest.bearer(cast.organizer().person())))
                .andExpect(jsonPath("$.blueprint.levels.intermediate").value(50));
        competitions.withdraw(cast.organizer(), opened.id(), contest.now());
    }

    private ResultActions shortages(Map<String, Object> blueprint) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("trade", Contest.TRADE, "level", "senior"));
        body.put("blueprint", blueprint);
        return mvc.perform(post("/api/competitions/shortages")
                .header("Authorization", contest.bearer(cast.organizer().person()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }
}
