package org.lianbing.account;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.UnitKind;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;

@IntegrationTest
class AccountsTest {

    private static final Doorway SOMEWHERE = new Doorway("192.0.2.50", null);

    @Autowired
    TestCity city;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    ActivationCards cards;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail trail;

    @Autowired
    Beginnings beginnings;

    @Test
    void whoIsOutsideTheUnitsIsNotFound() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId stranger = city.person(city.enterprise());

        refused(Problem.Kind.NOT_FOUND, () -> people.get(admin, stranger));
        refused(Problem.Kind.NOT_FOUND, () -> accounts.switchOff(admin, stranger));
        refused(Problem.Kind.NOT_FOUND, () -> accounts.enable(admin, stranger, "taken.over", "password-1"));
        refused(Problem.Kind.NOT_FOUND, () -> cards.issue(admin, stranger));
        refused(
                Problem.Kind.NOT_FOUND,
                () -> accounts.grant(admin, stranger, new Grant(Role.TRAINER, admin.unit(), Set.of())));
        assertThat(people.find(admin, "", new PageOf(0, 100)).rows())
                .extracting(Person::unit)
                .containsOnly(admin.unit());
    }

    @Test
    void nobodyGrantsBeyondTheirUnits() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId own = city.person(admin.unit());
        UnitId above = city.administrator().unit();
        refused(Problem.Kind.NOT_FOUND, () -> accounts.grant(admin, own, new Grant(Role.ADMIN, above, Set.of())));
    }

    @Test
    void whoHoldsARoleAboveIsNotTakenOverFromBelow() {
        Actor root = city.administrator();
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId organizer = city.person(admin.unit());
        accounts.grant(root, organizer, new Grant(Role.ORGANIZER, root.unit(), Set.of()));

        refused(Problem.Kind.FORBIDDEN, () -> accounts.enable(admin, organizer, "mine.now", "password-1"));
        refused(Problem.Kind.FORBIDDEN, () -> cards.issue(admin, organizer));
        refused(Problem.Kind.FORBIDDEN, () -> accounts.switchOff(admin, organizer));
    }

    @Test
    void detailsAreChangedAndAnotherUnitMakesAWorkerThere() {
        Actor root = city.administrator();
        UnitId from = city.enterprise();
        UnitId to = city.enterprise();
        PersonId person = city.person(from);
        accounts.grant(root, person, new Grant(Role.TRAINER, from, Set.of()));
        PersonDraft before = people.draft(root, person);
        TradeId trade = TradeId.next();

        people.change(
                root, person, new PersonDraft("改名工", before.staffNumber(), "13812345678", to, trade, Level.SENIOR));

        Person changed = people.get(root, person);
        assertThat(changed.name()).isEqualTo("改名工");
        assertThat(changed.phone()).isEqualTo("138****5678");
        assertThat(changed.trade()).isEqualTo(trade);
        assertThat(changed.level()).isEqualTo(Level.SENIOR);
        assertThat(people.draft(root, person).phone()).isEqualTo("13812345678");
        Actor actor = accounts.actor(person).orElseThrow();
        assertThat(actor.unit()).isEqualTo(to);
        assertThat(actor.unitsFor(Role.WORKER)).containsExactly(to);
        assertThat(actor.unitsFor(Role.TRAINER)).containsExactly(from);
    }

    @Test
    void detailsAreChangedWithinReachAndWithoutTakingANumberTwice() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId one = city.person(admin.unit());
        PersonId other = city.person(admin.unit());
        PersonDraft taken = people.draft(admin, one);
        refused(Problem.Kind.CONFLICT, () -> people.change(admin, other, taken));
        people.change(admin, one, taken);
        PersonDraft away = new PersonDraft("走", null, null, city.enterprise(), null, null);
        refused(Problem.Kind.NOT_FOUND, () -> people.change(admin, one, away));
        PersonId stranger = city.person(city.enterprise());
        refused(Problem.Kind.NOT_FOUND, () -> people.draft(admin, stranger));
        refused(Problem.Kind.NOT_FOUND, () -> people.change(admin, stranger, taken));
    }

    @Test
    void withoutTheRoleNothingWorks() {
        Actor trainer = city.actor(city.enterprise(), Role.TRAINER);
        refused(Problem.Kind.FORBIDDEN, () -> people.find(trainer, "", new PageOf(0, 10)));
        refused(
                Problem.Kind.FORBIDDEN,
                () -> people.add(trainer, new PersonDraft("李工", null, null, trainer.unit(), null, null)));
        refused(Problem.Kind.FORBIDDEN, () -> trail.find(trainer, "", new PageOf(0, 10)));
    }

    @Test
    void grantsHoldAtOnceAndCarryTheirTrades() {
        PersonId person = city.person(city.enterprise());
        TradeId trade = TradeId.next();
        UnitId unit = accounts.actor(person).orElseThrow().unit();
        accounts.grant(city.administrator(), person, new Grant(Role.REVIEWER, unit, Set.of(trade)));

        Actor reviewer = accounts.actor(person).orElseThrow();
        assertThat(reviewer.hasFor(Role.REVIEWER, trade)).isTrue();
        assertThat(reviewer.hasFor(Role.REVIEWER, TradeId.next())).isFalse();

        accounts.revoke(city.administrator(), person, Role.REVIEWER);
        assertThat(accounts.actor(person).orElseThrow().has(Role.REVIEWER)).isFalse();
    }

    @Test
    void aCardWorksOnceAndTheChosenPasswordSignsIn() {
        PersonId person = city.person(city.enterprise());
        ActivationCards.Card card = cards.issue(city.administrator(), person);
        String username = "chosen" + city.number();

        assertThat(cards.look(card.code().toLowerCase(java.util.Locale.ROOT), SOMEWHERE)
                        .name())
                .contains("*");
        refused(Problem.Kind.INVALID, () -> cards.activate(card.code(), username, "short", SOMEWHERE));
        assertThat(cards.activate(card.code(), username, "my-own-password", SOMEWHERE))
                .as("a refused choice leaves the card unused")
                .isEqualTo(person);
        assertThat(signIns.signIn(username, "my-own-password", SOMEWHERE).person())
                .isEqualTo(person);
        refused(Problem.Kind.NOT_FOUND, () -> cards.activate(card.code(), username, "another-password", SOMEWHERE));
    }

    @Test
    void aNewCardVoidsTheOldOneAndAForgottenPassword() {
        PersonId person = city.person(city.enterprise());
        String username = city.enable(person);
        ActivationCards.Card old = cards.issue(city.administrator(), person);
        ActivationCards.Card renewed = cards.issue(city.administrator(), person);

        refused(Problem.Kind.NOT_FOUND, () -> cards.look(old.code(), SOMEWHERE));
        int generation = accounts.generation(person);
        cards.activate(renewed.code(), username, "remember-this-one", SOMEWHERE);
        assertThat(accounts.mayAct(person, generation))
                .as("what was open under the old password")
                .isFalse();
        refused(Problem.Kind.SIGN_IN, () -> signIns.signIn(username, TestCity.PASSWORD, SOMEWHERE));
    }

    @Test
    void aTakenUserNameIsRefused() {
        String taken = city.enable(city.person(city.enterprise()));
        PersonId other = city.person(city.enterprise());
        refused(
                Problem.Kind.CONFLICT,
                () -> accounts.enable(
                        city.administrator(), other, taken.toUpperCase(java.util.Locale.ROOT), "password-1"));
    }

    @Test
    void theAuditLogShowsOnlyWhatHappenedInOnesUnits() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId own = people.add(admin, new PersonDraft("周工", null, null, admin.unit(), null, null));
        city.person(city.enterprise());

        city.actAs(admin.person());
        var seen = trail.find(admin, "", new PageOf(0, 100));
        assertThat(seen.rows()).extracting(entry -> entry.subject()).containsExactly(own.value());
        assertThat(trail.find(city.administrator(), "", new PageOf(0, 1)).total())
                .isGreaterThan(seen.total());
    }

    @Test
    void aFirstAdministratorIsMadeOnlyOnce() {
        assertThat(city.administrator().has(Role.ADMIN)).isTrue();
        refused(
                Problem.Kind.CONFLICT,
                () -> beginnings.make(new FirstAdministrator("二市", UnitKind.CITY, "二管", "second", "password-1")));
    }
}
