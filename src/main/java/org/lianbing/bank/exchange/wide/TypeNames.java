package org.lianbing.bank.exchange.wide;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;

/** The names that people give the types of items, in a column, in a heading between rows or as the name of a sheet. */
public final class TypeNames {

    private static final Map<String, ItemType> NAMES = Map.ofEntries(
            Map.entry("判断", ItemType.TRUE_FALSE),
            Map.entry("判断正误", ItemType.TRUE_FALSE),
            Map.entry("是非", ItemType.TRUE_FALSE),
            Map.entry("对错", ItemType.TRUE_FALSE),
            Map.entry("判断对错", ItemType.TRUE_FALSE),
            Map.entry("单选", ItemType.SINGLE_CHOICE),
            Map.entry("单项选择", ItemType.SINGLE_CHOICE),
            Map.entry("单项", ItemType.SINGLE_CHOICE),
            Map.entry("单选择", ItemType.SINGLE_CHOICE),
            Map.entry("多选", ItemType.MULTIPLE_CHOICE),
            Map.entry("多项选择", ItemType.MULTIPLE_CHOICE),
            Map.entry("多项", ItemType.MULTIPLE_CHOICE),
            Map.entry("多选择", ItemType.MULTIPLE_CHOICE),
            Map.entry("复选", ItemType.MULTIPLE_CHOICE),
            Map.entry("不定向选择", ItemType.MULTIPLE_CHOICE),
            Map.entry("不定项选择", ItemType.MULTIPLE_CHOICE),
            Map.entry("不定项", ItemType.MULTIPLE_CHOICE),
            Map.entry("排序", ItemType.ORDERING),
            Map.entry("步骤排序", ItemType.ORDERING),
            Map.entry("数值", ItemType.NUMERIC),
            Map.entry("计算", ItemType.NUMERIC),
            Map.entry("填空", ItemType.FILL_IN),
            Map.entry("简答", ItemType.SHORT_ANSWER),
            Map.entry("问答", ItemType.SHORT_ANSWER),
            Map.entry("简述", ItemType.SHORT_ANSWER),
            Map.entry("解答", ItemType.SHORT_ANSWER),
            Map.entry("主观", ItemType.SHORT_ANSWER),
            Map.entry("名词解释", ItemType.SHORT_ANSWER),
            Map.entry("论述", ItemType.ESSAY),
            Map.entry("连线", ItemType.MATCHING),
            Map.entry("匹配", ItemType.MATCHING),
            Map.entry("案例", ItemType.CASE),
            Map.entry("案例分析", ItemType.CASE),
            Map.entry("组合", ItemType.CASE),
            Map.entry("技能操作", ItemType.PRACTICAL),
            Map.entry("热点", ItemType.HOTSPOT));

    private static final String ASIDE = "(（【[";
    private static final Set<String> MULTIPLE = Set.of("MULTIPLECHOICE", "MCQ", "MC");
    private static final Pattern BETWEEN = Pattern.compile("[-_/\\s&]");
    private static final Pattern CODE = Pattern.compile("\\d{1,2}|[A-Z]");
    private static final Pattern END = Pattern.compile("题型?库?$");

    private TypeNames() {}

    /** The type of that name: 单选, 单选题, 单项选择题, single-choice. */
    public static Optional<ItemType> find(String text) {
        String folded = Folded.of(text);
        String bare = END.matcher(beforeAside(folded)).replaceAll("");
        return Optional.ofNullable(NAMES.get(bare))
                .or(() -> english(folded.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static String beforeAside(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (ASIDE.indexOf(folded.charAt(i)) >= 0) {
                return folded.substring(0, i);
            }
        }
        return folded;
    }

    /** What programs write into such a column. */
    private static Optional<ItemType> english(String name) {
        return switch (BETWEEN.matcher(name).replaceAll("")) {
            case "single", "radio", "singlechoice", "singleselect", "singleanswer" ->
                Optional.of(ItemType.SINGLE_CHOICE);
            case "multiple",
                    "multi",
                    "checkbox",
                    "checkboxes",
                    "multiplechoice",
                    "multichoice",
                    "multipleselect",
                    "multiselect",
                    "multipleanswer",
                    "multipleanswers",
                    "multipleresponse",
                    "mcq",
                    "mc" -> Optional.of(ItemType.MULTIPLE_CHOICE);
            case "judge", "judgement", "judgment", "truefalse", "trueorfalse", "tf", "boolean" ->
                Optional.of(ItemType.TRUE_FALSE);
            case "blank", "fill", "fillin", "fillblank", "fillintheblank", "fillintheblanks", "completion" ->
                Optional.of(ItemType.FILL_IN);
            case "short", "shortanswer", "openended", "freetext" -> Optional.of(ItemType.SHORT_ANSWER);
            case "match" -> Optional.of(ItemType.MATCHING);
            case "practicalwork" -> Optional.of(ItemType.PRACTICAL);
            default -> ItemType.find(name);
        };
    }

    /** Whether a cell says multiple choice, which in English is said of one with a single right answer too. */
    static boolean isMultipleChoice(String text) {
        return MULTIPLE.contains(BETWEEN.matcher(Folded.of(text)).replaceAll(""));
    }

    /** Whether it is a number or a letter, which stands for a type in the system that wrote it. */
    static boolean isCode(String text) {
        return CODE.matcher(Folded.of(text)).matches();
    }

    /** The type that a heading or a sheet's name speaks of: 一、单项选择题（每题 1 分，共 40 题）, 电工单选. */
    public static Optional<ItemType> inHeading(String text) {
        String bare = Folded.of(text).replaceFirst("^(?:第?[一二三四五六七八九十0-9]+(?:大题|部分)?[、.:,]?)", "");
        Optional<ItemType> exact = find(bare);
        if (exact.isPresent()) {
            return exact;
        }
        // A name like 电工单选题: the one type that occurs in it.
        var found = NAMES.entrySet().stream()
                .filter(name -> name.getKey().length() > 1 && bare.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
