package org.lianbing.bank.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of single choice items, written row by row. */
public class Book {

    private final List<String[]> rows = new ArrayList<>();

    public Book() {
        rows.add(new String[] {"序号", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "鉴定点"});
    }

    /** Adds an item that is right. */
    public Book item(String stem) {
        return item(stem, "B");
    }

    /** Adds an item with this answer. */
    public Book item(String stem, String answer) {
        rows.add(new String[] {String.valueOf(rows.size()), stem, "十毫米", "二十毫米", "三十毫米", "四十毫米", answer, "因为如此。", ""});
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单选题");
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < rows.get(line).length; column++) {
                    sheet.value(line, column, rows.get(line)[column]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public Path file() {
        try {
            Path file = Files.createTempFile("book", ".xlsx");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
