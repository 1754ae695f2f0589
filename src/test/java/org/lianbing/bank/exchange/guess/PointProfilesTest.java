package org.lianbing.bank.exchange.guess;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.base.Ids;
import org.lianbing.trade.PointId;

import static org.assertj.core.api.Assertions.assertThat;

class PointProfilesTest {

    private final PointId ohm = new PointId(Ids.next());
    private final PointId shock = new PointId(Ids.next());
    private final PointId meter = new PointId(Ids.next());
    private final PointProfiles profiles = new PointProfiles();

    PointProfilesTest() {
        profiles.name(ohm, "欧姆定律与电功率的计算", List.of("电工基础"));
        profiles.name(shock, "触电电流及其影响因素", List.of("安全用电"));
        profiles.name(meter, "万用表的使用", List.of("电工基础", "仪表"));
        profiles.question(shock, "人体尚可摆脱的工频电流称为什么？");
    }

    @Test
    void theNameOfAPointTells() {
        assertThat(profiles.guess("欧姆定律适用于线性电路。"))
                .hasValueSatisfying(guess -> assertThat(guess.point()).isEqualTo(ohm));
        assertThat(profiles.guess("万用表的转换开关是实现（　）"))
                .hasValueSatisfying(guess -> assertThat(guess.point()).isEqualTo(meter));
    }

    @Test
    void knownQuestionsTellWhereTheNameDoesNot() {
        assertThat(profiles.guess("____的工频电流通过人体时，人体尚可摆脱。")).hasValueSatisfying(guess -> {
            assertThat(guess.point()).isEqualTo(shock);
            assertThat(guess.confidence()).isGreaterThan(0.6);
        });
    }

    @Test
    void whatHasNothingInCommonIsNotGuessed() {
        assertThat(profiles.guess("焊条应怎样保管？")).isEmpty();
        assertThat(profiles.guess("")).isEmpty();
        assertThat(new PointProfiles().guess("欧姆定律")).isEmpty();
    }
}
