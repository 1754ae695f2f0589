package org.lianbing.bank.alike;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShinglesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    额定电压为380V的电动机          | 额定电压为３８０Ｖ的电动机
                    PLC的输入继电器                 | plc 的输入继电器
                    安全电压是（　　）伏            | 安全电压是___伏。
                    验电、放电、挂接地线            | 验电，放电；挂接地线
                    **必须**停电                    | 必须停电
                    绝缘电阻不低于 0.5 MΩ           | 绝缘电阻不低于0.5MΩ
                    What is the voltage?            | what is the  voltage
                    """)
    void whatIsWrittenInAnotherWaySaysTheSame(String one, String other) {
        assertThat(statement(one).resemblance(statement(other))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    额定电压为380V的电动机   | 额定电压为220V的电动机
                    绝缘电阻不低于0.5MΩ      | 绝缘电阻不低于5MΩ
                    绝缘电阻≥0.5MΩ          | 绝缘电阻≤0.5MΩ
                    温度为-5℃时             | 温度为5℃时
                    误差不超过1%            | 误差不超过1‰
                    相邻间隔3-5米           | 相邻间隔35米
                    看![图](media:aa)作答   | 看![图](media:bb)作答
                    """)
    void numbersSignsAndPicturesAreWhole(String one, String other) {
        assertThat(statement(one).resemblance(statement(other))).isLessThan(1);
    }

    /** Texts of files that are read in are looked at before anybody says that they are too long. */
    @ParameterizedTest
    @ValueSource(strings = {"![", "![](", "![甲]( "})
    @Timeout(20)
    void textsFullOfBracketsAreLookedAtSoon(String bracket) {
        String text = "甲乙丙" + bracket.repeat(200_000);
        assertThat(statement(text).resemblance(statement(text))).isEqualTo(1);
    }

    @Test
    void theOrderOfOptionsAndTheKeyDoNotCount() {
        ItemContent one = choice("电路的三种状态是", "通路", "断路", "短路", "开路");
        ItemContent other = choice("电路的三种状态是（ ）", "短路", "开路", "通路", "断路");
        assertThat(Shingles.of(one).resemblance(Shingles.of(other))).isEqualTo(1);
    }

    @Test
    void optionsCount() {
        ItemContent one = choice("下列说法正确的是", "熔断器用作短路保护", "热继电器用作过载保护");
        ItemContent other = choice("下列说法正确的是", "游标卡尺可以测内径", "千分尺可以测外径");
        assertThat(Shingles.of(one).resemblance(Shingles.of(other))).isLessThan(0.5);
    }

    @Test
    void aNumberWeighsMoreThanACharacter() {
        Shingles whole = statement("三相异步电动机的额定电压为380V时定子绕组作星形联结");
        Shingles number = statement("三相异步电动机的额定电压为220V时定子绕组作星形联结");
        Shingles character = statement("三相异步电动机的额定电压为380V时定子绕组作角形联结");
        assertThat(whole.resemblance(number)).isLessThan(whole.resemblance(character));
    }

    @Test
    void anItemWithoutWordsResemblesNothing() {
        Shingles none = statement("（  ）");
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.resemblance(none)).isZero();
        assertThat(MinHash.bands(none)).isEmpty();
    }

    @Test
    void aNumberIsAskedForWithoutItsKey() {
        ItemContent one =
                new ItemContent("功率是多少", new Interaction.Numeric(BigDecimal.ONE, BigDecimal.ZERO, "W"), "", 2);
        ItemContent other =
                new ItemContent("功率是多少", new Interaction.Numeric(BigDecimal.TEN, BigDecimal.ZERO, "w"), "", 2);
        assertThat(Shingles.of(one).resemblance(Shingles.of(other))).isEqualTo(1);
    }

    /** 1 − (1 − s⁴)¹⁶, as {@link MinHash} says, within what 400 tries can tell. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.9998", "0.6, 0.89", "0.4, 0.34", "0.2, 0.025"})
    void bandsMeetAsOftenAsTheFormulaSays(double resemblance, double chance) {
        Random random = new Random(7);
        int both = (int) Math.round(200 * resemblance);
        int tries = 400;
        long met = IntStream.range(0, tries)
                .filter(attempt -> {
                    int[] all = random.ints(200).toArray();
                    int own = (200 - both) / 2;
                    int[] one = IntStream.concat(Arrays.stream(all, 0, both), Arrays.stream(all, both, both + own))
                            .sorted()
                            .toArray();
                    int[] other = IntStream.concat(
                                    Arrays.stream(all, 0, both), Arrays.stream(all, both + own, both + 2 * own))
                            .sorted()
                            .toArray();
                    int[] first = MinHash.bands(Shingles.of(one));
                    int[] second = MinHash.bands(Shingles.of(other));
                    return IntStream.range(0, MinHash.BANDS).anyMatch(band -> first[band] == second[band]);
                })
                .count();
        assertThat((double) met / tries).isCloseTo(chance, within(0.08));
    }

    private static Shingles statement(String stem) {
        return Shingles.of(new ItemContent(stem, new Interaction.TrueFalse(true), "", 2));
    }

    private static ItemContent choice(String stem, String... options) {
        List<Option> all = IntStream.range(0, options.length)
                .mapToObj(i -> new Option(options[i], i == 0, null))
                .toList();
        return new ItemContent(stem, new Interaction.SingleChoice(all), "", 2);
    }
}
