package org.lianbing.account;

import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.store.PersonRows;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;

/** How an empty database gets its first unit and its first administrator, since nobody can act yet. */
@Service
public class Beginnings {

    private final Units units;
    private final People people;
    private final Accounts accounts;
    private final PersonRows rows;
    private final AuditLog audit;

    Beginnings(Units units, People people, Accounts accounts, PersonRows rows, AuditLog audit) {
        this.units = units;
        this.people = people;
        this.accounts = accounts;
        this.rows = rows;
        this.audit = audit;
    }

    /** Whether nobody is there yet. */
    public boolean isEmpty() {
        return units.none() && people.none();
    }

    /**
     * Makes the first unit and its administrator.
     *
     * @return the administrator, whom {@link Accounts#actor} then lets act
     * @throws Problem conflict, where there is anybody already
     */
    @Transactional
    public PersonId make(FirstAdministrator first) {
        if (!people.none()) {
            throw Problem.conflict("account.not-empty");
        }
        UnitId top = units.first(first.unitName(), first.unitKind());
        PersonId person = people.insert(new PersonDraft(first.personName(), null, null, top, null, null), null);
        accounts.grantUnasked(person, new Grant(Role.ADMIN, top, Set.of()), null);
        accounts.setSignIn(person, first.username(), first.password());
        audit.record("account.first-administrator", "person", person.value(), first.username());
        return person;
    }

    /** The same for the demonstration; its administrator cannot sign in anywhere else. */
    @Transactional
    public PersonId makeDemo(FirstAdministrator first) {
        PersonId person = make(first);
        rows.markDemo(person);
        return person;
    }
}
