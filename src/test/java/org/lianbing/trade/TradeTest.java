package org.lianbing.trade;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

import static org.assertj.core.api.Assertions.assertThat;

class TradeTest {

    private final Trade lathe = new Trade(
            TradeId.next(),
            "cnc-turner",
            TradeKind.TRADE,
            "6-18-01-01",
            "车工（数控）",
            "CNC Lathe Operator",
            List.of("数控车工", "开车床", "CNC编程"),
            List.of(Level.SENIOR));

    @ParameterizedTest
    @CsvSource({
        "车工, true, the name",
        "数控, true, a part of the name",
        "车工(数控), true, brackets of half width",
        "开车床, true, what people say",
        "车床, true, a part of what people say",
        "cnc lathe, true, English without its capitals",
        "LATHE, true, capitals",
        "operator cnc, true, words in another order",
        "ＣＮＣ, true, letters of full width",
        "cnc编, true, two scripts in one word",
        "cnc-tur, true, the code",
        "6-18-01, true, 职业编码",
        "'  车工  ', true, spaces around",
        "'车工　数控', true, a wide space between words",
        "'', true, nothing yet",
        "'   ', true, only spaces",
        "电工, false, another trade",
        "车工 焊, false, one word that fits and one that does not",
        "milling, false, another trade in English"
    })
    void isFoundByWhatPeopleType(String typed, boolean found, String why) {
        assertThat(lathe.isCalled(typed)).as(why).isEqualTo(found);
    }

    @Test
    void speaksTheLanguageOfThePerson() {
        assertThat(lathe.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("车工（数控）");
        assertThat(lathe.name(Locale.ENGLISH)).isEqualTo("CNC Lathe Operator");
    }
}
