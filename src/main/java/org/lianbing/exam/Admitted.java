package org.lianbing.exam;

import org.lianbing.base.PersonId;

/**
 * Whom an admission link stands for: a person before the door of one exam, and nobody anywhere else.
 *
 * @param exam which exam
 * @param person who
 */
public record Admitted(ExamId exam, PersonId person) {}
