package org.lianbing.bank;

import java.util.UUID;

/**
 * A contest as the bank knows it: the one that drew from a sealed set.
 *
 * @param id which, in the words of the module that holds it
 * @param title how people call it
 */
public record DrawingContest(UUID id, String title) {}
