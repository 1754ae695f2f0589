package org.lianbing.competition;

import org.lianbing.exam.Figures;

/**
 * A competition in a list.
 *
 * @param competition which
 * @param figures how many are where; all zero until it is opened
 */
public record CompetitionCard(Competition competition, Figures figures) {}
