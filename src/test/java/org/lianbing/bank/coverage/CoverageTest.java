package org.lianbing.bank.coverage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.account.Accounts;
import org.lianbing.account.PersonTokens;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.bank.coverage.PointCoverage.Hole;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Forms;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.PointUses;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class CoverageTest {

    @Autowired
    TestCity city;

    @Autowired
    TestTrades testTrades;

    @Autowired
    Accounts accounts;

    @Autowired
    Coverage coverage;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    SealedSets sealedSets;

    @Autowired
    Outlines outlines;

    @Autowired
    Forms forms;

    @Autowired
    PointUses uses;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    private UnitId unit;
    private Actor trainer;
    private Actor reviewer;
    private Trade trade;
    private PointId core;
    private PointId general;

    @BeforeEach
    void people() {
        unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.REVIEWER);
        TestTrades.Made made = testTrades.make();
        trade = testTrades.trade(made);
        List<Point> points = outlines.current(trade.id(), Level.SENIOR)
                .orElseThrow()
                .points()
                .toList();
        core = points.get(0).id();
        general = points.get(1).id();
        city.actAs(trainer.person());
    }

    @Test
    void itemsAreCountedByPointAndKindAndHolesAreNamed() {
        assertThat(map().points()).extracting(PointCoverage::hole).containsExactly(Hole.EMPTY_CORE, Hole.EMPTY);
        published(judge(), core);
        published(single(), core);
        draft(judge(), general);
        review.submit(trainer, Set.of(draft(single(), general)));
        CoverageMap map = map();
        PointCoverage first = map.points().toList().get(0);
        assertThat(first.cell(Kind.JUDGE)).isEqualTo(new Cell(1, 0, 0, 1));
        assertThat(first.cell(Kind.SINGLE).published()).isEqualTo(1);
        assertThat(first.lacking()).containsExactly(Kind.MULTIPLE);
        assertThat(first.hole()).isEqualTo(Hole.LACKING);
        PointCoverage second = map.points().toList().get(1);
        assertThat(second.hole()).isEqualTo(Hole.EMPTY);
        assertThat(second.total().draft()).isEqualTo(1);
        assertThat(second.total().review()).isEqualTo(1);
        assertThat(map.covered()).isEqualTo(new CoverageMap.Ratio(1, 2));
        assertThat(map.coreCovered()).isEqualTo(new CoverageMap.Ratio(1, 1));
        published(multiple(), core);
        assertThat(map().points().toList().getFirst().hole()).isEqualTo(Hole.NONE);
    }

    @Test
    void anItemOnTwoPointsCountsOnceInSumsAndOneOnNoneStandsBeside() {
        published(judge(), core, general);
        published(judge());
        CoverageMap map = map();
        assertThat(map.points())
                .allSatisfy(point -> assertThat(point.total().published()).isEqualTo(1));
        assertThat(map.total().items()).isEqualTo(1);
        assertThat(map.ranges().getFirst().total().items()).isEqualTo(1);
        assertThat(map.expected(map.ranges().getFirst())).isEqualTo(1);
        assertThat(map.elsewhere().published()).isEqualTo(1);
    }

    @Test
    void sealedItemsAreNotCountedAndAnEmbargoChangesNoFigure() {
        ItemId open = published(judge(), core);
        CoverageMap before = map();
        SealedSetId set = sealedSets.create(
                trainer, "决赛卷", List.of(city.actor(unit, Role.TRAINER).person()));
        sealedSets.draft(trainer, set, item(single(), Secrecy.OPEN, core));
        assertThat(map()).isEqualTo(before);
        assertThat(uses.of(reviewer, Set.of(core)).get(core)).hasSize(1);

        forms.freezeForExam(
                "封存",
                List.of(new DraftSlot(
                        Objects.requireNonNull(items.get(trainer, open).published())
                                .id(),
                        ItemType.TRUE_FALSE,
                        BigDecimal.ONE)),
                clock.instant());
        assertThatThrownBy(() -> items.get(trainer, open)).isInstanceOf(Problem.class);
        assertThat(map()).isEqualTo(before);
    }

    @Test
    void whatAUnitKeepsToItselfIsCountedThereAlone() {
        ItemId own = published(judge(), core);
        Actor neighbour = city.actor(city.enterprise(), Role.TRAINER);
        assertThat(coverage.map(neighbour, trade.id(), Level.SENIOR).total().items())
                .isEqualTo(1);
        items.share(trainer, own, Sharing.UNIT);
        assertThat(map().total().items()).isEqualTo(1);
        assertThat(coverage.map(neighbour, trade.id(), Level.SENIOR).total().items())
                .isZero();
        assertThat(uses.of(neighbour, Set.of(core))).isEmpty();
        assertThat(uses.of(trainer, Set.of(core)).get(core)).hasSize(1);
    }

    @Test
    void ofAFoundationThatIsNotTheirsPeopleSeeOpenItemsInForceAlone() {
        Trade electrician = coverage.trades(trainer).stream()
                .filter(one -> one.code().equals("electrician"))
                .findFirst()
                .orElseThrow();
        PersonId person = city.person(unit);
        accounts.grant(city.administrator(), person, new Grant(Role.TRAINER, unit, Set.of(electrician.id())));
        Actor narrow = accounts.actor(person).orElseThrow();
        RangeCoverage wide = foundation(coverage.map(trainer, electrician.id(), Level.SENIOR));
        assertThat(wide.open()).isTrue();
        PointCoverage any = wide.allPoints().findFirst().orElseThrow();
        items.draft(
                trainer,
                new ItemDraft(
                        null,
                        any.point().trade(),
                        Set.of(),
                        Set.of(any.point().id()),
                        judge(),
                        Secrecy.OPEN,
                        Origin.NONE));
        RangeCoverage after = foundation(coverage.map(trainer, electrician.id(), Level.SENIOR));
        assertThat(after.total().draft()).isEqualTo(wide.total().draft() + 1);
        RangeCoverage seen = foundation(coverage.map(narrow, electrician.id(), Level.SENIOR));
        assertThat(seen.open()).isFalse();
        assertThat(seen.total().coming()).isZero();
        assertThat(seen.total().published()).isPositive();
        assertThatThrownBy(() -> coverage.map(narrow, trade.id(), Level.SENIOR)).isInstanceOf(Problem.class);
    }

    @Test
    void theMapGoesOutAsAWorkbook() throws IOException {
        published(judge(), core);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        coverage.export(trainer, trade.id(), Level.SENIOR, Locale.SIMPLIFIED_CHINESE, out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(6);
            assertThat(rows.get(4).getCellText(0)).isEqualTo("A-A-A-001");
            assertThat(rows.get(4).getCellText(13)).isEqualTo("单选、多选");
        }
    }

    @Test
    void programsReadTheSameMap() throws Exception {
        published(judge(), core);
        String token = tokens.issue(trainer.person(), Duration.ofHours(1)).text();
        mvc.perform(get("/api/coverage")
                        .param("trade", trade.code())
                        .param("level", "senior")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.points").value(2))
                .andExpect(jsonPath("$.covered").value(1))
                .andExpect(jsonPath("$.ranges[0].ranges[0].ranges[0].points[0].lacking")
                        .value(hasItems("single", "multiple")))
                .andExpect(jsonPath("$.ranges[0].ranges[0].ranges[0].points[1].hole")
                        .value("empty"));
        mvc.perform(get("/api/coverage/workbook")
                        .param("trade", trade.code())
                        .param("level", "senior")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk());
        String worker = tokens.issue(city.actor(unit, Role.WORKER).person(), Duration.ofHours(1))
                .text();
        mvc.perform(get("/api/coverage")
                        .param("trade", trade.code())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + worker))
                .andExpect(status().isForbidden());
    }

    private CoverageMap map() {
        return coverage.map(trainer, trade.id(), Level.SENIOR);
    }

    private static RangeCoverage foundation(CoverageMap map) {
        return map.ranges().stream()
                .filter(RangeCoverage::foundation)
                .findFirst()
                .orElseThrow();
    }

    private ItemId published(ItemContent content, PointId... points) {
        ItemId id = draft(content, points);
        review.publish(reviewer, id);
        return id;
    }

    private ItemId draft(ItemContent content, PointId... points) {
        return items.draft(trainer, item(content, Secrecy.OPEN, points));
    }

    private ItemDraft item(ItemContent content, Secrecy secrecy, PointId... points) {
        return new ItemDraft(null, trade.id(), Set.of(Level.SENIOR), Set.of(points), content, secrecy, Origin.NONE);
    }

    private ItemContent judge() {
        return new ItemContent("判断 " + city.number() + "。", new Interaction.TrueFalse(true), "", 2);
    }

    private ItemContent single() {
        return new ItemContent("单选 " + city.number() + "？", new Interaction.SingleChoice(options(1)), "", 2);
    }

    private ItemContent multiple() {
        return new ItemContent("多选 " + city.number() + "？", new Interaction.MultipleChoice(options(2)), "", 2);
    }

    private static List<Option> options(int right) {
        return Map.of(0, "甲", 1, "乙", 2, "丙").entrySet().stream()
                .map(entry -> new Option(entry.getValue(), entry.getKey() < right, null))
                .toList();
    }
}
