package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotKey.BlankKey;

import static org.assertj.core.api.Assertions.assertThat;

/** What responses to the later types are worth under each rule for what is right in part. */
class TypesScoringTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A word, a number and a pick of X and Y. */
    private static final Slot FILL_IN = FormOf.slot(
            1,
            1,
            ItemType.FILL_IN,
            "3",
            "||XY",
            new SlotKey.Blanks(List.of(
                    new BlankKey.Words(List.of("热继电器", "FR"), false),
                    new BlankKey.Number(new BigDecimal("50"), new BigDecimal("1")),
                    new BlankKey.Pick("X"))));

    /** Lefts a, b, c; rights P, Q, R, and S that belongs to nothing; P belongs to a and b. */
    private static final Slot MATCHING = FormOf.slot(
            1, 1, ItemType.MATCHING, "3", "PQRS|abc", new SlotKey.Pairs(Map.of("a", "P", "b", "P", "c", "R")));

    /** A circle around 100, 100 and a box from 200, 0. */
    private static final Slot HOTSPOT = FormOf.slot(
            1,
            1,
            ItemType.HOTSPOT,
            "2",
            "",
            new SlotKey.Regions(
                    400, 300, List.of(new Region.Circle(100, 100, 20), new Region.Rectangle(200, 0, 50, 50))));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "all-or-nothing; AB;   0;        WRONG",
                "all-or-nothing; ABC;  1;        RIGHT",
                "all-or-nothing; ABCD; 0;        WRONG",
                "right-parts;    AB;   0.666667; PARTLY",
                "right-parts;    ABD;  0;        WRONG_PICK",
                "net-right;      ABCD; 0.666667; PARTLY",
                "net-right;      ABD;  0.333333; PARTLY",
                "net-right;      AD;   0;        WRONG",
                "net-right;      DE;   0;        WRONG",
            })
    void multipleChoice(String rule, String picks, BigDecimal fraction, SlotScore.Reason reason) {
        expect(rule, FormOf.multiple("3", "ABC"), JSON.writeValueAsString(picks.split("")), fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "all-or-nothing; [\"热继电器\",\"50\",\"X\"]; 1;        RIGHT",
                "all-or-nothing; [\"fr \",\"５１\",\"X\"];     1;        RIGHT",
                "all-or-nothing; [\"FR\",\"50\",null];         0;        WRONG",
                "right-parts;    [\"FR\",\"52\",\"X\"];        0.666667; PARTLY",
                "right-parts;    [\"KM\",\"约 50\",\"Y\"];     0;        WRONG",
                "right-parts;    [null,\" \",\"X\"];           0.333333; PARTLY",
                "net-right;      [\"FR\",\"50\",\"Y\"];        0.333333; PARTLY",
                "net-right;      [\"FR\",\"60\",\"Y\"];        0;        WRONG",
                "net-right;      [\"FR\",\"50\",null];         0.666667; PARTLY",
                "right-parts;    [null,null,null];             0;        BLANK",
                "right-parts;    null;                         0;        BLANK",
            })
    void fillIn(String rule, String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(rule, FILL_IN, value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "all-or-nothing; {\"a\":\"P\",\"b\":\"P\",\"c\":\"R\"}; 1;        RIGHT",
                "all-or-nothing; {\"a\":\"P\",\"b\":\"P\"};             0;        WRONG",
                "right-parts;    {\"a\":\"P\",\"b\":\"P\"};             0.666667; PARTLY",
                "right-parts;    {\"a\":\"P\",\"b\":\"P\",\"c\":\"Q\"}; 0.666667; PARTLY",
                "right-parts;    {\"a\":\"P\",\"b\":\"P\",\"c\":\"P\"}; 0;        WRONG",
                "right-parts;    {\"a\":\"R\",\"b\":\"R\",\"c\":\"R\"}; 0;        WRONG",
                "net-right;      {\"a\":\"P\",\"b\":\"S\",\"c\":\"R\"}; 0.333333; PARTLY",
                "net-right;      {\"a\":\"P\",\"b\":\"Q\"};             0;        WRONG",
                "right-parts;    {};                                    0;        BLANK",
            })
    void matching(String rule, String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(rule, MATCHING, value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "all-or-nothing; [[100,100],[200,0]];   1;   RIGHT",
                "all-or-nothing; [[250,50],[85.4,100]]; 1;   RIGHT",
                "all-or-nothing; [[100,100]];           0;   WRONG",
                "right-parts;    [[100,100]];           0.5; PARTLY",
                "right-parts;    [[100,100],[300,200]]; 0;   WRONG_PICK",
                "right-parts;    [[100,100],[105,95]];  0;   WRONG_PICK",
                "net-right;      [[100,100],[300,200]]; 0;   WRONG",
                "net-right;      [[210,10]];            0.5; PARTLY",
                "right-parts;    [];                    0;   BLANK",
            })
    void hotspot(String rule, String value, BigDecimal fraction, SlotScore.Reason reason) {
        expect(rule, HOTSPOT, value, fraction, reason);
    }

    @ParameterizedTest
    @CsvSource({"2.00,1,RIGHT", "2.0,0,FIGURES", "2.000,0,FIGURES", "2.01,1,RIGHT", "2.5,0,WRONG"})
    void theRightValueWithTheWrongFiguresIsAFaultOfItsOwn(String typed, BigDecimal fraction, SlotScore.Reason reason) {
        Slot slot = FormOf.slot(
                1,
                1,
                ItemType.NUMERIC,
                "1",
                "",
                new SlotKey.Value(new BigDecimal("2.00"), new BigDecimal("0.01"), "V", 3));
        expect("all-or-nothing", slot, JSON.writeValueAsString(typed), fraction, reason);
    }

    @Test
    void aTextWaitsForAMarkerAndInPracticeCountsWhatItsWriterFoundInIt() {
        Slot slot = FormOf.slot(
                1,
                1,
                ItemType.ESSAY,
                "6",
                "AB",
                new SlotKey.Written(
                        List.of(new SlotKey.Weight("A", BigDecimal.TWO), new SlotKey.Weight("B", BigDecimal.ONE))));
        Response text = read(slot, "\"先验电\"");
        Response assessed = new Response.Written("先验电", Set.of("A"));

        assertThat(Scoring.score(slot, text, Behaviour.IMMEDIATE).reason()).isEqualTo(SlotScore.Reason.UNMARKED);
        assertThat(Scoring.score(slot, assessed, Behaviour.IMMEDIATE).score()).isEqualByComparingTo("4.00");
        assertThat(Scoring.score(slot, assessed, Behaviour.IMMEDIATE).reason())
                .isEqualTo(SlotScore.Reason.SELF_ASSESSED);
        assertThat(Scoring.score(slot, assessed, Behaviour.DEFERRED).reason()).isEqualTo(SlotScore.Reason.UNMARKED);
        assertThat(Responses.read(slot, JSON.readTree("{\"text\":\"先验电\",\"said\":[\"A\",\"B\"]}")))
                .isEmpty();
        assertThat(Responses.stored(slot, Responses.write(slot, assessed))).contains(assessed);
    }

    @Test
    void aPracticalCountsWhatItsOwnSheetSays() {
        Slot slot = FormOf.slot(
                1,
                1,
                ItemType.PRACTICAL,
                "1",
                "AB",
                new SlotKey.Checklist(List.of(
                        new SlotKey.Weight("A", new BigDecimal("60")), new SlotKey.Weight("B", new BigDecimal("40")))));
        Response sheet = read(slot, "{\"deductions\":{\"A\":\"10\",\"B\":0},\"seconds\":90}");

        assertThat(Scoring.score(slot, sheet, Behaviour.IMMEDIATE).fraction()).isEqualByComparingTo("0.9");
        assertThat(Scoring.score(slot, read(slot, "{\"deductions\":{\"B\":\"0\"}}"), Behaviour.IMMEDIATE)
                        .fraction())
                .isEqualByComparingTo("0.4");
        assertThat(Scoring.score(slot, sheet, Behaviour.DEFERRED).fraction()).isZero();
        assertThat(Responses.read(slot, Responses.write(slot, sheet))).contains(sheet);
        assertThat(Responses.read(slot, JSON.readTree("{\"deductions\":{\"A\":\"61\"}}")))
                .isEmpty();
        assertThat(Responses.read(slot, JSON.readTree("{\"deductions\":{\"A\":\"-1\"}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",\"b\"]", "[1,2,3]", "\"abc\"", "{}", "[null,null,\"热\"]", "[\"a\",\"b\",\"Z\"]"})
    void whatIsNoRowOfBlanksDoesNotFit(String value) {
        assertThat(Responses.read(FILL_IN, JSON.readTree(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"P\":\"a\"}", "{\"a\":\"b\"}", "[\"P\"]", "{\"a\":null}", "{\"a\":1}"})
    void whatIsNoPairingDoesNotFit(String value) {
        assertThat(Responses.read(MATCHING, JSON.readTree(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1,2],[3,4],[5,6]]", "[[-1,2]]", "[[401,2]]", "[[1]]", "[1,2]", "[[\"1\",2]]"})
    void whatLiesOutsideThePictureOrIsTooOftenDoesNotFit(String value) {
        assertThat(Responses.read(HOTSPOT, JSON.readTree(value))).isEmpty();
    }

    @Test
    void aTextIsNoLongerThanItMayBeAndHasNoSignThatCannotBeKept() {
        Slot slot = FormOf.slot(1, 1, ItemType.ESSAY, "1", "A", new SlotKey.Written(List.of()));

        assertThat(Responses.read(slot, JSON.readTree("\"" + "字".repeat(5_000) + "\"")))
                .isPresent();
        assertThat(Responses.read(slot, JSON.readTree("\"" + "字".repeat(5_001) + "\"")))
                .isEmpty();
        assertThat(Responses.read(slot, JSON.readTree("\"a\\u0000b\""))).isEmpty();
        assertThat(Responses.read(slot, JSON.readTree("\"a\\ud800b\""))).isEmpty();
    }

    @Test
    void entriesAndSpotsAreMarkedOneByOne() {
        assertThat(Scoring.marks(FILL_IN, read(FILL_IN, "[\"FR\",\"60\",null]")))
                .containsExactly(true, false, null);
        assertThat(Scoring.marks(HOTSPOT, read(HOTSPOT, "[[300,200],[100,100]]")))
                .containsExactly(false, true);
    }

    private static void expect(String rule, Slot slot, String value, BigDecimal fraction, SlotScore.Reason reason) {
        Slot ruled = FormOf.under(PartialCredit.find(rule).orElseThrow(), slot);
        Response response = read(ruled, value);
        SlotScore score = Scoring.score(ruled, response, Behaviour.DEFERRED);
        assertThat(score.fraction()).isEqualByComparingTo(fraction);
        assertThat(score.reason()).isEqualTo(reason);
        assertThat(Responses.stored(ruled, Responses.write(ruled, response))).contains(response);
    }

    private static Response read(Slot slot, String value) {
        return Responses.read(slot, JSON.readTree(value)).orElseThrow();
    }
}
