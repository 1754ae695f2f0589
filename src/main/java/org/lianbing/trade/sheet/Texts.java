package org.lianbing.trade.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.trade.Importance;

/** What people write for codes, weights and importance. */
public final class Texts {

    private static final Pattern CODE_AND_NAME = Pattern.compile(
            "^([A-Z](?:[-－—–_.．]?(?:[A-Z]|\\d{1,3}))*|\\d{1,3}(?:[-－—–_.．]\\d{1,3})+|\\d{3})(?:[\\s"
                    + "　、:：]+|[.．](?=\\D)|(?=\\p{IsHan}))\\s*(.+)$",
            Pattern.DOTALL);
    private static final Pattern NAME_AND_WEIGHT = Pattern.compile(
            "^(.*?)[（(\\s　]*(?:鉴定)?(?:比重|权重)?[:：]?\\s*(\\d{1,3}(?:\\.\\d+)?\\s*[%％])\\s*[）)]?$", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("[A-Z]|\\d+|[^A-Z\\d]+");
    private static final int DIGITS_OF_A_POINT = 3;
    private static final int LONGEST_NUMBER = 12;

    private Texts() {}

    /** A code and a name that stood in one cell; the code is empty where there was none. */
    record CodeAndName(String code, String name) {

        static CodeAndName of(String text) {
            Matcher found = CODE_AND_NAME.matcher(text.strip());
            return found.matches()
                    ? new CodeAndName(found.group(1), found.group(2).strip())
                    : new CodeAndName("", text.strip());
        }
    }

    /** A name with the weight behind it; the weight is empty where there was none. */
    record NameAndWeight(String name, String weight) {

        static NameAndWeight of(String text) {
            Matcher found = NAME_AND_WEIGHT.matcher(text);
            return found.matches() && !found.group(1).isBlank()
                    ? new NameAndWeight(found.group(1).strip(), found.group(2).strip())
                    : new NameAndWeight(text, "");
        }
    }

    /** The parts of a code: A-B-003, A.B.003 and AB003 have the same. */
    public static List<String> parts(String code) {
        String folded = Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .strip();
        List<String> parts = new ArrayList<>();
        for (String piece : folded.split("[\\s\\-–—_./]+")) {
            Matcher part = PART.matcher(piece);
            while (part.find()) {
                parts.add(part.group());
            }
        }
        return parts;
    }

    /** A code nested below another; one that already is stays. The number of a point has three digits. */
    static String nest(String above, String own, boolean point) {
        List<String> outer = parts(above);
        List<String> inner = new ArrayList<>(parts(own));
        if (inner.isEmpty()) {
            return "";
        }
        if (point && inner.getLast().matches("\\d{1,2}")) {
            inner.set(
                    inner.size() - 1,
                    "0".repeat(DIGITS_OF_A_POINT - inner.getLast().length()) + inner.getLast());
        }
        boolean nested =
                inner.size() > outer.size() && inner.subList(0, outer.size()).equals(outer);
        if (nested) {
            return String.join("-", inner);
        }
        return above.isEmpty() ? String.join("-", inner) : above + "-" + String.join("-", inner);
    }

    /** 重要程度 in any of the words in use; empty where the text says none. */
    public static Optional<Importance> importance(String text) {
        String folded = Words.fold(text).replaceAll("(要素|知识|技能|内容|点)$", "");
        return switch (folded) {
            case "X", "核心", "重点", "掌握", "精通", "应用" -> Optional.of(Importance.X);
            case "Y", "一般", "熟悉", "理解" -> Optional.of(Importance.Y);
            case "Z", "辅助", "了解", "认识" -> Optional.of(Importance.Z);
            default -> Optional.empty();
        };
    }

    /** A number of percent as written: 30, 30%, 30.5 ％. Whether 0.3 means thirty only the whole column can tell. */
    public static Optional<BigDecimal> number(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s%]", "");
        return folded.length() <= LONGEST_NUMBER && folded.matches("\\d+(\\.\\d+)?|\\.\\d+")
                ? Optional.of(new BigDecimal(folded.startsWith(".") ? "0" + folded : folded))
                : Optional.empty();
    }

    static boolean isPercent(String text) {
        return text.contains("%") || text.contains("％");
    }

    /** A number as people write it, without zeros at the end. */
    public static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }
}
