package org.lianbing.trade.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.Range;
import org.lianbing.trade.Trade;

/** Writes outlines as the flat table that is in use: a sheet an outline, a row a point, ranges merged beside it. */
@Component
public class OutlineWriter {

    private static final int COLUMNS_OF_A_RANGE = 3;
    private static final int HEADING = 3;
    private static final int LONGEST_TAB = 31;
    private static final int WIDE = 30;

    private final MessageSource texts;

    OutlineWriter(MessageSource texts) {
        this.texts = texts;
    }

    /** Writes all into one workbook; the headings are Chinese in every language, as everywhere such tables are used. */
    public void write(List<Outline> outlines, List<Trade> trades, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Lianbing", "1.0")) {
            Set<String> tabs = new HashSet<>();
            for (Outline outline : outlines) {
                String tab = tab(outline, trades, tabs);
                new Writing(book.newWorksheet(tab), outline, trades).write();
            }
        }
    }

    private String tab(Outline outline, List<Trade> trades, Set<String> taken) {
        String name = (name(outline.trade(), trades) + (outline.level() == null ? "" : " " + level(outline.level())))
                .replaceAll("[\\\\/?*\\[\\]:]", " ");
        String tab = name.substring(0, Math.min(name.length(), LONGEST_TAB - 4));
        String free = tab;
        for (int i = 2; !taken.add(free); i++) {
            free = tab + " " + i;
        }
        return free;
    }

    private static String name(TradeId id, List<Trade> trades) {
        return trades.stream()
                .filter(trade -> trade.id().equals(id))
                .findFirst()
                .map(Trade::name)
                .orElse("");
    }

    private String level(Level level) {
        return say("base.level." + level.code());
    }

    private String say(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** One sheet on its way. */
    private final class Writing {
        private final Worksheet sheet;
        private final Outline outline;
        private final List<Trade> trades;
        private final int depth;
        private int row;

        Writing(Worksheet sheet, Outline outline, List<Trade> trades) {
            this.sheet = sheet;
            this.outline = outline;
            this.trades = trades;
            this.depth = outline.ranges().stream().mapToInt(this::depth).max().orElse(1);
        }

        private int depth(Range range) {
            return 1 + range.ranges().stream().mapToInt(this::depth).max().orElse(0);
        }

        void write() {
            sheet.value(0, 0, outline.name());
            sheet.style(0, 0).bold().set();
            Level level = outline.level();
            sheet.value(
                    1,
                    0,
                    say(
                            level == null ? "trade.sheet.head-without-level" : "trade.sheet.head",
                            name(outline.trade(), trades),
                            outline.edition(),
                            level == null ? "" : level(level)));
            if (!outline.inclusions().isEmpty()) {
                sheet.value(
                        2,
                        0,
                        say(
                                "trade.sheet.foundations",
                                outline.inclusions().stream()
                                        .map(inclusion -> name(inclusion.foundation(), trades) + " "
                                                + Texts.plain(inclusion.weight()) + "%")
                                        .collect(Collectors.joining("；"))));
            }
            heading();
            row = HEADING + 2;
            outline.ranges().forEach(range -> range(range, 0));
            sheet.freezePane(0, HEADING + 2);
        }

        private void heading() {
            for (int i = 0; i < depth; i++) {
                int column = i * COLUMNS_OF_A_RANGE;
                head(HEADING, column, say("trade.sheet.range", say("trade.sheet.number." + Math.min(i + 1, 6))));
                sheet.range(HEADING, column, HEADING, column + 2).merge();
                head(HEADING + 1, column, say("trade.sheet.code"));
                head(HEADING + 1, column + 1, say("trade.sheet.name"));
                head(HEADING + 1, column + 2, say("trade.sheet.weight"));
                sheet.width(column + 1, WIDE / 1.5);
            }
            int point = depth * COLUMNS_OF_A_RANGE;
            head(HEADING, point, say("trade.sheet.point"));
            sheet.range(HEADING, point, HEADING, point + 2).merge();
            head(HEADING + 1, point, say("trade.sheet.code"));
            head(HEADING + 1, point + 1, say("trade.sheet.name"));
            head(HEADING + 1, point + 2, say("trade.sheet.importance"));
            sheet.width(point, WIDE / 2.0);
            sheet.width(point + 1, WIDE * 1.5);
        }

        private void head(int at, int column, String text) {
            sheet.value(at, column, text);
            sheet.style(at, column)
                    .bold()
                    .fillColor("E8EEF7")
                    .borderStyle("thin")
                    .horizontalAlignment("center")
                    .set();
        }

        private void range(Range range, int at) {
            int begin = row;
            int column = at * COLUMNS_OF_A_RANGE;
            sheet.value(begin, column, range.code());
            sheet.value(begin, column + 1, range.name());
            sheet.value(begin, column + 2, range.weight());
            for (Point point : range.points()) {
                int last = depth * COLUMNS_OF_A_RANGE;
                sheet.value(row, last, point.code());
                sheet.value(row, last + 1, point.name());
                sheet.value(row, last + 2, point.importance().name());
                row++;
            }
            range.ranges().forEach(inside -> range(inside, at + 1));
            if (row == begin) {
                row++;
            }
            for (int i = column; i < column + COLUMNS_OF_A_RANGE; i++) {
                if (row - begin > 1) {
                    sheet.range(begin, i, row - 1, i).merge();
                }
                sheet.style(begin, i).verticalAlignment("top").wrapText(true).set();
            }
        }
    }
}
