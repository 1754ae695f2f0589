package org.lianbing.exam;

/**
 * What somebody may have of an exam on paper.
 *
 * @param title of the exam
 * @param forms how many forms it has
 * @param roster how many candidates
 * @param sheets whether they may print answer sheets
 * @param items whether they may print the papers; else a sealed set holds items of them
 * @param keys whether they may print the keys now
 */
public record PrintOffer(String title, int forms, int roster, boolean sheets, boolean items, boolean keys) {}
