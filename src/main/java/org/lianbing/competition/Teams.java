package org.lianbing.competition;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;

/** For whom contestants compete, by name. */
final class Teams {

    private Teams() {}

    static Map<PersonId, String> of(Collection<Entry> field, Units units) {
        Map<UnitId, Unit> found = units.find(field.stream().map(Entry::unit).collect(Collectors.toSet()));
        return field.stream()
                .collect(Collectors.toMap(
                        Entry::person,
                        entry -> Optional.ofNullable(found.get(entry.unit()))
                                .map(Unit::name)
                                .orElse("")));
    }
}
