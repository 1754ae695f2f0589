package org.lianbing.bank.exchange.word;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lianbing.bank.exchange.word.WordParts.NAMES;
import static org.lianbing.bank.exchange.word.WordParts.p;
import static org.lianbing.bank.exchange.word.WordParts.run;

class DocxReaderTest {

    private final WordParts word = new WordParts();

    @Test
    void automaticNumbersOfQuestionsAndOptionsAreCounted() {
        word.part("word/numbering.xml", """
                <w:numbering %s>
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl></w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%1."/></w:lvl></w:abstractNum>
                <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%1."/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
                </w:numbering>""".formatted(NAMES));
        Collected paper = word.read(numbered(1, "第一题")
                + numbered(2, "甲")
                + numbered(2, "乙")
                + p("答案：B")
                + numbered(1, "第二题")
                + numbered(3, "丙")
                + numbered(3, "丁")
                + p("答案：A"));
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("第一题", "第二题");
        assertThat(paper.contents()).extracting(DocxReaderTest::key).containsExactly("乙", "丙");
    }

    /** Office programs keep one definition for the options of all questions, and say where it begins anew. */
    @Test
    void lettersBeginAnewUnderEachQuestion() {
        word.part("word/numbering.xml", """
                <w:numbering %s>
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl></w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%1."/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
                <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="（%%1）"/></w:lvl></w:lvlOverride><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
                </w:numbering>""".formatted(NAMES));
        Collected paper = word.read(numbered(1, "第一题")
                + numbered(2, "甲")
                + numbered(2, "乙")
                + p("答案：B")
                + numbered(1, "第二题")
                + numbered(3, "丙")
                + numbered(2, "丁")
                + p("答案：B")
                + numbered(1, "第三题")
                + numbered(4, "戊")
                + numbered(4, "己")
                + p("答案：A"));
        assertThat(paper.contents()).extracting(DocxReaderTest::key).containsExactly("乙", "丁", "戊");
    }

    @Test
    void numbersComeFromTheStyleThatAStyleIsBasedOn() {
        word.part("word/numbering.xml", """
                <w:numbering %s>
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%%2."/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                </w:numbering>""".formatted(NAMES));
        word.part("word/styles.xml", """
                <w:styles %s>
                <w:style w:type="paragraph" w:styleId="1"><w:name w:val="题"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="2"><w:name w:val="选择题"/><w:basedOn w:val="1"/></w:style>
                <w:style w:type="paragraph" w:styleId="3"><w:name w:val="选项"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                </w:styles>""".formatted(NAMES));
        Collected paper = word.read(styled(2, "第一题")
                + styled(3, "甲")
                + styled(3, "乙")
                + p("答案：B")
                + styled(2, "第二题")
                + styled(3, "丙")
                + styled(3, "丁")
                + p("答案：A"));
        assertThat(paper.contents()).extracting(DocxReaderTest::key).containsExactly("乙", "丙");
    }

    private static String styled(int style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text, "") + "</w:p>";
    }

    @Test
    void anAnswerInColourIsAGuess() {
        Collected paper = word.read(p("1、哪个对？") + p("A、甲") + p(run("B、乙", "<w:color w:val=\"FF0000\"/>")) + p("C、丙"));
        assertThat(key(paper.only())).isEqualTo("乙");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-by-mark");
    }

    @Test
    void underlinedWordsAndUnderlinedSpacesAreBlanks() {
        Collected paper = word.read(p("一、填空题")
                + p(run("1、频率是", "") + run("50", "<w:u w:val=\"single\"/>") + run("赫兹。", ""))
                + p(run("2、电压是", "") + run("    ", "<w:u w:val=\"single\"/>") + run("伏。", ""))
                + p("答案：220"));
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("频率是 ____ 赫兹。", "电压是 ____ 伏。");
        assertThat(paper.contents())
                .extracting(content -> ((Blank.Words) ((Interaction.FillIn) content.interaction())
                                .blanks()
                                .getFirst())
                        .accepted()
                        .getFirst())
                .containsExactly("50", "220");
    }

    @Test
    void raisedFiguresFormulasAndTablesKeepTheirForm() {
        Collected paper = word.read(p(
                        run("1、面积是 4 m", "") + run("2", "<w:vertAlign w:val=\"superscript\"/>") + run("，公式是", "")
                                + "<m:oMath><m:f><m:num><m:r><m:t>U</m:t></m:r></m:num><m:den><m:r><m:t>R</m:t></m:r></m:den></m:f></m:oMath>")
                + "<w:tbl><w:tr><w:tc>" + p("型号") + "</w:tc><w:tc>" + p("功率") + "</w:tc></w:tr><w:tr><w:tc>" + p("Y2")
                + "</w:tc><w:tc>" + p("4") + "</w:tc></w:tr></w:tbl>"
                + p("A、甲") + p("B、乙") + p("答案：A"));
        assertThat(paper.only().stem())
                .startsWith("面积是 4 m<sup>2</sup>，公式是$\\frac{U}{R}$")
                .contains("| 型号 | 功率 |\n| --- | --- |\n| Y2 | 4 |");
    }

    @Test
    void aTableOfNumbersAndAnswersIsTheKey() {
        Collected paper = word.read(p("1、甲（ ）") + p("A、一 B、二 C、三") + p("2、乙（ ）") + p("A、一 B、二 C、三")
                + "<w:tbl><w:tr><w:tc>" + p("题号") + "</w:tc><w:tc>" + p("1") + "</w:tc><w:tc>" + p("2")
                + "</w:tc></w:tr>"
                + "<w:tr><w:tc>" + p("答案") + "</w:tc><w:tc>" + p("C") + "</w:tc><w:tc>" + p("AB")
                + "</w:tc></w:tr></w:tbl>");
        assertThat(paper.contents()).extracting(DocxReaderTest::key).containsExactly("三", "一|二");
    }

    @Test
    void inATableTheAnswersMayStandBesideTheirNumbers() {
        Collected paper = word.read(p("1、甲（ ）") + p("A、一 B、二 C、三") + p("2、乙（ ）") + p("A、一 B、二 C、三") + "<w:tbl>"
                + tr("题号", "答案") + tr("1", "C") + tr("2", "A") + "</w:tbl>");
        assertThat(paper.contents()).extracting(DocxReaderTest::key).containsExactly("三", "一");
    }

    /** As people keep banks in Word too: a heading as in Excel, then a row a question. */
    @Test
    void aTableWithAHeadingIsABankAndKeepsItsPlaceAmongOtherQuestions() {
        Collected paper = word.read(p("1、前面（ ）") + p("A、一 B、二") + p("答案：A")
                + "<w:tbl>" + tr("题型", "题目", "选项A", "选项B", "选项C", "答案", "知识点")
                + tr("单选", "甲是什么？", "一", "二", "三", "B", "低压电器") + tr("判断", "水是湿的。", "", "", "", "√", "")
                + tr("单选", "缺答案", "一", "二", "三", "", "") + "</w:tbl>"
                + p("2、后面（ ）") + p("A、一 B、二") + p("答案：B"));
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("前面（ ）", "甲是什么？", "水是湿的。", "后面（ ）");
        assertThat(key(paper.contents().get(1))).isEqualTo("二");
        assertThat(paper.questions().get(1).labels().points()).isEqualTo("低压电器");
        assertThat(paper.codes()).containsExactly("exchange.problem.answer-missing");
    }

    @Test
    void picturesTravelAndThoseThatAreMissingAreNamed() {
        word.part("word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="image" Target="media/image1.png"/>
                <Relationship Id="rId2" Type="image" Target="media/none.png"/>
                <Relationship Id="rId3" Type="image" Target="http://example.org/x.png" TargetMode="External"/>
                </Relationships>""");
        word.part("word/media/image1.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        Collected paper = word.read(p(run("1、看图", "") + picture("rId1") + picture("rId2") + picture("rId3"))
                + p("A、甲")
                + p("B、乙")
                + p("答案：A"));
        assertThat(paper.pictures()).hasSize(1);
        assertThat(paper.only().stem()).matches("看图!\\[\\]\\(media:[0-9a-f]{64}\\)");
        assertThat(paper.codes())
                .containsExactly("exchange.remark.picture-missing", "exchange.remark.picture-elsewhere");
    }

    /** A picture that could not be kept is told at its own question, not at the one before. */
    @Test
    void aMissingPictureIsToldAtItsQuestion() {
        Collected paper = word.read(p("1、甲（ ）")
                + p("A、一 B、二")
                + p("答案：A")
                + p(run("2、看图", "") + picture("rId9"))
                + p("A、一 B、二")
                + p("答案：B"));
        assertThat(paper.questions())
                .extracting(question -> ((Question.Read) question).remarks().size())
                .containsExactly(0, 1);
    }

    /** As it is handed out: nothing of it becomes an item by itself, and nothing of it is lost. */
    @Test
    void aPaperWithoutAnyKeyIsNamedQuestionByQuestion() {
        Collected paper = word.read(p("安全知识试卷")
                + p("一、单项选择题")
                + p("1、甲（ ）")
                + p("A、一 B、二 C、三")
                + p("2、乙（ ）")
                + p("A、一")
                + p("B、二")
                + p("C、三")
                + p("二、判断题")
                + p("1、丙。（ ）")
                + p("2、丁。（ ）")
                + p("三、填空题")
                + p("1、戊是____。")
                + p("四、简答题")
                + p("1、简述己。"));
        assertThat(paper.questions()).hasSize(6);
        List<Question> open = paper.questions().subList(0, 5);
        assertThat(open)
                .allSatisfy(question -> assertThat(question)
                        .isInstanceOfSatisfying(
                                Question.Unread.class,
                                unread -> assertThat(unread.reason().code())
                                        .isEqualTo("exchange.problem.paper-no-answer")));
        // What can be read of a choice waits for its key.
        assertThat(((Question.Unread) open.getFirst()).begun())
                .extracting(ItemContent::stem)
                .isEqualTo("甲（ ）");
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("简述己。");
        assertThat(paper.codes()).contains("exchange.remark.no-key");
    }

    /** In an option other letters are spoken of. */
    @Test
    void lettersThatAnOptionSpeaksOfBeginNone() {
        Collected paper = word.read(p("1、哪些溶于油？（ ）") + p("A. A和D B. B和C C. 都是 D. 都不是") + p("答案：B"));
        assertThat(key(paper.only())).isEqualTo("B和C");
    }

    @Test
    void theAnswersMayStandInASecondDocument(@TempDir Path folder) throws IOException {
        word.body(p("1、甲（ ）") + p("A、一 B、二") + p("2、乙（ ）") + p("A、一 B、二"));
        Path questions = Files.write(folder.resolve("试卷.docx"), word.file());
        word.body(p("1-2 BA"));
        Path answers = Files.write(folder.resolve("试卷答案.docx"), word.file());
        List<Question> found = new ArrayList<>();
        new DocxReader()
                .read(
                        new Upload("试卷.docx", questions, List.of(new Upload("试卷答案.docx", answers))),
                        (name, bytes) -> name,
                        found::add);
        assertThat(found)
                .extracting(question -> key(((Question.Read) question).content()))
                .containsExactly("二", "一");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new DocxReader()
                        .read(
                                new Upload(
                                        "试卷.docx",
                                        questions,
                                        List.of(new Upload("答案.xyz", Files.write(folder.resolve("x"), new byte[9])))),
                                (name, bytes) -> name,
                                found::add))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("exchange.answers-unknown"));
    }

    /** Who sets a tick or an underline instead of writing the answer is asked. */
    @Test
    void underlinesAndTicksAreGuesses() {
        Collected paper = word.read(p("1、哪个对？")
                + p("A、甲")
                + p(run("B、乙", "<w:u w:val=\"single\"/>"))
                + p("2、哪些对？")
                + p("A、甲√")
                + p("B、乙")
                + p("C、丙√"));
        assertThat(paper.contents()).extracting(DocxReaderTest::key).containsExactly("乙", "甲|丙");
        assertThat(paper.codes()).containsExactly("exchange.remark.key-by-mark", "exchange.remark.key-by-tick");
    }

    @Test
    void aDocumentWithoutQuestionsIsToldWhatOneLooksLike() {
        word.body(p("通知"));
        refused(word.file(), "exchange.paper-no-questions");
    }

    @Test
    void oldWordIsToldHowToConvert() {
        byte[] old = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        byte[] name = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1024, name.length);
        refused(old, "exchange.word-old");
    }

    @Test
    void aDocumentWithEntitiesOfItsOwnIsRefused() {
        String bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document " + NAMES
                + "><w:body>" + p("1、&b;") + "</w:body></w:document>";
        word.part("word/document.xml", bomb);
        refused(word.file(), "exchange.xml");
    }

    private static void refused(byte[] file, String code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Collected.of(new DocxReader(), "x.docx", file))
                .satisfies(problem -> assertThat(problem.code()).startsWith(code));
    }

    private static String key(ItemContent content) {
        var options = content.interaction() instanceof Interaction.SingleChoice one
                ? one.options()
                : ((Interaction.MultipleChoice) content.interaction()).options();
        return String.join(
                "|", options.stream().filter(Option::correct).map(Option::text).toList());
    }

    private static String tr(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(p(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    private static String numbered(int id, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + id + "\"/></w:numPr></w:pPr>"
                + run(text, "") + "</w:p>";
    }

    private static String picture(String id) {
        return "<w:r><w:drawing><a:blip r:embed=\"" + id + "\"/></w:drawing></w:r>";
    }
}
