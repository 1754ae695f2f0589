package org.lianbing.competition.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.account.PersonName;
import org.lianbing.base.PersonId;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionPreview;

/** Writes what a correction will do as an Excel file: in sums on top, then a row for everybody whom it concerns. */
@Component
public class PreviewWorkbook {

    private static final List<String> COLUMNS =
            List.of("name", "before", "after", "difference", "passed", "passes", "place", "places");
    private static final int[] WIDTHS = {16, 12, 12, 12, 14, 14, 12, 12};
    private static final int HEAD = 7;

    private final MessageSource texts;

    PreviewWorkbook(MessageSource texts) {
        this.texts = texts;
    }

    /** The whole file. */
    public byte[] write(
            String title,
            CorrectionDraft draft,
            CorrectionPreview preview,
            Map<PersonId, PersonName> names,
            Locale language)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Lianbing", "1.0")) {
            Worksheet page = workbook.newWorksheet(say(language, "competition.correction.preview"));
            writeTop(page, title, draft, preview, language);
            int row = HEAD + 1;
            for (CorrectionPreview.Line line : preview.lines()) {
                if (line.concerns()) {
                    writeRow(page, row++, line, names.get(line.person()), language);
                }
            }
        }
        return file.toByteArray();
    }

    private void writeTop(
            Worksheet page, String title, CorrectionDraft draft, CorrectionPreview preview, Locale language) {
        page.value(0, 0, title);
        page.style(0, 0).bold().fontSize(16).set();
        page.value(
                1,
                0,
                say(language, "competition.erratum.short." + draft.ruling().code(), draft.label()));
        page.value(2, 0, draft.reason());
        page.value(
                3,
                0,
                say(
                        language,
                        "competition.correction.sum",
                        preview.lines().size(),
                        preview.changing(),
                        preview.up().size(),
                        preview.down().size(),
                        preview.moving()));
        page.value(
                4,
                0,
                say(
                        language,
                        "competition.correction.marks",
                        plain(preview.maxBefore()).toPlainString(),
                        plain(preview.maxAfter()).toPlainString(),
                        plain(preview.passBefore()).toPlainString(),
                        plain(preview.passAfter()).toPlainString()));
        for (int column = 0; column < COLUMNS.size(); column++) {
            page.value(HEAD, column, say(language, "competition.correction.column." + COLUMNS.get(column)));
            page.width(column, WIDTHS[column]);
        }
        page.range(HEAD, 0, HEAD, COLUMNS.size() - 1)
                .style()
                .bold()
                .fillColor("E8EFF8")
                .set();
        page.freezePane(0, HEAD + 1);
    }

    private void writeRow(
            Worksheet page, int row, CorrectionPreview.Line line, @Nullable PersonName name, Locale language) {
        page.value(row, 0, name == null ? "" : name.name());
        page.value(row, 1, plain(line.before()));
        page.value(row, 2, plain(line.after()));
        page.value(row, 3, plain(line.after().subtract(line.before())));
        page.value(row, 4, passed(line.passedBefore(), language));
        page.value(row, 5, passed(line.passesAfter(), language));
        if (line.placeBefore() != null) {
            page.value(row, 6, line.placeBefore());
        }
        if (line.placeAfter() != null) {
            page.value(row, 7, line.placeAfter());
        }
    }

    private String passed(boolean passed, Locale language) {
        return say(language, passed ? "competition.correction.passed" : "competition.correction.failed");
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private String say(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
