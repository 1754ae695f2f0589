package org.lianbing.bank.exchange.wide;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.ImportField;

/**
 * The row that names the columns, of any of the three families: wide (a column an option), flagged (for each option
 * what it says, whether it is right, its picture) and long (a row an option, the item's number repeated).
 *
 * @param columns the index of the column of each field, from 0
 * @param flags the columns that say whether an option is right
 * @param pictures the columns for pictures of a field
 * @param other columns of other meaning
 * @param markdown whether it says that texts are Markdown
 */
record Heading(
        Map<ImportField, Integer> columns,
        Map<ImportField, Integer> flags,
        Map<ImportField, Integer> pictures,
        Map<Other, Integer> other,
        boolean markdown) {

    /** What columns can be besides fields. */
    enum Other {
        /** All options at once; in the long family the one of its row. */
        OPTIONS("备?选项(?:内容|描述|文本)?|备选答案|选择项|OPTIONS?|OPTIONTEXT"),
        /** The option's letter, in the long family. */
        LETTER("选项(?:标识|编号|序号|字母|号|标号)|OPTIONLETTER|OPTIONNO"),
        /** Whether the option of this row is right, in the long family. */
        FLAG("是否(?:为)?(?:正确)?(?:答案|选项)|是否正确|正确与否|ISCORRECT|CORRECT"),
        /** The file's own name of the item. */
        ID("(?:试题|题目|题库)?(?:编号|编码|代码|ID)|ITEMID|QUESTIONID|CODE"),
        /** A number that the rows of an item share. */
        NUMBER("题号|序号|NO\\.?|NUMBER|#"),
        /** The number of a question about a case. */
        PART("小题(?:号|序号|编号)?|子题(?:号|序号)?|PART"),
        /** What a question about a case counts. */
        WEIGHT("小题分(?:值|数)?|分值|分数|WEIGHT|SCORE"),
        /** A picture of the stem. */
        PICTURE("(?:题干|试题|题目)?(?:图片|配图|附图|插图|图)|IMAGE|PICTURE");

        private final Pattern names;

        Other(String names) {
            this.names = Pattern.compile(names);
        }
    }

    private static final Map<ImportField, Pattern> NAMES = names();
    private static final String ORDINAL = "([A-H1-8一二三四五六七八])";
    private static final Pattern OPTION =
            Pattern.compile("(?:备?选项|备选答案|答案选项|答案|OPTION)?([A-H])(?:选?项|答案)?|(?:备?选项|备选答案|选择项|OPTION)([1-8一二三四五六七八])");
    private static final Pattern FLAGGED = Pattern.compile("(?:备?选项|选择项|备选答案|OPTION)?" + ORDINAL + "(?:选?项)?[-_/:.、]?"
            + "(内容|文本|描述|TEXT|(?:是否)?(?:为)?正确(?:答案|选项)?|是否答案|对错|(?:IS)?CORRECT|图片|配图|附图|图|IMAGE|PICTURE)");
    private static final Pattern SECOND =
            Pattern.compile("内容|文本|选项内容|(?:是否)?正确(?:答案)?|是否答案|图片|配图|TEXT|(?:IS)?CORRECT|IMAGE");
    /** Each of those names holds one of these, some of them in full width. */
    private static final String IN_SECOND_NAMES = "内文正否图tTcCmMｔＴｃＣｍＭ";

    private static final Pattern BRACKETS = Pattern.compile("[()（）\\[\\]【】]");
    private static final Pattern ASIDE = Pattern.compile("[(（\\[【].*?[)）\\]】]|[*＊:：]");
    private static final String DIGITS = "12345678";
    private static final String HAN_DIGITS = "一二三四五六七八";

    private static final Pattern STEM = Objects.requireNonNull(NAMES.get(ImportField.STEM));
    /** Each of the names holds one of these, some of them in full width. */
    private static final String IN_NAMES_OF_STEM = "题问sSqQｓＳｑＱ";
    /** With all that is said in brackets. */
    private static final int LONGEST_NAME = 200;

    private static Map<ImportField, Pattern> names() {
        Map<ImportField, String> names = new LinkedHashMap<>();
        names.put(ImportField.TYPE, "题型|类型|(?:试题|题目)(?:类型|题型)|题型名称|题目类别|TYPE|QUESTIONTYPE");
        names.put(ImportField.STEM, "题干|题目|试题|问题|(?:试题|题目|题干|问题)(?:内容|题干|正文|描述|名称)|题干内容|STEM|QUESTION");
        names.put(ImportField.ANSWER, "(?:正确|参考|标准|试题|题目|客观题)?答案|正确选项|ANSWER|KEY");
        names.put(ImportField.TOLERANCE, "(?:允许)?误差(?:范围)?|容差|公差|TOLERANCE");
        names.put(ImportField.UNIT, "(?:计量|答案)?单位|UNIT");
        names.put(ImportField.RUBRIC, "(?:评分|答案|得分|采分)(?:要点|标准|点)|要点|RUBRIC");
        names.put(ImportField.UPLOADS, "(?:可|允许)?(?:上?传|附件|照片)(?:文件|照片)?(?:数|个数|数量|上限)|UPLOADS|ATTACHMENTS");
        names.put(ImportField.EXPLANATION, "(?:答案|试题|题目)?(?:解析|详解)|解析说明|答案(?:说明|解释)|解题(?:思路|分析)|EXPLANATION");
        names.put(ImportField.DIFFICULTY, "(?:试题|题目)?(?:难度|难易度|难易程度)(?:系数|等级)?|DIFFICULTY");
        names.put(ImportField.POINTS, "(?:所属|对应)?(?:知识点|鉴定点|考点|考核点|要素|鉴定要素)(?:代码|编码|编号|名称)?|POINTS?|KNOWLEDGE");
        names.put(ImportField.LEVELS, "(?:技能|职业|适用|鉴定|职业技能)?(?:等级|级别)|LEVELS?");
        names.put(ImportField.SOURCE, "(?:试题|题目)?(?:出处|来源)|(?:出题|命题)?依据|教材出处|SOURCE");
        names.put(ImportField.CREDIT, "得分规则|给分规则|计分规则|CREDIT");
        Map<ImportField, Pattern> compiled = new LinkedHashMap<>();
        names.forEach((field, regex) -> compiled.put(field, Pattern.compile(regex)));
        return compiled;
    }

    /** Reads a row as a heading: it has a stem, and an answer or options or a type. */
    static Optional<Heading> of(Map<Integer, String> texts) {
        if (texts.values().stream().noneMatch(Heading::namesStem)) {
            return Optional.empty();
        }
        Heading heading = new Heading(
                new EnumMap<>(ImportField.class),
                new EnumMap<>(ImportField.class),
                new EnumMap<>(ImportField.class),
                new EnumMap<>(Other.class),
                texts.values().stream().map(Folded::of).anyMatch(text -> text.contains("MARKDOWN")));
        texts.forEach((column, text) -> heading.take(Folded.of(text), column));
        Map<ImportField, Integer> columns = heading.columns;
        boolean more = columns.containsKey(ImportField.ANSWER)
                || columns.containsKey(ImportField.TYPE)
                || columns.containsKey(ImportField.OPTION_A)
                || heading.other.containsKey(Other.FLAG);
        return columns.containsKey(ImportField.STEM) && more ? Optional.of(heading) : Optional.empty();
    }

    /** Of two rows, where the upper one spans columns: 选项一 above 内容, 是否正确 and 图片. */
    static Optional<Heading> of(Map<Integer, String> upper, Map<Integer, String> lower) {
        if (lower.values().stream().filter(Heading::isSecond).count() < 2) {
            return Optional.empty();
        }
        Map<Integer, String> both = new LinkedHashMap<>(upper);
        lower.forEach((column, text) -> {
            String above = upper.entrySet().stream()
                    .filter(one -> one.getKey() <= column)
                    .reduce((one, next) -> next)
                    .map(Map.Entry::getValue)
                    .orElse("");
            both.put(column, isSecond(text) ? above + text : text);
        });
        return of(both);
    }

    /** Every row is asked this too. */
    private static boolean isSecond(String text) {
        return text.length() <= LONGEST_NAME
                && hasOneOf(IN_SECOND_NAMES, text)
                && SECOND.matcher(Folded.of(text)).matches();
    }

    private static boolean hasOneOf(String signs, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Every row is asked, so this comes before all the other names. */
    private static boolean namesStem(String text) {
        return text.length() <= LONGEST_NAME
                && hasOneOf(IN_NAMES_OF_STEM, text)
                && STEM.matcher(ASIDE.matcher(Folded.of(text)).replaceAll("")).matches();
    }

    private void take(String folded, int column) {
        Matcher flagged = FLAGGED.matcher(BRACKETS.matcher(folded).replaceAll(""));
        String bare = ASIDE.matcher(folded).replaceAll("");
        ImportField field = field(bare);
        if (field != null) {
            columns.putIfAbsent(field, column);
        } else if (flagged.matches()) {
            ImportField option = ImportField.OPTIONS.get(ordinal(flagged.group(1)));
            String what = flagged.group(2);
            if (what.matches("内容|文本|描述|TEXT")) {
                columns.putIfAbsent(option, column);
            } else if (what.matches(".*图|图片|IMAGE|PICTURE")) {
                pictures.putIfAbsent(option, column);
            } else {
                flags.putIfAbsent(option, column);
            }
        } else {
            for (Other one : Other.values()) {
                if (one.names.matcher(bare).matches()) {
                    other.putIfAbsent(one, column);
                    break;
                }
            }
        }
    }

    private static @Nullable ImportField field(String name) {
        Matcher option = OPTION.matcher(name);
        if (option.matches()) {
            return ImportField.OPTIONS.get(ordinal(option.group(1) == null ? option.group(2) : option.group(1)));
        }
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static int ordinal(String text) {
        char first = text.charAt(0);
        return first >= 'A' && first <= 'H' ? first - 'A' : Math.max(DIGITS.indexOf(first), HAN_DIGITS.indexOf(first));
    }

    /** Whether a row holds one option of an item. */
    boolean isLong() {
        return other.containsKey(Other.OPTIONS)
                && !columns.containsKey(ImportField.OPTION_A)
                && (other.containsKey(Other.FLAG) || other.containsKey(Other.LETTER))
                && (other.containsKey(Other.NUMBER) || other.containsKey(Other.ID));
    }

    /** The field that a column belongs to, with columns of pictures and flags; empty for others. */
    Map<Integer, ImportField> pictureFields() {
        return pictures.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    int column(Other which) {
        return other.getOrDefault(which, -1);
    }
}
