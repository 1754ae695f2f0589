package org.lianbing.base.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says to a person who looks at it.
 *
 * @param text the text; for an error its name, such as {@code #REF!}
 * @param flaw what is wrong with it, as a key of the translations, or null
 */
public record CellText(String text, @Nullable String flaw) {

    /** What Excel takes into a cell at most. */
    public static final int LONGEST = 32_767;

    private static final CellText NOTHING = new CellText("", null);
    private static final int DIGITS = 15;
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[ymdhs]");
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|General|G/通用格式");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200b\\ufeff\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\u3000]+|[\\s\\u3000]+$");
    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/]+[!?]?");

    /** Reads a cell; a missing one says nothing. */
    public static CellText of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return NOTHING;
        }
        if (cell.getType() == CellType.ERROR) {
            return new CellText(String.valueOf(cell.getRawValue()), "exchange.problem.formula-error");
        }
        Object value = cell.getValue();
        return switch (value) {
            case null -> text(cell.getRawValue());
            case BigDecimal number -> number(cell, number);
            case Boolean truth -> new CellText(truth.toString().toUpperCase(Locale.ROOT), null);
            default -> text(value.toString());
        };
    }

    private static CellText text(@Nullable String raw) {
        if (raw == null) {
            return NOTHING;
        }
        String text = clean(raw);
        if (ERROR.matcher(text).matches()) {
            return new CellText(text, "exchange.problem.formula-error");
        }
        return text.length() > LONGEST
                ? new CellText(text.substring(0, LONGEST), "exchange.problem.cell-long")
                : new CellText(text, null);
    }

    /** Line ends as one character; no invisible characters; no space around. */
    private static String clean(String raw) {
        if (isClean(raw)) {
            return raw;
        }
        String visible = UNSEEN.matcher(raw.replace("_x000D_", "")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\u00a0', ' '))
                .replaceAll("");
        return AROUND.matcher(visible).replaceAll("");
    }

    /** Nearly every cell is, and a workbook has very many. */
    private static boolean isClean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char one = raw.charAt(i);
            boolean atEdge = i == 0 || i == raw.length() - 1;
            if (one < ' ' || one >= '\u007f' && one <= '\u00a0' || one == '\u200b' || one == '\ufeff' || one == '_') {
                return false;
            }
            if (atEdge && (one == ' ' || one == '\u3000')) {
                return false;
            }
        }
        return true;
    }

    private static CellText number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString() == null
                ? ""
                : LITERALS.matcher(cell.getDataFormatString()).replaceAll("");
        if (DATE_FORMAT.matcher(format).find()) {
            return new CellText(date(cell, number), "exchange.problem.date");
        }
        // What Excel keeps of 0.1 is 0.1000…01: people see 15 digits at most.
        BigDecimal seen = number.round(new java.math.MathContext(DIGITS, RoundingMode.HALF_UP));
        if (format.contains("%")) {
            return new CellText(plain(seen.movePointRight(2)) + "%", null);
        }
        return new CellText(plain(seen), null);
    }

    private static String date(Cell cell, BigDecimal number) {
        try {
            return DateTimeFormatter.ISO_LOCAL_DATE.format(cell.asDate());
        } catch (RuntimeException e) {
            return plain(number);
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }
}
