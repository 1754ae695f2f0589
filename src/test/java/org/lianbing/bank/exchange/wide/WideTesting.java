package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.context.support.ResourceBundleMessageSource;

import org.lianbing.bank.exchange.format.FormatWriter;

/** The writer of workbooks for tests of other packages. */
public final class WideTesting {

    private WideTesting() {}

    public static FormatWriter writer() {
        return new ExcelItems(words());
    }

    /** The reader of old workbooks. */
    public static TableReader oldReader() {
        return new OldExcelTables();
    }

    /** The application's words of exchange. */
    public static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("i18n/exchange", "i18n/base");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /** The codes in the list of what was left out. */
    public static List<String> lost(Path file) throws IOException {
        List<String> codes = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            if (sheets.size() > 1) {
                sheets.get(1).read().stream().skip(1).forEach(row -> codes.add(row.getCellText(0)));
            }
        }
        return codes;
    }
}
