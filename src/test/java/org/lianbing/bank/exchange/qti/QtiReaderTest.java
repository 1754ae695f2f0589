package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QtiReaderTest {

    private static final String CHOICE = """
            <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>B</value></correctResponse></responseDeclaration>
            <itemBody><p>看图 <img src="p/1.png" alt="图"/></p><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>哪个？</prompt>
            <simpleChoice identifier="A">按钮<feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">不是</feedbackInline></simpleChoice><simpleChoice identifier="B">熔断器</simpleChoice></choiceInteraction></itemBody>
            <modalFeedback outcomeIdentifier="F" identifier="B" showHide="show"><p>短路保护</p></modalFeedback>""";

    private static final String ONE =
            "<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue>";

    @Test
    void aChoiceOfVersionTwoAndThreeIsTheSame() throws IOException {
        Collected two = read(item("assessmentItem", CHOICE));
        String three = CHOICE.replaceAll("<(/?)responseDeclaration", "<$1qti-response-declaration")
                .replaceAll("baseType", "base-type")
                .replaceAll("<(/?)correctResponse", "<$1qti-correct-response")
                .replaceAll("<(/?)value", "<$1qti-value")
                .replaceAll("<(/?)itemBody", "<$1qti-item-body")
                .replaceAll("<(/?)choiceInteraction", "<$1qti-choice-interaction")
                .replaceAll("responseIdentifier", "response-identifier")
                .replaceAll("maxChoices", "max-choices")
                .replaceAll("<(/?)prompt", "<$1qti-prompt")
                .replaceAll("<(/?)simpleChoice", "<$1qti-simple-choice")
                .replaceAll("<(/?)feedbackInline", "<$1qti-feedback-inline")
                .replaceAll("<(/?)modalFeedback", "<$1qti-modal-feedback");
        assertThat(read(item("qti-assessment-item", three)).only()).isEqualTo(two.only());
        assertThat(two.only().explanation()).isEqualTo("短路保护");
        assertThat(((Interaction.SingleChoice) two.only().interaction()).options())
                .containsExactly(new Option("按钮", false, "不是"), new Option("熔断器", true, null));
        assertThat(two.codes()).containsExactly("exchange.remark.picture-missing");
    }

    @Test
    void aPackageBringsItsPicturesAndNamesWhatIsMissing() throws IOException {
        Collected file = Collected.of(
                new QtiPackageReader(),
                "p.zip",
                zip(
                        "imsmanifest.xml",
                        """
                <manifest><resources><resource identifier="1" type="imsqti_item_xmlv2p1" href="items/q1.xml"/>
                <resource identifier="2" type="imsqti_item_xmlv2p1" href="items/none.xml"/>
                <resource identifier="3" type="webcontent" href="x.css"/></resources></manifest>""",
                        "items/q1.xml",
                        item("assessmentItem", CHOICE),
                        "items/p/1.png",
                        "\u0089PNG"));
        assertThat(file.pictures()).hasSize(1);
        assertThat(file.contents()).hasSize(1);
        assertThat(file.contents().getFirst().stem()).matches("看图 !\\[图]\\(media:[0-9a-f]{64}\\)\n\n哪个？");
        assertThat(file.codes()).containsExactly("exchange.problem.file-missing");
    }

    @Test
    void blanksInTheTextAreAccepted() throws IOException {
        ItemContent item = read(item("assessmentItem", """
                <responseDeclaration identifier="A" cardinality="single" baseType="string"><correctResponse><value>停电</value></correctResponse>
                <mapping><mapEntry mapKey="停电" mappedValue="1"/><mapEntry mapKey="断电" mappedValue="1"/></mapping></responseDeclaration>
                <responseDeclaration identifier="B" cardinality="single" baseType="float"><correctResponse><value>0.02</value></correctResponse></responseDeclaration>
                <responseDeclaration identifier="C" cardinality="single" baseType="identifier"><correctResponse><value>y</value></correctResponse></responseDeclaration>
                <itemBody><p>先 <textEntryInteraction responseIdentifier="A"/>，周期 <textEntryInteraction responseIdentifier="B"/>，
                <inlineChoiceInteraction responseIdentifier="C"><inlineChoice identifier="e"></inlineChoice><inlineChoice identifier="x">串联</inlineChoice><inlineChoice identifier="y">并联</inlineChoice></inlineChoiceInteraction></p></itemBody>""")).only();
        assertThat(((Interaction.FillIn) item.interaction()).blanks())
                .containsExactly(
                        new Blank.Words(List.of("停电", "断电"), false),
                        new Blank.Value(new BigDecimal("0.02"), BigDecimal.ZERO),
                        new Blank.Pick(List.of("串联", "并联"), 1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct, 0, ALL_OR_NOTHING
            https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml, 0, ALL_OR_NOTHING
            http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response, -1, NET_RIGHT
            http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response, 0,
            """)
    void theTemplateSaysWhatARightPartIsWorth(String template, String wrong, @Nullable PartialCredit rule) {
        ItemContent item =
                read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><correctResponse><value>a</value><value>b</value></correctResponse>
                <mapping><mapEntry mapKey="a" mappedValue="1"/><mapEntry mapKey="b" mappedValue="1"/><mapEntry mapKey="c" mappedValue="%s"/></mapping></responseDeclaration>
                <itemBody><choiceInteraction responseIdentifier="R" maxChoices="0"><prompt>哪些？</prompt><simpleChoice identifier="a">甲</simpleChoice><simpleChoice identifier="b">乙</simpleChoice><simpleChoice identifier="c">丙</simpleChoice></choiceInteraction></itemBody>
                <responseProcessing template="%s"/>""".formatted(wrong, template))).only();
        assertThat(item.interaction()).isInstanceOf(Interaction.MultipleChoice.class);
        assertThat(item.credit()).isEqualTo(rule);
    }

    @Test
    void filesToHandInAreReadWithATextOrWithout() {
        assertThat(essay("""
                        <itemBody><p>画图并说明</p><extendedTextInteraction responseIdentifier="R"/><uploadInteraction responseIdentifier="F1"/><uploadInteraction responseIdentifier="F2"/></itemBody>""").uploads()).isEqualTo(2);
        Collected alone = read(
                item(
                        "assessmentItem",
                        "<itemBody><uploadInteraction responseIdentifier=\"F\"><prompt>拍照上传</prompt></uploadInteraction></itemBody>"));
        assertThat(alone.only().stem()).isEqualTo("拍照上传");
        assertThat(((Interaction.Essay) alone.only().interaction()).uploads()).isEqualTo(1);
        assertThat(alone.codes()).isEmpty();
        assertThat(essay("<itemBody><p>写</p><extendedTextInteraction responseIdentifier=\"R\"/></itemBody>")
                        .uploads())
                .isZero();
    }

    /** Words dragged into a text: a blank each; also where a word serves twice, or only the scoring says what is right. */
    @Test
    void wordsDraggedIntoATextBecomeItsBlanks() {
        String texts = """
                <itemBody><gapMatchInteraction responseIdentifier="R" shuffle="true"><prompt>填</prompt>
                <gapText identifier="a" matchMax="2">停电</gapText><gapText identifier="b" matchMax="1">验电</gapText><gapText identifier="c" matchMax="1">送电</gapText>
                <p>先<gap identifier="G1"/>，再<gap identifier="G2"/>，不<gap identifier="G3"/>不干。</p></gapMatchInteraction></itemBody>""";
        List<String> words = List.of("停电", "验电", "送电");
        Interaction.FillIn expected = new Interaction.FillIn(
                List.of(new Blank.Pick(words, 0), new Blank.Pick(words, 1), new Blank.Pick(words, 0)));
        Collected keyed = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse><value>a G1</value><value>b G2</value><value>a G3</value></correctResponse></responseDeclaration>
                """ + texts));
        assertThat(keyed.only().interaction()).isEqualTo(expected);
        assertThat(keyed.only().stem().replaceAll("\\s+", "")).isEqualTo("填先____，再____，不____不干。");
        assertThat(keyed.codes()).isEmpty();
        Collected mapped = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><mapping defaultValue="-1"><mapEntry mapKey="a G1" mappedValue="1"/><mapEntry mapKey="b G2" mappedValue="1"/><mapEntry mapKey="a G3" mappedValue="1"/><mapEntry mapKey="c G1" mappedValue="0"/></mapping></responseDeclaration>
                """ + texts));
        assertThat(mapped.only().interaction()).isEqualTo(expected);
        // A gap without a key is asked of a person, and none of them is lost.
        Collected open = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse><value>a G1</value><value>b G2</value></correctResponse></responseDeclaration>
                """ + texts));
        assertThat(((Interaction.FillIn) open.only().interaction()).blanks()).hasSize(3);
        assertThat(open.codes()).containsExactly("exchange.remark.no-key");
    }

    private static Interaction.Essay essay(String body) {
        return (Interaction.Essay) read(item("assessmentItem", body)).only().interaction();
    }

    @Test
    void orderMatchHotspotAndTextAreRead() throws IOException {
        assertThat(read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="ordered" baseType="identifier"><correctResponse><value>b</value><value>a</value></correctResponse></responseDeclaration>
                <itemBody><orderInteraction responseIdentifier="R"><prompt>排</prompt><simpleChoice identifier="a">验电</simpleChoice><simpleChoice identifier="b">停电</simpleChoice></orderInteraction></itemBody>""")).only().interaction())
                .isEqualTo(new Interaction.Ordering(List.of("停电", "验电")));
        assertThat(read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse><value>a x</value></correctResponse></responseDeclaration>
                <itemBody><matchInteraction responseIdentifier="R"><prompt>连</prompt><simpleMatchSet><simpleAssociableChoice identifier="a">KM</simpleAssociableChoice></simpleMatchSet>
                <simpleMatchSet><simpleAssociableChoice identifier="x">接触器</simpleAssociableChoice><simpleAssociableChoice identifier="y">按钮</simpleAssociableChoice></simpleMatchSet></matchInteraction></itemBody>""")).only().interaction())
                .isEqualTo(new Interaction.Matching(List.of(new Pair("KM", "接触器")), List.of("按钮")));
        assertThat(read(item(
                                "assessmentItem",
                                "<itemBody><extendedTextInteraction responseIdentifier=\"R\"><prompt>论</prompt></extendedTextInteraction></itemBody>"))
                        .only()
                        .interaction())
                .isInstanceOf(Interaction.Essay.class);
        Collected spot = Collected.of(
                new QtiPackageReader(),
                "p.zip",
                zip(
                        "imsmanifest.xml",
                        "<manifest><resources><resource type=\"imsqti_item_xmlv3p0\" href=\"q.xml\"/></resources></manifest>",
                        "q.xml",
                        item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration>
                <itemBody><hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>指</prompt><object data="a.png" width="200" height="100" type="image/png">图</object>
                <hotspotChoice identifier="a" shape="circle" coords="77,15,8"/><hotspotChoice identifier="b" shape="poly" coords="1,1,9,1,9,9,1,1"/></hotspotInteraction></itemBody>"""),
                        "a.png",
                        "\u0089PNG"));
        Interaction.Hotspot hotspot = (Interaction.Hotspot) spot.only().interaction();
        assertThat(hotspot.regions())
                .containsExactly(
                        new Region(new Region.Circle(77, 15, 8), "", true),
                        new Region(
                                new Region.Polygon(
                                        List.of(new Region.Spot(1, 1), new Region.Spot(9, 1), new Region.Spot(9, 9))),
                                "",
                                false));
    }

    @Test
    void severalQuestionsInOneItemMakeACase() throws IOException {
        ItemContent item = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration>
                <responseDeclaration identifier="S" cardinality="multiple" baseType="identifier"><correctResponse><value>a</value><value>b</value></correctResponse></responseDeclaration>
                <itemBody><p>案情</p><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>一</prompt><simpleChoice identifier="a">甲</simpleChoice><simpleChoice identifier="b">乙</simpleChoice></choiceInteraction>
                <choiceInteraction responseIdentifier="S" maxChoices="0"><prompt>二</prompt><simpleChoice identifier="a">甲</simpleChoice><simpleChoice identifier="b">乙</simpleChoice><simpleChoice identifier="c">丙</simpleChoice></choiceInteraction></itemBody>""")).only();
        Interaction.Case parts = (Interaction.Case) item.interaction();
        assertThat(item.stem()).isEqualTo("案情");
        assertThat(parts.parts()).extracting(part -> part.stem()).containsExactly("一", "二");
        assertThat(parts.parts())
                .extracting(part -> part.interaction().type().code())
                .containsExactly("single-choice", "multiple-choice");
    }

    @Test
    void whatTheKeyDoesNotUseIsSaid() throws IOException {
        Collected order = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="ordered" baseType="identifier"><correctResponse><value>b</value><value>a</value></correctResponse></responseDeclaration>
                <itemBody><orderInteraction responseIdentifier="R"><prompt>排</prompt><simpleChoice identifier="a">验电</simpleChoice><simpleChoice identifier="b">停电</simpleChoice><simpleChoice identifier="c">唱歌</simpleChoice></orderInteraction></itemBody>"""));
        assertThat(order.codes()).containsExactly("exchange.remark.unused-left-out");
        Collected pick = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>z</value></correctResponse></responseDeclaration>
                <itemBody><p>选 <inlineChoiceInteraction responseIdentifier="R"><inlineChoice identifier="x">串联</inlineChoice><inlineChoice identifier="y">并联</inlineChoice></inlineChoiceInteraction></p></itemBody>"""));
        assertThat(pick.codes()).containsExactly("exchange.remark.no-key");
        Collected number = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="single" baseType="float"/>
                <itemBody><p>多少 <textEntryInteraction responseIdentifier="R"/></p></itemBody>"""));
        assertThat(number.codes()).contains("exchange.problem.answers-unreadable");
    }

    @Test
    void ofMappedChoicesTheOneThatCountsMostIsRight() throws IOException {
        Collected file = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><mapping><mapEntry mapKey="a" mappedValue="0.5"/><mapEntry mapKey="b" mappedValue="2"/></mapping></responseDeclaration>
                <itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>哪个？</prompt><simpleChoice identifier="a">甲</simpleChoice><simpleChoice identifier="b">乙</simpleChoice></choiceInteraction></itemBody>"""));
        assertThat(((Interaction.SingleChoice) file.only().interaction()).options())
                .extracting(Option::correct)
                .containsExactly(false, true);
        assertThat(file.codes()).containsExactly("exchange.remark.part-weights-dropped");
    }

    @Test
    void aSharedPassageComesAlongAndFeedbackInTheTextExplains() throws IOException {
        Collected file = Collected.of(
                new QtiPackageReader(),
                "p.zip",
                zip(
                        "imsmanifest.xml",
                        "<manifest><resources><resource type=\"imsqti_item_xmlv3p0\"><file href=\"items/q.xml\"/></resource></resources></manifest>",
                        "items/q.xml",
                        item("qti-assessment-item", """
                <qti-response-declaration identifier="R" cardinality="single" base-type="string"><qti-correct-response><qti-value>串联</qti-value></qti-correct-response></qti-response-declaration>
                <qti-assessment-stimulus-ref identifier="s" href="../shared/s.xml" title="s"/>
                <qti-item-body><qti-rubric-block view="candidate"><p>写两个字。</p></qti-rubric-block><p>熔断器 <qti-text-entry-interaction response-identifier="R"/></p>
                <qti-feedback-block outcome-identifier="F" identifier="x" show-hide="show"><p>它要断开全部电流。</p></qti-feedback-block></qti-item-body>
                <qti-modal-feedback outcome-identifier="F" identifier="y" show-hide="show">正确</qti-modal-feedback>"""),
                        "shared/s.xml",
                        "<qti-assessment-stimulus identifier=\"s\" title=\"s\"><qti-stimulus-body><p>短文 <img src=\"p.png\" alt=\"图\"/></p></qti-stimulus-body></qti-assessment-stimulus>",
                        "shared/p.png",
                        "\u0089PNG"));
        assertThat(file.only().stem()).matches("短文 !\\[图]\\(media:[0-9a-f]{64}\\)\n\n写两个字。\n\n熔断器\\s+____");
        assertThat(file.only().explanation()).isEqualTo("它要断开全部电流。");
        assertThat(file.codes()).isEmpty();
    }

    @Test
    void whatHasNoCounterpartIsNamed() throws IOException {
        assertThat(read(item("assessmentItem", "<itemBody><drawingInteraction responseIdentifier=\"R\"/></itemBody>"))
                        .codes())
                .contains("exchange.problem.foreign-type");
        assertThat(read(item("assessmentItem", "<templateDeclaration identifier=\"T\"/><itemBody><p>x</p></itemBody>"))
                        .codes())
                .containsExactly("exchange.problem.qti-template");
    }

    /** Scoring that says more than becomes of it is remarked, whatever it looks like. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two choices | <and><match><variable identifier="A"/><correct identifier="A"/></match><match><variable identifier="B"/><correct identifier="B"/></match></and> | true
            a choice    | <match><variable identifier="A"/><correct identifier="A"/></match> | false
            a number    | <equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="A"/><correct identifier="A"/></equal> | false
            a number    | <equal tolerance="0.5 0.5"><variable identifier="A"/><correct identifier="A"/></equal> | true
            a number    | <equal toleranceMode="absolute" tolerance="0 0.5"><variable identifier="A"/><correct identifier="A"/></equal> | true
            a number    | <equal toleranceMode="absolute" tolerance="0.5" includeUpperBound="false"><variable identifier="A"/><correct identifier="A"/></equal> | true
            two numbers | <and><equal toleranceMode="exact"><variable identifier="A"/><correct identifier="A"/></equal><equal toleranceMode="exact"><variable identifier="B"/><correct identifier="B"/></equal></and> | false
            """)
    void scoringThatIsLeftOutIsRemarked(String asked, String condition, boolean remarked) {
        boolean choice = asked.endsWith("choice") || asked.endsWith("choices");
        String body = "";
        String declared = "";
        for (String name : asked.startsWith("two") ? List.of("A", "B") : List.of("A")) {
            declared += "<responseDeclaration identifier=\"" + name + "\" cardinality=\"single\" baseType=\""
                    + (choice ? "identifier" : "float") + "\"><correctResponse><value>" + (choice ? "x" : "5")
                    + "</value></correctResponse></responseDeclaration>";
            body += choice
                    ? "<choiceInteraction responseIdentifier=\"" + name
                            + "\" maxChoices=\"1\"><prompt>哪个？</prompt><simpleChoice identifier=\"x\">甲</simpleChoice><simpleChoice identifier=\"y\">乙</simpleChoice></choiceInteraction>"
                    : "<p>多少 <textEntryInteraction responseIdentifier=\"" + name + "\"/></p>";
        }
        Collected file = read(item(
                "assessmentItem",
                declared + "<itemBody>" + body + "</itemBody><responseProcessing><responseCondition><responseIf>"
                        + condition + ONE + "</responseIf></responseCondition></responseProcessing>"));
        assertThat(file.codes().contains("exchange.remark.scoring-left-out")).isEqualTo(remarked);
    }

    /** What a point is added for is right as a whole; what is taken off must be taken off everywhere to be ours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            choices | A  |      | ALL_OR_NOTHING | false
            choices | A  | A    |                | true
            numbers | A  | A    |                | true
            numbers | AB |      |                | false
            numbers | AB | AB   | NET_RIGHT      | false
            numbers | AB | A    |                | true
            """)
    void pointsThatAreAdded(
            String asked,
            String responses,
            @Nullable String penalized,
            @Nullable PartialCredit credit,
            boolean remarked) {
        boolean choice = asked.equals("choices");
        StringBuilder declared = new StringBuilder();
        StringBuilder body = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (String name : responses.split("")) {
            declared.append("<responseDeclaration identifier=\"%s\" cardinality=\"%s\" baseType=\"%s\">"
                            .formatted(name, choice ? "multiple" : "single", choice ? "identifier" : "float")
                    + (choice
                            ? "<correctResponse><value>x</value><value>y</value></correctResponse>"
                            : "<correctResponse><value>5</value></correctResponse>")
                    + "</responseDeclaration>");
            body.append(
                    choice
                            ? "<choiceInteraction responseIdentifier=\"A\" maxChoices=\"3\"><prompt>哪些？</prompt><simpleChoice identifier=\"x\">甲</simpleChoice><simpleChoice identifier=\"y\">乙</simpleChoice><simpleChoice identifier=\"z\">丙</simpleChoice></choiceInteraction>"
                            : "<p>多少 <textEntryInteraction responseIdentifier=\"" + name + "\"/></p>");
            String right = choice
                    ? "<match><variable identifier=\"A\"/><correct identifier=\"A\"/></match>"
                    : "<equal toleranceMode=\"exact\"><variable identifier=\"%s\"/><correct identifier=\"%s\"/></equal>"
                            .formatted(name, name);
            String wrong = penalized != null && penalized.contains(name)
                    ? "<responseElseIf><not><isNull><variable identifier=\"" + name + "\"/></isNull></not>"
                            + added("-1") + "</responseElseIf>"
                    : "";
            rules.append("<responseCondition><responseIf>" + right + added("1") + "</responseIf>" + wrong
                    + "</responseCondition>");
        }
        Collected file = read(item(
                "assessmentItem",
                declared + "<itemBody>" + body + "</itemBody><responseProcessing>" + rules + "</responseProcessing>"));
        assertThat(file.only().credit()).isEqualTo(credit);
        assertThat(file.codes().contains("exchange.remark.scoring-left-out")).isEqualTo(remarked);
    }

    private static String added(String points) {
        return "<setOutcomeValue identifier=\"SCORE\"><sum><variable identifier=\"SCORE\"/><baseValue baseType=\"float\">"
                + points + "</baseValue></sum></setOutcomeValue>";
    }

    /** As in the examples of others: of what is right, each counts as it likes; here all count alike. */
    @ParameterizedTest
    @CsvSource({
        "1, map_response, false",
        "0.5, map_response, true",
        "2.0, map_response, true",
        "2, match_correct, false"
    })
    void partsThatCountDifferentlyAreTold(String second, String template, boolean told) {
        Collected file = read(item("assessmentItem", """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><correctResponse><value>a</value><value>b</value></correctResponse>
                <mapping><mapEntry mapKey="a" mappedValue="1.0"/><mapEntry mapKey="b" mappedValue="%s"/><mapEntry mapKey="c" mappedValue="-5"/></mapping></responseDeclaration>
                <itemBody><choiceInteraction responseIdentifier="R" maxChoices="0"><prompt>哪些？</prompt><simpleChoice identifier="a">甲</simpleChoice><simpleChoice identifier="b">乙</simpleChoice><simpleChoice identifier="c">丙</simpleChoice></choiceInteraction></itemBody>
                <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/%s"/>""".formatted(second, template)));
        assertThat(file.codes().contains("exchange.remark.weights-evened")).isEqualTo(told);
    }

    /** A width counts for nothing where the comparison is said to be exact. */
    @Test
    void widthsOfExactComparisonsAreNone() {
        Collected file = read(item(
                "assessmentItem",
                "<responseDeclaration identifier=\"A\" cardinality=\"single\" baseType=\"float\"><correctResponse><value>5</value></correctResponse></responseDeclaration>"
                        + "<itemBody><p>多少 <textEntryInteraction responseIdentifier=\"A\"/></p></itemBody><responseProcessing><responseCondition><responseIf>"
                        + "<equal toleranceMode=\"exact\" tolerance=\"0.5 0.5\"><variable identifier=\"A\"/><correct identifier=\"A\"/></equal>"
                        + ONE + "</responseIf></responseCondition></responseProcessing>"));
        Blank blank = ((Interaction.FillIn) file.only().interaction()).blanks().getFirst();
        assertThat(((Blank.Value) blank).tolerance()).isZero();
    }

    /** What is mapped of one response says nothing of another beside it. */
    @Test
    void oneOfSeveralResponsesThatCountsIsRemarked() {
        String rules =
                "<responseProcessing><responseCondition><responseIf><isNull><variable identifier=\"A\"/></isNull>"
                        + ONE.replace("1<", "0<")
                        + "</responseIf><responseElse><setOutcomeValue identifier=\"SCORE\"><mapResponse identifier=\"A\"/></setOutcomeValue></responseElse></responseCondition></responseProcessing>";
        String mapped = """
                <responseDeclaration identifier="%s" cardinality="single" baseType="string"><correctResponse><value>甲</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="甲" mappedValue="1"/></mapping></responseDeclaration>""";
        String one = mapped.formatted("A");
        String asked = "<itemBody><p>是 <textEntryInteraction responseIdentifier=\"A\"/>%s</p></itemBody>";
        assertThat(read(item("assessmentItem", one + asked.formatted("") + rules))
                        .codes())
                .isEmpty();
        assertThat(read(item(
                                "assessmentItem",
                                one
                                        + mapped.formatted("B")
                                        + asked.formatted("<textEntryInteraction responseIdentifier=\"B\"/>")
                                        + rules))
                        .codes())
                .containsExactly("exchange.remark.scoring-left-out");
    }

    @Test
    void packagesThatLeadOutOrAreBrokenAreRefused() throws IOException {
        byte[] slip = zip("imsmanifest.xml", "<manifest/>", "../../etc/passwd", "x");
        byte[] broken = zip("imsmanifest.xml", "<manifest><resources>");
        byte[] empty = zip("imsmanifest.xml", "<manifest><resources/></manifest>");
        for (byte[] file : List.of(slip, broken, empty)) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> Collected.of(new QtiPackageReader(), "p.zip", file));
        }
    }

    private static Collected read(String xml) {
        return Collected.of(new QtiReader(), "q.xml", xml);
    }

    private static String item(String root, String body) {
        return "<?xml version=\"1.0\"?><" + root
                + " xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"q\" title=\"T\">" + body + "</"
                + root + ">";
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
