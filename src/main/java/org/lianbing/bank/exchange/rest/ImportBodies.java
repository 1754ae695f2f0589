package org.lianbing.bank.exchange.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportStatus;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;

/** How imports look over HTTP. */
@Component
class ImportBodies {

    /** Where a problem lies; {@code text} is as in Excel, such as {@code 单选题!J12}, or as people say it: 第 12 题. */
    record PlaceBody(String sheet, int row, String column, String text) {
        static PlaceBody of(ImportRow row) {
            return new PlaceBody(row.sheet(), row.line(), "", row.where().toString());
        }

        static PlaceBody of(ImportRow row, ImportProblem problem) {
            String text = row.place(problem);
            String column = text.replaceAll("^.*!|\\d+$", "");
            return new PlaceBody(row.sheet(), row.line(), column.length() > 2 ? "" : column, text);
        }
    }

    /** A problem; {@code severity} is {@code error} where the row cannot become an item. */
    record ProblemBody(
            @Nullable PlaceBody place,
            @Nullable String field,
            String code,
            String severity,
            String message,
            String source,
            @Nullable Double confidence) {}

    /** A row; {@code cells} by field of a table, {@code content} of any other format. */
    record RowBody(
            int number,
            int version,
            PlaceBody place,
            RowState state,
            Map<String, String> cells,
            @Nullable JsonNode content,
            String source,
            List<ProblemBody> problems,
            @Nullable String duplicateOf,
            @Nullable String updates,
            @Nullable String reason,
            @Nullable String item) {}

    /** An import; {@code items} is how many rows could be read as items. */
    record ImportBody(
            String importId,
            String file,
            String format,
            @Nullable String trade,
            ImportStatus status,
            int rows,
            int items,
            Map<RowState, Integer> counts,
            List<ProblemBody> problems,
            List<ProblemBody> notes) {}

    private static final int MOST_ROWS_WITH_PROBLEMS = 500;

    private final ImportService imports;
    private final MessageSource texts;

    ImportBodies(ImportService imports, MessageSource texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /** An import with the problems of its first rows that need mending. */
    ImportBody file(Actor actor, ImportFile file, Locale asked) {
        boolean readingStill = file.reading().status() == ImportStatus.READING;
        List<ProblemBody> problems = readingStill
                ? List.of()
                : imports
                        .rows(
                                actor,
                                file.id(),
                                EnumSet.of(RowState.FAULTY, RowState.GUESSED, RowState.READY, RowState.DUPLICATE),
                                new PageOf(0, MOST_ROWS_WITH_PROBLEMS))
                        .rows()
                        .stream()
                        .flatMap(row -> problems(row, asked).stream())
                        .toList();
        TradeId trade = file.settings().trade();
        return new ImportBody(
                file.id().toString(),
                file.name(),
                file.format(),
                trade == null ? null : trade.toString(),
                file.reading().status(),
                file.rows(),
                file.items(),
                new TreeMap<>(file.counts()),
                problems,
                file.notes().stream().map(note -> problem(null, note, asked)).toList());
    }

    RowBody row(ImportRow row, Locale asked) {
        Map<String, String> cells = new TreeMap<>();
        row.cells().texts().forEach((field, text) -> cells.put(field.code(), text));
        return new RowBody(
                row.number(),
                row.edit().version(),
                PlaceBody.of(row),
                row.state(),
                cells,
                content(row),
                row.where().source(),
                problems(row, asked),
                row.duplicateOf(),
                row.standing().updates() == null
                        ? null
                        : row.standing().updates().toString(),
                row.standing().reason(),
                row.item() == null ? null : row.item().toString());
    }

    private static @Nullable JsonNode content(ImportRow row) {
        return row.body() instanceof org.lianbing.bank.exchange.RowBody.Whole whole && whole.content() != null
                ? ContentJson.WRITTEN.tree(whole.content())
                : null;
    }

    private List<ProblemBody> problems(ImportRow row, Locale asked) {
        return row.problems().stream()
                .map(problem -> problem(PlaceBody.of(row, problem), problem, asked))
                .toList();
    }

    private ProblemBody problem(@Nullable PlaceBody place, ImportProblem problem, Locale asked) {
        ImportField field = problem.field();
        return new ProblemBody(
                place,
                field == null ? null : field.code(),
                problem.code(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                texts.getMessage(problem.code(), problem.arguments().toArray(), Texts.nearest(asked)),
                problem.source(),
                problem.confidence());
    }
}
