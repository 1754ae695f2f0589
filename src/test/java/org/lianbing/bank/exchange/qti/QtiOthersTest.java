package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Region;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** What other producers of QTI 2.2 and 3.0 do that we do not. */
class QtiOthersTest {

    private static final String PICTURE = "\u0089PNG";

    @Test
    void aKeyThatOnlyTheScoringTellsIsRead() {
        Collected item = item("""
                <qti-response-declaration identifier="A" cardinality="single" base-type="identifier"/>
                <qti-response-declaration identifier="B" cardinality="single" base-type="string"/>
                <qti-item-body><p>先<qti-inline-choice-interaction response-identifier="A"><qti-inline-choice identifier="x">停</qti-inline-choice><qti-inline-choice identifier="y">送</qti-inline-choice></qti-inline-choice-interaction>电，再<qti-text-entry-interaction response-identifier="B"/></p></qti-item-body>
                <qti-response-processing><qti-response-condition><qti-response-if><qti-match><qti-variable identifier="A"/><qti-base-value base-type="identifier">y</qti-base-value></qti-match><qti-set-outcome-value identifier="S"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition>
                <qti-response-condition><qti-response-if><qti-string-match><qti-base-value base-type="string">验电</qti-base-value><qti-variable identifier="B"/></qti-string-match><qti-set-outcome-value identifier="S"><qti-base-value base-type="float">2</qti-base-value></qti-set-outcome-value></qti-response-if>
                <qti-response-else-if><qti-not><qti-match><qti-variable identifier="B"/><qti-base-value base-type="string">错</qti-base-value></qti-match></qti-not><qti-set-outcome-value identifier="S"><qti-base-value base-type="float">2</qti-base-value></qti-set-outcome-value></qti-response-else-if></qti-response-condition></qti-response-processing>""");
        assertThat(((Interaction.FillIn) item.only().interaction()).blanks())
                .containsExactly(new Blank.Pick(List.of("停", "送"), 1), new Blank.Words(List.of("验电"), false));
        assertThat(item.codes()).contains("exchange.remark.key-from-scoring");
    }

    @Test
    void aNumberKeepsTheToleranceOfItsScoring() {
        Collected item = item("""
                <qti-response-declaration identifier="R" cardinality="single" base-type="float"><qti-correct-response><qti-value>9.81</qti-value></qti-correct-response></qti-response-declaration>
                <qti-item-body><p>g = <qti-text-entry-interaction response-identifier="R"/> m/s</p></qti-item-body>
                <qti-response-processing><qti-response-condition><qti-response-if><qti-equal tolerance-mode="absolute" tolerance="0.05 0.05"><qti-variable identifier="R"/><qti-correct identifier="R"/></qti-equal><qti-set-outcome-value identifier="S"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>""");
        assertThat(item.only().stem()).isEqualTo("g = ____ m/s");
        assertThat(((Interaction.FillIn) item.only().interaction()).blanks())
                .containsExactly(new Blank.Value(new BigDecimal("9.81"), new BigDecimal("0.05")));
    }

    @Test
    void aTableWithSeveralTicksInARowIsACaseAndOneTurnedAroundAreThePairs() {
        String sets =
                "<qti-item-body><qti-match-interaction response-identifier=\"R\"><qti-prompt>连</qti-prompt><qti-simple-match-set><qti-simple-associable-choice identifier=\"a\">甲</qti-simple-associable-choice><qti-simple-associable-choice identifier=\"b\">乙</qti-simple-associable-choice></qti-simple-match-set>"
                        + "<qti-simple-match-set><qti-simple-associable-choice identifier=\"x\">一</qti-simple-associable-choice><qti-simple-associable-choice identifier=\"y\">二</qti-simple-associable-choice><qti-simple-associable-choice identifier=\"z\">三</qti-simple-associable-choice></qti-simple-match-set></qti-match-interaction></qti-item-body>";
        Collected table = item(pairs("a x", "a y", "b x") + sets);
        assertThat(((Interaction.Case) table.only().interaction()).parts())
                .extracting(CasePart::interaction)
                .containsExactly(
                        new Interaction.MultipleChoice(List.of(
                                new Option("一", true, null),
                                new Option("二", true, null),
                                new Option("三", false, null))),
                        new Interaction.SingleChoice(List.of(
                                new Option("一", true, null),
                                new Option("二", false, null),
                                new Option("三", false, null))));
        Collected turned = item(pairs("a x", "a y", "b z") + sets);
        assertThat(turned.only().interaction())
                .isEqualTo(new Interaction.Matching(
                        List.of(new Pair("一", "甲"), new Pair("二", "甲"), new Pair("三", "乙")), List.of()));
    }

    @Test
    void yesAndNoInOtherWordsAreTrueAndFalse() {
        Collected item = item("""
                <qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>q2</qti-value></qti-correct-response></qti-response-declaration>
                <qti-item-body><qti-choice-interaction response-identifier="R" max-choices="1"><qti-prompt>对吗</qti-prompt><qti-simple-choice identifier="q1">正确</qti-simple-choice><qti-simple-choice identifier="q2">错误</qti-simple-choice></qti-choice-interaction></qti-item-body>""");
        assertThat(item.only().interaction()).isEqualTo(new Interaction.TrueFalse(false));
    }

    @Test
    void packagesBringPassagesPicturesAndItemsThatOnlyTheTestNames() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "imsmanifest.xml",
                "<manifest><resources><resource type=\"imsqti_test_xmlv3p0\" href=\"t.xml\"/><resource type=\"imsqti_item_xmlv3p0\" href=\"items/a.xml\"/><resource type=\"imsqti_item_xmlv3p0\" href=\"items/bad.xml\"/></resources></manifest>");
        files.put(
                "t.xml",
                "<qti-assessment-test><qti-assessment-item-ref href=\"items/a.xml\"/><qti-assessment-item-ref href=\"items/b.xml\"/><qti-assessment-item-ref href=\"items/gone.xml\"/></qti-assessment-test>");
        files.put("items/a.xml", whole("""
                <qti-item-body><div><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="../texts/p.html"/></div><qti-extended-text-interaction response-identifier="R"><qti-prompt>为什么</qti-prompt></qti-extended-text-interaction></qti-item-body>"""));
        files.put("items/bad.xml", whole("""
                <qti-response-declaration identifier="R" cardinality="single" base-type="string"><qti-mapping><qti-map-entry map-key="x" mapped-value="多"/></qti-mapping></qti-response-declaration>
                <qti-item-body><p><qti-text-entry-interaction response-identifier="R"/></p></qti-item-body>"""));
        files.put("items/b.xml", whole(pairs("g A", "t B") + """
                <qti-item-body><qti-graphic-gap-match-interaction response-identifier="R"><qti-prompt>标</qti-prompt><img src="m.png" width="300" height="200" alt="图"/><qti-gap-text identifier="g">甲</qti-gap-text><qti-gap-text identifier="t">乙</qti-gap-text><qti-gap-text identifier="u">丙</qti-gap-text>
                <qti-associable-hotspot identifier="A" shape="rect" coords="1,2,11,22"/><qti-associable-hotspot identifier="B" shape="circle" coords="50,60,7"/></qti-graphic-gap-match-interaction></qti-item-body>"""));
        files.put("items/m.png", PICTURE);
        files.put("texts/p.html", "<html><body><p>一段话<br><img src=\"q.png\"></p></body></html>");
        files.put("texts/q.png", PICTURE + "2");
        Collected all = zip(files);
        assertThat(all.contents().get(0).stem()).matches("(?s)一段话\\\\\\n!\\[]\\(media:[0-9a-f]{64}\\)\\n\\n为什么");
        Interaction.Case places = (Interaction.Case) all.contents().get(1).interaction();
        assertThat(places.parts()).extracting(CasePart::stem).containsExactly("甲", "乙");
        assertThat(((Interaction.Hotspot) places.parts().getFirst().interaction()).regions())
                .containsExactly(new Region(new Region.Rectangle(1, 2, 10, 20), "", true));
        assertThat(all.codes())
                .containsExactly(
                        "exchange.problem.answers-unreadable",
                        "exchange.remark.unused-left-out",
                        "exchange.problem.file-missing");
    }

    private static String pairs(String... values) {
        return "<qti-response-declaration identifier=\"R\" cardinality=\"multiple\" base-type=\"directedPair\"><qti-correct-response><qti-value>"
                + String.join("</qti-value><qti-value>", values)
                + "</qti-value></qti-correct-response></qti-response-declaration>";
    }

    private static String whole(String inner) {
        return "<qti-assessment-item xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\" identifier=\"i\" title=\"T\">"
                + inner + "</qti-assessment-item>";
    }

    private static Collected item(String inner) {
        return Collected.of(new QtiReader(), "i.xml", whole(inner));
    }

    private static Collected zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Collected.of(new QtiPackageReader(), "p.zip", bytes.toByteArray());
    }
}
