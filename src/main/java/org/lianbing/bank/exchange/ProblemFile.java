package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.UploadTable;
import org.lianbing.bank.exchange.wide.ExcelTables;
import org.lianbing.bank.exchange.wide.MarkedCsv;
import org.lianbing.bank.exchange.wide.MarkedOldWorkbook;
import org.lianbing.bank.exchange.wide.MarkedWorkbook;
import org.lianbing.bank.exchange.wide.ProblemList;
import org.lianbing.base.Actor;
import org.lianbing.base.Texts;

/**
 * The rows that are still wrong, to be mended elsewhere: a workbook, old or new, and a table in plain text go back as they
 * came, with a column that says what is wrong; of any other format a list is made.
 */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ProblemFile {

    private static final Set<RowState> EVERY = Set.of(RowState.values());

    private final ImportAccess access;
    private final ImportRowTable rows;
    private final UploadTable uploads;
    private final MessageSource texts;

    ProblemFile(ImportAccess access, ImportRowTable rows, UploadTable uploads, MessageSource texts) {
        this.access = access;
        this.rows = rows;
        this.uploads = uploads;
        this.texts = texts;
    }

    /** How the rows of a file go back: as the same kind of file, or as a list. */
    private enum Kind {
        WORKBOOK("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        OLD_WORKBOOK("xls", "application/vnd.ms-excel"),
        TABLE("csv", "text/csv"),
        LIST("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;
        private final String contentType;

        Kind(String ending, String contentType) {
            this.ending = ending;
            this.contentType = contentType;
        }

        static Kind of(ImportFile file) {
            return switch (file.format()) {
                case ExcelTables.FORMAT -> WORKBOOK;
                case "xls" -> OLD_WORKBOOK;
                case "csv" -> TABLE;
                default -> LIST;
            };
        }
    }

    /** A name under which it comes back as a correction of the same file. */
    public String name(ImportFile file, Locale language) {
        String bare = file.name().replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
        return bare + "-" + say("exchange.problems.suffix", language) + "." + kind(file).ending;
    }

    /** What the file is to browsers. */
    public String contentType(ImportFile file) {
        return kind(file).contentType;
    }

    /** Of what was not kept a list is made. */
    private Kind kind(ImportFile file) {
        return uploads.has(file.id()) ? Kind.of(file) : Kind.LIST;
    }

    /** Writes the file. */
    public void write(Actor actor, ImportId id, Locale language, OutputStream out) throws IOException {
        ImportFile file = access.get(actor, id);
        Kind kind = kind(file);
        if (kind == Kind.LIST) {
            list(file, language, out);
            return;
        }
        String name = uploads.names(id).getFirst();
        Map<String, MarkedWorkbook.Marks> marks = marks(file, language);
        Path path = Files.createTempFile("lianbing-import", "." + kind.ending);
        try {
            try (OutputStream kept = Files.newOutputStream(path)) {
                uploads.write(id, 0, kept);
            }
            switch (kind) {
                case WORKBOOK -> MarkedWorkbook.write(path, marks, out);
                case OLD_WORKBOOK -> MarkedOldWorkbook.write(path, marks, out);
                case TABLE -> MarkedCsv.write(new Upload(name, path), onlyOf(marks, language), out);
                case LIST -> list(file, language, out);
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private void list(ImportFile file, Locale language, OutputStream out) throws IOException {
        List<ProblemList.Line> lines = rows.all(file.id(), RowState.WAITING).stream()
                .map(row -> new ProblemList.Line(row.where().toString(), told(row, language), source(row)))
                .toList();
        ProblemList.write(lines, key -> say(key, language), out);
    }

    /** A table in plain text has but one sheet. */
    private MarkedWorkbook.Marks onlyOf(Map<String, MarkedWorkbook.Marks> marks, Locale language) {
        return marks.values().stream().findFirst().orElseGet(() -> fresh(language));
    }

    private MarkedWorkbook.Marks fresh(Locale language) {
        return MarkedWorkbook.Marks.headed(say("exchange.column.problem", language));
    }

    /** What is to be said of each row, by the names of sheets. */
    private Map<String, MarkedWorkbook.Marks> marks(ImportFile file, Locale language) {
        Map<String, MarkedWorkbook.Marks> marks = new HashMap<>();
        List<ImportRow> part = rows.after(file.id(), EVERY, 0, Intake.PART);
        while (!part.isEmpty()) {
            for (ImportRow row : part) {
                // A case stands in several rows; where it is told is told in its own words.
                boolean single = row.line() > 0;
                MarkedWorkbook.Marks said =
                        single ? marks.computeIfAbsent(row.sheet(), sheet -> fresh(language)) : null;
                if (said != null && RowState.WAITING.contains(row.state())) {
                    said.told().put(row.line(), told(row, language));
                } else if (said != null) {
                    said.right().add(row.line());
                }
            }
            part = rows.after(file.id(), EVERY, part.getLast().number(), Intake.PART);
        }
        return marks;
    }

    private String told(ImportRow row, Locale language) {
        String problems = row.problems().stream()
                .map(problem ->
                        say(problem.code(), language, problem.arguments().toArray()))
                .collect(Collectors.joining("\n"));
        String other = row.duplicateOf();
        return other == null || row.state() != RowState.DUPLICATE
                ? problems
                : (say("exchange.problems.doubles", language, other) + "\n" + problems).strip();
    }

    private static String source(ImportRow row) {
        return row.body() instanceof RowBody.Cells cells
                ? String.join("\n", cells.now().texts().values())
                : row.where().source();
    }

    private String say(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, Texts.nearest(language));
    }
}
