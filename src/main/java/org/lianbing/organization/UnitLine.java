package org.lianbing.organization;

import java.time.LocalDate;

import org.lianbing.base.UnitId;

/**
 * A further line in which a unit stands, beside the territorial one.
 *
 * @param above the unit above it in that line
 * @param line which line
 * @param since the first day on which it holds
 */
public record UnitLine(UnitId above, Line line, LocalDate since) {}
