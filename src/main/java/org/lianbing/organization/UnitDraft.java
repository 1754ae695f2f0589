package org.lianbing.organization;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;

/**
 * What is filled in for a new unit.
 *
 * @param name 1 to 80 characters
 * @param kind what it is
 * @param parent the unit above it in the territorial line; null for the top
 */
public record UnitDraft(
        String name, UnitKind kind, @Nullable UnitId parent) {

    private static final int LONGEST_NAME = 80;

    public UnitDraft {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("organization.name-length", LONGEST_NAME);
        }
    }
}
