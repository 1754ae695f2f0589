package org.lianbing.organization;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;

@IntegrationTest
class UnitsTest {

    @Autowired
    TestCity city;

    @Autowired
    Units units;

    @Test
    void aUnitReachesEverythingBelowItInTheChosenLineOnly() {
        Actor root = city.administrator();
        UnitId enterprise = city.enterprise();
        UnitId workshop = units.add(root, new UnitDraft("一车间", UnitKind.WORKSHOP, enterprise));
        UnitId team = units.add(root, new UnitDraft("维修二班", UnitKind.TEAM, workshop));
        UnitId union = units.add(root, new UnitDraft("机械工会", UnitKind.INDUSTRY, root.unit()));
        units.attach(root, enterprise, union, Line.INDUSTRIAL);

        assertThat(units.within(enterprise, Line.TERRITORIAL)).containsExactlyInAnyOrder(enterprise, workshop, team);
        assertThat(units.within(union, Line.TERRITORIAL)).containsExactly(union);
        assertThat(units.within(union, Line.INDUSTRIAL)).containsExactlyInAnyOrder(union, enterprise);
        assertThat(units.within(root.unit(), Line.TERRITORIAL)).contains(enterprise, workshop, team, union);
        assertThat(units.get(team).parent()).isEqualTo(workshop);
        assertThat(units.furtherLines(root, enterprise))
                .singleElement()
                .satisfies(line -> assertThat(line.above()).isEqualTo(union));
    }

    @Test
    void aTeamStandsForTheEnterpriseAboveIt() {
        Actor root = city.administrator();
        UnitId enterprise = city.enterprise();
        UnitId workshop = city.workshop(enterprise);
        UnitId team = units.add(root, new UnitDraft("维修三班", UnitKind.TEAM, workshop));

        assertThat(units.enterprises(List.of(team, workshop, enterprise, root.unit())))
                .isEqualTo(Map.of(
                        team, enterprise, workshop, enterprise, enterprise, enterprise, root.unit(), root.unit()));
        assertThat(units.above(team)).contains(team, workshop, enterprise, root.unit());
        assertThat(units.above(enterprise)).doesNotContain(workshop);
    }

    @Test
    void parentsComeBeforeTheirChildren() {
        UnitId enterprise = city.enterprise();
        UnitId workshop = units.add(city.administrator(), new UnitDraft("甲", UnitKind.WORKSHOP, enterprise));
        var ids = units.all().stream().map(Unit::id).toList();
        assertThat(ids.indexOf(enterprise)).isLessThan(ids.indexOf(workshop));
    }

    @Test
    void circlesAreRefused() {
        Actor root = city.administrator();
        UnitId group = city.enterprise();
        UnitId company = city.enterprise();
        units.attach(root, company, group, Line.GROUP);
        refused(Problem.Kind.CONFLICT, () -> units.attach(root, group, company, Line.GROUP));
        refused(Problem.Kind.CONFLICT, () -> units.attach(root, group, group, Line.GROUP));
    }

    @Test
    void nobodyAddsOrChangesOutsideTheirUnits() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        UnitId foreign = city.enterprise();
        refused(Problem.Kind.NOT_FOUND, () -> units.add(admin, new UnitDraft("别家", UnitKind.TEAM, foreign)));
        refused(Problem.Kind.NOT_FOUND, () -> units.attach(admin, foreign, admin.unit(), Line.GROUP));
        refused(Problem.Kind.FORBIDDEN, () -> units.add(admin, new UnitDraft("并列", UnitKind.CITY, null)));
        Actor trainer = city.actor(city.enterprise(), Role.TRAINER);
        refused(Problem.Kind.FORBIDDEN, () -> units.add(trainer, new UnitDraft("班组", UnitKind.TEAM, trainer.unit())));
        assertThat(units.reachedBy(admin, Role.ADMIN)).extracting(Unit::id).containsExactly(admin.unit());
    }
}
