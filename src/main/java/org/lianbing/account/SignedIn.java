package org.lianbing.account;

import org.springframework.security.core.AuthenticatedPrincipal;

import org.lianbing.account.guard.Standings;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/**
 * The principal of a signed-in person. It holds no grants: each time somebody asks who acts, they get what is granted
 * now, and nothing once the account is switched off.
 */
public final class SignedIn implements CurrentActor.Principal, AuthenticatedPrincipal {

    private final PersonId person;
    private final int generation;
    private final Standings standings;

    SignedIn(PersonId person, int generation, Standings standings) {
        this.person = person;
        this.generation = generation;
        this.standings = standings;
    }

    public PersonId person() {
        return person;
    }

    /** The generation of the person under which this sign-in was made. */
    public int generation() {
        return generation;
    }

    @Override
    public Actor actor() {
        return standings
                .find(person)
                .filter(standing -> standing.admits(generation))
                .map(Standings.Standing::actor)
                .orElseThrow(() -> Problem.signIn("account.ended"));
    }

    @Override
    public String getName() {
        return person.toString();
    }
}
