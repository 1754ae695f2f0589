package org.lianbing.competition.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Level;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.ResultRow;
import org.lianbing.competition.ResultSheet;
import org.lianbing.exam.Erratum;
import org.lianbing.trade.Trades;

/**
 * Writes results as one sheet: what it is and by which rules on top, then a row a contestant. Texts of people are
 * written as texts, so a name that begins with {@code =} is no formula.
 */
@Component
public class ResultWorkbook {

    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS =
            List.of("place", "name", "unit", "score", "max", "time", "ended", "state", "note");
    private static final int[] WIDTHS = {8, 14, 28, 10, 10, 12, 22, 16, 40};
    private static final int HEAD = 5;
    private static final int MINUTE = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Trades trades;
    private final MessageSource texts;
    private final ZoneId zone;

    ResultWorkbook(Trades trades, MessageSource texts, ZoneId zone) {
        this.trades = trades;
        this.texts = texts;
        this.zone = zone;
    }

    /** A name that every file system takes. */
    public static String fileName(ResultSheet sheet) {
        return sheet.competition().draft().name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".xlsx";
    }

    /** The whole file. */
    public byte[] write(ResultSheet sheet, Locale language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Lianbing", "1.0")) {
            Worksheet page = workbook.newWorksheet(say(language, "competition.sheet.title"));
            writeTop(page, sheet, language);
            int row = HEAD + 1;
            for (ResultRow result : sheet.rows()) {
                writeRow(page, row++, result, sheet.maxScore(), language);
            }
            if (!sheet.errata().isEmpty()) {
                writeErrata(workbook.newWorksheet(say(language, "competition.sheet.errata")), sheet, language);
            }
        }
        return file.toByteArray();
    }

    private void writeTop(Worksheet page, ResultSheet sheet, Locale language) {
        CompetitionDraft draft = sheet.competition().draft();
        page.value(0, 0, draft.name());
        page.style(0, 0).bold().fontSize(16).set();
        page.value(1, 0, trade(draft, language));
        page.value(
                2,
                0,
                say(
                        language,
                        "competition.sheet.window",
                        moment(draft.window().opensAt()),
                        moment(draft.window().closesAt()),
                        draft.window().duration().toMinutes(),
                        draft.items(),
                        sheet.maxScore()));
        page.value(3, 0, say(language, "ranking.rule"));
        for (int column = 0; column < COLUMNS.size(); column++) {
            page.value(HEAD, column, say(language, "competition.sheet." + COLUMNS.get(column)));
            page.width(column, WIDTHS[column]);
        }
        page.range(HEAD, 0, HEAD, COLUMNS.size() - 1)
                .style()
                .bold()
                .fillColor("E8EFF8")
                .set();
        page.freezePane(0, HEAD + 1);
    }

    /** 勘误公告: a row for each correction, in the order in which it came into force. */
    private void writeErrata(Worksheet page, ResultSheet sheet, Locale language) {
        List<String> columns = List.of("slot", "type", "what", "reason", "at");
        int[] widths = {10, 14, 44, 60, 22};
        for (int column = 0; column < columns.size(); column++) {
            page.value(0, column, say(language, "competition.sheet.errata." + columns.get(column)));
            page.width(column, widths[column]);
        }
        page.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("E8EFF8")
                .set();
        int row = 1;
        for (Erratum one : sheet.errata()) {
            String reason = one.reason();
            if (one.form() == 0) {
                page.value(row, 0, one.slot());
            } else {
                page.value(row, 0, one.label());
            }
            page.value(row, 1, say(language, "paper.section." + one.type().code()));
            page.value(
                    row,
                    2,
                    say(
                            language,
                            "competition.erratum." + one.kind(),
                            one.label(),
                            plain(one.maxScore()).toPlainString()));
            page.value(row, 3, reason == null ? "" : reason);
            page.value(row, 4, moment(one.at()));
            row++;
        }
    }

    private String trade(CompetitionDraft draft, Locale language) {
        String trade = trades.get(draft.trade()).name(language);
        Level level = draft.level();
        return level == null ? trade : trade + " · " + say(language, "base.level." + level.code());
    }

    private void writeRow(Worksheet page, int row, ResultRow result, BigDecimal maxScore, Locale language) {
        if (result.place() != null) {
            page.value(row, 0, result.place());
        }
        page.value(row, 1, result.name());
        page.value(row, 2, result.unit());
        if (result.score() != null) {
            page.value(row, 3, plain(result.score()));
            page.value(row, 4, plain(maxScore));
        }
        page.value(row, 5, time(result.timeUsed()));
        page.value(row, 6, result.endedAt() == null ? "" : moment(result.endedAt()));
        page.value(row, 7, say(language, "competition.contestant." + result.state()));
        page.value(row, 8, note(result, language));
    }

    /** Why an attempt is void, and how many answers came too late or from a device that was taken over. */
    private String note(ResultRow result, Locale language) {
        List<String> notes = new ArrayList<>();
        if (result.voidReason() != null) {
            notes.add(result.voidReason());
        }
        if (result.setAside() > 0) {
            notes.add(say(language, "competition.sheet.set-aside", result.setAside()));
        }
        return String.join(say(language, "competition.sheet.semicolon"), notes);
    }

    /** 100 and not 100.00, nor 1E+2. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static String time(@Nullable Duration used) {
        return used == null
                ? ""
                : String.format(Locale.ROOT, "%d:%02d", used.toSeconds() / MINUTE, used.toSeconds() % MINUTE);
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    private String say(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
