package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.wide.SheetRow;
import org.lianbing.bank.exchange.wide.TableReader;
import org.lianbing.base.Problem;

/** Takes what a reader finds, and hands it on as rows in parts of a size that does not grow with the file. */
final class Intake implements TableReader.Found {

    /** What becomes of a part. */
    interface Part {
        void take(List<ImportRow> rows);
    }

    static final int PART = 500;
    /** How many questions a file may hold. */
    static final int MOST_ROWS = 200_000;

    private static final int LONGEST_SOURCE = 8_000;

    private final ImportSettings settings;
    private final Mapping mapping;
    private final Part part;
    private final List<ImportRow> waiting = new ArrayList<>();
    private final List<ImportProblem> notes = new ArrayList<>();
    private int count;

    Intake(ImportSettings settings, Mapping mapping, Part part) {
        this.settings = settings;
        this.mapping = mapping;
        this.part = part;
    }

    @Override
    public void row(SheetRow row) {
        RowBody body = new RowBody.Cells(row.columns(), row.markdown(), row.cells(), row.cells(), row.problems());
        add(
                Where.row(row.sheet(), row.line(), row.id()),
                body,
                mapping.sheet(settings, row.sheet(), row.cells().has(ImportField.LEVELS)));
    }

    @Override
    public void question(Question question) {
        String source = question.source();
        Where where = new Where(
                String.join(" / ", question.labels().path()),
                0,
                question.place(),
                source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) + "…" : source,
                question.labels().id());
        RowBody body = switch (question) {
            case Question.Read read ->
                new RowBody.Whole(
                        read.content(),
                        read.labels(),
                        read.remarks().stream().map(ImportProblem::told).toList());
            case Question.Unread unread ->
                new RowBody.Whole(
                        unread.begun(),
                        unread.labels(),
                        List.of(ImportProblem.error(
                                null,
                                unread.reason().code(),
                                "",
                                unread.reason().arguments().toArray())));
        };
        add(where, body, mapping.labels(settings, question.labels()));
    }

    @Override
    public void note(ImportProblem note) {
        notes.add(note);
    }

    private void add(Where where, RowBody body, RowTarget target) {
        if (count == MOST_ROWS) {
            throw Problem.tooLarge("exchange.too-many-rows", MOST_ROWS);
        }
        waiting.add(ImportRow.read(++count, where, body, target));
        if (waiting.size() == PART) {
            hand();
        }
    }

    private void hand() {
        part.take(List.copyOf(waiting));
        waiting.clear();
    }

    /** Hands on what is left. */
    void end() {
        if (!waiting.isEmpty()) {
            hand();
        }
    }

    int count() {
        return count;
    }

    List<ImportProblem> notes() {
        return List.copyOf(notes);
    }

    /** The prints of rows that have one. */
    static Set<String> prints(List<ImportRow> rows) {
        return rows.stream()
                .map(ImportRow::fingerprint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
