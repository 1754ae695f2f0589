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
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.UploadTable;
import org.lianbing.bank.exchange.wide.ExcelTables;
import org.lianbing.bank.exchange.wide.MarkedWorkbook;
import org.lianbing.bank.exchange.wide.ProblemList;
import org.lianbing.base.Actor;
import org.lianbing.base.Texts;

/**
 * The rows that are still wrong, to be mended elsewhere: a workbook goes back as it came, with a column that says what
 * is wrong; of any other format a list is made.
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

    /** A name under which it comes back as a correction of the same file. */
    public String name(ImportFile file, Locale language) {
        String bare = file.name().replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
        return bare + "-" + say("exchange.problems.suffix", language) + ".xlsx";
    }

    /** Writes the file. */
    public void write(Actor actor, ImportId id, Locale language, OutputStream out) throws IOException {
        ImportFile file = access.get(actor, id);
        List<ImportUpload> kept = file.format().equals(ExcelTables.FORMAT) ? uploads.of(id) : List.of();
        if (!kept.isEmpty()) {
            workbook(file, kept.getFirst(), language, out);
        } else {
            List<ProblemList.Line> lines = rows.all(id, RowState.WAITING).stream()
                    .map(row -> new ProblemList.Line(row.where().toString(), told(row, language), source(row)))
                    .toList();
            ProblemList.write(lines, key -> say(key, language), out);
        }
    }

    private void workbook(ImportFile file, ImportUpload kept, Locale language, OutputStream out) throws IOException {
        Map<String, MarkedWorkbook.Marks> marks = new HashMap<>();
        Function<String, MarkedWorkbook.Marks> fresh =
                sheet -> MarkedWorkbook.Marks.headed(say("exchange.column.problem", language));
        List<ImportRow> part = rows.after(file.id(), EVERY, 0, Intake.PART);
        while (!part.isEmpty()) {
            for (ImportRow row : part) {
                // A case stands in several rows; where it is told is told in its own words.
                boolean single = row.line() > 0;
                MarkedWorkbook.Marks sheet = single ? marks.computeIfAbsent(row.sheet(), fresh) : null;
                if (sheet != null && RowState.WAITING.contains(row.state())) {
                    sheet.told().put(row.line(), told(row, language));
                } else if (sheet != null) {
                    sheet.right().add(row.line());
                }
            }
            part = rows.after(file.id(), EVERY, part.getLast().number(), Intake.PART);
        }
        Path path = Files.createTempFile("lianbing-import", ".xlsx");
        try {
            Files.write(path, kept.bytes());
            MarkedWorkbook.write(path, marks, out);
        } finally {
            Files.deleteIfExists(path);
        }
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
