package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
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
import org.lianbing.exam.ExamId;
import org.lianbing.exam.PaperPrints;
import org.lianbing.exam.PrintWish;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.SheetCode;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;
import static org.lianbing.testing.Refusals.unknown;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A contest on paper: who prints what, what stands there, and that each print is logged. */
@IntegrationTest
class PapersTest {

    private static final PrintWish USUAL = PrintWish.usual(java.util.Locale.SIMPLIFIED_CHINESE);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    TestSolving solving;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    PaperPrints prints;

    @Autowired
    SealedSets sets;

    @Autowired
    SealedContests sealed;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    AuditLog audit;

    private Cast cast = Cast.unknown();
    private CompetitionId current = CompetitionId.next();

    @BeforeEach
    void someUnit() {
        cast = Cast.in(city);
    }

    @Test
    void anOrganizerPrintsEachFormAndTheLogSaysSo() throws Exception {
        Competition competition = parallel(2, cast.worker(), city.person(cast.unit()));
        Document one = page("papers/1");
        Document two = page("papers/2?answerSheet=false&note=考试期间不得离场&note=草稿纸统一发放");
        assertThat(one.select(".kind").text()).contains("A 卷");
        assertThat(two.select(".kind").text()).contains("B 卷");
        assertThat(two.select(".notes li").eachText()).containsExactly("考试期间不得离场", "草稿纸统一发放");
        assertThat(one.select(".item")).hasSize(2);
        assertThat(one.select("h1").text()).isEqualTo(competition.draft().name());
        assertThat(one.expectFirst("style").data()).contains("size: A4");
        assertThat(actions(competition)).containsExactly("exam.paper-printed", "exam.paper-printed");
        mvc.perform(asking("papers"))
                .andExpect(jsonPath("$.forms.length()").value(2))
                .andExpect(jsonPath("$.forms[1].name").value("B"))
                .andExpect(jsonPath("$.roster").value(2))
                .andExpect(jsonPath("$.papers").value(true))
                .andExpect(jsonPath("$.keys").value(false));
        mvc.perform(asking("papers/3")).andExpect(status().isNotFound());
    }

    @Test
    void keysAreNotPrintedWhileSomebodyIsAtWork() throws Exception {
        Competition running = parallel(1, cast.worker());
        ExamId exam = Contest.exam(running);
        refused("exam.print.early", () -> prints.keys(cast.organizer(), exam, 1, USUAL.language(), contest.now()));
        competitions.release(
                cast.organizer(),
                running.id(),
                running.draft().window().closesAt().plus(Duration.ofHours(1)));
        Document keys = page("papers/1/keys");
        assertThat(keys.select(".given > div")).hasSize(2);
        assertThat(keys.expectFirst(".watermark span").text())
                .startsWith(cast.organizer().name());
        assertThat(actions(running)).contains("exam.keys-printed");
        Actor reviewer = city.actor(cast.unit(), Role.REVIEWER);
        assertThat(prints.offer(reviewer, exam, contest.now()).items()).isFalse();
        assertThat(prints.keys(reviewer, exam, 1, USUAL.language(), contest.now()))
                .contains("class=\"given\"");
        refused("exam.print.sealed", () -> prints.paper(reviewer, exam, 1, USUAL, contest.now()));
    }

    @Test
    void whoSitsItAndWhoIsElsewherePrintsNothing() {
        Actor both = city.actor(cast.unit(), Role.ORGANIZER);
        ExamId exam = Contest.exam(parallel(1, cast.worker(), both.person()));
        refused("exam.print.own", () -> prints.paper(both, exam, 1, USUAL, contest.now()));
        refused("exam.print.own", () -> prints.sheets(both, exam, 1, 2, 0, 1, USUAL.language(), contest.now()));
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER, Role.TRAINER, Role.REVIEWER);
        unknown(() -> prints.offer(stranger, exam, contest.now()));
        unknown(() -> prints.paper(stranger, exam, 1, USUAL, contest.now()));
        unknown(() -> prints.paper(city.actor(cast.unit(), Role.TRAINER), exam, 1, USUAL, contest.now()));
    }

    @Test
    void sealedPapersAreForTheirSettersAlone() {
        Actor setter = city.actor(cast.unit(), Role.TRAINER);
        Actor other = city.actor(cast.unit(), Role.TRAINER);
        SealedSetId set = sets.create(setter, "护理决赛卷" + city.number(), List.of(other.person()));
        String stem = "密封护理题目之" + city.number();
        published(setter, other, set, stem);
        sealed.permit(setter, set, cast.organizer().person());
        Competition opened = contest.open(cast.organizer(), sealedDraft(set));
        ExamId exam = Contest.exam(opened);
        refused("exam.print.sealed", () -> prints.paper(cast.organizer(), exam, 1, USUAL, contest.now()));
        assertThat(prints.sheets(cast.organizer(), exam, 1, 1, 0, 1, USUAL.language(), contest.now()))
                .doesNotContain(stem);
        assertThat(prints.paper(setter, exam, 1, USUAL, contest.now())).contains(stem);
        refused("exam.print.early", () -> prints.keys(setter, exam, 1, USUAL.language(), contest.now()));
        assertThat(prints.offer(cast.organizer(), exam, contest.now()).items()).isFalse();
    }

    @Test
    void aSheetLeadsBackToItsCandidate() throws Exception {
        PersonId second = city.person(cast.unit());
        Competition competition = parallel(2, cast.worker(), second);
        Document sheets = page("answer-sheets?from=1&to=2&spare=1&spareForm=2");
        List<String> codes = sheets.select(".leaf .code span").eachText();
        assertThat(codes).hasSize(3);
        assertThat(sheets.select(".leaf").get(1).select(".kind").text()).contains("B 卷");
        mvc.perform(asking("answer-sheets/" + codes.get(1).replace("/1", "")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.seat").value(2))
                .andExpect(jsonPath("$.formNumber").value(2))
                .andExpect(jsonPath("$.personId").isNotEmpty());
        mvc.perform(asking("answer-sheets/" + codes.get(2).replace("/1", "")))
                .andExpect(jsonPath("$.seat").isEmpty())
                .andExpect(jsonPath("$.formNumber").value(2));
        String misread = codes.get(1).replace("-00002-", "-00001-").replace("/1", "");
        mvc.perform(asking("answer-sheets/" + misread))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("exam.print.code"));
        refused(
                "exam.print.range",
                () -> prints.sheets(
                        cast.organizer(), Contest.exam(competition), 1, 201, 0, 1, USUAL.language(), contest.now()));
    }

    @Test
    void aCodeSaysWhenItWasMisread() {
        ExamId exam = ExamId.next();
        SheetCode code = SheetCode.of(exam, 3, 12);
        assertThat(SheetCode.parse(" " + code.toString().toLowerCase(java.util.Locale.ROOT) + "/2"))
                .isEqualTo(code);
        assertThat(SheetCode.parse(SheetCode.spare(exam, 1, 7).toString()).isSpare())
                .isTrue();
        assertThat(code.isOf(exam)).isTrue();
        assertThat(code.isOf(ExamId.next())).isFalse();
        refused("exam.print.code", () -> SheetCode.parse(code.toString().replace("-00012-", "-00021-")));
        refused("exam.print.code", () -> SheetCode.parse("12"));
    }

    private Competition parallel(int forms, PersonId... people) {
        CompetitionDraft plain = contest.draft(contest.running(), ReleaseRule.MANUAL, people);
        PaperRules rules = new PaperRules(forms, true, PaperRules.USUAL_TOLERANCE, null, Set.of(), 0);
        CompetitionDraft draft = Contest.like(plain, rules, Aids.NONE, plain.access());
        Competition opened = contest.open(cast.organizer(), draft);
        current = opened.id();
        return opened;
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(asking(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Type", "text/html;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private MockHttpServletRequestBuilder asking(String path) {
        return get("/api/competitions/" + current + "/" + path)
                .header("Authorization", contest.bearer(cast.organizer().person()));
    }

    /** What was printed of the contest, the oldest first. */
    private List<String> actions(Competition competition) {
        city.actAs(city.administrator().person());
        return audit.find("printed", Set.of(), true, new PageOf(0, 100)).rows().reversed().stream()
                .filter(entry -> Contest.exam(competition).value().equals(entry.subject()))
                .map(AuditLog.Entry::action)
                .toList();
    }

    private void published(Actor setter, Actor other, SealedSetId set, String stem) {
        ItemId made = sets.draft(
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
        solving.rightly(other, made);
        review.publish(other, made);
    }

    private CompetitionDraft sealedDraft(SealedSetId set) {
        CompetitionDraft plain = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, cast.worker());
        return new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(new Blueprint.Section(ItemType.TRUE_FALSE, 1, BigDecimal.TEN, null, set)),
                PaperRules.USUAL,
                plain.admitted(),
                ReleaseRule.MANUAL,
                true,
                false);
    }
}
