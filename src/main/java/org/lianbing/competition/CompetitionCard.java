package org.lianbing.competition;

import org.lianbing.exam.ExamClock;
import org.lianbing.exam.Figures;

/**
 * A competition in a list.
 *
 * @param competition which
 * @param clock its time, with what was decided about it
 * @param figures how many are where; all zero until it is opened
 */
public record CompetitionCard(Competition competition, ExamClock clock, Figures figures) {}
