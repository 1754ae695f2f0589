package org.lianbing.bank.exchange.qti;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Variable;
import org.lianbing.bank.content.Calculation;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** Template variables and places in pictures: what can be said here exactly is, and the rest is named. */
class QtiVariablesTest {

    private static final String MANIFEST =
            "<manifest><resources><resource identifier=\"1\" type=\"imsqti_item_xmlv2p1\" href=\"q.xml\"/></resources></manifest>";
    private static final String MATCH =
            "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct\"/>";
    private static final String ASKED = """
            <itemBody><p><printedVariable identifier="A"/> 台电动机，每台 <printedVariable identifier="B"/> A，\
            合计 <textEntryInteraction responseIdentifier="R"/> A。</p></itemBody>""";
    private static final String KEY = set("setCorrectResponse", "R", "<product>" + of("A") + of("B") + "</product>");
    private static final String DRAWN = set("setTemplateValue", "A", "<randomInteger min=\"2\" max=\"8\" step=\"2\"/>");

    @Test
    void constantsStandInTheirPlaces() {
        ItemContent content = read("", """
                <templateDeclaration identifier="A" cardinality="single" baseType="integer"><defaultValue><value>3</value></defaultValue></templateDeclaration>
                <templateDeclaration identifier="B" cardinality="single" baseType="float"/>""", set("setTemplateValue", "B", number("2.5")) + KEY, ASKED + MATCH)
                .only();
        assertThat(content.stem()).isEqualTo("3 台电动机，每台 2.5 A，合计 ____ A。");
        assertThat(content.interaction())
                .isEqualTo(new Interaction.FillIn(List.of(new Blank.Value(new BigDecimal("7.5"), BigDecimal.ZERO))));
    }

    @Test
    void whatIsDrawnAndComputedIsACalculation() {
        ItemContent content = read(
                        "",
                        declared("A") + declared("B"),
                        DRAWN
                                + set("setTemplateValue", "B", """
                <random><multiple>%s%s%s</multiple></random>""".formatted(number("9"), number("3"), number("6")))
                                + KEY,
                        ASKED + MATCH)
                .only();
        assertThat(content.stem()).isEqualTo("{{A}} 台电动机，每台 {{B}} A，合计 ____ A。");
        assertThat(content.interaction()).isInstanceOfSatisfying(Interaction.Calculated.class, calculated -> {
            assertThat(calculated.variables()).containsExactly(variable("A", 2, 8, 2), variable("B", 3, 9, 3));
            assertThat(calculated.decimals()).isZero();
            assertThat(calculated.tolerance()).isZero();
            assertThat(Calculation.of(calculated).at(5).key()).isEqualByComparingTo("24");
        });
    }

    @Test
    void whatIsComputedOnTheWayIsShownAndComputed() {
        ItemContent content = read(
                        "",
                        declared("A") + declared("B"),
                        DRAWN
                                + set("setTemplateValue", "B", "<subtract>" + number("20") + of("A") + "</subtract>")
                                + set(
                                        "setCorrectResponse",
                                        "R",
                                        "<integerDivide>" + of("B") + of("A") + "</integerDivide>"),
                        ASKED + MATCH)
                .only();
        assertThat(content.stem()).startsWith("{{A}} 台电动机，每台 {{= (20 - A)}} A");
        Calculation calculation = Calculation.of((Interaction.Calculated) content.interaction());
        assertThat(calculation.at(3).key()).isEqualByComparingTo("1");
        assertThat(calculation.at(3).in(content.stem(), 0)).startsWith("8 台电动机，每台 12 A");
    }

    /** Each of them means something that no field of a 计算 holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<setTemplateValue identifier='B'><randomFloat min='1' max='2'/></setTemplateValue>",
                "<templateCondition><templateIf><isNull><variable identifier='A'/></isNull></templateIf></templateCondition>",
                "<templateConstraint><gt><variable identifier='A'/><baseValue baseType='integer'>3</baseValue></gt></templateConstraint>",
                "<setTemplateValue identifier='B'><random><multiple><baseValue baseType='integer'>1</baseValue><baseValue baseType='integer'>2</baseValue><baseValue baseType='integer'>4</baseValue></multiple></random></setTemplateValue>",
                "<setTemplateValue identifier='B'><sum><randomInteger min='1' max='2'/><randomInteger min='1' max='2'/></sum></setTemplateValue>",
                "<setTemplateValue identifier='B'><divide><variable identifier='A'/><baseValue baseType='integer'>3</baseValue></divide></setTemplateValue>",
                "<setTemplateValue identifier='B'><baseValue baseType='integer'>1</baseValue></setTemplateValue><setTemplateValue identifier='B'><baseValue baseType='integer'>2</baseValue></setTemplateValue>",
                "<setTemplateValue identifier='B'><customOperator class='x'/></setTemplateValue>"
            })
    void whatCannotBeSaidExactlyIsNamed(String rule) {
        assertThat(read("", declared("A") + declared("B"), DRAWN + rule + KEY, ASKED + MATCH)
                        .codes())
                .containsExactly("exchange.problem.qti-template");
    }

    /** A score that looks at a variable, and a key by which more than the whole counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<responseProcessing><responseCondition><responseIf><gt><variable identifier='R'/><variable identifier='A'/></gt><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>",
                "<responseProcessing template='http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response'/>"
            })
    void aScoreThatIsNotTheKeyAloneIsNamed(String processing) {
        String rules = DRAWN + set("setTemplateValue", "B", number("2")) + KEY;
        assertThat(read("", declared("A") + declared("B"), rules, ASKED + processing)
                        .codes())
                .containsExactly("exchange.problem.qti-template");
    }

    @Test
    void aToleranceComesAlong() {
        String processing = """
                <responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="R"/><correct identifier="R"/></equal>\
                <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>""";
        String rules = DRAWN + set("setTemplateValue", "B", number("2.5")) + KEY;
        ItemContent content = read(
                        "", declared("A") + declared("B").replace("integer", "float"), rules, ASKED + processing)
                .only();
        assertThat(content.interaction()).isInstanceOfSatisfying(Interaction.Calculated.class, calculated -> {
            assertThat(calculated.tolerance()).isEqualByComparingTo("0.5");
            assertThat(calculated.decimals()).isEqualTo(1);
            assertThat(calculated.formula()).isEqualTo("(A * 2.5)");
        });
    }

    @Test
    void placesInAPictureAreOrderedByTheirNames() throws IOException {
        Collected read = picture("graphicOrderInteraction", "hotspotChoice", "ordered", "identifier", "C", "A", "B");
        assertThat(read.only().stem()).matches("(?s)按顺序点。\n\n!\\[图]\\(media:[0-9a-f]{64}\\)");
        assertThat(read.only().interaction()).isEqualTo(new Interaction.Ordering(List.of("验电", "停电\\*", "挂牌")));
        assertThat(read.codes()).containsExactly("exchange.remark.places-as-names");
    }

    @Test
    void placesInAPictureArePairedByTheirNames() throws IOException {
        Collected read = picture("graphicAssociateInteraction", "associableHotspot", "multiple", "pair", "A B");
        assertThat(read.only().interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("停电\\*", "挂牌")), List.of("验电")));
    }

    /** What is meant by them only the picture tells. */
    @Test
    void placesWithoutNamesStayAProblem() throws IOException {
        String xml = pictured("graphicOrderInteraction", "hotspotChoice", "ordered", "identifier", "C", "A", "B")
                .replace("hotspotLabel=\"挂牌\"", "");
        assertThat(Collected.of(
                                new QtiPackageReader(),
                                "p.zip",
                                QtiReaderTest.zip("imsmanifest.xml", MANIFEST, "q.xml", xml, "p.png", "\u0089PNG"))
                        .codes())
                .contains("exchange.problem.foreign-type");
    }

    @Test
    void interactionsOfOthersOwnStayAProblemWithTheirText() {
        String body = "<itemBody><p>拖动滑块。</p><portableCustomInteraction responseIdentifier=\"R\"/></itemBody>";
        Collected read = read("", "", "", body);
        assertThat(read.codes()).containsExactly("exchange.problem.foreign-type");
        assertThat(read.questions().getFirst().source()).contains("拖动滑块。");
    }

    private static Collected picture(String interaction, String choice, String cardinality, String type, String... key)
            throws IOException {
        return Collected.of(
                new QtiPackageReader(),
                "p.zip",
                QtiReaderTest.zip(
                        "imsmanifest.xml",
                        MANIFEST,
                        "q.xml",
                        pictured(interaction, choice, cardinality, type, key),
                        "p.png",
                        "\u0089PNG"));
    }

    private static String pictured(String interaction, String choice, String cardinality, String type, String... key) {
        StringBuilder values = new StringBuilder();
        for (String one : key) {
            values.append("<value>").append(one).append("</value>");
        }
        return item("""
                <responseDeclaration identifier="R" cardinality="%s" baseType="%s"><correctResponse>%s</correctResponse></responseDeclaration>
                <itemBody><%s responseIdentifier="R"><prompt>按顺序点。</prompt><object type="image/png" data="p.png" width="9" height="9">图</object>\
                <%s identifier="A" shape="circle" coords="1,1,1" hotspotLabel="停电*"/>\
                <%s identifier="B" shape="circle" coords="5,5,1" hotspotLabel="挂牌"/>\
                <%s identifier="C" shape="circle" coords="8,8,1" hotspotLabel="验电"/></%s></itemBody>""".formatted(cardinality, type, values, interaction, choice, choice, choice, interaction));
    }

    private static Collected read(String responses, String declarations, String rules, String rest) {
        String key = responses.isEmpty()
                ? "<responseDeclaration identifier=\"R\" cardinality=\"single\" baseType=\"float\"/>"
                : responses;
        String processing = rules.isEmpty() ? "" : "<templateProcessing>" + rules + "</templateProcessing>";
        return Collected.of(new QtiReader(), "q.xml", item(key + declarations + processing + rest));
    }

    private static String item(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\""
                + " identifier=\"q\" title=\"T\">" + content + "</assessmentItem>";
    }

    private static String declared(String name) {
        return "<templateDeclaration identifier=\"" + name + "\" cardinality=\"single\" baseType=\"integer\"/>";
    }

    private static String set(String rule, String name, String expression) {
        return "<" + rule + " identifier=\"" + name + "\">" + expression + "</" + rule + ">";
    }

    private static String of(String name) {
        return "<variable identifier=\"" + name + "\"/>";
    }

    private static String number(String value) {
        return "<baseValue baseType=\"" + (value.contains(".") ? "float" : "integer") + "\">" + value + "</baseValue>";
    }

    private static Variable variable(String name, int from, int to, int step) {
        return new Variable(name, BigDecimal.valueOf(from), BigDecimal.valueOf(to), BigDecimal.valueOf(step));
    }
}
