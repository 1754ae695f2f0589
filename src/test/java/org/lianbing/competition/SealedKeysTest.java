package org.lianbing.competition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.paper.SlotRuling;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.lianbing.testing.Refusals.refused;
import static org.lianbing.testing.Refusals.unknown;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The keys of a paper whose items are sealed still are seen and corrected by the setters alone. */
@IntegrationTest
class SealedKeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PageOf PAGE = new PageOf(0, 100);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    SealedHall halls;

    @Autowired
    Competitions competitions;

    @Autowired
    ContestCorrections corrections;

    @Autowired
    SealedSets sets;

    @Autowired
    CorrectionDesk desk;

    @Autowired
    Results results;

    @Autowired
    Contestants contestants;

    @Autowired
    Inbox inbox;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    private String stem = "";
    private SealedSetId set = SealedSetId.next();
    private Actor organizer = nobody();
    private Actor setter = nobody();
    private Actor other = nobody();
    private List<Actor> outside = List.of();
    private CompetitionId competition = CompetitionId.next();
    private String title = "";
    private ExamId exam = ExamId.next();
    private Instant over = Instant.EPOCH;

    @BeforeEach
    void somebodyHandedIn() {
        SealedHall.Hall hall = halls.done();
        stem = hall.stem();
        set = hall.set();
        organizer = hall.organizer();
        setter = hall.setter();
        other = hall.other();
        outside = List.of(
                organizer,
                city.actor(hall.unit(), Role.ORGANIZER, Role.TRAINER, Role.REVIEWER),
                city.actor(
                        city.administrator().unit(),
                        Role.ADMIN,
                        Role.AUDITOR,
                        Role.ORGANIZER,
                        Role.TRAINER,
                        Role.REVIEWER));
        competition = hall.competition().id();
        title = hall.competition().draft().name();
        exam = Contest.exam(hall.competition());
        over = contest.now();
    }

    @Test
    void whoIsNoSetterSeesNoKeyWhateverElseTheyAre() throws Exception {
        for (Actor actor : outside) {
            refused("exam.correction.sealed", () -> desk.slots(actor, exam, over));
            refused("exam.correction.sealed", () -> desk.frozen(actor, exam, 0, 1, over));
            refused("exam.correction.sealed", () -> desk.of(actor, exam, over));
            refused("exam.correction.sealed", () -> desk.preview(actor, exam, 0, 1, new SlotRuling.FullMarks(), over));
            refused("exam.correction.sealed", () -> desk.propose(actor, exam, fullMarks(), over));
            assertThat(corrections.areOpenTo(actor, competition)).isFalse();
            mvc.perform(get("/api/competitions/" + competition + "/corrections")
                            .header("Authorization", contest.bearer(actor.person())))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(not(containsString(stem))));
        }
    }

    @Test
    void proposalsThatNobodyMaySeeTakeNoPlaceAwayFromThoseThatOneMay() {
        CorrectionId id = desk.propose(setter, exam, fullMarks(), over);
        Cast others = Cast.in(city);
        Competition theirs = contest.open(
                others.organizer(), contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, others.worker()));
        jdbc.sql("""
                        insert into exam.correction (id, exam_id, form_number, slot, ruling, reason, reports_item, state,
                                                     basis, proposed_by, proposed_at)
                        select gen_random_uuid(), :theirs, form_number, n, ruling, reason, reports_item, state,
                               basis, proposed_by, proposed_at - interval '1 day'
                        from exam.correction, generate_series(1, 200) n where id = :id
                        """)
                .param("theirs", Contest.exam(theirs).value())
                .param("id", id.value())
                .update();

        assertThat(desk.waiting(setter)).extracting(one -> one.id()).contains(id);

        jdbc.sql("delete from exam.correction where exam_id = :theirs")
                .param("theirs", Contest.exam(theirs).value())
                .update();
        competitions.withdraw(others.organizer(), theirs.id(), contest.now());
    }

    @Test
    void oneSetterProposesAnotherDecidesAndBothStandInTheLog() {
        assertThat(desk.slots(setter, exam, over))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.feedback()).isNotNull());
        assertThat(desk.slots(other, exam, over)).hasSize(1);
        assertThat(desk.mayPropose(setter, exam, over)).isTrue();
        CorrectionId id = desk.propose(setter, exam, fullMarks(), over);
        refused("exam.correction.four-eyes", () -> desk.approve(setter, id, 0, over));
        for (Actor actor : outside) {
            refused("exam.correction.sealed", () -> desk.get(actor, id, over));
            refused("exam.correction.sealed", () -> desk.preview(actor, id, over));
            refused("exam.correction.sealed", () -> desk.approve(actor, id, 0, over));
            refused("exam.correction.sealed", () -> desk.refuse(actor, id, "不", over));
            assertThat(desk.waiting(actor)).noneMatch(one -> one.id().equals(id));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(codes(other)).contains("competition.notice.correction-waits"));
        assertThat(codes(organizer)).doesNotContain("competition.notice.correction-waits");

        desk.approve(other, id, desk.preview(other, id, over).basis(), over);
        assertThat(sets.looks(setter, set, PAGE))
                .extracting(SealedSet.Look::person)
                .contains(setter.person(), other.person());
        city.actAs(city.administrator().person());
        assertThat(audit.find("标准修订", Set.of(), true, PAGE).rows())
                .noneMatch(entry -> entry.detail().contains(title));
        assertThat(audit.find(title, Set.of(), true, PAGE).rows())
                .filteredOn(entry -> entry.action().equals("exam.sealed-keys-read"))
                .extracting(AuditLog.Entry::person)
                .contains(setter.person(), other.person());
    }

    @Test
    void whoIsTrainerAndSetterAloneSeesWhatWaitsAndNobodyElseDoes() throws Exception {
        CorrectionId id = desk.propose(setter, exam, fullMarks(), over);
        assertThat(waiting(other)).contains(id.toString());
        Actor noSetter = city.actor(city.enterprise(), Role.TRAINER);
        for (Actor actor : List.of(organizer, noSetter)) {
            assertThat(waiting(actor)).doesNotContain(id.toString());
        }
        mvc.perform(get("/api/corrections/waiting")
                        .header("Authorization", contest.bearer(city.person(city.enterprise()))))
                .andExpect(status().isForbidden());
        competitions.release(organizer, competition, over);
        assertThat(waiting(other)).as("it is the organizers' now").doesNotContain(id.toString());
    }

    private String waiting(Actor actor) throws Exception {
        return mvc.perform(get("/api/corrections/waiting").header("Authorization", contest.bearer(actor.person())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void noReasonStandsInAResultSheetBeforeTheResults() throws Exception {
        CorrectionId id = desk.propose(setter, exam, fullMarks(), over);
        desk.approve(other, id, desk.preview(other, id, over).basis(), over);
        PersonId worker =
                results.sheet(organizer, competition).rows().getFirst().person();
        await().atMost(PATIENCE)
                .until(() -> !contestants
                        .get(organizer, competition, worker)
                        .before()
                        .isEmpty());
        assertThat(results.sheet(organizer, competition).errata())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isNull());
        mvc.perform(get("/api/competitions/" + competition + "/results")
                        .header("Authorization", contest.bearer(organizer.person())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("标准修订"))));
        assertThat(contestants.get(organizer, competition, worker).before())
                .allSatisfy(one -> assertThat(one.causes()).isEmpty());

        competitions.release(organizer, competition, over);
        assertThat(results.sheet(organizer, competition).errata())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("标准修订"));
        assertThat(contestants.get(organizer, competition, worker).before())
                .anySatisfy(one -> assertThat(one.causes()).hasSize(1));
    }

    @Test
    void withTheResultsItIsCorrectedAsAnyOther() throws Exception {
        CorrectionId mine = desk.propose(setter, exam, fullMarks(), over);
        competitions.release(organizer, competition, over);
        await().atMost(PATIENCE).until(() -> corrections.areOpenTo(organizer, competition));
        assertThat(desk.slots(organizer, exam, over)).hasSize(1);
        unknown(() -> desk.slots(setter, exam, over));
        mvc.perform(delete("/api/competitions/" + competition + "/corrections/" + mine)
                        .header("Authorization", contest.bearer(setter.person())))
                .andExpect(status().isNoContent());
        assertThat(desk.get(organizer, mine, over).waits()).isFalse();
    }

    private List<String> codes(Actor actor) {
        return inbox.of(actor, false, PAGE).rows().stream().map(Notice::code).toList();
    }

    private static CorrectionDraft fullMarks() {
        return new CorrectionDraft(0, 1, new SlotRuling.FullMarks(), "标准修订", false);
    }

    private static Actor nobody() {
        return new Actor(PersonId.next(), "", UnitId.next(), List.of());
    }
}
