package org.lianbing.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestPapers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class FormsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    @Autowired
    TestPapers papers;

    @Autowired
    Forms forms;

    @Autowired
    Embargo embargo;

    @Autowired
    JsonMapper json;

    @Test
    void theRenderedFormCarriesNoKeyAndNothingOfTheExplanation() throws IOException {
        FormId id = papers.exam();
        String text = text(forms.rendered(id));

        assertThat(text)
                .contains("题干", "这是对的", "这是错的", "停电")
                .doesNotContain("解析", "理由", "2431.75", "\"correct", "\"key", "\"authored", "\"tolerance", "\"why");
    }

    @Test
    void noKeyOfAnyTypeStandsInTheBytes() throws IOException {
        FormId id = papers.everyType();
        String text = text(forms.rendered(id));

        assertThat(text)
                .contains("频率是", "接触器", "黄绿双", "某车间", "最可能的原因", "接线正确", "错一处扣 10 分", "data:image/png")
                .doesNotContain("三十六", "见教材", "跳闸说明", "逐相验电", "顺序说反", "乘了电阻", "那是接触器的作用")
                .doesNotContain(
                        "\"tolerance", "\"accepted", "\"key", "\"correct", "\"authored", "\"regions", "\"formula", "{{")
                .doesNotContain("\"shapes", "\"rightOfLeft", "\"exactCase", "\"sample", "\"values", "\"wrong");
        JsonNode form = json.readTree(text);
        for (Slot slot : forms.get(id).slots()) {
            JsonNode delivered = form.get("slots").get(slot.number() - 1);
            assertThat(delivered.get("type").stringValue())
                    .isEqualTo(slot.type().code());
            assertThat(delivered.propertyNames())
                    .isSubsetOf(
                            "slot",
                            "section",
                            "group",
                            "part",
                            "type",
                            "maxScore",
                            "rule",
                            "stem",
                            "options",
                            "lefts",
                            "blanks",
                            "picture",
                            "task",
                            "variants",
                            "unit",
                            "figures",
                            "uploads");
        }
    }

    @Test
    void aFormStaysAsItWasFrozenWhateverBecomesOfItsItems() throws IOException {
        ItemContent asked = new ItemContent("先放电，后验电。", new Interaction.TrueFalse(false), "先验电", 3);
        FormId id = forms.freezeForPractice("冻结", papers.slots(List.of(asked)), NOW);
        String before = text(forms.rendered(id));
        Slot slot = forms.get(id).slot(1);
        SlotFeedback feedback = forms.feedback(id, 1, Map.of());

        papers.revise(slot.item(), new ItemContent("先验电，后放电。", new Interaction.TrueFalse(true), "改过", 3));

        assertThat(text(forms.rendered(id))).isEqualTo(before).contains("先放电，后验电。");
        assertThat(forms.get(id).slot(1)).isEqualTo(slot);
        assertThat(forms.feedback(id, 1, Map.of())).usingRecursiveComparison().isEqualTo(feedback);
    }

    @Test
    void aCaseBecomesOneSlotAPartWithOneStemAndAScoreThatAddsUp() throws IOException {
        FormId id = papers.everyType();
        List<Slot> parts = forms.get(id).slots().stream()
                .filter(slot -> slot.part() != null)
                .toList();

        assertThat(parts).extracting(Slot::type).containsExactly(ItemType.SINGLE_CHOICE, ItemType.FILL_IN);
        assertThat(parts).extracting(slot -> slot.maxScore().toPlainString()).containsExactly("0.67", "0.33");
        assertThat(parts).extracting(Slot::item).containsOnly(parts.getFirst().item());
        assertThat(forms.get(id).sameItem(parts.get(1))).isEqualTo(parts);
        JsonNode form = json.readTree(text(forms.rendered(id)));
        assertThat(form.get("cases")).hasSize(1);
        assertThat(form.at("/cases/0/stem").stringValue()).contains("某车间");
        assertThat(forms.feedback(id, parts.getFirst().number(), Map.of()).caseStem())
                .contains("某车间");
    }

    @Test
    void aCalculationShowsTheVariantOfTheCandidateInStemAndExplanation() {
        FormId id = papers.everyType();
        Slot slot = forms.get(id).slots().stream()
                .filter(each -> each.type() == ItemType.CALCULATED)
                .findFirst()
                .orElseThrow();
        List<SlotKey.Variant> variants = ((SlotKey.Variants) slot.key()).all();

        assertThat(variants).hasSize(4);
        for (int i = 0; i < variants.size(); i++) {
            SlotFeedback feedback = forms.feedback(id, slot.number(), Map.of(slot.number(), i));
            String right = variants.get(i).result().toPlainString();
            assertThat(feedback.stem())
                    .contains(Objects.requireNonNull(variants.get(i).values().get("U"))
                                    .toPlainString() + " V")
                    .doesNotContain("{{");
            assertThat(feedback.options())
                    .filteredOn(option ->
                            Objects.requireNonNull(feedback.key().tokens()).contains(option.token()))
                    .singleElement()
                    .satisfies(option -> assertThat(option.text()).startsWith(right));
        }
    }

    @Test
    void everyOptionHasTheSameShapeAndEverySlotOfATypeTheSame() throws IOException {
        JsonNode form = json.readTree(text(forms.rendered(papers.exam())));

        assertThat(form.propertyNames())
                .containsExactlyInAnyOrder("formId", "title", "sections", "cases", "maxScore", "slots");
        for (JsonNode slot : form.get("slots")) {
            assertThat(slot.propertyNames())
                    .isSubsetOf("slot", "section", "type", "maxScore", "stem", "options", "unit");
            for (JsonNode option : slot.path("options")) {
                assertThat(option.propertyNames()).containsExactlyInAnyOrder("token", "text");
            }
        }
    }

    @Test
    void tokensAreNewInEachFormAndTheBaseOrderIsNotTheAuthors() {
        List<DraftSlot> slots = papers.slots();
        Set<String> tokens = new HashSet<>();
        Set<List<Integer>> orders = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            Form form = forms.get(forms.freezeForPractice("卷", slots, NOW));
            form.slots().forEach(slot -> tokens.addAll(slot.tokens()));
            Slot ordering = form.slot(4);
            SlotKey.Order right = (SlotKey.Order) ordering.key();
            orders.add(ordering.tokens().stream().map(right.tokens()::indexOf).toList());
        }

        assertThat(tokens).hasSize(12 * (2 + 4 + 5 + 4)).allMatch(token -> token.matches("[A-Za-z0-9_-]{12}"));
        assertThat(orders).hasSizeGreaterThan(3);
    }

    @Test
    void trueStandsBeforeFalseAndSectionsFollowTheTypes() throws IOException {
        JsonNode form = json.readTree(text(forms.rendered(papers.practice())));

        assertThat(form.at("/slots/0/options/0/text").stringValue()).isEqualTo("正确");
        assertThat(form.at("/slots/0/options/1/text").stringValue()).isEqualTo("错误");
        assertThat(form.get("sections")).hasSize(5);
        assertThat(form.at("/sections/2/name").stringValue()).isEqualTo("多选题");
        assertThat(form.at("/sections/2/rule").stringValue()).contains("只要选了一个错误选项，本题不得分");
        assertThat(form.at("/slots/2/section").intValue()).isEqualTo(3);
        assertThat(form.at("/slots/4/unit").stringValue()).isEqualTo("W");
        assertThat(form.get("maxScore").decimalValue()).isEqualByComparingTo("8");
    }

    @Test
    void theKeyIsKeptInTokensAndReadBackFromTheDatabase() throws IOException {
        FormId id = papers.practice();
        Form form = forms.get(id);
        SlotFeedback feedback = forms.feedback(id, 3, Map.of());

        List<String> right = feedback.key().tokens();
        assertThat(right).hasSize(3);
        assertThat(feedback.options())
                .filteredOn(option -> option.text().contains("这是对的"))
                .extracting(SlotView.Option::token)
                .containsExactlyInAnyOrderElementsOf(right);
        assertThat(feedback.whys()).hasSize(5);
        assertThat(feedback.explanation()).contains("解析只在作答之后出现");
        assertThat(((SlotKey.Several) form.slot(3).key()).tokens()).containsExactlyInAnyOrderElementsOf(right);
        assertThat(forms.feedback(id, 5, Map.of()).key().value()).isEqualTo("2431.75");
        assertThat(forms.feedback(id, 1, Map.of()).key().tokens())
                .containsExactly(form.slot(1).tokens().get(1));
    }

    @Test
    void whatStandsInAnExamIsUnderEmbargoEverywhereUntilItsRelease() {
        List<DraftSlot> slots = papers.slots();
        FormId drill = forms.freezeForPractice("练习", slots, NOW);
        Set<ItemId> items = forms.get(drill).slots().stream().map(Slot::item).collect(Collectors.toSet());
        assertThat(embargo.underEmbargo(items)).isEmpty();

        FormId first = forms.freezeForExam("考试一", slots, NOW);
        FormId second = forms.freezeForExam("考试二", slots.subList(0, 1), NOW);
        assertThat(embargo.underEmbargo(items)).isEqualTo(items);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> forms.feedback(drill, 1, Map.of()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("paper.embargo"));
        assertThat(forms.feedbacks(drill, Set.of(1, 2, 3), Map.of())).isEmpty();

        forms.release(first, NOW);
        assertThat(embargo.underEmbargo(items))
                .containsExactly(forms.get(drill).slot(1).item());

        forms.release(second, NOW);
        assertThat(embargo.underEmbargo(items)).isEmpty();
        assertThat(forms.feedback(drill, 1, Map.of()).slot()).isEqualTo(1);
    }

    @Test
    void aFormIsTheSameBytesWheneverItIsAskedFor() {
        FormId id = papers.practice();

        assertThat(forms.rendered(id).etag())
                .isEqualTo(forms.rendered(id).etag())
                .startsWith("\"")
                .endsWith("\"");
        assertThat(forms.get(id).slots())
                .extracting(Slot::type)
                .containsExactly(
                        ItemType.TRUE_FALSE,
                        ItemType.SINGLE_CHOICE,
                        ItemType.MULTIPLE_CHOICE,
                        ItemType.ORDERING,
                        ItemType.NUMERIC);
    }

    private static String text(RenderedForm form) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(form.gzip()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
