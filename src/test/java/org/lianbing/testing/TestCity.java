package org.lianbing.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.stereotype.Component;

import org.lianbing.account.Accounts;
import org.lianbing.account.Beginnings;
import org.lianbing.account.FirstAdministrator;
import org.lianbing.account.People;
import org.lianbing.account.PersonDraft;
import org.lianbing.account.SignIns;
import org.lianbing.account.security.PersonAuthentication;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.UnitDraft;
import org.lianbing.organization.UnitKind;
import org.lianbing.organization.Units;

/** Units and people for integration tests, each with a name nobody else has. */
@Component
public class TestCity {

    /** The password of everybody who can sign in. */
    public static final String PASSWORD = "test-password-1";

    private final AtomicInteger numbers = new AtomicInteger();
    private final Beginnings beginnings;
    private final Units units;
    private final People people;
    private final Accounts accounts;
    private final SignIns signIns;
    private @Nullable PersonId administrator;

    TestCity(Beginnings beginnings, Units units, People people, Accounts accounts, SignIns signIns) {
        this.beginnings = beginnings;
        this.units = units;
        this.people = people;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** The administrator of the whole city; user name {@code root}. */
    public synchronized Actor administrator() {
        if (administrator == null) {
            administrator = beginnings.make(new FirstAdministrator("试验市总工会", UnitKind.CITY, "总管", "root", PASSWORD));
        }
        return accounts.actor(administrator).orElseThrow();
    }

    /** A number that no other call gets. */
    public int number() {
        return numbers.incrementAndGet();
    }

    /** A new enterprise under the city. */
    public UnitId enterprise() {
        Actor root = administrator();
        return units.add(root, new UnitDraft("企业 " + number(), UnitKind.ENTERPRISE, root.unit()));
    }

    /** A new workshop of an enterprise. */
    public UnitId workshop(UnitId enterprise) {
        return units.add(administrator(), new UnitDraft("车间 " + number(), UnitKind.WORKSHOP, enterprise));
    }

    /** A new worker of the unit, who cannot sign in yet. */
    public PersonId person(UnitId unit) {
        return person(unit, null);
    }

    /** A new worker of the unit in a trade. */
    public PersonId person(UnitId unit, @Nullable TradeId trade) {
        return people.add(administrator(), new PersonDraft("张工" + number(), "S" + number(), null, unit, trade, null));
    }

    /** Somebody new who holds the roles for the unit, in all trades. */
    public Actor actor(UnitId unit, Role... roles) {
        PersonId person = person(unit);
        Arrays.stream(roles).forEach(role -> accounts.grant(administrator(), person, new Grant(role, unit, Set.of())));
        return accounts.actor(person).orElseThrow();
    }

    /** Somebody new who belongs to one unit and is a judge for another. */
    public Actor judgeOf(UnitId where, UnitId home) {
        PersonId person = person(home);
        accounts.grant(administrator(), person, new Grant(Role.JUDGE, where, Set.of()));
        return accounts.actor(person).orElseThrow();
    }

    /** Lets a person sign in with {@link #PASSWORD}; returns the user name. */
    public String enable(PersonId person) {
        String username = "user" + number();
        accounts.enable(administrator(), person, username, PASSWORD);
        return username;
    }

    /** Lets the running test act as the person, as far as services ask the security context; until the test ends. */
    public void actAs(PersonId person) {
        TestSecurityContextHolder.setAuthentication(
                new PersonAuthentication(signIns.enter(person).orElseThrow()));
    }
}
