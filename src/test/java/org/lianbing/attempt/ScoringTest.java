package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;

import static org.assertj.core.api.Assertions.assertThat;

class ScoringTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"W\", 1, RIGHT", "\"R\", 0, WRONG", "null, 0, BLANK"})
    void trueFalseIsAllOrNothing(String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(FormOf.trueFalse(), value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"B\", 1, RIGHT", "\"A\", 0, WRONG", "null, 0, BLANK"})
    void singleChoiceIsAllOrNothing(String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(FormOf.single(), value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "ABC; [\"A\",\"B\",\"C\"]; 1;        RIGHT",
                "ABC; [\"C\",\"A\",\"B\"]; 1;        RIGHT",
                "ABC; [\"A\",\"B\"];       0.666667; PARTLY",
                "ABC; [\"A\"];             0.333333; PARTLY",
                "AB;  [\"A\"];             0.5;      PARTLY",
                "ABC; [\"A\",\"B\",\"C\",\"D\"]; 0;  WRONG_PICK",
                "ABC; [\"D\"];             0;        WRONG_PICK",
                "ABC; [\"A\",\"B\",\"C\",\"D\",\"E\"]; 0; WRONG_PICK",
                "ABC; [];                  0;        BLANK",
                "ABC; null;                0;        BLANK",
            })
    void multipleChoiceGivesEachRightPickItsShareAndAWrongPickVoids(
            String right, String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(FormOf.multiple("2", right), value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[\"C\",\"A\",\"D\",\"B\"]; 1; RIGHT",
                "[\"C\",\"A\",\"B\",\"D\"]; 0; WRONG",
                "null;                      0; BLANK",
            })
    void orderingIsAllOrNothing(String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(FormOf.ordering(), value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "3.14, 0.01, \"3.14\",   1, RIGHT",
                "3.14, 0.01, \"3.15\",   1, RIGHT",
                "3.14, 0.01, \"3.13\",   1, RIGHT",
                "3.14, 0.01, \"3.1500001\", 0, WRONG",
                "3.14, 0.01, \"-3.14\",  0, WRONG",
                "250,  0,    \"250.0\",  1, RIGHT",
                "250,  0,    \"+250.\",  1, RIGHT",
                "0.5,  0,    \".5\",     1, RIGHT",
                "250,  0,    \"２５０\", 1, RIGHT",
                "-5,   0,    \"－５\",   1, RIGHT",
                "250,  0,    \" \",      0, BLANK",
                "250,  0,    null,       0, BLANK",
            })
    void aNumberIsRightWithinTheToleranceIncludingItsEnds(
            String key, String tolerance, String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(FormOf.numeric(key, tolerance), value, fraction, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"X\"", "\"\"", "1", "true", "[\"A\"]", "{}", "\"AB\""})
    void whatIsNoOptionDoesNotFitASingleChoice(String value) {
        assertThat(read(FormOf.single(), value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A\"", "[\"X\"]", "[\"A\",\"A\"]", "[1]", "[null]", "{}"})
    void whatIsNoSetOfOptionsDoesNotFitAMultipleChoice(String value) {
        assertThat(read(FormOf.multiple("1", "AB"), value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"A\",\"B\",\"C\"]", "[\"A\",\"B\",\"C\",\"C\"]", "\"ABCD\""})
    void anOrderHasEachStepOnce(String value) {
        assertThat(read(FormOf.ordering(), value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e999999999\"", "\"abc\"", "\"1,5\"", "\"--1\"", "\".\"", "3.14", "\"0x10\"", "\"NaN\""})
    void whatIsNoPlainNumberDoesNotFitANumber(String value) {
        assertThat(read(FormOf.numeric("1", "0"), value)).isEmpty();
    }

    @Test
    void picksAreKeptInBaseOrderSoThatEqualAnswersAreEqual() {
        Slot slot = FormOf.multiple("1", "AB");

        assertThat(Responses.write(slot, read(slot, "[\"C\",\"A\"]").orElseThrow()))
                .isEqualTo(Responses.write(slot, read(slot, "[\"A\",\"C\"]").orElseThrow()));
    }

    @Test
    void scoresHaveTwoPlacesAndASlotWithoutResponseIsBlank() {
        Form form = FormOf.form(FormOf.single(), FormOf.multiple("1.5", "ABC"), FormOf.numeric("1", "0"));
        Map<Integer, Response> responses = Map.of(
                1, read(form.slot(1), "\"B\"").orElseThrow(),
                2, read(form.slot(2), "[\"A\",\"B\"]").orElseThrow());

        List<SlotScore> scores = Scoring.score(form, responses, Map.of(), Behaviour.DEFERRED);

        assertThat(scores).extracting(score -> score.score().toPlainString()).containsExactly("1.00", "1.00", "0.00");
        assertThat(scores)
                .extracting(SlotScore::reason)
                .containsExactly(SlotScore.Reason.RIGHT, SlotScore.Reason.PARTLY, SlotScore.Reason.BLANK);
        assertThat(Scoring.score(form, responses, Map.of(), Behaviour.DEFERRED)).isEqualTo(scores);
    }

    private static void expect(Slot slot, String value, BigDecimal fraction, SlotScore.Reason reason) {
        SlotScore score = Scoring.score(slot, read(slot, value).orElseThrow(), Behaviour.DEFERRED);
        assertThat(score.fraction()).isEqualByComparingTo(fraction);
        assertThat(score.reason()).isEqualTo(reason);
    }

    private static Optional<Response> read(Slot slot, String value) {
        JsonNode node = JSON.readTree(value);
        return Responses.read(slot, node);
    }
}
