package org.lianbing.bank.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a map as a table: a row a range and a row a point. */
@Component
class CoverageWriter {

    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "importance",
            "weight",
            "share",
            "expected",
            "items",
            "judge",
            "single",
            "multiple",
            "other",
            "draft",
            "review",
            "lacking");
    private static final int KINDS = 7;
    private static final int NAME = 40;

    private final MessageSource texts;

    CoverageWriter(MessageSource texts) {
        this.texts = texts;
    }

    void write(CoverageMap map, Locale language, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Lianbing", "1.0")) {
            Worksheet sheet = book.newWorksheet(say("bank.coverage.title", language));
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, say("bank.coverage.column." + COLUMNS.get(i), language));
                sheet.style(0, i).bold().fillColor("E8EEF7").set();
            }
            sheet.width(1, NAME);
            sheet.freezePane(0, 1);
            Rows rows = new Rows(sheet, map, language);
            map.ranges().forEach(range -> rows.range(range, 0));
        }
    }

    private String say(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }

    private final class Rows {
        private final Worksheet sheet;
        private final CoverageMap map;
        private final Locale language;
        private int row = 1;

        Rows(Worksheet sheet, CoverageMap map, Locale language) {
            this.sheet = sheet;
            this.map = map;
            this.language = language;
        }

        void range(RangeCoverage range, int depth) {
            sheet.value(row, 0, range.code());
            sheet.value(row, 1, range.name());
            sheet.style(row, 1).bold().indent(depth).set();
            sheet.value(row, 3, range.weight());
            sheet.value(row, 4, rounded(map.sharePercent(range)));
            sheet.value(row, 5, rounded(map.expected(range)));
            sheet.value(row, 6, range.total().items());
            for (Kind kind : Kind.values()) {
                sheet.value(row, KINDS + kind.ordinal(), range.cell(kind).items());
            }
            coming(range.total());
            row++;
            range.points().forEach(point -> point(point, depth + 1));
            range.ranges().forEach(inside -> range(inside, depth + 1));
        }

        private void point(PointCoverage point, int depth) {
            sheet.value(row, 0, point.point().code());
            sheet.value(row, 1, point.point().name());
            sheet.style(row, 1).indent(depth).set();
            sheet.value(row, 2, point.point().importance().name());
            sheet.value(row, 6, point.total().published());
            for (Kind kind : Kind.values()) {
                sheet.value(row, KINDS + kind.ordinal(), point.cell(kind).published());
            }
            coming(point.total());
            sheet.value(
                    row,
                    COLUMNS.size() - 1,
                    point.lacking().stream()
                            .map(kind -> say("bank.coverage.column." + kind.code(), language))
                            .collect(Collectors.joining(say("bankui.comma", language))));
            row++;
        }

        private void coming(Cell cell) {
            sheet.value(row, COLUMNS.size() - 3, cell.draft());
            sheet.value(row, COLUMNS.size() - 2, cell.review());
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
