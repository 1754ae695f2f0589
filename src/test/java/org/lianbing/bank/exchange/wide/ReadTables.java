package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Problem;

/** What a reader of tables found in a file. */
public record ReadTables(List<SheetRow> rows, List<Question> questions, List<ImportProblem> notes) {

    /** A picture is named by its length in the last digits. */
    static final Pictures PICTURES =
            (name, bytes) -> "media:" + "0".repeat(60) + HexFormat.of().toHexDigits((short) bytes.length);

    /** Reads a file; refuses one that is none of the reader's. */
    public static ReadTables of(TableReader reader, Path file) {
        return of(reader, file, PICTURES);
    }

    /** Reads a file with the pictures in it. */
    public static ReadTables of(TableReader reader, Path file, Pictures pictures) {
        ReadTables read = new ReadTables(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Upload upload = new Upload(file.getFileName().toString(), file);
        try {
            if (!reader.reads(upload)) {
                throw Problem.invalid("exchange.file-unknown");
            }
            reader.read(upload, pictures, new TableReader.Found() {
                @Override
                public void row(SheetRow row) {
                    read.rows.add(row);
                }

                @Override
                public void question(Question question) {
                    read.questions.add(question);
                }

                @Override
                public void note(ImportProblem note) {
                    read.notes.add(note);
                }
            });
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that became items, those of single rows before those of several. */
    public List<ItemContent> contents() {
        List<ItemContent> contents = new ArrayList<>();
        rows.forEach(row -> {
            if (RowParser.parse(row.cells(), row.markdown(), new RowContext(Set.of(), false, PointNames.NONE))
                    instanceof RowReading.Parsed parsed) {
                contents.add(parsed.content());
            }
        });
        questions.forEach(question -> {
            if (question instanceof Question.Read one) {
                contents.add(one.content());
            }
        });
        return contents;
    }
}
