package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** What the scoring of other programs is worth is found by trying it, however it is written down. */
class QtiTrialTest {

    private static final String LEFT_OUT = "exchange.remark.scoring-left-out";
    private static final String CHOICES =
            "<itemBody><choiceInteraction responseIdentifier=\"R\" maxChoices=\"0\"><prompt>哪些工具绝缘？</prompt>"
                    + "<simpleChoice identifier=\"a\">绝缘手套</simpleChoice><simpleChoice identifier=\"b\">绝缘靴</simpleChoice>"
                    + "<simpleChoice identifier=\"c\">扳手</simpleChoice><simpleChoice identifier=\"d\">钢尺</simpleChoice></choiceInteraction></itemBody>";
    private static final String MAPPED =
            "<mapping defaultValue=\"0\"><mapEntry mapKey=\"a\" mappedValue=\"1\"/><mapEntry mapKey=\"b\" mappedValue=\"1\"/>";

    /** Of each kind of scoring one, as ONYX, OpenOLAT, TAO and the tools of Cito write it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing, or the most for the key | | <responseCondition><responseIf><isNull><variable identifier="R"/></isNull><setOutcomeValue identifier="F"><baseValue baseType="identifier">empty</baseValue></setOutcomeValue></responseIf><responseElseIf><match><variable identifier="R"/><correct identifier="R"/></match><setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><variable identifier="MAXSCORE"/></sum></setOutcomeValue></responseElseIf></responseCondition> | ALL_OR_NOTHING | false
            what is mapped, for the key alone | <mapEntry mapKey="c" mappedValue="0"/> | <responseCondition><responseIf><match><variable identifier="R"/><correct identifier="R"/></match><setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><mapResponse identifier="R"/></sum></setOutcomeValue></responseIf></responseCondition> | ALL_OR_NOTHING | false
            a score in a table | | <responseCondition><responseIf><and><member><baseValue baseType="identifier">a</baseValue><variable identifier="R"/></member><member><baseValue baseType="identifier">b</baseValue><variable identifier="R"/></member><equal toleranceMode="exact"><containerSize><variable identifier="R"/></containerSize><baseValue baseType="integer">2</baseValue></equal></and><setOutcomeValue identifier="RAW"><baseValue baseType="integer">1</baseValue></setOutcomeValue></responseIf></responseCondition><lookupOutcomeValue identifier="SCORE"><variable identifier="RAW"/></lookupOutcomeValue> | ALL_OR_NOTHING | false
            wrong ones are taken off, down to a least | <mapEntry mapKey="c" mappedValue="-1"/><mapEntry mapKey="d" mappedValue="-1"/> | <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><mapResponse identifier="R"/></sum></setOutcomeValue><responseCondition><responseIf><lt><variable identifier="SCORE"/><baseValue baseType="float">0</baseValue></lt><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseIf></responseCondition> | NET_RIGHT | false
            one wrong one voids all | <mapEntry mapKey="c" mappedValue="-9"/><mapEntry mapKey="d" mappedValue="-9"/> | <setOutcomeValue identifier="SCORE"><max><baseValue baseType="float">0</baseValue><mapResponse identifier="R"/></max></setOutcomeValue> | RIGHT_PARTS | false
            wrong ones cost nothing | | <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><mapResponse identifier="R"/></sum></setOutcomeValue><responseCondition><responseIf><gt><variable identifier="SCORE"/><variable identifier="MAXSCORE"/></gt><setOutcomeValue identifier="SCORE"><variable identifier="MAXSCORE"/></setOutcomeValue></responseIf></responseCondition> | - | true
            an operator of their own | | <responseCondition><responseIf><customOperator class="x.y"><variable identifier="R"/></customOperator><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition> | - | true
            """)
    void theRuleIsFoundByTrying(
            String what, @Nullable String entries, String rules, @Nullable PartialCredit credit, boolean remarked) {
        Collected file = item(declared("R", "multiple", "identifier", "a", "b")
                        .replace(
                                "</correctResponse>",
                                "</correctResponse>" + MAPPED + (entries == null ? "" : entries) + "</mapping>")
                + outcomes()
                + CHOICES
                + processing(rules));
        assertThat(file.only().credit()).as(what).isEqualTo(credit);
        assertThat(file.codes().contains(LEFT_OUT)).as(what).isEqualTo(remarked);
    }

    /** Each pair counts, and a wrong one nothing: as one says of a 连线 here. */
    @Test
    void pairsThatCountOneByOneAreOurs() {
        Collected file = item(
                declared("R", "multiple", "directedPair", "a x", "b y")
                                .replace(
                                        "</correctResponse>",
                                        "</correctResponse><mapping defaultValue=\"0\"><mapEntry mapKey=\"a x\" mappedValue=\"1\"/><mapEntry mapKey=\"b y\" mappedValue=\"1\"/></mapping>")
                        + outcomes()
                        + "<itemBody><matchInteraction responseIdentifier=\"R\"><prompt>连</prompt><simpleMatchSet><simpleAssociableChoice identifier=\"a\" matchMax=\"1\">甲</simpleAssociableChoice><simpleAssociableChoice identifier=\"b\" matchMax=\"1\">乙</simpleAssociableChoice></simpleMatchSet>"
                        + "<simpleMatchSet><simpleAssociableChoice identifier=\"x\" matchMax=\"1\">一</simpleAssociableChoice><simpleAssociableChoice identifier=\"y\" matchMax=\"1\">二</simpleAssociableChoice></simpleMatchSet></matchInteraction></itemBody>"
                        + processing(
                                "<responseCondition><responseIf><not><isNull><variable identifier=\"R\"/></isNull></not><setOutcomeValue identifier=\"SCORE\"><sum><variable identifier=\"SCORE\"/><mapResponse identifier=\"R\"/></sum></setOutcomeValue></responseIf></responseCondition>"));
        assertThat(file.only().credit()).isEqualTo(PartialCredit.RIGHT_PARTS);
        assertThat(file.codes()).isEmpty();
    }

    /** Rows of a table that are scored together are rows of their own here. */
    @Test
    void aTableThatIsScoredAsAWholeIsRemarked() {
        Collected file = item(declared("R", "multiple", "directedPair", "a x", "a y", "b x")
                + outcomes()
                + "<itemBody><matchInteraction responseIdentifier=\"R\"><prompt>勾</prompt><simpleMatchSet><simpleAssociableChoice identifier=\"a\">甲</simpleAssociableChoice><simpleAssociableChoice identifier=\"b\">乙</simpleAssociableChoice></simpleMatchSet>"
                + "<simpleMatchSet><simpleAssociableChoice identifier=\"x\">一</simpleAssociableChoice><simpleAssociableChoice identifier=\"y\">二</simpleAssociableChoice><simpleAssociableChoice identifier=\"z\">三</simpleAssociableChoice></simpleMatchSet></matchInteraction></itemBody>"
                + processing(gives("R", "1")));
        assertThat(file.only().interaction()).isInstanceOf(Interaction.Case.class);
        assertThat(file.codes()).containsExactly(LEFT_OUT);
    }

    /** Parts of a 案例 count what the rules give for them. */
    @Test
    void partsCountByTheirPoints() {
        Collected file =
                item(declared("A", "single", "identifier", "x") + declared("B", "multiple", "identifier", "a", "b")
                        + outcomes()
                        + "<itemBody>" + choice("A", "x", "y", "z") + choice("B", "a", "b", "c") + "</itemBody>"
                        + processing(gives("A", "1.5") + gives("B", "3")));
        List<CasePart> parts = ((Interaction.Case) file.only().interaction()).parts();
        assertThat(parts).extracting(CasePart::weight).containsExactly(new BigDecimal("1.5"), new BigDecimal("3"));
        assertThat(parts).extracting(CasePart::credit).containsExactly(null, PartialCredit.ALL_OR_NOTHING);
        assertThat(file.codes()).isEmpty();
    }

    /** A second part that only counts with the first can be said by no weights. */
    @Test
    void partsThatDependOnEachOtherAreRemarked() {
        Collected file = item(declared("A", "single", "identifier", "x") + declared("B", "single", "identifier", "x")
                + outcomes()
                + "<itemBody>" + choice("A", "x", "y", "z") + choice("B", "x", "y", "z") + "</itemBody>"
                + processing(gives("A", "1").replace("</responseIf>", gives("B", "1") + "</responseIf>")));
        assertThat(((Interaction.Case) file.only().interaction()).parts())
                .extracting(CasePart::weight)
                .containsExactly(BigDecimal.ONE, BigDecimal.ONE);
        assertThat(file.codes()).containsExactly(LEFT_OUT);
    }

    /** The declaration says one thing and the points another: a person has to look. */
    @Test
    void aKeyThatGivesNothingIsAGuess() {
        Collected file = item(declared("A", "single", "identifier", "x") + outcomes() + "<itemBody>"
                + choice("A", "x", "y", "z") + "</itemBody>"
                + processing(gives("A", "1")
                        .replace("<correct identifier=\"A\"/>", "<baseValue baseType=\"identifier\">z</baseValue>")));
        assertThat(file.codes()).contains("exchange.remark.key-scored-less");
    }

    @Test
    void capitalsCountWhereTheRulesCompareThem() {
        String asked = "<itemBody><p>气体 <textEntryInteraction responseIdentifier=\"A\"/></p></itemBody>";
        String declared = declared("A", "single", "string", "Co");
        String template =
                "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct\"/>";
        assertThat(words(declared + asked + template).exactCase()).isTrue();
        assertThat(words(declared
                                + outcomes()
                                + asked
                                + processing(gives("A", "1")
                                        .replace("<match>", "<stringMatch caseSensitive=\"false\">")
                                        .replace("</match>", "</stringMatch>")))
                        .exactCase())
                .isFalse();
        Blank.Words apart = words(declared.replace(
                        "</correctResponse>",
                        "</correctResponse><mapping defaultValue=\"0\"><mapEntry mapKey=\"Co\" mappedValue=\"1\"/><mapEntry mapKey=\"CO\" mappedValue=\"0.5\"/></mapping>")
                + asked);
        assertThat(apart).isEqualTo(new Blank.Words(List.of("Co"), true));
    }

    /** Moodle names among the correct ones what it counts by half. */
    @Test
    void whatCountsLessIsNotAccepted() {
        Collected file = item(declared("A", "single", "string", "兆欧表", "万用表")
                        .replace(
                                "</correctResponse>",
                                "</correctResponse><mapping defaultValue=\"0\"><mapEntry mapKey=\"兆欧表\" mappedValue=\"1\"/><mapEntry mapKey=\"万用表\" mappedValue=\"0.5\"/></mapping>")
                + "<itemBody><p>用 <textEntryInteraction responseIdentifier=\"A\"/> 测绝缘。</p></itemBody>");
        assertThat(((Interaction.FillIn) file.only().interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("兆欧表"), false));
        assertThat(file.codes()).containsExactly("exchange.remark.partial-answer");
    }

    /** Bounds say what a tolerance says, whichever side the response stands on. */
    @ParameterizedTest
    @CsvSource({"gte, lte", "lte, gte"})
    void aRangeIsATolerance(String lower, String upper) {
        String response = "<variable identifier=\"A\"/>";
        Collected file = item(
                "<responseDeclaration identifier=\"A\" cardinality=\"single\" baseType=\"float\"/>"
                        + "<itemBody><p>电压 <textEntryInteraction responseIdentifier=\"A\"/> V</p></itemBody>"
                        + processing(
                                "<responseCondition><responseIf><and><" + lower + ">" + response
                                        + "<baseValue baseType=\"float\">218</baseValue></" + lower + "><" + upper + ">"
                                        + response
                                        + "<baseValue baseType=\"float\">222</baseValue></" + upper
                                        + "></and><setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue></responseIf></responseCondition>"));
        assertThat(((Interaction.FillIn) file.only().interaction()).blanks())
                .containsExactly(new Blank.Value(new BigDecimal("220"), new BigDecimal("2")));
    }

    /** What the rules show for one wrong option is its reason; what holds for several explains the item. */
    @Test
    void feedbackOfOneWrongOptionIsItsReason() {
        String shows =
                "<setOutcomeValue identifier=\"FEEDBACK\"><variable identifier=\"A\"/></setOutcomeValue><responseCondition><responseIf><not><match><variable identifier=\"A\"/><correct identifier=\"A\"/></match></not><setOutcomeValue identifier=\"HINT\"><baseValue baseType=\"identifier\">again</baseValue></setOutcomeValue></responseIf></responseCondition>";
        Collected file = item(
                declared("A", "single", "identifier", "x") + outcomes()
                        + "<outcomeDeclaration identifier=\"FEEDBACK\" cardinality=\"single\" baseType=\"identifier\"/><itemBody>"
                        + choice("A", "x", "y", "z") + "</itemBody>" + processing(gives("A", "1") + shows)
                        + "<modalFeedback outcomeIdentifier=\"FEEDBACK\" identifier=\"y\" showHide=\"show\">它导电。</modalFeedback>"
                        + "<modalFeedback outcomeIdentifier=\"HINT\" identifier=\"again\" showHide=\"show\">再读一遍规程。</modalFeedback>");
        assertThat(((Interaction.SingleChoice) file.only().interaction()).options())
                .containsExactly(
                        new Option("x!", true, null), new Option("y!", false, "它导电。"), new Option("z!", false, null));
        assertThat(file.only().explanation()).isEqualTo("再读一遍规程。");
    }

    /** A list that is put into itself over and over would hold more than any memory; the rules are not followed then. */
    @Test
    @Timeout(20)
    void aListThatDoublesIsNotFollowed() {
        String twice =
                "<setOutcomeValue identifier=\"X\"><multiple><variable identifier=\"X\"/><variable identifier=\"X\"/></multiple></setOutcomeValue>";
        Collected file = item(declared("R", "multiple", "identifier", "a", "b")
                        .replace("</correctResponse>", "</correctResponse>" + MAPPED + "</mapping>")
                + outcomes()
                + CHOICES
                + processing(
                        "<setOutcomeValue identifier=\"SCORE\"><min><mapResponse identifier=\"R\"/><variable identifier=\"MAXSCORE\"/></min></setOutcomeValue>"
                                + "<setOutcomeValue identifier=\"X\"><baseValue baseType=\"identifier\">x</baseValue></setOutcomeValue>"
                                + twice.repeat(40)));
        assertThat(file.only().interaction()).isInstanceOf(Interaction.MultipleChoice.class);
        assertThat(file.codes()).containsExactly(LEFT_OUT);
    }

    /** Each option is tried, and each trial takes as long as the rules: together they have an end. */
    @ParameterizedTest
    @ValueSource(strings = {"<variable identifier=\"V\"/>", "<mapResponse identifier=\"R\"/>"})
    @Timeout(20)
    void trialsOfLongRulesHaveAnEnd(String term) {
        StringBuilder options = new StringBuilder();
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 56; i++) {
            options.append("<simpleChoice identifier=\"o" + i + "\">" + i + "</simpleChoice>");
        }
        for (int i = 0; i < 2_000; i++) {
            entries.append("<mapEntry mapKey=\"m" + i + "\" mappedValue=\"0\"/>");
        }
        Collected file = item(declared("R", "multiple", "identifier", "a", "b")
                        .replace("</correctResponse>", "</correctResponse>" + MAPPED + entries + "</mapping>")
                + outcomes()
                + CHOICES.replace("</choiceInteraction>", options + "</choiceInteraction>")
                + processing("<setOutcomeValue identifier=\"SCORE\"><sum>" + term.repeat(5_000)
                        + "</sum></setOutcomeValue>"));
        assertThat(file.only().interaction()).isInstanceOf(Interaction.MultipleChoice.class);
        assertThat(file.codes()).containsExactly(LEFT_OUT);
    }

    /** Many questions with many options between them are still each of a size to be tried. */
    @Test
    void manyPartsKeepTheirPoints() {
        StringBuilder declared = new StringBuilder();
        StringBuilder asked = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            declared.append(declared("Q" + i, "single", "identifier", "a"));
            asked.append(choice("Q" + i, "a", "b", "c", "d", "e"));
            rules.append(gives("Q" + i, i == 0 ? "3" : "2"));
        }
        Collected file = item(declared + outcomes() + "<itemBody>" + asked + "</itemBody>" + processing("" + rules));
        assertThat(((Interaction.Case) file.only().interaction()).parts())
                .extracting(CasePart::weight)
                .startsWith(new BigDecimal("3"), new BigDecimal("2"))
                .hasSize(13);
        assertThat(file.codes()).isEmpty();
    }

    /** Of a number with eleven digits and more, binary numbers tell no millionths apart. */
    @ParameterizedTest
    @CsvSource({
        "30000000000, absolute, 0, 0",
        "98765432109, absolute, 5, 5",
        "98765432109, relative, 1, 987654321.09",
        "1.2345678, relative, 1, 0.012345678",
        "1.6e-19, relative, 1, 1.6e-21"
    })
    void tolerancesFitNumbersOfAnySize(String number, String mode, String width, BigDecimal tolerance) {
        Collected file = item(declared("A", "single", "float", number)
                + outcomes()
                + "<itemBody><p>电荷 <textEntryInteraction responseIdentifier=\"A\"/> C</p></itemBody>"
                + processing(gives("A", "1")
                        .replace("<match>", "<equal toleranceMode=\"" + mode + "\" tolerance=\"" + width + "\">")
                        .replace("</match>", "</equal>")));
        Blank.Value value = (Blank.Value)
                ((Interaction.FillIn) file.only().interaction()).blanks().getFirst();
        assertThat(value.tolerance()).isEqualByComparingTo(tolerance);
        assertThat(file.codes()).isEmpty();
    }

    private static Blank.Words words(String inner) {
        return (Blank.Words)
                ((Interaction.FillIn) item(inner).only().interaction()).blanks().getFirst();
    }

    private static String choice(String name, String... ids) {
        StringBuilder options = new StringBuilder();
        for (String id : ids) {
            options.append("<simpleChoice identifier=\"" + id + "\">" + id + "!</simpleChoice>");
        }
        return "<choiceInteraction responseIdentifier=\"" + name + "\" maxChoices=\"0\"><prompt>" + name + "？</prompt>"
                + options + "</choiceInteraction>";
    }

    private static String gives(String name, String points) {
        return "<responseCondition><responseIf><match><variable identifier=\"" + name + "\"/><correct identifier=\""
                + name
                + "\"/></match><setOutcomeValue identifier=\"SCORE\"><sum><variable identifier=\"SCORE\"/><baseValue baseType=\"float\">"
                + points + "</baseValue></sum></setOutcomeValue></responseIf></responseCondition>";
    }

    private static String processing(String rules) {
        return "<responseProcessing>" + rules + "</responseProcessing>";
    }

    private static String outcomes() {
        return "<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"><defaultValue><value>0</value></defaultValue>"
                + "<interpolationTable><interpolationTableEntry sourceValue=\"1\" targetValue=\"4\"/><interpolationTableEntry sourceValue=\"0\" targetValue=\"0\"/></interpolationTable></outcomeDeclaration>"
                + "<outcomeDeclaration identifier=\"MAXSCORE\" cardinality=\"single\" baseType=\"float\"><defaultValue><value>2</value></defaultValue></outcomeDeclaration>";
    }

    private static String declared(String name, String cardinality, String type, String... right) {
        return "<responseDeclaration identifier=\"" + name + "\" cardinality=\"" + cardinality + "\" baseType=\"" + type
                + "\"><correctResponse><value>" + String.join("</value><value>", right)
                + "</value></correctResponse></responseDeclaration>";
    }

    private static Collected item(String inner) {
        return Collected.of(
                new QtiReader(),
                "q.xml",
                "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"q\" title=\"T\">"
                        + inner + "</assessmentItem>");
    }
}
