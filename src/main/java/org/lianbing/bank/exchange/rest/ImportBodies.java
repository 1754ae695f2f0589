package org.lianbing.bank.exchange.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.Place;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;

/** How imports look over HTTP. */
@Component
class ImportBodies {

    /** Where a problem lies; {@code text} is as in Excel, such as {@code 单选题!J12}. */
    record PlaceBody(String sheet, int row, String column, String text) {
        static PlaceBody of(Place place) {
            return new PlaceBody(place.sheet(), place.row(), place.column(), place.toString());
        }
    }

    /** A problem; {@code severity} is {@code error} where the row cannot become an item. */
    record ProblemBody(
            @Nullable PlaceBody place,
            @Nullable String field,
            String code,
            String severity,
            String message,
            String source) {}

    /** A row; {@code cells} by field. */
    record RowBody(
            int number,
            PlaceBody place,
            RowState state,
            Map<String, String> cells,
            List<ProblemBody> problems,
            @Nullable String duplicateOf,
            @Nullable String item) {}

    /** An import; {@code items} is how many rows could be read as items. */
    record ImportBody(
            String importId,
            String file,
            String format,
            @Nullable String trade,
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
        List<ProblemBody> problems = imports
                .rows(
                        actor,
                        file.id(),
                        EnumSet.of(RowState.FAULTY, RowState.READY, RowState.DUPLICATE),
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
                PlaceBody.of(new Place(row.sheet(), row.line(), "")),
                row.state(),
                cells,
                problems(row, asked),
                row.duplicateOf(),
                row.item() == null ? null : row.item().toString());
    }

    private List<ProblemBody> problems(ImportRow row, Locale asked) {
        return row.problems().stream()
                .map(problem -> problem(PlaceBody.of(row.place(problem)), problem, asked))
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
                problem.source());
    }
}
