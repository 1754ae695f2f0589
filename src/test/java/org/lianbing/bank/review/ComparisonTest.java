package org.lianbing.bank.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.lianbing.attempt.scoring.TrialScores;
import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Variable;
import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Problem;
import org.lianbing.paper.Rehearsal;
import org.lianbing.testing.RightResponses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a reviewer answers before they see the key is compared as a sitting would score it. */
class ComparisonTest {

    private static final ItemVersionId VERSION = ItemVersionId.next();
    private static final @Nullable Boolean OPEN = null;

    private static final Interaction TRUTH = new Interaction.TrueFalse(false);
    private static final Interaction SINGLE = new Interaction.SingleChoice(options(false, true, false));
    private static final Interaction MULTIPLE = new Interaction.MultipleChoice(options(true, false, true));
    private static final Interaction.Ordering ORDER = new Interaction.Ordering(List.of("停电", "验电", "放电", "挂接地线"));
    private static final Interaction NUMBER = new Interaction.Numeric(number("12.50"), number("0.1"), "mm");
    private static final Interaction FIGURES = new Interaction.Numeric(number("2.00"), number("0.01"), "V", 3);
    private static final Interaction FILL = new Interaction.FillIn(List.of(
            new Blank.Words(List.of("CO", "一氧化碳"), true),
            new Blank.Value(number("50"), number("1")),
            new Blank.Pick(List.of("蓝", "黄绿双", "红"), 1)));
    private static final Interaction.Matching MATCH = new Interaction.Matching(
            List.of(new Pair("KM", "接触器"), new Pair("FU", "熔断器"), new Pair("FU2", "熔断器")), List.of("时间继电器"));
    private static final Interaction SPOTS = new Interaction.Hotspot(
            "![图](media:x)",
            400,
            300,
            List.of(
                    new Region(new Region.Circle(100, 80, 20), "热继电器", true),
                    new Region(new Region.Rectangle(200, 40, 60, 40), "接触器", true),
                    new Region(new Region.Circle(300, 200, 20), "熔断器", false)));
    private static final Interaction WRITTEN =
            new Interaction.ShortAnswer(new Rubric(List.of(new Rubric.Point("逐相验电", BigDecimal.ONE)), "", ""));
    private static final Interaction CASE = new Interaction.Case(List.of(
            new CasePart("哪一个？", SINGLE, BigDecimal.ONE, "", null),
            new CasePart("简述。", WRITTEN, BigDecimal.ONE, "", null),
            new CasePart("多少？", NUMBER, BigDecimal.ONE, "", null)));

    static Stream<Arguments> responses() {
        return Stream.of(
                row(TRUTH, List.of("false"), true),
                row(TRUTH, List.of("true"), false),
                row(SINGLE, List.of("1"), true),
                row(SINGLE, List.of("0"), false),
                row(MULTIPLE, List.of("2", "0"), true),
                row(MULTIPLE, List.of("0"), false),
                row(MULTIPLE, List.of("0", "1", "2"), false),
                row(NUMBER, List.of("12.6"), true),
                row(NUMBER, List.of("１２。５"), true),
                row(NUMBER, List.of("12.61"), false),
                row(FIGURES, List.of("2.00"), true),
                row(FIGURES, List.of("2"), false),
                row(FILL, List.of("CO", "49", "黄绿双"), true),
                row(FILL, List.of(" ＣＯ ", "50.5", "黄绿双"), true),
                row(FILL, List.of("co", "50", "黄绿双"), false),
                row(FILL, List.of("CO", "52", "黄绿双"), false),
                row(FILL, List.of("CO", "50", "红"), false),
                row(SPOTS, List.of("230,60", "100,60"), true),
                row(SPOTS, List.of("100,80", "105,85"), false),
                row(SPOTS, List.of("100,80", "300,200"), false),
                row(SPOTS, List.of("100,80"), false),
                row(WRITTEN, List.of("先试验，再逐相验电"), OPEN),
                row(CASE, parts(List.of("1"), List.of("逐相"), List.of("12.5")), true, OPEN, true),
                row(CASE, parts(List.of("2"), List.of("逐相"), List.of("12.5")), false, OPEN, true),
                row(CASE, parts(List.of("1"), List.of("逐相"), List.of("13")), true, OPEN, false));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void saysWhatASittingWouldSay(Interaction interaction, List<String> response, List<@Nullable Boolean> verdicts) {
        assertThat(verdicts(interaction, response)).isEqualTo(verdicts);
    }

    @Test
    void stepsAndPairsStandInAnotherOrderAndAreComparedByWhatTheyMean() {
        Ask.Order order = (Ask.Order) ask(ORDER);
        assertThat(order.steps())
                .containsExactlyInAnyOrderElementsOf(ORDER.steps())
                .isNotEqualTo(ORDER.steps());
        assertThat(verdicts(ORDER, RightResponses.to(order, ORDER))).containsExactly(true);
        assertThat(verdicts(ORDER, List.of("0", "1", "2", "3"))).containsExactly(false);

        Ask.Match match = (Ask.Match) ask(MATCH);
        assertThat(match.rights()).containsExactlyInAnyOrder("接触器", "熔断器", "时间继电器");
        List<String> right = RightResponses.to(match, MATCH);
        assertThat(verdicts(MATCH, right)).containsExactly(true);
        assertThat(verdicts(MATCH, List.of(right.get(1), right.get(0), right.get(2))))
                .containsExactly(false);
    }

    @ParameterizedTest
    @MethodSource("calculated")
    void aCalculationShowsOneVariantAndIsComparedWithIt(Interaction.Calculated calculated) {
        String template = "电压 {{U}} V、电阻 {{R}} Ω，电流是多少？";
        BlindPaper paper = BlindPaper.of(VERSION);
        String stem = paper.stem(template, calculated);
        assertThat(stem).doesNotContain("{{").isEqualTo(BlindPaper.of(VERSION).stem(template, calculated));
        List<String> right = RightResponses.to(paper.ask(calculated), calculated, template, stem);
        assertThat(verdicts(calculated, right)).containsExactly(true);
        List<String> wrong =
                calculated.distractors().isEmpty() ? List.of("9999") : List.of(right.equals(List.of("0")) ? "1" : "0");
        assertThat(verdicts(calculated, wrong)).containsExactly(false);
    }

    static Stream<Interaction.Calculated> calculated() {
        return Stream.of(
                calculated(List.of()),
                calculated(List.of(new Distractor("U * R", "乘了"), new Distractor("R / U", null))));
    }

    private static Interaction.Calculated calculated(List<Distractor> distractors) {
        return new Interaction.Calculated(
                List.of(
                        new Variable("U", number("12"), number("36"), number("12")),
                        new Variable("R", number("3"), number("6"), BigDecimal.ONE)),
                "U / R",
                2,
                number("0.01"),
                "A",
                distractors,
                4);
    }

    @Test
    void whatCannotBeComputedIsLeftToPeople() {
        Interaction broken = new Interaction.Calculated(List.of(), "1 / 0", 2, BigDecimal.ZERO, "A", List.of(), 1);
        assertThat(ask(broken)).isInstanceOf(Ask.Words.class);
        assertThat(verdicts(broken, List.of("不知道"))).containsExactly(OPEN);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void theRightResponseOfEveryTypeAgreesOrWaitsForPeople(ItemContent content) {
        Interaction interaction = content.interaction();
        Ask ask = ask(interaction);
        List<String> right = interaction instanceof Interaction.Calculated calculated
                ? RightResponses.to(
                        ask, calculated, content.stem(), BlindPaper.of(VERSION).stem(content.stem(), calculated))
                : RightResponses.to(ask, interaction);
        assertThat(verdicts(interaction, right))
                .containsOnly(interaction.type().scoredByMachine() ? Boolean.TRUE : OPEN);
    }

    static Stream<ItemContent> everyType() {
        return EveryType.contents();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(TRUTH, List.of()),
                arguments(TRUTH, List.of("yes")),
                arguments(SINGLE, List.of("0", "1")),
                arguments(SINGLE, List.of("3")),
                arguments(MULTIPLE, List.of("1", "1")),
                arguments(ORDER, List.of("0", "1", "2")),
                arguments(NUMBER, List.of("1e400000000")),
                arguments(NUMBER, List.of("十二")),
                arguments(FILL, List.of("CO")),
                arguments(FILL, List.of("CO", "50", "没有这种颜色")),
                arguments(MATCH, List.of("0", "1")),
                arguments(MATCH, List.of("0", "1", "9")),
                arguments(SPOTS, List.of("hier")),
                arguments(SPOTS, List.of("500,80")),
                arguments(SPOTS, List.of("100,80", "230,60", "1,1")),
                arguments(WRITTEN, List.of(" ")),
                arguments(CASE, List.of("1", "2", "3")),
                arguments(CASE, parts(List.of("1"))));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoResponseIsRefused(Interaction interaction, List<String> response) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> verdicts(interaction, response))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.review.response"));
    }

    private static Ask ask(Interaction interaction) {
        return BlindPaper.of(VERSION).ask(interaction);
    }

    private static List<@Nullable Boolean> verdicts(Interaction interaction, List<String> response) {
        return new Comparison(new TrialScores(new Rehearsal())).verdicts(VERSION, interaction, response);
    }

    private static Arguments row(Interaction interaction, List<String> response, @Nullable Boolean... verdicts) {
        List<@Nullable Boolean> expected = new ArrayList<>(java.util.Arrays.asList(verdicts));
        return arguments(interaction, response, expected);
    }

    @SafeVarargs
    private static List<String> parts(List<String>... responses) {
        return Stream.of(responses).map(Comparison::part).toList();
    }

    private static List<Option> options(boolean... keys) {
        List<Option> options = new ArrayList<>();
        for (boolean key : keys) {
            options.add(new Option(String.valueOf(options.size()), key, null));
        }
        return options;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
