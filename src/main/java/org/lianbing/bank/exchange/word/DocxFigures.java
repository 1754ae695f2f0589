package org.lianbing.bank.exchange.word;

/** Numbers in the formats of ECMA-376 part 1, 17.18.59, as far as papers have them. */
final class DocxFigures {

    private static final String[] CHINESE = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int CIRCLED = 20;
    private static final int MOST_ROMAN = 3_999;

    private DocxFigures() {}

    static String of(int number, String format) {
        return switch (format) {
            case "upperLetter" -> letter('A', number);
            case "lowerLetter" -> letter('a', number);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "ideographDigital",
                    "japaneseDigitalTenThousand",
                    "taiwaneseCounting",
                    "taiwaneseDigital",
                    "taiwaneseCountingThousand" -> chinese(number);
            case "ideographTraditional" -> sign("甲乙丙丁戊己庚辛壬癸", number);
            case "ideographZodiac" -> sign("子丑寅卯辰巳午未申酉戌亥", number);
            case "chineseLegalSimplified", "ideographLegalTraditional" ->
                number <= 10 ? sign("壹贰叁肆伍陆柒捌玖拾", number) : chinese(number);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number >= 1 && number <= CIRCLED ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
            case "decimalEnclosedParen" -> "(" + number + ")";
            case "decimalEnclosedFullstop" -> number + ".";
            default -> String.valueOf(number);
        };
    }

    /** Behind Z come AA, BB and so on. */
    private static String letter(char first, int number) {
        int place = Math.max(number - 1, 0);
        return String.valueOf((char) (first + place % 26)).repeat(Math.min(place / 26 + 1, 8));
    }

    private static String sign(String signs, int number) {
        return number >= 1 && number <= signs.length() ? signs.substring(number - 1, number) : String.valueOf(number);
    }

    private static String roman(int number) {
        if (number < 1 || number > MOST_ROMAN) {
            return String.valueOf(number);
        }
        StringBuilder out = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN[i]) {
                out.append(ROMAN_SIGNS[i]);
                rest -= ROMAN[i];
            }
        }
        return out.toString();
    }

    private static String chinese(int number) {
        if (number <= 10) {
            return CHINESE[Math.max(number, 0)];
        }
        if (number < 100) {
            String tens = number / 10 == 1 ? "" : CHINESE[number / 10];
            return tens + "十" + (number % 10 == 0 ? "" : CHINESE[number % 10]);
        }
        return String.valueOf(number);
    }
}
