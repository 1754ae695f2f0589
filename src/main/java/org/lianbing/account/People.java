package org.lianbing.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The people of the units. */
@Service
public class People {

    /** Adds a person to a unit that the actor administers. Everybody is a worker of their unit. */
    public PersonId add(Actor actor, PersonDraft draft) {
        throw new IllegalStateException();
    }

    /** A person within the actor's reach; everybody may see themselves. */
    public Person get(Actor actor, PersonId person) {
        throw new IllegalStateException();
    }

    /** People of the units the actor administers whose name, staff number or user name contains the text. */
    public Paged<Person> find(Actor actor, String text, PageOf page) {
        throw new IllegalStateException();
    }

    /** Names and units of people, for lists that the caller may show. */
    public Map<PersonId, PersonName> names(Collection<PersonId> people) {
        throw new IllegalStateException();
    }

    /** Everybody active in these units; with a trade, those who work in it. */
    public List<PersonName> workersIn(Set<UnitId> units, @Nullable TradeId trade) {
        throw new IllegalStateException();
    }
}
