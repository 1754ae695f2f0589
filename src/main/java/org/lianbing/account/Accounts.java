package org.lianbing.account;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.guard.SignInRules;
import org.lianbing.account.guard.Standings;
import org.lianbing.account.store.OpenerRows;
import org.lianbing.account.store.PersonRows;
import org.lianbing.account.store.SignInRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;

/** Signing in, roles, and switching accounts off. */
@Service
public class Accounts {

    private final PersonRows people;
    private final SignInRows signIns;
    private final OpenerRows openers;
    private final SignIns passwords;
    private final Standings standings;
    private final Reach reach;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(
            PersonRows people,
            SignInRows signIns,
            OpenerRows openers,
            SignIns passwords,
            Standings standings,
            Reach reach,
            AuditLog audit,
            Clock clock) {
        this.people = people;
        this.signIns = signIns;
        this.openers = openers;
        this.passwords = passwords;
        this.standings = standings;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives a person a name and a password for signing in. What was open under older ones ends. */
    @Transactional
    public void enable(Actor actor, PersonId person, String username, String password) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.account(actor, person);
        setSignIn(person, username, password);
        audit.record(actor, "account.enabled", "person", person.value(), row.name());
    }

    /** The same for an account of the demonstration, which cannot sign in anywhere else. */
    @Transactional
    public void enableDemo(Actor actor, PersonId person, String username, String password) {
        enable(actor, person, username, password);
        people.markDemo(person);
    }

    /** Grants a role, or changes the trades of one that was granted. */
    @Transactional
    public void grant(Actor actor, PersonId person, Grant grant) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.person(actor, person);
        reach.requireUnit(actor, grant.unit());
        signIns.grant(person, grant, actor.person(), clock.instant());
        changed(person, 0);
        audit.record(actor, "account.granted", "person", person.value(), row.name() + " · " + grant.role());
    }

    /** Takes a role back in all units that the actor administers. */
    @Transactional
    public void revoke(Actor actor, PersonId person, Role role) {
        actor.require(Role.ADMIN);
        Set<UnitId> units = reach.units(actor);
        Actor holder = standing(person);
        for (UnitId unit : holder.unitsFor(role)) {
            if (units.contains(unit)) {
                revoke(actor, person, role, unit);
            }
        }
    }

    /** Takes a role back in one unit. Nobody takes their own administration away. */
    @Transactional
    public void revoke(Actor actor, PersonId person, Role role, UnitId unit) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.person(actor, person);
        reach.requireUnit(actor, unit);
        if (role == Role.ADMIN && person.equals(actor.person())) {
            throw Problem.conflict("account.own-administration");
        }
        signIns.revoke(person, role, unit);
        changed(person, 0);
        audit.record(actor, "account.revoked", "person", person.value(), row.name() + " · " + role);
    }

    /** Ends everything of the person's within a second: sessions, remembered sign-ins, tokens, attempts' tokens. */
    @Transactional
    public void switchOff(Actor actor, PersonId person) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.account(actor, person);
        if (person.equals(actor.person())) {
            throw Problem.conflict("account.own-switching-off");
        }
        if (row.active()) {
            people.setActive(person, false);
            openers.endAll(person, clock.instant());
            changed(person, 1);
            audit.record(actor, "account.switched-off", "person", person.value(), row.name());
        }
    }

    /** Lets the person sign in again; what was ended stays ended. */
    @Transactional
    public void switchOn(Actor actor, PersonId person) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.account(actor, person);
        if (!row.active()) {
            people.setActive(person, true);
            changed(person, 1);
            audit.record(actor, "account.switched-on", "person", person.value(), row.name());
        }
    }

    /** Counts up whenever everything of the person's must end; a token carries the number it was issued under. */
    public int generation(PersonId person) {
        return standings.find(person).map(Standings.Standing::generation).orElseThrow(Reach::notFound);
    }

    /** Whether something issued under this generation may still act. Answered from memory, at most a second old. */
    public boolean mayAct(PersonId person, int generation) {
        return standings
                .find(person)
                .filter(standing -> standing.admits(generation))
                .isPresent();
    }

    /** Who somebody is when they act, with their grants; empty when switched off. */
    public Optional<Actor> actor(PersonId person) {
        return standings.find(person).filter(Standings.Standing::active).map(Standings.Standing::actor);
    }

    /** Sets a new name and password, and ends what was open under the old ones. */
    void setSignIn(PersonId person, String username, String password) {
        String name = SignInRules.normal(username);
        SignInRules.checkUsername(name);
        SignInRules.checkPassword(name, password);
        if (!signIns.put(person, name, passwords.hash(password), clock.instant())) {
            throw Problem.conflict("account.username-taken", name);
        }
        openers.endAll(person, clock.instant());
        changed(person, 1);
    }

    /**
     * Grants a role that follows from an office, such as leading a studio. The calling module has checked that the actor
     * may give the office.
     */
    @Transactional
    public void grantWithOffice(Actor actor, PersonId person, Grant grant) {
        signIns.grant(person, grant, actor.person(), clock.instant());
        changed(person, 0);
        audit.record(
                actor, "account.granted", "person", person.value(), grant.role().name());
    }

    /** A person who went to another unit is a worker there and no longer where they were. */
    void moved(PersonId person, UnitId from, UnitId to, PersonId by) {
        if (!from.equals(to)) {
            signIns.revoke(person, Role.WORKER, from);
            signIns.grant(person, new Grant(Role.WORKER, to, Set.of()), by, clock.instant());
        }
        changed(person, 0);
    }

    /** Grants without asking who: for the first administrator and for what everybody gets. */
    void grantUnasked(PersonId person, Grant grant, @Nullable PersonId by) {
        signIns.grant(person, grant, by, clock.instant());
    }

    private void changed(PersonId person, int generations) {
        people.touch(person, generations);
        standings.refreshAfterCommit(person);
    }

    private Actor standing(PersonId person) {
        return standings.find(person).map(Standings.Standing::actor).orElseThrow(Reach::notFound);
    }
}
