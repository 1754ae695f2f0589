package org.lianbing.exam;

/**
 * Whom a decision about time would reach.
 *
 * @param atWork whose clock runs or stands
 * @param toCome who may still start; for them extra time counts from their start
 * @param ended who is done, and is not touched
 */
public record TimeReach(int atWork, int toCome, int ended) {}
