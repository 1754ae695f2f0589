package org.lianbing.base.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.FractionFormat;
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
    /** No number of Excel has as many before or behind its point; written out, a longer one could fill the memory. */
    private static final int MOST_PLACES = 330;

    private static final BigDecimal SECONDS_OF_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[ymdhs]");
    /** In the calendar of an emperor years are {@code e}. */
    private static final Pattern DAY = Pattern.compile("(?i)[yde]|^m+$");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss", Locale.ROOT);
    /** Of which the most that one sees are those of a long number. */
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");

    private static final Pattern DECIMALS = Pattern.compile("0\\.(0{1,15})");
    private static final Pattern FRACTION = Pattern.compile("(# *)?\\?{1,3}/(\\?{1,3}|[1-9]\\d{0,2})");
    private static final Pattern SAID = Pattern.compile("(-?)(?:(\\d+) )?(\\d+)(?:/(\\d+))?");
    /** All but hours that go on beyond a day, in square brackets too. */
    private static final Pattern LITERALS =
            Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!(?i:h+|m+|s+)\\])[^\\]]*\\]|_.|General|G/通用格式");

    private static final Pattern UNSEEN = Pattern.compile("[\\u200b\\ufeff\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\u3000]+|[\\s\\u3000]+$");
    private static final Pattern ERROR = Pattern.compile(
            "#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)");

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
            case BigDecimal number -> ofNumber(number, cell.getDataFormatString(), cell::asDate);
            case Boolean truth -> new CellText(truth.toString().toUpperCase(Locale.ROOT), null);
            default -> ofWords(value.toString());
        };
    }

    private static CellText text(@Nullable String raw) {
        return raw == null ? NOTHING : ofWords(raw);
    }

    /** Reads words; the name of an error is one. */
    public static CellText ofWords(String raw) {
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

    /**
     * Reads a number.
     *
     * @param format how it is shown, in the letters of Excel
     * @param date the same number as a date, which is asked for where the format is that of one
     */
    public static CellText ofNumber(BigDecimal number, @Nullable String format, Supplier<LocalDateTime> date) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_PLACES) {
            return new CellText(number.toString(), "exchange.problem.formula-error");
        }
        String signs = signs(format);
        if (DATE_FORMAT.matcher(signs).find()) {
            return new CellText(date(number, signs, date), "exchange.problem.date");
        }
        // What Excel keeps of 0.1 is 0.1000…01: people see 15 digits at most.
        BigDecimal seen = number.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        return new CellText(shown(seen, signs), null);
    }

    /** What a format says of numbers above zero, without words. */
    private static String signs(@Nullable String format) {
        String signs = format == null ? "" : LITERALS.matcher(format).replaceAll("");
        int end = signs.indexOf(';');
        return (end < 0 ? signs : signs.substring(0, end)).strip();
    }

    private static String shown(BigDecimal number, String signs) {
        String plain = plain(number);
        if (signs.contains("%")) {
            return plain(number.movePointRight(2)) + "%";
        }
        Matcher fraction = FRACTION.matcher(signs);
        if (fraction.matches()) {
            return fraction(number, fraction);
        }
        Matcher decimals = DECIMALS.matcher(signs);
        // As 1.10 is the code of a point, which 1.1 is not; nothing is rounded away.
        if (decimals.matches()
                && number.stripTrailingZeros().scale() <= decimals.group(1).length()) {
            return number.setScale(decimals.group(1).length(), RoundingMode.UNNECESSARY)
                    .toPlainString();
        }
        // A number of a person or a thing, such as 007.
        boolean counted = ZEROS.matcher(signs).matches() && plain.matches("\\d+");
        return counted ? "0".repeat(Math.max(0, signs.length() - plain.length())) + plain : plain;
    }

    /** As a fraction, if it is exactly that: of 0.1 in single digits nothing would be left. */
    private static String fraction(BigDecimal number, Matcher format) {
        String whole = format.group(1) == null ? "" : "#";
        String said = new FractionFormat(whole, format.group(2).replace('?', '#')).format(number.doubleValue());
        return says(said, number) ? said : plain(number);
    }

    private static boolean says(String fraction, BigDecimal number) {
        Matcher said = SAID.matcher(fraction.strip());
        if (!said.matches()) {
            return false;
        }
        double whole = said.group(2) == null ? 0 : Double.parseDouble(said.group(2));
        double part =
                Double.parseDouble(said.group(3)) / (said.group(4) == null ? 1 : Double.parseDouble(said.group(4)));
        double value = number.abs().doubleValue();
        return Math.abs(whole + part - value) <= Math.ulp(value) * DIGITS;
    }

    private static String date(BigDecimal number, String signs, Supplier<LocalDateTime> date) {
        try {
            if (signs.indexOf('[') >= 0) {
                Duration passed = Duration.ofSeconds(number.multiply(SECONDS_OF_DAY)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
                return "%d:%02d:%02d".formatted(passed.toHours(), passed.toMinutesPart(), passed.toSecondsPart());
            }
            boolean day = DAY.matcher(signs).find();
            return (day ? DateTimeFormatter.ISO_LOCAL_DATE : TIME).format(date.get());
        } catch (RuntimeException e) {
            return plain(number);
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }
}
