package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.Started;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.SlotRuling;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.lianbing.testing.Refusals.refused;
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
    TestSolving solving;

    @Autowired
    Competitions competitions;

    @Autowired
    ContestCorrections corrections;

    @Autowired
    SealedSets sets;

    @Autowired
    SealedContests sealed;

    @Autowired
    Review review;

    @Autowired
    Admission admission;

    @Autowired
    CorrectionDesk desk;

    @Autowired
    Inbox inbox;

    @Autowired
    AuditLog audit;

    private String stem = "";
    private Actor organizer = nobody();
    private Actor setter = nobody();
    private Actor other = nobody();
    private List<Actor> outside = List.of();
    private CompetitionId competition = CompetitionId.next();
    private String title = "";
    private ExamId exam = ExamId.next();
    private Instant over = Instant.EPOCH;

    @BeforeEach
    void somebodyHandedIn() throws Exception {
        UnitId unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        setter = city.actor(unit, Role.TRAINER);
        other = city.actor(unit, Role.TRAINER);
        outside = List.of(
                organizer,
                city.actor(unit, Role.ORGANIZER, Role.TRAINER, Role.REVIEWER),
                city.actor(
                        city.administrator().unit(),
                        Role.ADMIN,
                        Role.AUDITOR,
                        Role.ORGANIZER,
                        Role.TRAINER,
                        Role.REVIEWER));
        PersonId worker = city.person(unit);
        stem = "密题答案之" + city.number();
        SealedSetId set = sets.create(setter, "决赛密题" + city.number(), List.of(other.person()));
        ItemId item = sets.draft(
                setter,
                set,
                new ItemDraft(
                        null,
                        contest.trade(),
                        Set.of(Level.INTERMEDIATE),
                        Set.of(),
                        new ItemContent(stem, new Interaction.TrueFalse(true), "", 2),
                        Secrecy.SEALED,
                        Origin.NONE));
        solving.rightly(other, item);
        review.publish(other, item);
        sealed.permit(setter, set, organizer.person());
        ExamWindow window = contest.running();
        over = window.closesAt();
        Competition opened = contest.open(organizer, asking(contest.draft(window, ReleaseRule.MANUAL, worker), set));
        competition = opened.id();
        title = opened.draft().name();
        exam = Contest.exam(opened);
        Started started = admission.start(worker, exam, "", contest.now());
        contest.handIn(started);
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
        city.actAs(city.administrator().person());
        assertThat(audit.find(title, Set.of(), true, PAGE).rows())
                .filteredOn(entry -> entry.action().equals("exam.sealed-keys-read"))
                .extracting(AuditLog.Entry::person)
                .contains(setter.person(), other.person());
    }

    @Test
    void withTheResultsItIsCorrectedAsAnyOther() {
        competitions.release(organizer, competition, over);
        await().atMost(PATIENCE).until(() -> corrections.areOpenTo(organizer, competition));
        assertThat(desk.slots(organizer, exam, over)).hasSize(1);
    }

    private static CompetitionDraft asking(CompetitionDraft plain, SealedSetId set) {
        return new CompetitionDraft(
                plain.name() + set,
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(new Blueprint.Section(ItemType.TRUE_FALSE, 1, BigDecimal.TEN, null, set)),
                plain.paperRules(),
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
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
