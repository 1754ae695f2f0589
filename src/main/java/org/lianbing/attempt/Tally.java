package org.lianbing.attempt;

/**
 * How far the attempts for a purpose have come.
 *
 * @param settled of how many nothing more will come: ended and scored, void, or absent
 * @param unsettled how many were begun and are not settled
 * @param unmarked of the settled ones, how many wait for somebody who marks what was written
 */
public record Tally(int settled, int unsettled, int unmarked) {}
