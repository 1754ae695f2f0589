package org.lianbing.bank.alike;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    额定电压为380V         | 额定电压为220V         | NUMBERS
                    绝缘电阻≥0.5MΩ        | 绝缘电阻≤0.5MΩ        | NUMBERS
                    下列说法正确的是       | 下列说法不正确的是     | NEGATION
                    下列说法正确的是       | 下列说法错误的是       | NEGATION
                    检修前必须停电         | 检修前应当停电         |
                    看![图](media:aa)作答  | 看![图](media:bb)作答  | PICTURES
                    Which is correct?      | Which is NOT correct?  | NEGATION
                    """)
    void whatTellsThemApartIsNamed(String one, String other, Difference difference) {
        assertThat(Difference.between(statement(one, true), statement(other, true)))
                .isEqualTo(difference == null ? Set.of() : Set.of(difference));
    }

    @Test
    void theSameStatementOnceTrueAndOnceFalse() {
        assertThat(Difference.between(statement("铜比铁导电好", true), statement("铜比铁导电好。", false)))
                .containsExactly(Difference.KEY);
    }

    @Test
    void keysAreComparedByTheirWords() {
        ItemContent one = choice(new Option("通路", true, null), new Option("断路", false, null));
        ItemContent moved = choice(new Option("断路", false, "因为"), new Option("通路", true, null));
        ItemContent other = choice(new Option("通路", false, null), new Option("断路", true, null));
        assertThat(Difference.between(one, moved)).isEmpty();
        assertThat(Difference.between(one, other)).containsExactly(Difference.KEY);
        assertThat(Difference.between(one, statement("电路是", true))).contains(Difference.TYPE);
    }

    private static ItemContent choice(Option... options) {
        return new ItemContent("电路是", new Interaction.SingleChoice(List.of(options)), "", 2);
    }

    private static ItemContent statement(String stem, boolean key) {
        return new ItemContent(stem, new Interaction.TrueFalse(key), "", 2);
    }
}
