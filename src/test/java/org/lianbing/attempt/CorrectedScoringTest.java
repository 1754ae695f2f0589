package org.lianbing.attempt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Region;
import org.lianbing.paper.Correction;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

import static org.assertj.core.api.Assertions.assertThat;

/** What corrections make of responses, type by type. */
class CorrectedScoringTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Arguments> mended() {
        Slot judge = FormOf.trueFalse();
        Slot single = FormOf.single();
        Slot several = FormOf.multiple("2", "AB");
        Slot order = FormOf.ordering();
        Slot number = FormOf.numeric("10", "0.1");
        Slot fill = FormOf.slot(
                1,
                1,
                ItemType.FILL_IN,
                "2",
                "",
                new SlotKey.Blanks(List.of(new SlotKey.BlankKey.Words(List.of("验电"), false))));
        Slot match = FormOf.slot(1, 1, ItemType.MATCHING, "2", "XY|ab", new SlotKey.Pairs(Map.of("a", "X", "b", "Y")));
        Slot spot = FormOf.slot(
                1, 1, ItemType.HOTSPOT, "2", "", new SlotKey.Regions(100, 100, List.of(new Region.Circle(10, 10, 5))));
        return Stream.of(
                Arguments.of(judge, keys(new SlotKey.One("R")), "'R'", "1", "RIGHT"),
                Arguments.of(judge, keys(new SlotKey.One("R")), "'W'", "0", "WRONG"),
                Arguments.of(judge, keys(new SlotKey.One("W"), new SlotKey.One("R")), "'R'", "1", "RIGHT"),
                Arguments.of(single, keys(new SlotKey.One("B"), new SlotKey.One("C")), "'C'", "1", "RIGHT"),
                Arguments.of(single, keys(new SlotKey.One("B"), new SlotKey.One("C")), "'D'", "0", "WRONG"),
                Arguments.of(
                        several, keys(new SlotKey.Several(Set.of("A", "B", "C"))), "['A','B']", "0.666667", "PARTLY"),
                Arguments.of(
                        several,
                        keys(new SlotKey.Several(Set.of("A", "B", "C")), new SlotKey.Several(Set.of("A", "B"))),
                        "['A','B']",
                        "1",
                        "RIGHT"),
                Arguments.of(
                        order, keys(new SlotKey.Order(List.of("A", "C", "D", "B"))), "['A','C','D','B']", "1", "RIGHT"),
                Arguments.of(
                        number,
                        keys(new SlotKey.Value(new BigDecimal("10"), new BigDecimal("0.5"), "mm")),
                        "'10.4'",
                        "1",
                        "RIGHT"),
                Arguments.of(
                        fill,
                        keys(new SlotKey.Blanks(List.of(new SlotKey.BlankKey.Words(List.of("验电", "测电"), false)))),
                        "['测电']",
                        "1",
                        "RIGHT"),
                Arguments.of(
                        match, keys(new SlotKey.Pairs(Map.of("a", "Y", "b", "X"))), "{'a':'Y','b':'X'}", "1", "RIGHT"),
                Arguments.of(
                        spot,
                        keys(
                                new SlotKey.Regions(100, 100, List.of(new Region.Circle(10, 10, 5))),
                                new SlotKey.Regions(100, 100, List.of(new Region.Rectangle(50, 50, 10, 10)))),
                        "[[55,55]]",
                        "1",
                        "RIGHT"),
                Arguments.of(single, new SlotRuling.FullMarks(), "'A'", "1", "GRANTED"),
                Arguments.of(single, new SlotRuling.FullMarks(), "null", "1", "GRANTED"),
                Arguments.of(single, new SlotRuling.TakenOut(), "'B'", "0", "TAKEN_OUT"),
                Arguments.of(single, keys(new SlotKey.One("C")), "null", "0", "BLANK"));
    }

    @ParameterizedTest
    @MethodSource("mended")
    void aCorrectionIsWhatCounts(Slot slot, SlotRuling ruling, String value, BigDecimal fraction, String reason) {
        Slot corrected = slot.corrected(new Correction(1, 1, ruling, "", Instant.EPOCH));
        Response response = Responses.read(corrected, JSON.readTree(value.replace('\'', '"')))
                .orElseThrow();
        SlotScore score = Scoring.score(corrected, response, Behaviour.DEFERRED);
        assertThat(score.fraction()).isEqualByComparingTo(fraction);
        assertThat(score.reason().name()).isEqualTo(reason);
    }

    @Test
    void whatIsTakenOutLowersTheMaxScoreAndNothingElseDoes() {
        Form form = FormOf.form(FormOf.single(), FormOf.multiple("2", "AB"));
        assertThat(form.corrected(List.of(correction(1, 1, new SlotRuling.FullMarks())))
                        .maxScore())
                .isEqualByComparingTo("3");
        Form out = form.corrected(List.of(correction(2, 1, new SlotRuling.TakenOut())));
        assertThat(out.maxScore()).isEqualByComparingTo("1");
        assertThat(ScoreSheet.of(out, Map.of(), Map.of(), Behaviour.DEFERRED).maxScore())
                .isEqualByComparingTo("1");
        assertThat(form.maxScore()).isEqualByComparingTo("3");
    }

    @Test
    void theLastCorrectionOfASlotHolds() {
        Form form = FormOf.form(FormOf.single());
        Form twice = form.corrected(
                List.of(correction(1, 1, new SlotRuling.TakenOut()), correction(1, 2, keys(new SlotKey.One("D")))));
        assertThat(twice.generation()).isEqualTo(2);
        ScoreSheet tally = ScoreSheet.of(twice, Map.of(1, new Response.One("D")), Map.of(), Behaviour.DEFERRED);
        assertThat(tally.score()).isEqualByComparingTo("1");
        assertThat(tally.generation()).isEqualTo(2);
    }

    private static Correction correction(int slot, int generation, SlotRuling ruling) {
        return new Correction(slot, generation, ruling, "", Instant.EPOCH);
    }

    private static SlotRuling keys(SlotKey... keys) {
        return new SlotRuling.Keys(List.of(keys));
    }
}
