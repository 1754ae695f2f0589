package org.lianbing.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.UnitId;

/** The tree of units and its further lines. */
@Service
public class Units {

    /** One unit; a problem if there is none. */
    public Unit get(UnitId id) {
        throw new IllegalStateException();
    }

    /** Those of the ids that exist, by id. */
    public Map<UnitId, Unit> find(Collection<UnitId> ids) {
        throw new IllegalStateException();
    }

    /** All units, parents before children. */
    public List<Unit> all() {
        throw new IllegalStateException();
    }

    /** The unit and everything below it today in that line. */
    public Set<UnitId> within(UnitId top, Line line) {
        throw new IllegalStateException();
    }

    /** The same for several tops, in the territorial line. */
    public Set<UnitId> within(Collection<UnitId> tops) {
        throw new IllegalStateException();
    }

    /** Adds a unit under one that the actor administers. */
    public UnitId add(Actor actor, UnitDraft draft) {
        throw new IllegalStateException();
    }

    /** Puts a unit under another in a further line, from today on. */
    public void attach(Actor actor, UnitId unit, UnitId above, Line line) {
        throw new IllegalStateException();
    }
}
