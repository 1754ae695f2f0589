package org.lianbing.competition.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.competition.AdmissionCard;
import org.lianbing.competition.Competition;

/** Writes admission links as one sheet, a row a contestant, for sending them on by whatever way an enterprise has. */
@Component
public class CardWorkbook {

    private static final List<String> COLUMNS = List.of("seat", "name", "unit", "link");
    private static final int[] WIDTHS = {8, 14, 28, 120};
    private static final int HEAD = 3;

    private final MessageSource texts;

    CardWorkbook(MessageSource texts) {
        this.texts = texts;
    }

    /** A name that every file system takes. */
    public String fileName(Competition competition, Locale language) {
        String name = competition.draft().name() + " " + say(language, "competition.cards.file");
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".xlsx";
    }

    /**
     * The whole file.
     *
     * @param site the address under which contestants reach the site, without a slash at the end
     */
    public byte[] write(Competition competition, List<AdmissionCard> cards, String site, Locale language)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Lianbing", "1.0")) {
            Worksheet page = workbook.newWorksheet(say(language, "competition.cards.file"));
            page.value(0, 0, competition.draft().name());
            page.style(0, 0).bold().fontSize(16).set();
            page.value(1, 0, say(language, "competition.cards.secret"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                page.value(HEAD, column, say(language, "competition.cards." + COLUMNS.get(column)));
                page.width(column, WIDTHS[column]);
            }
            page.range(HEAD, 0, HEAD, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E8EFF8")
                    .set();
            page.freezePane(0, HEAD + 1);
            int row = HEAD + 1;
            for (AdmissionCard card : cards) {
                page.value(row, 0, card.seat());
                page.value(row, 1, card.name());
                page.value(row, 2, card.unit());
                page.value(row, 3, site + card.path());
                row++;
            }
        }
        return file.toByteArray();
    }

    private String say(Locale language, String key) {
        return texts.getMessage(key, null, language);
    }
}
