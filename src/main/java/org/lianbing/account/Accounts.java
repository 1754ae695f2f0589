package org.lianbing.account;

import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;

/** Signing in, roles, and switching accounts off. */
@Service
public class Accounts {

    /** Gives a person a name and a password for signing in. */
    public void enable(Actor actor, PersonId person, String username, String password) {
        throw new IllegalStateException();
    }

    /** Grants a role. */
    public void grant(Actor actor, PersonId person, Grant grant) {
        throw new IllegalStateException();
    }

    /** Takes a role back. */
    public void revoke(Actor actor, PersonId person, Role role) {
        throw new IllegalStateException();
    }

    /** Ends everything of the person's within a second: sessions, remembered sign-ins, tokens, attempts' tokens. */
    public void switchOff(Actor actor, PersonId person) {
        throw new IllegalStateException();
    }

    /** Lets the person sign in again; what was ended stays ended. */
    public void switchOn(Actor actor, PersonId person) {
        throw new IllegalStateException();
    }

    /** Counts up whenever everything of the person's must end; a token carries the number it was issued under. */
    public int generation(PersonId person) {
        throw new IllegalStateException();
    }

    /** Whether something issued under this generation may still act. Answered from memory, at most a second old. */
    public boolean mayAct(PersonId person, int generation) {
        throw new IllegalStateException();
    }

    /** Who somebody is when they act, with their grants; empty when switched off. */
    public Optional<Actor> actor(PersonId person) {
        throw new IllegalStateException();
    }
}
