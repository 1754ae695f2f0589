package org.lianbing.trade.ui;

import java.util.ArrayList;
import java.util.List;

import org.lianbing.trade.editing.OutlineLine;
import org.lianbing.trade.editing.OutlineProblem;

/** A line of a draft as a row that keeps its fields while it is mended, so that the cursor stays where it is. */
final class DraftRow {

    private final List<Runnable> shown = new ArrayList<>();
    private OutlineLine line;
    private List<OutlineProblem> problems;

    DraftRow(OutlineLine line, List<OutlineProblem> problems) {
        this.line = line;
        this.problems = problems;
    }

    OutlineLine line() {
        return line;
    }

    int number() {
        return line.number();
    }

    List<OutlineProblem> problems() {
        return problems;
    }

    boolean isFaulty() {
        return problems.stream().anyMatch(OutlineProblem::blocks);
    }

    /** Remembers how a cell is brought up to date, and does so at once. */
    void show(Runnable cell) {
        shown.add(cell);
        cell.run();
    }

    /** Takes over what became of the line. */
    void set(OutlineLine now, List<OutlineProblem> wrong) {
        if (!now.equals(line) || !wrong.equals(problems)) {
            line = now;
            problems = wrong;
            shown.forEach(Runnable::run);
        }
    }
}
