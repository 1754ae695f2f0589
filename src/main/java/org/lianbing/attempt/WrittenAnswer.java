package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;

import org.lianbing.paper.FormId;

/**
 * A written response for somebody who marks it; says nothing of who wrote it.
 *
 * @param form where it stood
 * @param slot in which place
 * @param text as it was written; may be empty where there are files
 * @param files of work that were handed in with it, in their order
 * @param worth what the slot counts
 * @param lines of the rubric with what each counts at most, in their order
 */
public record WrittenAnswer(
        FormId form, int slot, String text, List<WorkFile> files, BigDecimal worth, List<Line> lines) {

    /** One thing to be said, by its token, and what it counts at most in points of the slot. */
    public record Line(String token, BigDecimal most) {}

    public WrittenAnswer {
        files = List.copyOf(files);
        lines = List.copyOf(lines);
    }
}
