package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.Regrading;
import org.lianbing.attempt.Started;
import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Variable;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.Errata;
import org.lianbing.exam.ExamDraft;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Papers;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.Aids;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.KeyRules;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.Knowing;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestPapers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianbing.testing.Refusals.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A wrong key in an exam with two forms. Form A holds a 单选 of its own, a 计算, a 案例 of two parts and a 多选; form B
 * holds the 多选 first, then the 计算 and the 案例, and a 单选 that A does not have.
 */
@IntegrationTest
class ParallelCorrectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    TestPapers papers;

    @Autowired
    Contest contest;

    @Autowired
    Exams exams;

    @Autowired
    Admission admission;

    @Autowired
    CorrectionDesk desk;

    @Autowired
    KeyRules rules;

    @Autowired
    Regrading regrading;

    @Autowired
    Errata errata;

    @Autowired
    Forms forms;

    @Autowired
    ObjectMapper json;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private Actor second = organizer;
    private PersonId ofA = PersonId.next();
    private PersonId ofB = ofA;
    private ExamId exam = ExamId.next();

    @BeforeEach
    void bothHandedInAllRightAndAreReleased() throws Exception {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        second = city.actor(unit, Role.ORGANIZER);
        ofA = city.person(unit);
        ofB = city.person(unit);
        List<DraftSlot> slots = papers.slots(List.of(
                choice("只在 A 卷"),
                new ItemContent(
                        "电压 {{U}} V、电阻 {{R}} Ω，电流是多少？" + city.number(),
                        new Interaction.Calculated(
                                List.of(variable("U", 12, 96, 12), variable("R", 3, 9, 1)),
                                "U / R",
                                2,
                                new BigDecimal("0.01"),
                                "A",
                                List.of(),
                                1),
                        "",
                        3),
                new ItemContent(
                        "某车间一台电动机启动后很快跳闸。" + city.number(),
                        new Interaction.Case(List.of(
                                new CasePart("最可能的原因是？", one("过载"), BigDecimal.ONE, "", null),
                                new CasePart(
                                        "先查 ____。",
                                        new Interaction.FillIn(List.of(new Blank.Words(List.of("热继电器"), false))),
                                        BigDecimal.ONE,
                                        "",
                                        null))),
                        "",
                        3),
                new ItemContent(
                        "哪些属于安全用具？" + city.number(),
                        new Interaction.MultipleChoice(List.of(
                                new Option("绝缘手套", true, null),
                                new Option("验电器", true, null),
                                new Option("活动扳手", false, null),
                                new Option("绝缘靴", false, null))),
                        "",
                        3),
                choice("只在 B 卷")));
        Papers both = new Papers(
                List.of(
                        frozen(List.of(slots.get(0), slots.get(1), slots.get(2), slots.get(3))),
                        frozen(List.of(slots.get(3), slots.get(1), slots.get(2), slots.get(4)))),
                true,
                null);
        exam = exams.schedule(
                organizer,
                new ExamDraft(
                        "平行卷更正" + city.number(),
                        papers.trade(),
                        Level.INTERMEDIATE,
                        unit,
                        contest.running(),
                        ResultRules.of(ReleaseRule.MANUAL, true),
                        null,
                        Aids.NONE),
                both,
                List.of(ofA, ofB),
                contest.now());
        handIn(ofA);
        handIn(ofB);
        exams.release(organizer, exam, contest.now());
        assertThat(score(ofA)).isEqualByComparingTo("40");
        assertThat(score(ofB)).isEqualByComparingTo("40");
    }

    @Test
    void aKeyOutOfAllProportionIsRefusedBeforeItIsComputedOrKept() {
        Slot calculated = form(ofB).slot(2);
        for (int decimals : new int[] {-1, 10, 500_000_000}) {
            refused("bank.rule.decimals", () -> rules.recalculated(calculated, "U", decimals, BigDecimal.ZERO));
        }
        SlotKey endless = rules.recalculated(calculated, "U", 2, new BigDecimal("1e999999999"));
        refused("paper.key-shape", () -> rules.require(calculated, new SlotRuling.Keys(List.of(endless))));
    }

    @Test
    void anotherFormulaHoldsInBothFormsForTheValuesOfEach() throws Exception {
        SlotRuling product =
                new SlotRuling.Keys(List.of(rules.recalculated(form(ofB).slot(2), "U * R", 2, new BigDecimal("0.01"))));
        CorrectionId id = desk.propose(organizer, exam, draft(2, 2, product), contest.now());
        assertThat(desk.get(second, id, contest.now()).draft().label()).isEqualTo("A2");
        refused("exam.correction.waits", () -> desk.propose(organizer, exam, draft(1, 2, product), contest.now()));

        CorrectionPreview preview = desk.preview(second, id, contest.now());
        assertThat(preview.lines()).hasSize(2).allMatch(line -> line.after().compareTo(new BigDecimal("30")) == 0);
        assertThat(preview.changing()).isEqualTo(2);
        approve(id, preview.basis());
        assertThat(score(ofA)).isEqualByComparingTo("30");
        assertThat(score(ofB)).isEqualByComparingTo("30");
        for (PersonId person : List.of(ofA, ofB)) {
            Slot slot = forms.newest(attempt(person).form()).slot(2);
            SlotKey.Variant variant = ((SlotKey.Variants) newKey(slot)).all().getFirst();
            assertThat(((SlotKey.Value) variant.key()).value())
                    .isEqualByComparingTo(value(variant, "U").multiply(value(variant, "R")));
            assertThat(regrading.past(attempt(person).id()))
                    .extracting(PastScore::generation, past -> past.score().intValue(), PastScore::replacedBy)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(0, 40, 1));
            assertThat(desk.history(second, exam, person, contest.now())
                            .getFirst()
                            .causes())
                    .extracting(cause -> cause.id())
                    .containsExactly(id);
        }
        assertThat(errata.published(exam, contest.now()))
                .extracting(one -> one.label())
                .containsExactly("A2");
        mvc.perform(get("/api/exams/%s/attempts/%s/result"
                                .formatted(exam, attempt(ofB).id()))
                        .header("Authorization", contest.bearer(ofB)))
                .andExpect(jsonPath("$.errata[0].slot").value(2));
    }

    @Test
    void aFurtherKeyIsSaidInTheTokensOfEachForm() {
        Slot slot = form(ofB).slot(1);
        SlotKey.Several right = (SlotKey.Several) slot.key();
        String boots = slot.tokens().stream()
                .filter(token -> !right.tokens().contains(token))
                .findFirst()
                .orElseThrow();
        SlotRuling three = new SlotRuling.Keys(List.of(new SlotKey.Several(
                java.util.stream.Stream.concat(right.tokens().stream(), java.util.stream.Stream.of(boots))
                        .collect(Collectors.toSet()))));
        CorrectionId id = desk.propose(organizer, exam, draft(2, 1, three), contest.now());
        assertThat(desk.get(second, id, contest.now()).draft().label()).isEqualTo("A5");
        approve(id, 0);
        assertThat(score(ofA)).isEqualByComparingTo(score(ofB)).isLessThan(new BigDecimal("40"));
        SlotKey.Several there =
                (SlotKey.Several) newKey(forms.newest(attempt(ofA).form()).slot(5));
        assertThat(there.tokens()).hasSize(3).isSubsetOf(form(ofA).slot(5).tokens());
    }

    @Test
    void aPartOfACaseIsMendedByItself() {
        SlotRuling other = new SlotRuling.Keys(
                List.of(new SlotKey.Blanks(List.of(new SlotKey.BlankKey.Words(List.of("熔断器"), false)))));
        CorrectionId id = desk.propose(organizer, exam, draft(1, 4, other), contest.now());
        approve(id, 0);
        assertThat(score(ofA)).isEqualByComparingTo("35");
        assertThat(score(ofB)).isEqualByComparingTo("35");
        // The next one names the generation that the first one made, whichever forms it stood in.
        CorrectionId full = desk.propose(organizer, exam, draft(2, 4, new SlotRuling.FullMarks()), contest.now());
        refused("paper.correction-basis", () -> desk.approve(second, full, 0, contest.now()));
        approve(full, 1);
        assertThat(score(ofA)).isEqualByComparingTo("40");
        assertThat(score(ofB)).isEqualByComparingTo("40");
    }

    @Test
    void whatOneFormAloneHasConcernsOnlyThoseWhoHadIt() {
        SlotRuling other =
                new SlotRuling.Keys(List.of(new SlotKey.One(wrong(form(ofB).slot(5)))));
        refused(
                "exam.correction.uneven",
                () -> desk.preview(organizer, exam, 2, 5, new SlotRuling.TakenOut(), contest.now()));
        CorrectionId id = desk.propose(organizer, exam, draft(2, 5, other), contest.now());
        CorrectionPreview preview = desk.preview(second, id, contest.now());
        assertThat(preview.lines().stream().filter(CorrectionPreview.Line::changes))
                .extracting(CorrectionPreview.Line::person)
                .containsExactly(ofB);
        approve(id, preview.basis());
        assertThat(score(ofA)).isEqualByComparingTo("40");
        assertThat(score(ofB)).isEqualByComparingTo("30");
        assertThat(desk.history(second, exam, ofA, contest.now())).isEmpty();
        assertThat(desk.slots(second, exam, contest.now()))
                .extracting(SlotSheet::label)
                .containsExactly("A1", "A2", "A3", "A4", "A5", "B5");
    }

    private void approve(CorrectionId id, int basis) {
        desk.approve(second, id, basis, contest.now());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk.get(organizer, id, contest.now()).regradedAt())
                                .isNotNull());
    }

    private static CorrectionDraft draft(int form, int slot, SlotRuling ruling) {
        return new CorrectionDraft(form, slot, ruling, "标准修订", false);
    }

    private FormId frozen(List<DraftSlot> slots) {
        return forms.freezeForExam("平行卷更正", slots, contest.now());
    }

    private ItemContent choice(String stem) {
        return new ItemContent(stem + city.number(), one("对"), "", 3);
    }

    private static Interaction one(String right) {
        return new Interaction.SingleChoice(
                List.of(new Option(right, true, null), new Option("其一", false, null), new Option("其二", false, null)));
    }

    private static Variable variable(String name, int from, int to, int step) {
        return new Variable(name, BigDecimal.valueOf(from), BigDecimal.valueOf(to), BigDecimal.valueOf(step));
    }

    private static SlotKey newKey(Slot slot) {
        return slot.ruling() instanceof SlotRuling.Keys(List<SlotKey> any) ? any.getFirst() : slot.key();
    }

    private static BigDecimal value(SlotKey.Variant variant, String name) {
        return Objects.requireNonNull(variant.values().get(name));
    }

    private static String wrong(Slot slot) {
        return slot.tokens().stream()
                .filter(token -> !token.equals(Knowing.right(slot)))
                .findFirst()
                .orElseThrow();
    }

    private AttemptSummary attempt(PersonId person) {
        return exams.sittings(exam).stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .map(one -> Objects.requireNonNull(one.attempt()))
                .orElseThrow();
    }

    private BigDecimal score(PersonId person) {
        return Objects.requireNonNull(attempt(person).score());
    }

    private Form form(PersonId person) {
        return forms.frozen(attempt(person).form());
    }

    private void handIn(PersonId person) throws Exception {
        Started started = admission.start(person, exam, "", contest.now());
        List<Map<String, Object>> responses = form(person).slots().stream()
                .map(slot -> slot.variant(0))
                .map(slot -> Map.<String, Object>of(
                        "slot", slot.number(), "sequence", slot.number(), "value", Knowing.right(slot)))
                .toList();
        mvc.perform(put("/api/attempts/" + started.attemptId() + "/responses")
                        .header("Authorization", "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("responses", responses))))
                .andExpect(status().isOk());
        contest.handIn(started);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attempt(person).score()).isNotNull());
    }
}
