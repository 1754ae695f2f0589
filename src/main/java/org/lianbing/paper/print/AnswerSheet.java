package org.lianbing.paper.print;

import org.jspecify.annotations.Nullable;

/**
 * Whose an answer sheet is.
 *
 * @param code by which a sheet is given back to who filled it in; the page is added to it
 * @param seat on the roster; null on a spare one
 * @param name of the candidate; empty on a spare one
 * @param unit of the candidate; empty on a spare one
 */
public record AnswerSheet(String code, @Nullable Integer seat, String name, String unit) {}
