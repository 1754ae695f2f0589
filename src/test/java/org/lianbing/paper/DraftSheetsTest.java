package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.CandidateSheet;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Variable;
import org.lianbing.bank.content.EveryType;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An item that is being written is shown as a form of it would show it. */
@IntegrationTest
class DraftSheetsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    CandidateSheet sheets;

    static Stream<ItemContent> contents() {
        return EveryType.contents();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyTypeIsShownWithoutItsKey(ItemContent content) {
        String form = sheets.form(content);
        JsonNode slots = JSON.readTree(form).path("slots");
        List<String> types = content.interaction() instanceof Interaction.Case all
                ? all.parts().stream()
                        .map(part -> part.interaction().type().code())
                        .toList()
                : List.of(content.interaction().type().code());
        assertThat(slots.valueStream().map(slot -> slot.path("type").asString()))
                .containsExactlyElementsOf(types);
        assertThat(form)
                .doesNotContain("correct", "explanation", "教材第三章", "熔体先断", "accepted", "formula", "sample", "先试验");
    }

    @Test
    void optionsStandInTheOrderOfTheAuthor() {
        assertThat(slot(choice("甲", "乙", "丙", "丁")).path("options").findValuesAsString("text"))
                .containsExactly("甲", "乙", "丙", "丁");
    }

    @Test
    void whatIsNotWrittenYetIsLeftOut() {
        assertThat(slot(choice()).path("options").size()).isZero();
        JsonNode calculated =
                slot(new Interaction.Calculated(List.of(), "U /", 2, BigDecimal.ZERO, "A", List.of(), 10));
        assertThat(calculated.path("type").asString()).isEqualTo("calculated");
        assertThat(calculated.path("unit").asString()).isEqualTo("A");
        assertThat(calculated.path("stem").asString()).contains("题干");
        assertThat(form(new Interaction.Case(List.of())).path("slots").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, 500_000_000, 1_000_000_000, Integer.MIN_VALUE})
    void placesThatAreNotKeptAreUnfinished(int decimals) {
        Variable voltage = new Variable("U", BigDecimal.ONE, BigDecimal.valueOf(9), BigDecimal.ONE);
        JsonNode slot =
                slot(new Interaction.Calculated(List.of(voltage), "U", decimals, BigDecimal.ZERO, "V", List.of(), 1));
        assertThat(slot.path("variants").size()).isZero();
        assertThat(slot.path("unit").asString()).isEqualTo("V");
    }

    @Test
    void aRangeOutOfAllProportionIsUnfinished() {
        Variable voltage = new Variable("U", BigDecimal.ONE, new BigDecimal("1e999999999"), BigDecimal.ONE);
        JsonNode slot = slot(new Interaction.Calculated(List.of(voltage), "U", 2, BigDecimal.ZERO, "V", List.of(), 1));
        assertThat(slot.path("variants").size()).isZero();
    }

    @Test
    void aCalculationShowsOneVariantHoweverManyItAsksFor() {
        Variable voltage = new Variable("U", new BigDecimal("12"), new BigDecimal("12"), BigDecimal.ONE);
        JsonNode slot =
                slot(new Interaction.Calculated(List.of(voltage), "U", 0, BigDecimal.ZERO, "V", List.of(), 100));
        assertThat(slot.path("variants").size()).isEqualTo(1);
    }

    @Test
    void partsThatWeighNothingAreShownAllTheSame() {
        CasePart part = new CasePart(
                "为什么？", new Interaction.ShortAnswer(new Rubric(List.of(), "", "")), BigDecimal.ZERO, "", null);
        JsonNode form = form(new Interaction.Case(List.of(part)));
        assertThat(form.path("slots").size()).isEqualTo(1);
        assertThat(form.path("cases").path(0).path("stem").asString()).contains("题干");
    }

    @Test
    void aBlankIsAFieldBeforeItsAnswerIsWritten() {
        JsonNode form = JSON.readTree(
                sheets.form(new ItemContent("频率 ____ Hz，电压 ____ V", new Interaction.FillIn(List.of()), "", 3)));
        assertThat(form.path("slots").path(0).path("blanks").size()).isEqualTo(2);
    }

    private static Interaction choice(String... texts) {
        return new Interaction.SingleChoice(
                Stream.of(texts).map(text -> new Option(text, false, null)).toList());
    }

    private JsonNode slot(Interaction interaction) {
        return form(interaction).path("slots").path(0);
    }

    private JsonNode form(Interaction interaction) {
        return JSON.readTree(sheets.form(new ItemContent("题干", interaction, "", 3)));
    }
}
