package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Arrangement;
import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pair;
import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Ids;
import org.lianbing.base.TradeId;
import org.lianbing.testing.Knowing;

import static org.assertj.core.api.Assertions.assertThat;

/** However tokens and orders fall, who knows the key is right, and who does not is wrong. */
class LayoutsTest {

    private static final int TRIALS = 40;

    private final Layouts layouts = new Layouts(new Tokens());
    private final JsonMapper json = JsonMapper.shared();

    static Stream<Interaction> asked() {
        return EveryType.contents()
                .map(ItemContent::interaction)
                .flatMap(interaction -> interaction instanceof Interaction.Case all
                        ? all.parts().stream().map(CasePart::interaction)
                        : Stream.of(interaction));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void shuffledTokensNeverChangeTheScore(Interaction interaction) {
        boolean marked = interaction instanceof Interaction.ShortAnswer || interaction instanceof Interaction.Essay;
        for (int trial = 0; trial < TRIALS; trial++) {
            Slot frozen = slot(interaction, layouts.of(interaction, trial));
            Form form = form(frozen);
            Form own = form.of(Arrangement.shuffled(form, new Random(trial)).variants());
            Slot slot = own.slot(1);

            assertThat(fraction(slot, Knowing.right(slot))).isEqualByComparingTo(marked ? "0" : "1");
            assertThat(fraction(slot, Knowing.wrong(slot))).isEqualByComparingTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void eachLayoutHasNewTokensAndAsManyPositions(Interaction interaction) {
        Layout one = layouts.of(interaction, 1);
        Layout other = layouts.of(interaction, 1);
        Set<String> tokens = new HashSet<>();
        Stream.of(one, other).flatMap(layout -> layout.lists().stream()).forEach(tokens::addAll);

        assertThat(tokens).hasSize(2 * one.lists().stream().mapToInt(List::size).sum());
        for (int list = 0; list < one.lists().size(); list++) {
            assertThat(one.authored().get(list)).hasSize(one.lists().get(list).size());
        }
    }

    @Test
    void parallelFormsHaveOtherVariantsAndTheSameSeedTheSame() {
        Interaction calculated = asked().filter(Interaction.Calculated.class::isInstance)
                .findFirst()
                .orElseThrow();
        Set<List<Map<String, BigDecimal>>> seen = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            List<Map<String, BigDecimal>> values = values(calculated, seed);
            assertThat(values(calculated, seed)).isEqualTo(values);
            seen.add(values);
        }

        assertThat(seen).hasSizeGreaterThan(2);
    }

    private List<Map<String, BigDecimal>> values(Interaction calculated, long seed) {
        return ((SlotKey.Variants) layouts.of(calculated, seed).key())
                .all().stream().map(SlotKey.Variant::values).toList();
    }

    @Test
    void aRightThatBelongsToSeveralLeftsIsThereOnce() {
        Interaction.Matching matching = new Interaction.Matching(
                List.of(new Pair("绝缘手套", "安全用具"), new Pair("验电器", "安全用具"), new Pair("扳手", "工具")), List.of());
        Layout layout = layouts.of(matching, 1);

        assertThat(layout.lists().get(0)).hasSize(2);
        assertThat(new HashSet<>(((SlotKey.Pairs) layout.key()).rightOfLeft().values()))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1,2|1,0.67|0.33", "10,1|1|1,3.34|3.33|3.33", "0.01,1|1,0.01|0.00", "5,2.5|2.5,2.50|2.50"})
    void aScoreIsSplitToTheCent(BigDecimal total, String weights, String shares) {
        List<BigDecimal> parts = new ArrayList<>();
        Stream.of(weights.split("\\|")).map(BigDecimal::new).forEach(parts::add);

        assertThat(Weights.split(total, parts))
                .extracting(BigDecimal::toPlainString)
                .containsExactly(shares.split("\\|"));
    }

    private BigDecimal fraction(Slot slot, Object value) {
        Response response = Responses.read(slot, json.valueToTree(value)).orElseThrow();
        return Scoring.score(slot, response, Behaviour.IMMEDIATE).fraction();
    }

    private static Form form(Slot slot) {
        return new Form(FormId.next(), "试卷", List.of(slot), slot.maxScore());
    }

    private static Slot slot(Interaction interaction, Layout layout) {
        ItemType type = interaction.type();
        return new Slot(
                1,
                1,
                new ItemId(Ids.next()),
                new ItemVersionId(Ids.next()),
                type,
                new TradeId(Ids.next()),
                Set.of(),
                BigDecimal.ONE,
                org.lianbing.bank.PartialCredit.usual(type),
                null,
                layout.lists(),
                layout.key());
    }
}
