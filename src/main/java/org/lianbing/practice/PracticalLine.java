package org.lianbing.practice;

/**
 * A practical task as a trainer reads it.
 *
 * @param practical what was done
 * @param person the worker's full name
 * @param unit where they belonged then
 * @param task its stem in plain words
 */
public record PracticalLine(Practical practical, String person, String unit, String task) {}
