package org.lianbing.bank.exchange.wide;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.ImportField;

/**
 * The row that names the columns.
 *
 * @param columns the index of the column of each field, from 0
 * @param allOptions the column that holds all options at once, or -1
 * @param markdown whether it says that texts are Markdown
 */
record Heading(Map<ImportField, Integer> columns, int allOptions, boolean markdown) {

    private static final Map<ImportField, Pattern> NAMES = names();
    private static final Pattern OPTION =
            Pattern.compile("(?:备?选项|备选答案|答案选项|答案|OPTION)?([A-H])(?:选?项|答案)?|(?:备?选项|备选答案|选择项|OPTION)([1-8一二三四五六七八])");
    private static final Pattern ALL_OPTIONS = Pattern.compile("备?选项(?:内容)?|备选答案|选择项|OPTIONS");
    private static final String DIGITS = "12345678";
    private static final String HAN_DIGITS = "一二三四五六七八";

    private static Map<ImportField, Pattern> names() {
        Map<ImportField, String> names = new LinkedHashMap<>();
        names.put(ImportField.TYPE, "题型|类型|(?:试题|题目)(?:类型|题型)|题型名称|题目类别|TYPE|QUESTIONTYPE");
        names.put(ImportField.STEM, "题干|题目|试题|问题|(?:试题|题目|题干|问题)(?:内容|题干|正文|描述|名称)|题干内容|STEM|QUESTION");
        names.put(ImportField.ANSWER, "(?:正确|参考|标准|试题|题目|客观题)?答案|正确选项|ANSWER|KEY");
        names.put(ImportField.TOLERANCE, "(?:允许)?误差(?:范围)?|容差|公差|TOLERANCE");
        names.put(ImportField.UNIT, "(?:计量|答案)?单位|UNIT");
        names.put(ImportField.EXPLANATION, "(?:答案|试题|题目)?(?:解析|详解)|解析说明|答案(?:说明|解释)|解题(?:思路|分析)|EXPLANATION");
        names.put(ImportField.DIFFICULTY, "(?:试题|题目)?(?:难度|难易度|难易程度)(?:系数|等级)?|DIFFICULTY");
        names.put(ImportField.POINTS, "(?:所属|对应)?(?:知识点|鉴定点|考点|考核点|要素|鉴定要素)(?:代码|编码|编号|名称)?|POINTS?|KNOWLEDGE");
        names.put(ImportField.LEVELS, "(?:技能|职业|适用|鉴定|职业技能)?(?:等级|级别)|LEVELS?");
        names.put(ImportField.SOURCE, "(?:试题|题目)?(?:出处|来源)|(?:出题|命题)?依据|教材出处|SOURCE");
        Map<ImportField, Pattern> compiled = new LinkedHashMap<>();
        names.forEach((field, regex) -> compiled.put(field, Pattern.compile(regex)));
        return compiled;
    }

    /** Reads a row as a heading: it has a stem, and an answer or options or a type. */
    static Optional<Heading> of(Map<Integer, String> texts) {
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        int allOptions = -1;
        boolean markdown = false;
        for (Map.Entry<Integer, String> cell : texts.entrySet()) {
            String folded = Folded.of(cell.getValue());
            String bare = folded.replaceAll("[(（\\[【].*?[)）\\]】]|[*＊:：]", "");
            ImportField field = field(bare);
            if (field != null) {
                columns.putIfAbsent(field, cell.getKey());
                markdown |= field == ImportField.STEM && folded.contains("MARKDOWN");
            } else if (ALL_OPTIONS.matcher(bare).matches()) {
                allOptions = cell.getKey();
            }
        }
        boolean more = columns.containsKey(ImportField.ANSWER)
                || columns.containsKey(ImportField.TYPE)
                || columns.containsKey(ImportField.OPTION_A);
        return columns.containsKey(ImportField.STEM) && more
                ? Optional.of(new Heading(columns, allOptions, markdown))
                : Optional.empty();
    }

    private static @Nullable ImportField field(String name) {
        Matcher option = OPTION.matcher(name);
        if (option.matches()) {
            return ImportField.OPTIONS.get(optionIndex(option));
        }
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static int optionIndex(Matcher option) {
        String letter = option.group(1);
        if (letter != null) {
            return letter.charAt(0) - 'A';
        }
        String digit = option.group(2);
        return Math.max(DIGITS.indexOf(digit), HAN_DIGITS.indexOf(digit));
    }
}
