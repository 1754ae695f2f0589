package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules over the real trades of the question bank. */
@IntegrationTest
class ItemRulesTest {

    @Autowired
    ItemRules rules;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "single   | +甲 乙 丙             | -",
                "single   | +甲 乙                | -",
                "single   | +甲                   | options bank.rule.options-count",
                "single   | 甲 乙 丙              | options bank.rule.one-key",
                "single   | +甲 +乙 丙            | options bank.rule.one-key",
                "single   | +甲 乙 乙             | options bank.rule.twice",
                "single   | +220V 220Ｖ 丙        | options bank.rule.twice",
                "single   | +1 2 3 4 5 6 7 8 9    | options bank.rule.options-count",
                "single   | +甲 乙 _              | options/2/text bank.rule.empty",
                "multiple | +甲 +乙 丙            | -",
                "multiple | +甲 乙 丙             | options bank.rule.several-keys",
                "multiple | +甲 +乙 +丙           | -",
                "multiple | +甲 +乙               | options bank.rule.options-count",
                "ordering | 甲 乙 丙              | -",
                "ordering | 甲 乙                 | steps bank.rule.steps-count",
                "ordering | 甲 乙 甲              | steps bank.rule.twice",
                "ordering | 1 2 3 4 5 6 7 8 9     | steps bank.rule.steps-count",
                "numeric  | 3.14 0.01             | -",
                "numeric  | 3.14 0                | -",
                "numeric  | 3.14 -0.01            | tolerance bank.rule.tolerance",
                "numeric  | 1e20 0                | key bank.rule.digits"
            })
    void interactions(String type, String parts, String expected) {
        Interaction interaction = interaction(type, parts.split(" "));
        List<String> found = found(draft("fitter", Set.of(Level.SENIOR), Set.of(), "题干", interaction));
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "fitter | senior       | fitter-senior       | -",
                "fitter | senior       | safety              | -",
                "fitter | senior       | fitter-intermediate | points bank.rule.point-level",
                "fitter | senior       | elderly-care-senior | points bank.rule.point-elsewhere",
                "fitter | -            | fitter-senior       | levels bank.rule.levels-missing",
                "safety | -            | safety              | -",
                "safety | senior       | safety              | levels bank.rule.levels-none",
                "safety | -            | fitter-senior       | points bank.rule.point-elsewhere"
            })
    void pointsAndLevels(String trade, String level, String outline, String expected) {
        Set<Level> levels = level == null ? Set.of() : Set.of(Level.find(level).orElseThrow());
        List<String> found = found(draft(trade, levels, Set.of(point(outline)), "题干", new Interaction.TrueFalse(true)));
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(expected);
        }
    }

    @Test
    void textsAndPictures() {
        assertThat(stem(" ")).containsExactly("stem bank.rule.empty");
        assertThat(stem("长".repeat(4001))).containsExactly("stem bank.rule.long");
        assertThat(stem("看图 ![阀](https://example.org/a.png)")).containsExactly("stem bank.rule.picture");
        assertThat(stem("看图 ![阀](media:" + "0".repeat(64) + ")")).containsExactly("stem bank.rule.picture");
    }

    @Test
    void aCaseAsksInAnyWayButByAnotherCase() {
        assertThat(found(caseOf(EveryType.workshop().interaction())))
                .containsExactly("parts/0/type bank.rule.part-type");
        assertThat(found(draft(
                        "fitter",
                        Set.of(Level.SENIOR),
                        Set.of(),
                        "题干",
                        EveryType.workshop().interaction())))
                .isEmpty();
        Interaction unknown = new Interaction.Calculated(
                List.of(new Variable("U", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)),
                "U * X",
                0,
                BigDecimal.ZERO,
                "",
                List.of(),
                2);
        assertThat(found(caseOf(unknown))).contains("parts/0/formula bank.rule.variable-unknown");
        assertThat(found(caseOf(new Interaction.Practical(List.of(), 10, List.of()))))
                .anyMatch(problem -> problem.startsWith("parts/0/criteria"));
    }

    @Test
    void numbersOutOfAllProportionAreRefusedAndNotComputed() {
        BigDecimal endless = new BigDecimal("1e999999999");
        BigDecimal tiny = new BigDecimal("1e-999999999");
        Interaction calculated = new Interaction.Calculated(
                List.of(new Variable("U", BigDecimal.ONE, endless, BigDecimal.ONE)),
                "U",
                0,
                BigDecimal.ZERO,
                "",
                List.of(),
                2);
        assertThat(found(caseOf(calculated))).containsExactly("parts/0/variables/0 bank.rule.digits");
        Interaction written = new Interaction.Essay(new Rubric(List.of(new Rubric.Point("要点", tiny)), "", ""));
        assertThat(found(caseOf(written))).containsExactly("parts/0/rubric/points/0 bank.rule.digits");
        // A twelfth, as a sheet works it out.
        BigDecimal share = new BigDecimal("0.0833333333333333");
        Interaction shared = new Interaction.Essay(new Rubric(List.of(new Rubric.Point("要点", share)), "", ""));
        assertThat(found(caseOf(shared))).isEmpty();
    }

    @Test
    void placesOfACalculationStandInItsOwnPart() {
        CasePart calculated =
                ((Interaction.Case) EveryType.workshop().interaction()).parts().getFirst();
        CasePart truth = new CasePart("电压是 {{U}} V。", new Interaction.TrueFalse(true), BigDecimal.ONE, "{{key}}", null);
        assertThat(found(draft(
                        "fitter",
                        Set.of(Level.SENIOR),
                        Set.of(),
                        "电源 {{U}} V，{{= U / 4}} A，写作 {{.Values}}",
                        new Interaction.Case(List.of(calculated, truth)))))
                .containsExactly(
                        "stem bank.rule.place-of-part",
                        "parts/1/stem bank.rule.place-of-part",
                        "parts/1/explanation bank.rule.place-of-part");
        assertThat(found(draft(
                        "fitter",
                        Set.of(Level.SENIOR),
                        Set.of(),
                        "模板写作 {{name}}",
                        new Interaction.Case(List.of(truth)))))
                .isEmpty();
    }

    private ItemDraft caseOf(Interaction part) {
        Interaction all = new Interaction.Case(List.of(new CasePart("问", part, BigDecimal.ONE, "", null)));
        return draft("fitter", Set.of(Level.SENIOR), Set.of(), "题干", all);
    }

    @Test
    void aPointThatIsGoneAndACodeOfAnotherTrade() {
        Trade fitter = trade("fitter");
        ItemDraft draft = new ItemDraft(
                "electrician-0001",
                fitter.id(),
                Set.of(Level.SENIOR),
                Set.of(PointId.next()),
                new ItemContent("题干", new Interaction.TrueFalse(true), "", 6),
                Secrecy.OPEN,
                Origin.NONE);
        assertThat(found(draft))
                .containsExactly(
                        "code bank.rule.code", "points bank.rule.point-unknown", "difficulty bank.rule.difficulty");
    }

    private List<String> stem(String text) {
        return found(draft("fitter", Set.of(Level.SENIOR), Set.of(), text, new Interaction.TrueFalse(true)));
    }

    private List<String> found(ItemDraft draft) {
        return rules.problems(draft).stream().map(ItemRulesTest::told).toList();
    }

    private static String told(Problem problem) {
        return problem.properties().get("field") + " " + problem.code();
    }

    private ItemDraft draft(
            String trade, Set<Level> levels, Set<PointId> points, String stem, Interaction interaction) {
        return new ItemDraft(
                null,
                trade(trade).id(),
                levels,
                points,
                new ItemContent(stem, interaction, "解析", 3),
                Secrecy.OPEN,
                Origin.NONE);
    }

    private Trade trade(String code) {
        return trades.find(code).orElseThrow();
    }

    /** Some point of the outline of that code. */
    private PointId point(String outline) {
        return Stream.of("fitter", "elderly-care", "safety")
                .map(this::trade)
                .flatMap(trade -> Stream.concat(
                        outlines.current(trade.id(), null).stream(),
                        trade.levels().stream().flatMap(level -> outlines.current(trade.id(), level).stream())))
                .filter(known -> known.code().equals(outline))
                .flatMap(known -> known.points())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Interaction interaction(String type, String... parts) {
        return switch (type) {
            case "single" -> new Interaction.SingleChoice(options(parts));
            case "multiple" -> new Interaction.MultipleChoice(options(parts));
            case "ordering" -> new Interaction.Ordering(Arrays.asList(parts));
            default -> new Interaction.Numeric(new BigDecimal(parts[0]), new BigDecimal(parts[1]), "mm");
        };
    }

    private static List<Option> options(String... parts) {
        return IntStream.range(0, parts.length)
                .mapToObj(i -> parts[i])
                .map(part -> new Option(part.replaceAll("[+_]", ""), part.startsWith("+"), null))
                .toList();
    }
}
