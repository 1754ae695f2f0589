package org.lianbing.trade.editing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with an outline of one range in two, written line by line. */
public class OutlineBook {

    private final List<Object[]> rows = new ArrayList<>();

    /** An outline with this title; the ranges A (30) with A-A and B (70) with B-A are there. */
    public OutlineBook(String title) {
        rows.add(new Object[] {title});
        rows.add(new Object[] {"代码", "名称", "鉴定比重", "重要程度"});
    }

    /** Adds a range. */
    public OutlineBook range(String code, String name, Object weight) {
        rows.add(new Object[] {code, name, weight, ""});
        return this;
    }

    /** Adds a point. */
    public OutlineBook point(String code, String name, String importance) {
        rows.add(new Object[] {code, name, "", importance});
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("细目表");
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).length; j++) {
                    if (rows.get(i)[j] instanceof Number number) {
                        sheet.value(i, j, number);
                    } else if (!rows.get(i)[j].toString().isEmpty()) {
                        sheet.value(i, j, rows.get(i)[j].toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public Path file() {
        try {
            Path file = Files.createTempFile("outline", ".xlsx");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
