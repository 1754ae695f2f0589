package org.lianbing.exam.marking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.base.UnitId;
import org.lianbing.exam.Exam;
import org.lianbing.organization.Units;

/**
 * For whom somebody stands where nobody marks the own people (回避): the enterprise, as on the board of a contest, so that
 * one workshop does not mark the next. Where the exam is held by the enterprise itself or within it, it is the unit they
 * belong to, or its own judges could mark nobody.
 */
@Component
class Sides {

    private final Units units;

    Sides(Units units) {
        this.units = units;
    }

    /** By the unit that people belong to. */
    Map<UnitId, UnitId> of(Exam exam, Collection<UnitId> homes) {
        Set<UnitId> above = units.above(exam.draft().unit());
        Map<UnitId, UnitId> sides = new HashMap<>();
        units.enterprises(homes)
                .forEach((unit, enterprise) -> sides.put(unit, above.contains(enterprise) ? unit : enterprise));
        return sides;
    }
}
