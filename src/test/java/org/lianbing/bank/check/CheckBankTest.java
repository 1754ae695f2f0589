package org.lianbing.bank.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

import org.lianbing.bank.BankFiles;
import org.lianbing.base.Texts;
import org.lianbing.base.disk.Flaw;

import static org.assertj.core.api.Assertions.assertThat;

class CheckBankTest {

    private static final String ITEMS = "trades/lathe/items/01.yaml";

    @TempDir
    Path place;

    private MessageSource texts;
    private BankFiles files;

    @BeforeEach
    void bank() throws IOException {
        texts = Texts.bundled();
        files = new BankFiles(place, "lathe");
        files.write("README.md", "# A bank\n\n<!-- totals -->\n<!-- /totals -->\n");
    }

    @Test
    void aSoundBankHasNoFlaws() throws IOException {
        files.item(1, "车刀装得高于工件中心时，工作前角变大。").item(2, "卡盘扳手用完要立即取下。");
        assertThat(flaws()).isEmpty();
    }

    @Test
    void theTotalsAreThoseOfTheFiles() throws IOException {
        files.item(1, "车刀装得高于工件中心时，工作前角变大。");
        assertThat(flaws()).isEmpty();
        files.item(2, "卡盘扳手用完要立即取下。").write();
        BankOnDisk bank = BankOnDisk.read(place, texts);
        assertThat(CheckBank.flaws(bank, texts)).containsExactly(flaw("README.md", 0, "bank.check.totals"));
        Totals.write(bank);
        assertThat(place.resolve("README.md"))
                .content()
                .contains("| lathe 工种 lathe | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 |", "| **1 trades** | 2 |");
    }

    @Test
    void whatTheSchemaOrTheBankWouldRefuseIsNamed() throws IOException {
        files.item(1, "好题。").raw("""
                - code: lathe-0002
                  type: single-choice
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: 7
                  stem: 哪个对？
                  options: [{text: 甲, key: true}, {text: 乙}, {text: 丙}]
                  explanation: 因为。
                """).raw("""
                - code: lathe-0003
                  type: single-choice
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: 2
                  stem: 哪个对？
                  options: [{text: 甲, key: true}, {text: 乙}, {text: 乙}]
                  explanation: 因为。
                """);
        assertThat(flaws()).extracting(Flaw::line).containsExactlyInAnyOrder(13, 23);
    }

    @Test
    void codesPointsAndLevelsBelongTogether() throws IOException {
        files.item(1, "第一题。").item(1, "代码重复的题目。").raw("""
                - code: miller-0002
                  type: true-false
                  levels: [junior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: 2
                  stem: "别的工种的代码，等级也不对。"
                  key: true
                  explanation: 因为如此。
                """).raw("""
                - code: lathe-0003
                  type: true-false
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-009"]
                  difficulty: 2
                  stem: "没有这个鉴定点。"
                  key: true
                  explanation: 因为如此。
                """);
        assertThat(flaws())
                .containsExactlyInAnyOrder(
                        flaw(ITEMS, 9, "bank.flaw.code-twice", "lathe-0001"),
                        flaw(ITEMS, 17, "bank.rule.code", "lathe"),
                        flaw(ITEMS, 17, "bank.check.levels", "miller-0002"),
                        flaw(ITEMS, 25, "bank.flaw.point", "lathe-senior:A-A-A-009"));
    }

    @Test
    void whatIsNamedIsThereAndWhatIsThereIsNamed() throws IOException {
        files.item(1, "看图 ![接线](../pictures/none.svg)");
        files.write("trades/forgotten/items/01.yaml", "[]");
        assertThat(flaws())
                .containsExactlyInAnyOrder(
                        flaw(ITEMS, 1, "bank.flaw.picture-missing", "../pictures/none.svg"),
                        flaw("trades/forgotten", 0, "bank.flaw.unknown-trade", "forgotten"));
    }

    @Test
    void everyCorePointHasAnItem() throws IOException {
        assertThat(flaws()).containsExactly(flaw("lathe", 0, "bank.check.uncovered", "lathe-senior:A-A-A-001", "要点"));
    }

    @Test
    void twoThatSayNearlyTheSameAreNamed() throws IOException {
        files.item(1, "车削细长轴时应使用跟刀架来增加工件的刚性。").item(2, "车削细长轴时应使用跟刀架，来增加工件的刚性！");
        assertThat(flaws()).extracting(Flaw::reason).containsExactly("lathe-0002 与 lathe-0001 过于相似（100%）。");
    }

    @Test
    void aTemplateIsSoundOverItsWholeRange() throws IOException {
        files.raw(template(1, "v * d / 10", "v + d", 0))
                .raw(template(2, "v - 3", "v * 100 + d", 0))
                .raw(template(3, "v * 100", "v * 100 + d", 9));
        assertThat(flaws())
                .extracting(Flaw::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason)
                                .startsWith("lathe-0002 在变量取 {")
                                .endsWith("时答案为 0.0，不合理。"),
                        reason -> assertThat(reason)
                                .startsWith("lathe-0003 在变量取 {")
                                .contains("允许误差"));
    }

    private static String template(int number, String formula, String wrong, int tolerance) {
        return """
                - code: lathe-%04d
                  type: calculated
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: 2
                  stem: "第 %d 种问法：{{v}} 和 {{d}} 得多少？"
                  variables: [{name: v, from: 1, to: 5, step: 1}, {name: d, from: 1, to: 4, step: 1}]
                  formula: "%s"
                  decimals: 1
                  tolerance: %d
                  unit: mm
                  variants: 8
                  distractors: [{formula: "%s"}]
                  explanation: 得 {{key}}。
                """.formatted(number, number, formula, tolerance, wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "fine",
            value = {
                "<path stroke='currentColor' d='M0 0h9'/><text x='1' y='20' font-size='20' fill='currentColor'>轴</text> | fine | fine",
                "<path stroke='#2f6fb0' d='M0 0h9'/> | fine | fine",
                "<path stroke='#f2c200' d='M0 0h9'/> | bank.check.colour | #f2c200",
                "<path stroke='#111111' d='M0 0h9'/> | bank.check.colour | #111111",
                "<rect width='400' height='300' fill='#ffffff'/><path stroke='#111111' d='M0 0h9'/> | fine | fine",
                "<path fill='#f9c80e' stroke='#1a1a1a' d='M0 0h9'/> | fine | fine",
                "<rect width='90' height='30' fill='#2f6fb0'/><text font-size='20' fill='#ffffff'>G</text> | fine | fine",
                "<rect width='90' height='30' fill='none'/><text font-size='20' fill='#ffffff'>G</text> | bank.check.colour | #ffffff",
                "<text x='1' y='20' font-size='20'>轴</text> | bank.check.colour | #000000",
                "<g font-size='11' fill='currentColor'><text x='1' y='20'>轴</text></g> | bank.check.letters | 轴",
                "<script>1</script> | media.svg | <script>",
                "<use href='http://elsewhere/a.svg#a'/> | media.svg | href",
            })
    void aDrawingIsSafeAndLegibleOnLightAndDark(String inside, String key, String argument) throws IOException {
        files.item(1, "卡盘扳手用完要立即取下。");
        files.write(
                "trades/lathe/pictures/a.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'>" + inside + "</svg>");
        List<Flaw> expected = key == null ? List.of() : List.of(flaw("trades/lathe/pictures/a.svg", 0, key, argument));
        assertThat(flaws()).isEqualTo(expected);
    }

    @Test
    void aDrawingThatCannotBeScaledIsNamed() throws IOException {
        files.item(1, "卡盘扳手用完要立即取下。");
        files.write("trades/lathe/pictures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10'/>");
        assertThat(flaws()).containsExactly(flaw("trades/lathe/pictures/a.svg", 0, "bank.check.view-box"));
    }

    @Test
    void whatIsReadOnAPhoneIsShort() throws IOException {
        files.item(1, "长".repeat(201)).item(2, "AVeryLongNameThatNoPhoneCanBreakAnywhere 是什么？");
        assertThat(flaws())
                .containsExactly(
                        flaw(ITEMS, 1, "bank.check.long", "lathe-0001", "stem", 200, 201),
                        flaw(ITEMS, 9, "bank.check.unbroken", "lathe-0002", "stem"));
    }

    @Test
    void keysGiveNoPatternAway() throws IOException {
        numbered(40, number -> choice(number, number % 3 == 0 ? number % 4 : 1, "的"));
        assertThat(flaws())
                .extracting(Flaw::reason)
                .satisfiesExactly(reason -> assertThat(reason).endsWith("在 B，超过 30%。"));
        files.clear();
        numbered(40, number -> choice(number, number % 4, number < 15 ? "更长的" : "的"));
        assertThat(flaws()).containsExactly(flaw("lathe", 0, "bank.check.longest", 14, 40, 10));
        files.clear();
        numbered(40, number -> choice(number, number % 4, "的"));
        assertThat(flaws()).isEmpty();
    }

    @Test
    void aMultipleChoiceHasAWrongOption() throws IOException {
        files.raw("""
                - code: lathe-0001
                  type: multiple-choice
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: 2
                  stem: 哪些对？
                  options: [{text: 甲, key: true}, {text: 乙, key: true}, {text: 丙, key: true}, {text: 丁, key: true}]
                  explanation: 因为。
                """);
        assertThat(flaws()).containsExactly(flaw(ITEMS, 1, "bank.check.all-right", "lathe-0001"));
    }

    @Test
    void halfOfTheStatementsAreTrueAndNotAllAreEasy() throws IOException {
        numbered(20, number -> statement(number, number <= 12, 1 + number % 3));
        assertThat(flaws()).containsExactly(flaw("lathe", 0, "bank.check.true", 60));
        files.clear();
        numbered(20, number -> statement(number, number % 2 == 0, number < 14 ? 2 : 3));
        assertThat(flaws()).containsExactly(flaw("lathe", 0, "bank.check.difficulty", 2, 65));
        files.clear();
        numbered(19, number -> statement(number, true, 2));
        assertThat(flaws()).isEmpty();
    }

    private void numbered(int many, IntFunction<String> item) {
        IntStream.rangeClosed(1, many).mapToObj(item).forEach(files::raw);
    }

    private static String statement(int number, boolean key, int difficulty) {
        return """
                - code: lathe-%04d
                  type: true-false
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: %d
                  stem: "%s"
                  key: %s
                  explanation: 因为如此。
                """.formatted(number, difficulty, word(number) + word(number * 7 + 3) + "。", key);
    }

    private static String choice(int number, int place, String key) {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String text = word(number * 31 + i) + (i == place ? key : "的");
            options.append("    - {text: %s%s}\n".formatted(text, i == place ? ", key: true" : ""));
        }
        return """
                - code: lathe-%04d
                  type: single-choice
                  levels: [senior]
                  points: ["lathe-senior:A-A-A-001"]
                  difficulty: %d
                  stem: "%s是什么？"
                  options:
                %s  explanation: 因为如此。
                """.formatted(number, 1 + number % 4, word(number * 5), options);
    }

    /** Four characters that hardly any other number has. */
    private static String word(int number) {
        return IntStream.range(0, 4)
                .map(i -> 0x4e00 + Math.floorMod((number * 2_654_435 + i * 40_503) * 97, 20_000))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Of the bank as it stands now, its table of totals brought up to date the first time. */
    private List<Flaw> flaws() throws IOException {
        files.write();
        BankOnDisk bank = BankOnDisk.read(place, texts);
        Totals.write(bank);
        return CheckBank.flaws(bank, texts);
    }

    private Flaw flaw(String file, int line, String key, Object... arguments) {
        return new Flaw(file, line, texts.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE));
    }
}
