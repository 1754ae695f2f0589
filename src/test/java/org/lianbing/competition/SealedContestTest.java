package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.account.PersonName;
import org.lianbing.bank.DrawingContest;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A contest whose items come from a sealed set: who may choose it, who may not, and that it stays unread until release. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class SealedContestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PageOf PAGE = new PageOf(0, 100);

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestCity city;

    @Autowired
    TestSolving solving;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Results results;

    @Autowired
    SealedSets sets;

    @Autowired
    SealedContests sealed;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Pool pool;

    @Autowired
    NearDuplicates alike;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Outlines outlines;

    @Autowired
    AuditLog audit;

    private UnitId unit = UnitId.next();
    private Actor organizer = nobody();
    private Actor setter = nobody();
    private Actor other = nobody();
    private PersonId worker = PersonId.next();
    private SealedSetId set = SealedSetId.next();
    private ItemId item = ItemId.next();
    private String stem = "";

    @BeforeEach
    void sealedSet() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        setter = city.actor(unit, Role.TRAINER);
        other = city.actor(unit, Role.TRAINER);
        worker = city.person(unit);
        set = sets.create(setter, "护理决赛卷" + city.number(), List.of(other.person()));
        stem = "密封护理题目之" + city.number();
        item = published(stem);
        sealed.permit(setter, set, organizer.person());
    }

    @Test
    void drawnUnreadFrozenAndReleasedWithTheResults(CapturedOutput log) {
        sealed.decideAfter(other, set, Secrecy.OPEN);
        ExamWindow window = contest.running();
        Competition opened = contest.open(organizer, draft(window, set, true, worker));
        Form form = paper(opened);
        assertThat(form.slot(1).item()).isEqualTo(item);
        assertThat(form.slot(2).item()).isNotEqualTo(item);

        Actor trainer = city.actor(unit, Role.TRAINER, Role.REVIEWER, Role.ORGANIZER, Role.ADMIN);
        for (Actor actor : List.of(trainer, organizer, city.administrator())) {
            assertThatThrownBy(() -> items.get(actor, item)).hasMessage("base.not-found");
            assertThatThrownBy(() -> sets.get(actor, set)).hasMessage("base.not-found");
        }
        assertThatThrownBy(() -> items.get(setter, item)).hasMessage("bank.embargo");
        assertThatThrownBy(() -> items.revise(setter, item, trueFalse(stem + "改"), "改"))
                .hasMessage("bank.embargo");
        assertThat(items.find(trainer, new ItemQuery(stem, null, null, null, null), PAGE)
                        .total())
                .isZero();
        assertThat(alike.of(trainer, trueFalse(stem).content(), 10))
                .extracting(found -> found.item().id())
                .doesNotContain(item);
        assertThat(pool.practicable(Set.of(item))).isEmpty();
        assertThat(pool.forExam(contest.trade(), List.of(Level.INTERMEDIATE), Set.of()))
                .extracting(PoolItem::item)
                .doesNotContain(item);

        competitions.release(organizer, opened.id(), window.closesAt());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sets.get(setter, set).sealed()).isFalse());
        assertThat(items.get(trainer, item).secrecy()).isEqualTo(Secrecy.OPEN);
        assertThat(pool.practicable(Set.of(item))).hasSize(1);
        assertThat(items.find(trainer, new ItemQuery(stem, null, null, null, null), PAGE)
                        .total())
                .isEqualTo(1);
        city.actAs(city.administrator().person());
        assertThat(actions())
                .contains("sealed.organizer-permitted", "sealed.after-contest", "sealed.taken", "sealed.released");
        assertThat(log.getAll()).doesNotContain(stem);
        assertThat(audit.find(stem, Set.of(), true, PAGE).total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, OPEN, OPEN", "true, RESERVED, RESERVED", "false, OPEN, RESERVED", "false, RESERVED, RESERVED"})
    void becomesWhatTheSettersDecidedWhereKeysAreShown(boolean keysShown, Secrecy decided, Secrecy becomes) {
        sealed.decideAfter(setter, set, decided);
        ExamWindow window = contest.running();
        Competition opened = contest.open(organizer, draft(window, set, keysShown, worker));
        competitions.release(organizer, opened.id(), window.closesAt());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(items.get(setter, item).secrecy()).isEqualTo(becomes));
    }

    @Test
    void aSectionTakesSomeFromTheSetAndTheRestFromTheBank() {
        CompetitionDraft plain = draft(contest.tomorrow(), set, true, worker);
        CompetitionDraft mixed =
                with(plain, new Blueprint.Section(ItemType.TRUE_FALSE, 3, BigDecimal.TEN, null, set, 1));
        CompetitionId id = competitions.create(organizer, mixed, contest.now());
        assertThat(competitions.get(organizer, id).draft().sections())
                .extracting(Blueprint.Section::sealedCount, Blueprint.Section::bankCount)
                .containsExactly(org.assertj.core.api.Assertions.tuple(1, 2));
        competitions.open(organizer, id, contest.now());
        Form form = paper(competitions.get(organizer, id));
        assertThat(form.slots()).hasSize(3).allMatch(slot -> slot.section() == 1);
        assertThat(form.slots().stream().filter(slot -> slot.item().equals(item)))
                .hasSize(1);
        assertThat(sets.get(setter, set).contest()).isNotNull();

        SealedSetId other = sets.create(setter, "护理备用卷" + city.number(), List.of(this.other.person()));
        sealed.permit(setter, other, organizer.person());
        CompetitionDraft tooMany =
                with(plain, new Blueprint.Section(ItemType.TRUE_FALSE, 3, BigDecimal.TEN, null, other, 2));
        CompetitionId second = competitions.create(organizer, tooMany, contest.now());
        assertThatThrownBy(() -> competitions.open(organizer, second, contest.now()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Blueprint.Section(ItemType.TRUE_FALSE, 3, BigDecimal.TEN, null, set, 4))
                .hasMessage("paper.sealed-count");
    }

    /** Whether a set tests a point is told neither before the draw nor by its refusal. */
    @Test
    void aDemandedPointThatASealedPaperMissesIsNotNamed() throws Exception {
        Point demanded = outlines.current(contest.trade(), Level.INTERMEDIATE)
                .orElseThrow()
                .points()
                .findFirst()
                .orElseThrow();
        CompetitionDraft wanted = with(
                draft(contest.tomorrow(), set, true, worker),
                new Blueprint.Section(ItemType.TRUE_FALSE, 1, BigDecimal.TEN, null, set, 1),
                new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, Set.of(demanded.id()), 0));
        CompetitionId id = competitions.create(organizer, wanted, contest.now());

        mvc.perform(post("/api/competitions/" + id + "/opening")
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("competition.too-few-items"))
                .andExpect(jsonPath("$.shortages.length()").value(1))
                .andExpect(jsonPath("$.shortages[0].sealed").value(true))
                .andExpect(content().string(not(containsString(demanded.name()))));
    }

    private static CompetitionDraft with(CompetitionDraft plain, Blueprint.Section section) {
        return with(plain, section, plain.paperRules());
    }

    private static CompetitionDraft with(CompetitionDraft plain, Blueprint.Section section, PaperRules rules) {
        return new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(section),
                rules,
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
    }

    @Test
    void whoWasNotPermittedCannotChooseItWhateverElseTheyAre() throws Exception {
        UnitId top = city.administrator().unit();
        Actor above = city.actor(top, Role.ORGANIZER, Role.ADMIN, Role.TRAINER, Role.REVIEWER, Role.AUDITOR);
        Actor beside = city.actor(unit, Role.ORGANIZER);
        CompetitionDraft draft = draft(contest.tomorrow(), set, true, worker);
        CompetitionId own = competitions.create(organizer, draft, contest.now());
        for (Actor actor : List.of(above, beside)) {
            assertThatThrownBy(() -> competitions.create(actor, draft, contest.now()))
                    .hasMessage("bank.sealed.not-permitted");
            assertThatThrownBy(() -> competitions.change(actor, own, draft)).hasMessage("bank.sealed.not-permitted");
            assertThatThrownBy(() -> competitions.open(actor, own, contest.now()))
                    .hasMessage("bank.sealed.not-permitted");
            assertThat(competitions
                            .availability(actor, contest.trade(), Level.INTERMEDIATE)
                            .sealed())
                    .isEmpty();
            assertThatThrownBy(() -> sealed.permit(actor, set, actor.person())).hasMessage("base.not-found");
            assertThatThrownBy(() -> sealed.forbid(actor, set, organizer.person()))
                    .hasMessage("base.not-found");
            assertThatThrownBy(() -> sealed.decideAfter(actor, set, Secrecy.OPEN))
                    .hasMessage("base.not-found");
            assertThatThrownBy(() -> sealed.take(actor, set, new DrawingContest(own.value(), "")))
                    .hasMessage("bank.sealed.not-permitted");
        }
        assertThat(competitions.get(organizer, own).state()).isEqualTo(CompetitionState.DRAFT);
        assertThat(sets.get(setter, set).contest()).isNull();
        assertThatThrownBy(() -> sealed.permit(setter, set, worker)).hasMessage("bank.sealed.organizer");
        // A set that does not exist is refused as one that is somebody else's.
        assertThatThrownBy(() -> competitions.create(
                        organizer, draft(contest.tomorrow(), SealedSetId.next(), true, worker), contest.now()))
                .hasMessage("bank.sealed.not-permitted");

        mvc.perform(get("/api/competitions/sealed-sets?trade=elderly-care&level=intermediate")
                        .header("Authorization", contest.bearer(above.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
        mvc.perform(post("/api/competitions")
                        .header("Authorization", contest.bearer(above.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("bank.sealed.not-permitted"));
        mvc.perform(put("/api/sealed-sets/" + set + "/organizers/" + above.person())
                        .header("Authorization", contest.bearer(above.person())))
                .andExpect(status().isNotFound());
    }

    @Test
    void theApiTellsThePermittedOrganizerNumbersAloneAndOthersNotWhich() throws Exception {
        mvc.perform(get("/api/competitions/sealed-sets?trade=elderly-care&level=intermediate")
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value(set.toString()))
                .andExpect(jsonPath("$[0].items['true-false']").value(1))
                .andExpect(jsonPath("$[0].length()").value(3));
        mvc.perform(post("/api/competitions")
                        .header("Authorization", contest.bearer(organizer.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.blueprint.sections[0].sealed").value(true))
                .andExpect(jsonPath("$.blueprint.sections[0].sealedCount").value(1))
                .andExpect(jsonPath("$.blueprint.sections[0].length()").value(6));
    }

    @Test
    void oneContestASet() {
        Competition first = contest.open(organizer, draft(contest.tomorrow(), set, true, worker));
        assertThat(competitions
                        .availability(organizer, contest.trade(), Level.INTERMEDIATE)
                        .sealed())
                .isEmpty();
        Blueprint probe = first.draft().blueprint();
        assertThatThrownBy(() -> competitions.lacks(organizer, probe, LeftOut.NONE, contest.now()))
                .as("of a paper that is drawn nothing is told")
                .hasMessage("bank.sealed.not-permitted");
        CompetitionId second =
                competitions.create(organizer, draft(contest.tomorrow(), set, true, worker), contest.now());
        assertThatThrownBy(() -> competitions.open(organizer, second, contest.now()))
                .hasMessage("bank.sealed.taken");
        assertThatThrownBy(() -> sets.release(setter, set, Secrecy.OPEN)).hasMessage("bank.sealed.in-contest");

        competitions.withdraw(organizer, first.id(), contest.now());
        assertThat(sets.get(setter, set)).matches(SealedSet::sealed).matches(SealedSet::free);
        assertThat(items.get(setter, item).secrecy()).isEqualTo(Secrecy.SEALED);
        assertThat(competitions.lacks(organizer, probe, LeftOut.NONE, contest.now()))
                .isNotNull();
        competitions.open(organizer, second, contest.now());
        assertThat(sets.get(setter, set).contest())
                .isEqualTo(new DrawingContest(
                        second.value(),
                        competitions.get(organizer, second).draft().name()));
        competitions.withdraw(organizer, second, contest.now());
    }

    @Test
    void aPermissionTakenBackEndsBeforeTheOpening() {
        CompetitionId id = competitions.create(organizer, draft(contest.tomorrow(), set, true, worker), contest.now());
        sealed.forbid(other, set, organizer.person());
        assertThatThrownBy(() -> competitions.open(organizer, id, contest.now()))
                .hasMessage("bank.sealed.not-permitted");
    }

    @Test
    void aSetWithTooLittleSaysSoAndIsNotTaken() {
        CompetitionDraft small = draft(contest.tomorrow(), set, true, worker);
        CompetitionDraft greedy = with(small, List.of(section(ItemType.TRUE_FALSE, 3, set)), true);
        CompetitionId id = competitions.create(organizer, greedy, contest.now());
        assertThatThrownBy(() -> competitions.open(organizer, id, contest.now()))
                .hasMessage("competition.too-few-items");
        assertThat(sets.get(setter, set).free()).isTrue();
        Availability there = competitions.availability(organizer, contest.trade(), Level.INTERMEDIATE);
        assertThat(there.missing(greedy.sections().getFirst())).isEqualTo(2);
        assertThat(competitions
                        .availability(organizer, contest.trade(), Level.SENIOR)
                        .missing(small.sections().getFirst()))
                .isEqualTo(1);
    }

    @Test
    void whoeverReadsTheSetIsBarred() {
        Actor looked = city.actor(unit, Role.TRAINER);
        sets.addSetter(setter, set, looked.person());
        items.get(looked, item);
        sets.removeSetter(setter, set, looked.person());
        Competition opened = contest.open(
                organizer,
                draft(contest.tomorrow(), set, true, worker, setter.person(), other.person(), looked.person()));
        assertThat(results.barred(organizer, opened.id()))
                .extracting(PersonName::id)
                .containsExactlyInAnyOrder(setter.person(), other.person(), looked.person());
        competitions.withdraw(organizer, opened.id(), contest.now());
    }

    private CompetitionDraft draft(ExamWindow window, SealedSetId from, boolean keysShown, PersonId... people) {
        return with(
                contest.draft(window, ReleaseRule.MANUAL, people),
                List.of(section(ItemType.TRUE_FALSE, 1, from), Contest.section(ItemType.SINGLE_CHOICE, 1)),
                keysShown);
    }

    private static CompetitionDraft with(CompetitionDraft draft, List<Blueprint.Section> sections, boolean keysShown) {
        return new CompetitionDraft(
                draft.name(),
                draft.trade(),
                draft.level(),
                draft.window(),
                sections,
                draft.paperRules(),
                draft.admitted(),
                draft.releaseRule(),
                keysShown,
                draft.liveBoard());
    }

    private static Blueprint.Section section(ItemType type, int count, SealedSetId from) {
        return new Blueprint.Section(type, count, BigDecimal.valueOf(50), null, from);
    }

    private String body() {
        return json.writeValueAsString(Map.of(
                "name",
                "护理赛",
                "trade",
                "elderly-care",
                "level",
                "intermediate",
                "opensAt",
                contest.tomorrow().opensAt().toString(),
                "closesAt",
                contest.tomorrow().closesAt().toString(),
                "durationMinutes",
                60,
                "blueprint",
                Map.of("sections", List.of(Map.of("type", "true-false", "count", 1, "sealedSet", set.toString())))));
    }

    private ItemId published(String words) {
        ItemId made = sets.draft(setter, set, trueFalse(words));
        solving.rightly(other, made);
        review.publish(other, made);
        return made;
    }

    private ItemDraft trueFalse(String words) {
        return new ItemDraft(
                null,
                contest.trade(),
                Set.of(Level.INTERMEDIATE),
                Set.of(),
                new ItemContent(words, new Interaction.TrueFalse(true), "", 2),
                Secrecy.SEALED,
                Origin.NONE);
    }

    private Form paper(Competition opened) {
        return forms.get(exams.get(organizer, Contest.exam(opened)).form());
    }

    private List<String> actions() {
        return audit.find(sets.get(setter, set).title(), Set.of(), true, PAGE).rows().stream()
                .map(AuditLog.Entry::action)
                .toList();
    }

    private static Actor nobody() {
        return new Actor(PersonId.next(), "", UnitId.next(), List.of());
    }
}
