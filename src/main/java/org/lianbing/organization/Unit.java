package org.lianbing.organization;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.UnitId;

/**
 * A unit.
 *
 * @param id which
 * @param name its name, such as 东江重工集团
 * @param kind what it is
 * @param parent the unit above it in the territorial line; null for the top
 */
public record Unit(
        UnitId id, String name, UnitKind kind, @Nullable UnitId parent) {}
