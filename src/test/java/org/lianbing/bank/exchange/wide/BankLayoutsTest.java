package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Layouts in which other platforms and enterprises hand out their banks. */
class BankLayoutsTest {

    @TempDir
    Path folder;

    /** The options in one cell, and those that are read. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        A.铁 B.铜 C.木                  ~ 铁,铜,木
        A、铁B、铜C、木                 ~ 铁,铜,木
        (A)铁 (B)铜 (C)木               ~ 铁,铜,木
        （A）铁（B）铜（C）木           ~ 铁,铜,木
        A.铁$B.铜$C.木                  ~ 铁,铜,木
        A.铁$;$B.铜$;$C.木              ~ 铁,铜,木
        铁$;$铜$;$木                    ~ 铁,铜,木
        铁##铜##木                      ~ 铁,铜,木
        铁|铜|木                        ~ 铁,铜,木
        A=铁|B=铜|C=木                  ~ 铁,铜,木
        铁；铜；木                      ~ 铁,铜,木
        铁;铜;木;                       ~ 铁,铜,木
        铁，铜，木                      ~ 铁,铜,木
        铁、铜、木                      ~ 铁,铜,木
        1.铁 2.铜 3.木                  ~ 铁,铜,木
        ①铁 ②铜 ③木                  ~ 铁,铜,木
        ["铁","铜","木"]                ~ 铁,铜,木
        {"A":"铁","B":"铜","C":"木"}    ~ 铁,铜,木
        [{"key":"A","value":"铁"},{"key":"B","value":"铜"},{"key":"C","value":"木"}] ~ 铁,铜,木
        A.见图B.2 B.铜 C.木             ~ 见图B.2,铜,木
        A.维生素A、B、C B.铜 C.木       ~ 维生素A、B、C,铜,木
        A 相|B 相|C 相                  ~ A 相,B 相,C 相
        Java;C#;Python                  ~ Java,C#,Python
        C#，F#，J#                      ~ C#,F#,J#
        1#主变;2#主变;3#主变            ~ 1#主变,2#主变,3#主变
        1#主变、2#主变、3#主变          ~ 1#主变,2#主变,3#主变
        铁#铜，锌#木                    ~ 铁,铜，锌,木
        $x$，$y$                        ~ $x$,$y$
        铁$铜$木                        ~ 铁,铜,木
        A.铁#B.铜#C.木#                 ~ 铁,铜,木
        A.$x$$B.$y$$C.$z$               ~ $x$,$y$,$z$
        $x$;$y$;$z$                     ~ $x$,$y$,$z$
        铁;$x$;$y$                      ~ 铁,$x$,$y$
        $x$$;$$y$                       ~ $x$,$y$
        """)
    void optionsInOneCell(String cell, String options) {
        assertThat(String.join(",", AllOptions.split(cell))).isEqualTo(options);
    }

    @Test
    void optionsOnLinesOfOneCellMayHoldBars() {
        assertThat(AllOptions.split("A. a|b\nB. a&b\nC. a^b")).containsExactly("a|b", "a&b", "a^b");
        assertThat(AllOptions.split("A 铁\nB 铜")).containsExactly("铁", "铜");
        assertThat(AllOptions.split("铁$;\n$铜$;\n$木")).containsExactly("铁", "铜", "木");
    }

    @Test
    void eachLineMayHaveItsOwnSignBehindTheLetter() {
        assertThat(AllOptions.split("A.铁\nB.铜\n  C、木\nD.松")).containsExactly("铁", "铜", "木", "松");
        assertThat(AllOptions.split("A.维生素A、B、C\nB、铜")).containsExactly("维生素A、B、C", "铜");
    }

    @Test
    void signsThatEndOptionsOnLinesStay() {
        assertThat(AllOptions.split("A.1#\nB.2#\nC.都停；")).containsExactly("1#", "2#", "都停");
        assertThat(AllOptions.split("$x^2$\n$y$;\n5$")).containsExactly("$x^2$", "$y$", "5$");
        assertThat(AllOptions.split("int a;|int b;")).containsExactly("int a;", "int b;");
    }

    @Test
    void spacesInAnOptionAreReadHoweverManyTheyAre() {
        String wide = "铁" + " ".repeat(30_000) + "片";
        assertThat(AllOptions.split(wide + "|铜")).containsExactly(wide, "铜");
    }

    @Test
    void aLongCellBesideTheHeadingTakesNoTime() {
        String cell = "(".repeat(32_000);
        String table = ("题干,答案" + ("," + cell).repeat(30) + "\n").repeat(3) + "对。,对\n";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(items(table)).hasSize(1));
    }

    /** A code that nobody explains, the question, and its answer. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        4 ; 线电压是相电压的____倍 ; 1  ; exchange.problem.type-unknown
        4 ; 电压的符号是____。     ; V  ; exchange.problem.type-unknown
        4 ; 三相中性线有（ ）根。接地 ; 1 ; exchange.problem.type-unknown
        '' ; 验电前____戴手套      ; 是 ; exchange.problem.type-missing
        """)
    void aQuestionWithPlacesIsNoStatement(String type, String stem, String answer, String problem) {
        assertThat(problems("题型,题干,答案\n%s,%s,%s\n".formatted(type, stem, answer)))
                .containsExactly(problem);
    }

    @Test
    void bracketsForTheSignOfTruthMakeNoPlace() {
        assertThat(items("题型,题干,答案\n3,1.（ ）甲是乙。,1\n3,甲是丙。（ ）,0\n"))
                .extracting(ItemContent::interaction)
                .containsExactly(new Interaction.TrueFalse(true), new Interaction.TrueFalse(false));
    }

    @Test
    void optionsBehindTheQuestionInItsCellAreOptions() {
        assertThat(items("题目,答案\n\"哪个是木材？（ ）\nA.铁\nB.铜\nC.松\",C\n"))
                .singleElement()
                .satisfies(item -> assertThat(item.stem()).isEqualTo("哪个是木材？（ ）"))
                .satisfies(item -> assertThat(key(item)).isEqualTo("松"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "序号,题干,答案\n1,哪个是木材？,C\n,A.铁,\n,B.铜,\n,C.松,\n2,哪个是木材？,C\n,A.铁  B.铜,\n,C.松,\n",
                "序号,题干,选项,答案\n1,哪个是木材？,A、铁,C\n,,B、铜,\n,,C、松,\n2,哪个是木材？,铁,C\n,,铜,\n,,松,\n",
            })
    void optionsInTheRowsBelowAreThoseOfTheQuestion(String table) {
        assertThat(items(table))
                .hasSize(2)
                .allSatisfy(item -> assertThat(((Interaction.SingleChoice) item.interaction()).options())
                        .containsExactly(
                                new Option("铁", false, null),
                                new Option("铜", false, null),
                                new Option("松", true, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "题干,选项A,选项B,选项C,选项D,选项E,选项F,选项G,选项H,选项I,答案\n哪个？,1,2,3,4,5,6,7,8,9,B\n",
                "题干,选项1,选项2,选项3,选项4,选项5,选项6,选项7,选项8,选项9,选项10,答案\n哪个？,1,2,3,4,5,6,7,8,9,,B\n",
                "题干,选项,答案\n哪个？,A.1|B.2|C.3|D.4|E.5|F.6|G.7|H.8|I.9,B\n",
                "题号,题干,选项内容,是否正确\n1,哪个？,1,\n1,,2,是\n1,,3,\n1,,4,\n1,,5,\n1,,6,\n1,,7,\n1,,8,\n1,,9,\n",
            })
    void moreOptionsThanAnItemTakesAreSaid(String table) {
        assertThat(read(table).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.problems())
                        .extracting(ImportProblem::code, ImportProblem::arguments)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(
                                "exchange.problem.options-many", List.of("8", "9"))));
    }

    /** The options with bars between, the answer, and the options that it names. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        单选          ; 铁|铜|木   ; 2        ; 铜
        单选          ; 铁|铜|木   ; 木       ; 木
        单选          ; 铁|铜|木   ; B、铜    ; 铜
        单选          ; 3|4|5|6    ; 2        ; 4
        单选          ; 1|2|3|4    ; 2        ; 2
        单选          ; A|B|AB|O   ; AB       ; AB
        多选          ; A|B|AB|O   ; AB       ; A,B
        多选          ; 铁|铜|木   ; 1,3      ; 铁,木
        多选          ; 铁|铜|木   ; 13       ; 铁,木
        多选          ; 铁|铜|木   ; 铁#木    ; 铁,木
        多选          ; 铁|铜|木   ; [""A"",""C""]; 铁,木
        多选          ; 铁|铜|木   ; 铁、木   ; 铁,木
        Multiple Choice; 铁|铜|木  ; B        ; 铜
        Multiple Choice; 铁|铜|木  ; AB       ; 铁,铜
        Checkbox      ; 铁|铜|木   ; 1,2      ; 铁,铜
        ''            ; 铁|铜|木   ; 2        ; 铜
        2             ; 铁|铜|木   ; AB       ; 铁,铜
        """)
    void answersNameOptionsInManyWays(String type, String options, String answer, String key) {
        String cells = options.replace("|", ",");
        String table = "题型,题干,选项A,选项B,选项C,选项D,答案\n%s,哪个？,%s%s,\"%s\"\n"
                .formatted(type, cells, cells.split(",").length == 3 ? "," : "", answer);
        assertThat(items(table))
                .singleElement()
                .satisfies(item -> assertThat(key(item)).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        单选 ; 2|3|4       ; 2  ; exchange.problem.answer-ambiguous
        多选 ; 2|3|4       ; 1,2; exchange.problem.answer-ambiguous
        单选 ; 铁|铜|木    ; 0  ; exchange.problem.answer-not-letters
        单选 ; 铁|铜|木    ; 4  ; exchange.problem.answer-not-letters
        ''   ; 铁|铜|木    ; 石 ; exchange.problem.answer-not-letters
        判断 ; 错误|正确|  ; 1  ; exchange.problem.answer-ambiguous
        判断 ; 会|不会|    ; A  ; exchange.problem.answer-not-truth
        判断 ; ||          ; 2  ; exchange.problem.answer-not-truth
        """)
    void whatMayNameTwoOptionsNamesNone(String type, String options, String answer, String problem) {
        String table = "题型,题干,选项A,选项B,选项C,答案\n%s,哪个？,%s,\"%s\"\n".formatted(type, options.replace("|", ","), answer);
        assertThat(problems(table)).containsExactly(problem);
    }

    @Test
    void aStatementWithItsTwoWordsIsJudged() {
        assertThat(items("题干,答案,选项1,选项2\n甲是乙。,B,正确,错误\n甲是丙。,2,错误,正确\n"))
                .extracting(ItemContent::interaction)
                .containsExactly(new Interaction.TrueFalse(false), new Interaction.TrueFalse(true));
    }

    @Test
    void codesStandForWhatTheHeadingSays() {
        List<ItemContent> items = items("""
                试题题干,"试题类型(1单选题,2多选题,3判断题,4填空题)",难度（1简单 2普通 3困难）,选项A,选项B,选项C,正确答案
                哪个？,1,1,甲,乙,丙,A
                哪些？,2,3,甲,乙,丙,AB
                对。,3,2,,,,错
                是（）,4,2,,,,丁
                """);
        assertThat(items)
                .extracting(item -> item.interaction().type().code() + " " + item.difficulty())
                .containsExactly("single-choice 1", "multiple-choice 5", "true-false 3", "fill-in 3");
    }

    @Test
    void severalColumnsOfAFieldHoldWhereTheFirstIsEmpty() {
        List<ItemContent> items = items("""
                题型,题目,题干,选项,正确答案,参考答案,答案解析,整体解析,选项A解析
                单选题,标题一,哪个？,甲|乙,A,,因为,所以,对
                简答题,标题二,怎样？,,,这样。,,,
                """);
        assertThat(items).extracting(ItemContent::stem).containsExactly("哪个？", "怎样？");
        assertThat(items.getFirst().explanation()).isEqualTo("因为\\\n所以\\\nA：对");
        assertThat(((Interaction.ShortAnswer) items.get(1).interaction())
                        .rubric()
                        .sample())
                .isEqualTo("这样。");
    }

    @Test
    void aTitleIsNoStemWhereThereIsOne() {
        assertThat(items("Title,Question,Choice A,Choice B,Answer\nQ1,Which?,Iron,Oak,A\n"))
                .extracting(ItemContent::stem)
                .containsExactly("Which?");
    }

    @Test
    void whatIsCorrectOfAllOptionsIsTheAnswer() {
        assertThat(items("question,choices,correct\nWhich?,\"[\"\"Iron\"\",\"\"Oak\"\",\"\"Elm\"\"]\",Oak\n"))
                .singleElement()
                .satisfies(item -> assertThat(key(item)).isEqualTo("Oak"));
    }

    @Test
    void columnsThatSayNothingOfAnItemAreNamed() {
        ReadTables read = read("序号,题干,答案,章节,标签,题目,\n1,对。,对,第一章,,另一句,九\n");
        assertThat(read.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("exchange.note.columns-unread");
            assertThat(note.arguments()).containsExactly("CSV", "章节、题目、G");
        });
    }

    @Test
    void aPictureThatIsOnlyNamedIsMissed() {
        assertThat(read("题干,答案,图片\n对。,对,img/7.png\n错。,错,无\n").rows())
                .extracting(
                        row -> row.problems().stream().map(ImportProblem::code).toList())
                .containsExactly(List.of("exchange.remark.picture-elsewhere"), List.of());
    }

    @Test
    void theNamesOfOptionsMayStandBelowTheirOwn() {
        assertThat(items("题干,选项,,,答案\n,A,B,C,\n哪个？,甲,乙,丙,C\n"))
                .singleElement()
                .satisfies(item -> assertThat(key(item)).isEqualTo("丙"));
    }

    @Test
    void aTitleAboveTheHeadingIsNoPartOfIt() {
        assertThat(items("# 名称：题库\n题干,选项A,选项B,答案,解析\n哪个？,甲,乙,A,因为\n"))
                .singleElement()
                .satisfies(item -> assertThat(item.explanation()).isEqualTo("因为"));
    }

    @Test
    void theSignBetweenCellsIsThatOfTheHeading() {
        assertThat(items("题库，共 1,000 题, 含答案, 第一版\n题干;选项A;选项B;答案\n哪个？;甲;乙;A\n")).hasSize(1);
    }

    @Test
    void aQuestionThatIsCalledLikeAColumnIsAQuestion() {
        assertThat(items("题干,选项A,选项B,答案\n问题,甲,乙,A\n")).hasSize(1);
    }

    @Test
    void casesMayTellAndAskInOneRow() {
        ReadTables read = read("""
                题目类型,大题题干,小题题型,小题题干,正确答案,选项A,选项B,选项C
                判断题,对。,,,正确,,,
                阅读理解,读一段。,单选题,哪个？,B,甲,乙,丙
                ,,判断题,对吗？,错,,,
                阅读理解,另一段。,判断题,对吗？,对,,,
                """);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.questions())
                .extracting(question -> ((Question.Read) question).content())
                .extracting(item -> item.stem()
                        + ((Interaction.Case) item.interaction()).parts().size())
                .containsExactly("读一段。2", "另一段。1");
    }

    @Test
    void answersOfBlanksStandBetweenOtherSignsToo() {
        List<ItemContent> items = items("""
                题型,题干,答案,选项A,选项B
                填空,线____，相____,380|220,,
                填空,线____，相____,380、220,,
                填空,线____，相____,,380,220
                填空,水是____,,H2O,水
                """);
        assertThat(items)
                .extracting(item -> ((Interaction.FillIn) item.interaction())
                        .blanks().stream()
                                .map(blank -> String.join("/", ((Blank.Words) blank).accepted()))
                                .collect(Collectors.joining(" ")))
                .containsExactly("380 220", "380 220", "380 220", "H2O/水");
    }

    @Test
    void severalAnswersForOneBlankAreNotOne() {
        assertThat(problems("题型,题干,答案\n填空,首都是____。,北京；京城\n")).containsExactly("exchange.problem.blank-several");
    }

    @Test
    void aTableOfAQuizShowIsRead() {
        List<ItemContent> items = items("""
                ,Quiz template,,,,
                ,Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,"Time (sec) – 5, 10",Correct answer(s) - choose at least one
                1,Which is a metal?,Iron,Oak,20,1
                2,Oak is a metal.,True,False,20,2
                """);
        assertThat(items)
                .extracting(ItemContent::interaction)
                .containsExactly(
                        new Interaction.SingleChoice(
                                List.of(new Option("Iron", true, null), new Option("Oak", false, null))),
                        new Interaction.TrueFalse(false));
    }

    @Test
    void wrongAnswersBesideTheRightOneAreOptions() {
        assertThat(items(
                        "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\nWhich?,Iron,Oak,\n"))
                .singleElement()
                .satisfies(item -> assertThat(key(item)).isEqualTo("Iron"));
    }

    @Test
    void whyAnOptionIsWrongStandsInItsRow() {
        assertThat(items("题目序号,题目类型,题目内容,是否正确项,选项内容,选项解析\n1,1,哪个？,0,甲,不对\n1,1,哪个？,1,乙,\n"))
                .singleElement()
                .satisfies(item -> assertThat(key(item)).isEqualTo("乙"))
                .satisfies(item -> assertThat(item.explanation()).isEqualTo("A：不对"));
    }

    private static String key(ItemContent item) {
        List<Option> options = switch (item.interaction()) {
            case Interaction.SingleChoice choice -> choice.options();
            case Interaction.MultipleChoice choice -> choice.options();
            default -> List.of();
        };
        return options.stream().filter(Option::correct).map(Option::text).collect(Collectors.joining(","));
    }

    private List<ItemContent> items(String table) {
        return read(table).contents();
    }

    private List<String> problems(String table) {
        SheetRow row = read(table).rows().getFirst();
        RowReading reading = RowParser.parse(row.cells(), row.markdown(), RowContext.NONE);
        return reading.problems().stream().map(ImportProblem::code).toList();
    }

    private ReadTables read(String table) {
        Path file = folder.resolve("bank.csv");
        try {
            Files.writeString(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReadTables.of(new CsvTables(), file);
    }
}
