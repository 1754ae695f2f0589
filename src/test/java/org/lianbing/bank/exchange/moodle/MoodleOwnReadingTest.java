package org.lianbing.bank.exchange.moodle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.bank.exchange.wide.WideTesting;

import static org.assertj.core.api.Assertions.assertThat;

/** What Moodle itself, which knows nothing of our own element, makes of what we write. */
class MoodleOwnReadingTest {

    /** An answer ends before a sign that divides, unless that stands behind a backslash or begins a number. */
    private static final Pattern ANSWER = Pattern.compile(
            "(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?(.+?(?<!\\\\|&|&amp;)(?=[~#}]|$))(#.*?(?<!\\\\)(?=[~}]|$))?");

    private static final List<String> HARD =
            List.of("a}b", "c#d", "e~f", "C:\\x/y", "=1", "%50%", "U<R & D", "\"引\"", "{g}", "&lt;", "5$", "$6");

    @Test
    void wordsInAClozeAreReadAsTheyAre() {
        ItemContent content = fill(new Blank.Words(HARD, true), new Blank.Words(List.of("二"), false));
        List<String> answers = cloze(asked(content), "SHORTANSWER_C");
        assertThat(answers)
                .containsExactlyElementsOf(
                        HARD.stream().map(word -> "1 " + word).toList());
        assertThat(foreign(content).only().interaction()).isEqualTo(content.interaction());
    }

    @Test
    void whatIsChosenInAClozeIsReadAsItIs() {
        ItemContent content =
                fill(new Blank.Pick(List.of("=甲", "%50%乙", "丙#~}"), 2), new Blank.Words(List.of("二"), false));
        assertThat(cloze(asked(content), "MULTICHOICE")).containsExactly("0 =甲", "0 %50%乙", "1 丙#~}");
    }

    /** To Moodle an asterisk alone is anything. */
    @Test
    void anAsteriskStandsForItself() {
        ItemContent alone = fill(new Blank.Words(List.of("2*3", "六"), false));
        assertThat(written(alone)).contains("<text>2\\*3</text>");
        assertThat(foreign(alone).only().interaction()).isEqualTo(alone.interaction());
        assertThat(foreign(alone).codes()).isEmpty();
        ItemContent among = fill(new Blank.Words(List.of("2*3"), false), new Blank.Words(List.of("六"), false));
        assertThat(cloze(asked(among), "SHORTANSWER")).startsWith("1 2\\*3");
        assertThat(foreign(among).only().interaction()).isEqualTo(among.interaction());
    }

    /** Without a word Moodle shows six steps of all, and counts neighbours. */
    @Test
    void allStepsAreToBePutInOrderAndOnlyTheWholeCounts() {
        ItemContent content =
                new ItemContent("怎样的次序？", new Interaction.Ordering(List.of("一", "二", "三", "四", "五", "六", "七")), "", 3);
        assertThat(written(content))
                .contains("<selecttype>ALL</selecttype>", "<selectcount>7</selectcount>")
                .contains("<gradingtype>ALL_OR_NOTHING</gradingtype>");
        assertThat(foreign(content).only().interaction()).isEqualTo(content.interaction());
    }

    @Test
    void aWrongPickTakesOffWhatTheRuleSays() {
        assertThat(fractions(null)).containsExactly("50", "50", "-100");
        assertThat(fractions(PartialCredit.RIGHT_PARTS)).containsExactly("50", "50", "-100");
        assertThat(fractions(PartialCredit.NET_RIGHT)).containsExactly("50", "50", "-50");
    }

    /** Moodle knows shares alone, and no rule for blanks. */
    @Test
    void whereTheRuleOfScoringIsLostTheFileSaysSo() {
        Interaction blanks = fill(new Blank.Words(List.of("一"), false), new Blank.Words(List.of("二"), false))
                .interaction();
        Interaction blank = fill(new Blank.Words(List.of("一"), false)).interaction();
        assertThat(written(new ItemContent("填 ____ ____", blanks, "", 3, PartialCredit.ALL_OR_NOTHING)))
                .contains("<!-- fitter-0000: 那边判分不同：答对一部分得一部分分；这里全对才得分。 -->");
        assertThat(written(new ItemContent("填 ____ ____", blanks, "", 3, PartialCredit.NET_RIGHT)))
                .contains("<!-- fitter-0000: 那边判分不同：答对一部分得一部分分，答错不倒扣");
        assertThat(written(new ItemContent("填 ____ ____", blanks, "", 3))
                        + written(new ItemContent("填 ____", blank, "", 3, PartialCredit.ALL_OR_NOTHING)))
                .doesNotContain("<!--");
    }

    @Test
    void aSlashInTheNameOfATradeMakesNoCategory() {
        OneItem item =
                new OneItem(List.of(new ItemContent("对吗？", new Interaction.TrueFalse(true), "", 3)), Map.of(), "焊工/钎焊");
        assertThat(new String(item.written(new MoodleXmlWriter(WideTesting.words())), StandardCharsets.UTF_8))
                .contains("$course$/top/焊工//钎焊/");
    }

    /** Moodle shows TeX between brackets behind backslashes, which Markdown must leave there, and none between dollars. */
    @Test
    void formulasAreShown() {
        ItemContent content = new ItemContent(
                "若 $a_1<b_2$，求\n\n$$\n\\frac{U}{R} * \\left[ x \\right] \\\\ y \\& z\n$$\n\n`$x$` 价 $5",
                new Interaction.SingleChoice(
                        List.of(new Option("$\\{x\\}$", true, "因 $|x|>0$"), new Option("100$", false, null))),
                "见 $Z$",
                3);
        assertThat(asked(content))
                .startsWith("若 \\\\(a\\_1&lt;b\\_2\\\\)，求")
                .contains("\\\\[\n\\\\frac{U}{R} \\* \\\\left\\[ x \\\\right\\] \\\\\\\\ y \\\\&amp; z\n\\\\]")
                .endsWith("`$x$` 价 $5");
        assertThat(written(content)).contains("\\\\(\\\\{x\\\\}\\\\)", "\\\\(Z\\\\)");
        ItemContent back = foreign(content).only();
        assertThat(back.stem()).startsWith("若 $a_1<b_2$，求").endsWith("`$x$` 价 $5");
        assertThat(back.stem()).contains("$$\n\\frac{U}{R} * \\left[ x \\right] \\\\ y \\& z\n$$");
        assertThat(back.interaction()).isEqualTo(content.interaction());
        assertThat(back.explanation()).isEqualTo("见 $Z$");
    }

    private static List<String> fractions(@Nullable PartialCredit rule) {
        return Jsoup.parse(
                        written(new ItemContent(
                                "哪些？",
                                new Interaction.MultipleChoice(List.of(
                                        new Option("甲", true, null),
                                        new Option("乙", true, null),
                                        new Option("丙", false, null))),
                                "",
                                3,
                                rule)),
                        "",
                        Parser.xmlParser())
                .select("answer")
                .eachAttr("fraction");
    }

    private static ItemContent fill(Blank... blanks) {
        return new ItemContent(
                "填 ____" + " ____".repeat(blanks.length - 1), new Interaction.FillIn(List.of(blanks)), "", 3);
    }

    private static String written(ItemContent content) {
        return new String(
                new OneItem(List.of(content), Map.of()).written(new MoodleXmlWriter(WideTesting.words())),
                StandardCharsets.UTF_8);
    }

    private static String asked(ItemContent content) {
        return Jsoup.parse(written(content), "", Parser.xmlParser())
                .expectFirst("questiontext > text")
                .wholeText();
    }

    private static Collected foreign(ItemContent content) {
        return Collected.of(
                new MoodleXmlReader(), "q.xml", written(content).replaceAll("(?s)<lianbing .*?</lianbing>", ""));
    }

    /** The answers of the first place of that type, each behind what it counts. */
    private static List<String> cloze(String text, String type) {
        Matcher place = Pattern.compile("\\{1:" + type + ":(" + ANSWER.pattern() + "(?:~" + ANSWER.pattern() + ")*)\\}")
                .matcher(text);
        assertThat(place.find()).as(text).isTrue();
        List<String> answers = new ArrayList<>();
        Matcher answer = Pattern.compile("~?" + ANSWER.pattern()).matcher(place.group(1));
        while (answer.find()) {
            answers.add((answer.group(1) == null ? "0 " : "1 ")
                    + Parser.unescapeEntities(answer.group(3), false)
                            .replace("\\}", "}")
                            .replace("\\#", "#"));
        }
        return answers;
    }
}
