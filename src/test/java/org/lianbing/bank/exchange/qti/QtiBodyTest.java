package org.lianbing.bank.exchange.qti;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Region;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in the body of items of others: each thing once, where it is asked, and nothing passed over. */
class QtiBodyTest {

    private static final String DECLARED =
            "<responseDeclaration identifier=\"R\" cardinality=\"single\" baseType=\"identifier\"><correctResponse><value>a</value></correctResponse></responseDeclaration>";

    private static String choice(String... texts) {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            options.append("<simpleChoice identifier=\"" + (char) ('a' + i) + "\">" + texts[i] + "</simpleChoice>");
        }
        return "<choiceInteraction responseIdentifier=\"R\" maxChoices=\"1\"><prompt>哪个？</prompt>" + options
                + "</choiceInteraction>";
    }

    /** A film asks nothing. */
    @Test
    void aFilmBesideAQuestionIsPartOfItsText() {
        Collected file = item(
                "<responseDeclaration identifier=\"V\" cardinality=\"single\" baseType=\"integer\"/>",
                "<p>看片段。</p><mediaInteraction responseIdentifier=\"V\" autostart=\"false\"><object data=\"data:video/mp4;base64,AAAA\" type=\"video/mp4\">片段</object></mediaInteraction><extendedTextInteraction responseIdentifier=\"E\"/>");
        assertThat(file.only().stem()).startsWith("看片段。\n\n![片段](media:");
        assertThat(file.only().interaction()).isInstanceOf(Interaction.Essay.class);
        assertThat(file.codes()).isEmpty();
    }

    /** The blanks of a table are one question with the table as its text. */
    @Test
    void blanksOfATableBesideAChoiceAreAskedTogether() {
        String blank = "<textEntryInteraction responseIdentifier=\"%s\"/>";
        String words =
                "<responseDeclaration identifier=\"%s\" cardinality=\"single\" baseType=\"string\"><correctResponse><value>%s</value></correctResponse></responseDeclaration>";
        Collected file = item(
                DECLARED + words.formatted("B", "甲") + words.formatted("C", "乙"),
                "<p>填表。</p><table><tr><th>名</th><th>型</th></tr><tr><td>" + blank.formatted("B") + "</td><td>"
                        + blank.formatted("C") + "</td></tr></table>" + choice("一", "二", "三"));
        Interaction.Case all = (Interaction.Case) file.only().interaction();
        assertThat(file.only().stem()).isEqualTo("填表。");
        assertThat(all.parts())
                .extracting(CasePart::stem)
                .containsExactly("| 名 | 型 |\n| --- | --- |\n| ____ | ____ |", "哪个？");
        assertThat(((Interaction.FillIn) all.parts().getFirst().interaction()).blanks())
                .containsExactly(new Blank.Words(List.of("甲"), false), new Blank.Words(List.of("乙"), false));
    }

    /** What is shown from the beginning belongs to the question; what asks only later has no counterpart. */
    @Test
    void stagesAreTold() {
        String stage =
                "<outcomeDeclaration identifier=\"STAGE\" cardinality=\"single\" baseType=\"identifier\"><defaultValue><value>one</value></defaultValue></outcomeDeclaration>";
        String first = "<feedbackBlock outcomeIdentifier=\"STAGE\" identifier=\"one\" showHide=\"show\"><p>先看铭牌。</p>"
                + choice("一", "二", "三") + "</feedbackBlock>";
        Collected begun = item(DECLARED + stage, first);
        assertThat(begun.only().stem()).isEqualTo("先看铭牌。\n\n哪个？");
        assertThat(begun.only().explanation()).isEmpty();
        Collected later = item(DECLARED + stage, first + first.replace("\"one\"", "\"two\""));
        assertThat(later.codes()).containsExactly("exchange.problem.qti-adaptive");
        assertThat(later.questions().getFirst().source()).contains("先看铭牌。").contains("一\n");
    }

    @Test
    void whatIsSaidToThoseWhoScoreGoesWithWhatTheyScore() {
        String notes =
                "<rubricBlock view=\"scorer\" use=\"scoring\"><p>说出熔断得一分。</p></rubricBlock><rubricBlock view=\"tutor\"><p>再说原因得一分。</p></rubricBlock>";
        Collected essay = item("", "<p>为何？</p><extendedTextInteraction responseIdentifier=\"E\"/>" + notes);
        assertThat(((Interaction.Essay) essay.only().interaction()).rubric().hints())
                .isEqualTo("说出熔断得一分。\n\n再说原因得一分。");
        Collected chosen = item(DECLARED, choice("一", "二", "三") + notes);
        assertThat(chosen.only().stem()).isEqualTo("哪个？");
        assertThat(chosen.codes()).containsExactly("exchange.remark.note-left-out", "exchange.remark.note-left-out");
    }

    /** HTML that is written as words, as some programs do, is HTML; a key that looks like it is a key. */
    @Test
    void htmlInACharacterSectionIsHtml() {
        Collected file = item(DECLARED, choice("<![CDATA[<p>断开 <b>全部</b>电流</p>]]>", "&lt;b&gt;", "三"));
        assertThat(((Interaction.SingleChoice) file.only().interaction()).options())
                .extracting(Option::text)
                .containsExactly("断开 **全部**电流", "\\<b\\>", "三");
        Collected key = item(
                "<responseDeclaration identifier=\"B\" cardinality=\"single\" baseType=\"string\"><correctResponse><value><![CDATA[ <b>粗</b> ]]></value></correctResponse></responseDeclaration>",
                "<p>写出 <textEntryInteraction responseIdentifier=\"B\"/></p>");
        assertThat(((Blank.Words) ((Interaction.FillIn) key.only().interaction())
                                .blanks()
                                .getFirst())
                        .accepted())
                .containsExactly("<b>粗</b>");
    }

    @Test
    void namesOfSignsThatHtmlHasAreKnown() {
        Collected file = item(DECLARED, "<p>220&nbsp;V&plusmn;5&thinsp;%</p>" + choice("a &ndash; b", "二", "三"));
        assertThat(file.only().stem()).startsWith("220 V±5\u2009%");
        assertThat(((Interaction.SingleChoice) file.only().interaction())
                        .options()
                        .getFirst()
                        .text())
                .isEqualTo("a – b");
    }

    /** Reasons of options in a list of their own neither stand in the text nor get lost. */
    @Test
    void rationalesGoToTheirOptions() {
        Collected file = item(
                DECLARED,
                choice("一", "二", "三")
                        + "<choiceRationales responseIdentifier=\"R\"><rationale identifier=\"a\">Correct answer</rationale><rationale identifier=\"b\">混淆了极性。</rationale></choiceRationales>");
        assertThat(file.only().stem()).isEqualTo("哪个？");
        assertThat(((Interaction.SingleChoice) file.only().interaction()).options())
                .containsExactly(
                        new Option("一", true, null), new Option("二", false, "混淆了极性。"), new Option("三", false, null));
    }

    /** Variables that an editor left behind change nothing. */
    @Test
    void variablesThatNothingUsesArePassedBy() {
        Collected file = item(
                DECLARED
                        + "<templateDeclaration identifier=\"T\" cardinality=\"single\" baseType=\"integer\"/><templateProcessing><templateCondition><templateIf><isNull><variable identifier=\"T\"/></isNull><setTemplateValue identifier=\"T\"><randomInteger min=\"1\" max=\"3\"/></setTemplateValue></templateIf></templateCondition></templateProcessing>",
                choice("一", "二", "三"));
        assertThat(file.only().interaction()).isInstanceOf(Interaction.SingleChoice.class);
        assertThat(file.codes()).isEmpty();
    }

    /** A break before the first word says nothing. */
    @Test
    void optionsDoNotBeginWithABreak() {
        Collected file = item(DECLARED, choice("<br/>\n一<br/>甲", "二", "三"));
        assertThat(((Interaction.SingleChoice) file.only().interaction())
                        .options()
                        .getFirst()
                        .text())
                .isEqualTo("一\\\n甲");
    }

    /** What belongs to what is all that is asked, and nothing says it. */
    @Test
    void pairsWithoutAKeyAreAProblemWithTheirText() {
        Collected file = item(
                "<responseDeclaration identifier=\"R\" cardinality=\"multiple\" baseType=\"directedPair\"/>",
                "<matchInteraction responseIdentifier=\"R\"><prompt>连</prompt><simpleMatchSet><simpleAssociableChoice identifier=\"a\">红灯</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier=\"x\">停</simpleAssociableChoice></simpleMatchSet></matchInteraction>");
        assertThat(file.codes()).containsExactly("exchange.remark.no-key");
        assertThat(file.contents()).isEmpty();
        assertThat(file.questions().getFirst().source()).contains("红灯\n").contains("停");
    }

    /** Of areas around each other only the one that counts all is right. */
    @Test
    void theAreaThatCountsMostIsRight() {
        Collected file = item(
                "<responseDeclaration identifier=\"R\" cardinality=\"single\" baseType=\"point\"><areaMapping defaultValue=\"0\"><areaMapEntry shape=\"circle\" coords=\"50,50,5\" mappedValue=\"1\"/><areaMapEntry shape=\"circle\" coords=\"50,50,20\" mappedValue=\"0.5\"/></areaMapping></responseDeclaration>",
                "<selectPointInteraction responseIdentifier=\"R\" maxChoices=\"1\"><prompt>指</prompt><object data=\"data:image/png;base64,iVBORw0KGgo=\" width=\"100\" height=\"100\"/></selectPointInteraction>");
        assertThat(((Interaction.Hotspot) file.only().interaction()).regions())
                .containsExactly(new Region(new Region.Circle(50, 50, 5), "", true));
        assertThat(file.codes()).containsExactly("exchange.remark.part-weights-dropped");
    }

    /** An object may carry another one for those who cannot show it. */
    @Test
    void whatStandsInAMissingObjectIsShown() {
        Collected file = item(
                DECLARED,
                "<p><object data=\"film.mpg\"><object data=\"data:image/png;base64,iVBORw0KGgo=\" type=\"image/png\">铭牌</object></object></p>"
                        + choice("一", "二", "三"));
        assertThat(file.only().stem()).matches("(?s)!\\[铭牌]\\(media:[0-9a-f]{64}\\)\\n\\n哪个？");
        assertThat(file.codes()).containsExactly("exchange.remark.picture-missing");
    }

    @Test
    void severalItemsInOneFileAreAllRead() {
        String one = "<assessmentItem identifier=\"%s\" title=\"T\">" + DECLARED + "<itemBody>" + choice("一", "二", "三")
                + "</itemBody></assessmentItem>";
        Collected file = Collected.of(
                new QtiReader(), "all.xml", "<items>" + one.formatted("q1") + one.formatted("q2") + "</items>");
        assertThat(file.contents()).hasSize(2);
        assertThat(file.questions()).extracting(Question::place).containsExactly("all.xml · #1", "all.xml · #2");
    }

    private static Collected item(String declared, String body) {
        return Collected.of(
                new QtiReader(),
                "q.xml",
                "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"q\" title=\"T\">"
                        + declared + "<itemBody>" + body + "</itemBody></assessmentItem>");
    }
}
