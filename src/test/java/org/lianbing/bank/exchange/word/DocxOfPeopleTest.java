package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.bank.exchange.word.WordParts.NAMES;
import static org.lianbing.bank.exchange.word.WordParts.p;
import static org.lianbing.bank.exchange.word.WordParts.run;

/** What office programs put into papers besides plain paragraphs. */
class DocxOfPeopleTest {

    private final WordParts word = new WordParts();

    /** Questions that are numbered on through all sections: their level never begins again (lvlRestart 0). */
    @Test
    void aLevelThatNeverBeginsAgainCountsOn() {
        word.part("word/numbering.xml", """
                <w:numbering %s><w:abstractNum w:abstractNumId="0">
                <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%%1、"/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%%2."/></w:lvl>
                <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%3."/></w:lvl>
                </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""".formatted(NAMES));
        Collected paper = word.read(n(1, 0, "单选题")
                + n(1, 1, "甲（ ）")
                + n(1, 2, "一")
                + n(1, 2, "二")
                + n(1, 0, "多选题")
                + n(1, 1, "乙（ ）")
                + n(1, 2, "一")
                + n(1, 2, "二")
                + p("答案：1.B 2.AB"));
        assertThat(paper.questions().getLast().place()).startsWith("#2 ");
        assertThat(paper.contents()).extracting(DocxOfPeopleTest::key).containsExactly("二", "一|二");
    }

    @Test
    void aListMayBeDefinedByAStyleOfLists() {
        word.part("word/numbering.xml", """
                <w:numbering %s><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>
                <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%2."/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>""".formatted(NAMES));
        word.part("word/styles.xml", """
                <w:styles %s><w:style w:type="numbering" w:styleId="S"><w:name w:val="卷"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>""".formatted(NAMES));
        Collected paper = word.read(n(1, 0, "甲（ ）") + n(1, 1, "一") + n(1, 1, "二") + p("答案：B"));
        assertThat(paper.contents()).extracting(DocxOfPeopleTest::key).containsExactly("二");
    }

    /** An override of the start of a deeper level holds each time that level begins again. */
    @Test
    void anOverriddenStartOfADeeperLevelLasts() {
        word.part("word/numbering.xml", """
                <w:numbering %s><w:abstractNum w:abstractNumId="0">
                <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%2."/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>""".formatted(NAMES));
        Collected paper = word.read(n(1, 0, "甲（ ）")
                + n(1, 1, "一")
                + n(1, 1, "二")
                + n(1, 0, "乙（ ）")
                + n(1, 1, "一")
                + n(1, 1, "二")
                + p("参考答案")
                + p("7.A 8.B"));
        assertThat(paper.contents()).extracting(DocxOfPeopleTest::key).containsExactly("一", "二");
    }

    @Test
    void boxesRubyFieldsSymbolsAndNotesAreRead() {
        word.part(
                "word/footnotes.xml",
                "<w:footnotes " + NAMES + "><w:footnote w:id=\"2\">" + p("保留一位小数") + "</w:footnote></w:footnotes>");
        String boxes = "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box("左边") + box("右边")
                + "</w:drawing></mc:Choice><mc:Fallback>" + box("左边") + "</mc:Fallback></mc:AlternateContent></w:r>";
        String field =
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>EQ \\f(1,\\r(,2))</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        Collected paper = word.read(p(run("1、", "") + boxes + run("哪边（ ）", ""))
                + p("A、左 B、右")
                + p("答案：A")
                + p(run("2、值", "") + field + run("是", "") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                        + run("（ ）", ""))
                + p("A、0.7 B、2")
                + p("答案：A")
                + p(run("3、单位", "") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F057\"/></w:r><w:r><w:ruby><w:rt>"
                        + run("dú", "") + "</w:rt><w:rubyBase>" + run("读", "") + "</w:rubyBase></w:ruby></w:r>"
                        + run("作（ ）", ""))
                + p("A、欧 B、安")
                + p("答案：A"));
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly("左边\\\n右边哪边（ ）", "值$\\frac{1}{\\sqrt{2}}$是（注：保留一位小数）（ ）", "单位Ω读作（ ）");
    }

    @Test
    void aLongNoteThatATextRefersToOftenStaysSmall() {
        String said = new Random(1)
                .ints(200_000, '一', '龥')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        word.part(
                "word/footnotes.xml",
                "<w:footnotes " + NAMES + "><w:footnote w:id=\"2\">" + p(said) + "</w:footnote></w:footnotes>");
        String note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
        Collected once = word.read(p(run("1、电压", "") + note + run("的单位（ ）", "")) + p("A、伏 B、安") + p("答案：A"));
        assertThat(once.only().stem())
                .startsWith("电压（注：" + said.substring(0, 1_000))
                .endsWith("…）的单位（ ）")
                .hasSizeLessThan(2_100);
        Collected often =
                word.read(p(run("1、电压", "") + note.repeat(400) + run("的单位（ ）", "")) + p("A、伏 B、安") + p("答案：A"));
        assertThat(often.only().stem()).hasSizeLessThan(510_000);
    }

    @Test
    void aBoxWithinABoxIsReadOnce() {
        String inner = "<w:r><w:drawing>" + box("里") + "</w:drawing></w:r>";
        Collected paper =
                word.read(p(run("1、看图（ ）", "") + "<w:r><w:drawing>" + box(run("外", "") + inner) + "</w:drawing></w:r>")
                        + p("A、一 B、二")
                        + p("答案：A"));
        assertThat(paper.only().stem()).isEqualTo("看图（ ）\\\n外\\\n里");
    }

    @Test
    void aChartIsToldAtItsQuestion() {
        Collected paper =
                word.read(p(run("1、看图（ ）", "") + "<w:r><w:drawing><a:graphic><c:chart/></a:graphic></w:drawing></w:r>")
                        + p("A、一 B、二")
                        + p("答案：A"));
        assertThat(paper.codes()).containsExactly("exchange.remark.drawing-left");
    }

    @Test
    void tablesThatOnlySetQuestionsAndOptionsAreReadThrough() {
        Collected paper = word.read(p("一、单选题")
                + p("1、导体（ ）")
                + table(row("A. 铜", "B. 木"), row("C. 瓷", "D. 胶"))
                + p("2、绝缘体（ ）")
                + table(row("A", "铜", "B", "木"))
                + "<w:tbl><w:sdt><w:sdtContent>" + row("3、表里的一题（ ）") + row("A、一 B、二")
                + "</w:sdtContent></w:sdt></w:tbl>"
                + p("二、判断题")
                + table(row("（ √ ）", "4、安全第一。"), row("（ × ）", "5、火是冷的。"))
                + p("答案：1-3 ABA"));
        assertThat(paper.codes()).isEmpty();
        assertThat(paper.contents().subList(0, 3))
                .extracting(DocxOfPeopleTest::key)
                .containsExactly("铜", "木", "一");
        assertThat(paper.contents().subList(3, 5))
                .extracting(ItemContent::interaction)
                .containsExactly(new Interaction.TrueFalse(true), new Interaction.TrueFalse(false));
    }

    @Test
    void boldShadedAndStyledOptionsAndTickedBoxesAreGuesses() {
        word.part("word/styles.xml", """
                <w:styles %s><w:style w:type="character" w:styleId="K"><w:name w:val="键"/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style></w:styles>""".formatted(NAMES));
        String ticked =
                "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>"
                        + run("☒", "") + "</w:sdtContent></w:sdt>";
        Collected paper = word.read(p(run("1、甲（ ）", "<w:b/>"))
                + p("A、一")
                + p(run("B、二", "<w:b/>"))
                + p("2、乙（ ）")
                + p(run("A、一", "<w:shd w:val=\"clear\" w:fill=\"FFFF00\"/>"))
                + p("B、二")
                + p("3、丙（ ）")
                + p("A、一")
                + p(run("B、", "") + run("二", "<w:rStyle w:val=\"K\"/>"))
                + p("4、丁（ ）")
                + p(run("A、一", "") + ticked)
                + p("B、二")
                + p(run("5、戊（", "") + run("B", "<w:color w:val=\"FF0000\"/>") + run("）", ""))
                + p("A、一 B、二"));
        assertThat(paper.contents()).extracting(DocxOfPeopleTest::key).containsExactly("二", "一", "二", "一", "二");
        assertThat(paper.codes())
                .containsExactly(
                        "exchange.remark.key-by-mark",
                        "exchange.remark.key-by-mark",
                        "exchange.remark.key-by-mark",
                        "exchange.remark.key-by-tick");
    }

    private static String key(ItemContent content) {
        List<Option> options = content.interaction() instanceof Interaction.SingleChoice one
                ? one.options()
                : ((Interaction.MultipleChoice) content.interaction()).options();
        return String.join(
                "|", options.stream().filter(Option::correct).map(Option::text).toList());
    }

    private static String box(String text) {
        return "<wps:txbx><w:txbxContent>" + p(text) + "</w:txbxContent></wps:txbx>";
    }

    private static String table(String... rows) {
        return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(p(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    private static String n(int id, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + id + "\"/></w:numPr></w:pPr>"
                + run(text, "") + "</w:p>";
    }
}
