package org.lianbing.competition;

import org.lianbing.exam.ExamId;
import org.lianbing.ranking.BoardId;

/**
 * A stage of an opened competition.
 *
 * @param competition whose
 * @param number from 1
 * @param exam where it is sat
 * @param board where it is ranked
 */
public record Stage(CompetitionId competition, int number, ExamId exam, BoardId board) {}
