package org.lianbing.studio;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestStudio;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class StudiosTest {

    @Autowired
    TestCity city;

    @Autowired
    TestStudio studio;

    @Autowired
    Studios studios;

    @Autowired
    Accounts accounts;

    @Autowired
    Trades trades;

    @Test
    void staffFoundStudiosInTheirOwnUnitsOnly() {
        UnitId unit = city.enterprise();
        Actor staff = city.actor(unit, Role.UNION_STAFF);
        assertThat(studios.found(staff, draft(unit, staff))).isNotNull();
        refused(Problem.Kind.NOT_FOUND, () -> studios.found(staff, draft(city.enterprise(), staff)));
        Actor host = city.actor(unit, Role.STUDIO_HOST);
        refused(Problem.Kind.FORBIDDEN, () -> studios.found(host, draft(unit, host)));
    }

    @Test
    void staffChangeTheParticularsAndTheNewHostTendsItFromThenOn() {
        UnitId unit = city.enterprise();
        Actor staff = city.actor(unit, Role.UNION_STAFF);
        Actor first = city.actor(unit);
        Actor second = city.actor(unit);
        StudioId id = studios.found(staff, draft(unit, first), List.of(new StudioMember(null, "高建平", "")));
        assertThat(studios.get(host(first), id).mayEdit()).isTrue();
        StudioDraft changed = draft(unit, second);

        studios.change(staff, id, changed, List.of());

        StudioPage page = studios.get(host(second), id);
        assertThat(page.card().studio().name()).isEqualTo(changed.name());
        assertThat(page.members()).isEmpty();
        assertThat(page.mayEdit()).isTrue();
        assertThat(page.mayManage()).isFalse();
        assertThat(studios.get(host(first), id).mayEdit()).isFalse();
        assertThat(studios.get(staff, id).mayManage()).isTrue();
        Actor elsewhere = city.actor(city.enterprise(), Role.UNION_STAFF);
        refused(Problem.Kind.NOT_FOUND, () -> studios.change(elsewhere, id, changed, List.of()));
        refused(Problem.Kind.INVALID, () -> studios.change(staff, id, draft(unit, elsewhere), List.of()));
    }

    /** The actor with the role that came with the office. */
    private Actor host(Actor actor) {
        return accounts.actor(actor.person()).orElseThrow();
    }

    @Test
    void twoStudiosDoNotShareAName() {
        UnitId unit = city.enterprise();
        Actor staff = city.actor(unit, Role.UNION_STAFF);
        StudioDraft draft = draft(unit, staff);
        studios.found(staff, draft);
        refused(Problem.Kind.CONFLICT, () -> studios.found(staff, draft));
    }

    @Test
    void aHostTendsTheirOwnStudioAndNoOther() {
        TestStudio.Led led = studio.led(fitter());
        StudioWords words = new StudioWords("液压维修", "全国五一劳动奖章", "**带徒** <script>x</script>");
        List<StudioMember> members = List.of(
                new StudioMember(null, "高建平", "自动化"),
                new StudioMember(led.host().person(), "李敏", ""));

        studios.tend(led.host(), led.studio(), words, members);

        StudioPage page = studios.get(city.actor(city.enterprise(), Role.WORKER), led.studio());
        assertThat(page.card().studio().words()).isEqualTo(words);
        assertThat(page.card().hostName()).isEqualTo(led.host().name());
        assertThat(page.introduction()).contains("<strong>带徒</strong>").doesNotContain("script");
        assertThat(page.members()).isEqualTo(members);
        assertThat(page.mayEdit()).isFalse();
        Actor other = studio.led(fitter()).host();
        refused(Problem.Kind.NOT_FOUND, () -> studios.tend(other, led.studio(), words, List.of()));
        refused(Problem.Kind.FORBIDDEN, () -> studios.tend(city.administrator(), led.studio(), words, List.of()));
    }

    private static void refused(Problem.Kind kind, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    private StudioDraft draft(UnitId unit, Actor host) {
        return new StudioDraft(
                "创新工作室 " + city.number(),
                host.person(),
                unit,
                fitter(),
                NamingLevel.ENTERPRISE,
                LocalDate.of(2023, 5, 1),
                new StudioWords("模具", "", ""));
    }

    private TradeId fitter() {
        return trades.find("fitter").orElseThrow().id();
    }
}
