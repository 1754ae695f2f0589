package org.lianbing.competition;

import java.util.Set;

import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;

/** Who may take part. */
public sealed interface Admitted {

    /** Everybody of these units and all below them who works in the competition's trade; of a theme, everybody. */
    record Everybody(Set<UnitId> units) implements Admitted {
        public Everybody {
            units = Set.copyOf(units);
        }
    }

    /** The people named. */
    record Named(Set<PersonId> people) implements Admitted {
        public Named {
            people = Set.copyOf(people);
        }
    }
}
