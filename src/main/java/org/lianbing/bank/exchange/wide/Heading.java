package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.wide.ColumnNames.OptionName;
import org.lianbing.bank.exchange.wide.ColumnNames.Part;

/**
 * The row that names the columns, of any of the three families: wide (a column an option), flagged (for each option
 * what it says, whether it is right, its picture) and long (a row an option, the item's number repeated).
 *
 * @param columns the index of the column of each field, from 0
 * @param spare further columns of a field, which hold where the first is empty
 * @param parts of options by what they say: whether one is right, its picture, why
 * @param surplus columns of options beyond those that items take
 * @param wrong columns of wrong options, beside an answer that is written out
 * @param other columns of other meaning
 * @param legends what the codes in the cells of a field stand for, where its name says so
 * @param names what the columns are called
 * @param read those of them that mean something
 * @param markdown whether it says that texts are Markdown
 */
record Heading(
        Map<ImportField, Integer> columns,
        Map<ImportField, List<Integer>> spare,
        Map<Part, Map<ImportField, Integer>> parts,
        List<Integer> surplus,
        List<Integer> wrong,
        Map<Other, Integer> other,
        Map<ImportField, Legend> legends,
        Map<Integer, String> names,
        Set<Integer> read,
        boolean markdown) {

    /** What columns can be besides fields. */
    enum Other {
        /** All options at once; in the long family the one of its row. */
        OPTIONS("(?:备|候)?选项(?:内容|描述|文本|列表|集)?|(?:试题|题目|答案)选项|备选答案|选择项|OPTIONS?|OPTIONTEXT|CHOICES"),
        /** The option's letter, in the long family. */
        LETTER("选项(?:标识|编号|序号|字母|号|标号)|OPTIONLETTER|OPTIONNO"),
        /** Whether the option of this row is right, in the long family. */
        FLAG("是否(?:为)?(?:正确)?(?:答案|选?项)|是否正确|正确与否|ISCORRECT|CORRECT"),
        /** Why the option of this row is right or wrong, in the long family. */
        WHY("选项(?:解析|说明|反馈)"),
        /** The file's own name of the item. */
        ID("(?:试题|题目|题库)?(?:编号|编码|代码|ID)|唯一标识|ITEMID|QUESTIONID|ID|CODE"),
        /** A number that the rows of an item share. */
        NUMBER("(?:试题|题目)?(?:题号|序号)|NO\\.?|S\\.?NO\\.?|NUMBER|(?:QUESTION)?#"),
        /** The number of a question about a case. */
        PART("小题(?:号|序号|编号)?|子题(?:号|序号)?|PART"),
        /** A question about a case, beside what tells the case. */
        PART_STEM("(?:小题|子题)(?:题干|内容|题目)"),
        /** Its type. */
        PART_TYPE("(?:小题|子题)(?:题型|类型)"),
        /** What a question about a case counts. */
        WEIGHT("小题分(?:值|数)?|分值|分数|WEIGHT|SCORE"),
        /** A picture of the stem. */
        PICTURE("(?:题干|试题|题目)?(?:图片|配图|附图|插图|图)|(?:QUESTION)?(?:IMAGE|PICTURE)(?:LINK|URL)?");

        private final Pattern names;

        Other(String names) {
            this.names = Pattern.compile(names);
        }

        boolean matches(String bare) {
            return names.matcher(bare).matches();
        }
    }

    /** Columns that number the rows, or say what was wrong with them in a table that comes back. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("行号|要改的地方|WHATISWRONG");

    /** Reads a row as a heading: it has a stem, and an answer or options or a type. */
    static Optional<Heading> of(Map<Integer, String> texts) {
        if (texts.values().stream().noneMatch(ColumnNames::namesStem)) {
            return Optional.empty();
        }
        Heading heading = new Heading(
                new EnumMap<>(ImportField.class),
                new EnumMap<>(ImportField.class),
                new EnumMap<>(Part.class),
                new ArrayList<>(),
                new ArrayList<>(),
                new EnumMap<>(Other.class),
                new EnumMap<>(ImportField.class),
                texts,
                new HashSet<>(),
                texts.values().stream().map(Folded::of).anyMatch(text -> text.contains("MARKDOWN")));
        texts.forEach(heading::take);
        Map<ImportField, Integer> columns = heading.columns;
        Integer correct = heading.other.get(Other.FLAG);
        if (correct != null && !heading.isLong()) {
            // What is correct, of all options and not of the one in the row.
            columns.putIfAbsent(ImportField.ANSWER, correct);
        }
        // An option alone may be an answer, A, in the row of a question that is called like a column.
        boolean more = columns.containsKey(ImportField.ANSWER)
                || columns.containsKey(ImportField.TYPE)
                || columns.containsKey(ImportField.OPTION_A) && columns.containsKey(ImportField.OPTION_B)
                || heading.other.containsKey(Other.FLAG);
        return columns.containsKey(ImportField.STEM) && more ? Optional.of(heading) : Optional.empty();
    }

    /** Of two rows, where the upper one spans columns: 选项一 above 内容, 是否正确 and 图片; 选项 above A, B and C. */
    static Optional<Heading> of(Map<Integer, String> upper, Map<Integer, String> lower) {
        boolean options = lower.size() > 1 && lower.values().stream().allMatch(ColumnNames::isOption);
        if (!options && lower.values().stream().filter(ColumnNames::isSecond).count() < 2) {
            return Optional.empty();
        }
        Map<Integer, String> both = new LinkedHashMap<>(upper);
        lower.forEach((column, text) -> {
            String above = upper.entrySet().stream()
                    .filter(one -> one.getKey() <= column)
                    .reduce((one, next) -> next)
                    .map(Map.Entry::getValue)
                    .orElse("");
            both.put(column, ColumnNames.below(above, text));
        });
        return of(both);
    }

    private void take(int column, String text) {
        if (!ColumnNames.mayBeName(text)) {
            return;
        }
        String folded = Folded.of(text);
        String bare = ColumnNames.bare(folded);
        ImportField field = ColumnNames.field(bare);
        Optional<OptionName> option = ColumnNames.option(folded, bare);
        Other one = ColumnNames.other(bare);
        boolean means = option.isPresent()
                || field != null
                || one != null
                || ColumnNames.isWrongOption(bare)
                || SAYS_NOTHING.matcher(bare).matches();
        if (means) {
            read.add(column);
        }
        if (option.isPresent()) {
            option(option.get(), column);
        } else if (field != null) {
            field(field, column);
            Legend.of(field, text).ifPresent(legend -> legends.putIfAbsent(field, legend));
        } else if (ColumnNames.isWrongOption(bare)) {
            wrong.add(column);
        } else if (one != null) {
            other.putIfAbsent(one, column);
        }
    }

    private void option(OptionName name, int column) {
        if (name.option() >= ImportField.OPTIONS.size()) {
            if (name.part() == Part.TEXT) {
                surplus.add(column);
            }
            return;
        }
        ImportField option = ImportField.OPTIONS.get(name.option());
        if (name.part() == Part.TEXT) {
            columns.putIfAbsent(option, column);
        } else {
            parts.computeIfAbsent(name.part(), part -> new EnumMap<>(ImportField.class))
                    .putIfAbsent(option, column);
        }
    }

    private void field(ImportField field, int column) {
        Integer before = columns.putIfAbsent(field, column);
        if (before == null) {
            return;
        }
        boolean better = field == ImportField.STEM && plainness(column) > plainness(before);
        if (better) {
            columns.put(field, column);
        }
        spare.computeIfAbsent(field, key -> new ArrayList<>()).add(better ? before : column);
    }

    private int plainness(int column) {
        return ColumnNames.plainness(ColumnNames.bare(Folded.of(names.getOrDefault(column, ""))));
    }

    /** Whether a row holds one option of an item. */
    boolean isLong() {
        return other.containsKey(Other.OPTIONS)
                && !columns.containsKey(ImportField.OPTION_A)
                && (other.containsKey(Other.FLAG) || other.containsKey(Other.LETTER))
                && (other.containsKey(Other.NUMBER) || other.containsKey(Other.ID));
    }

    /** The columns that say this of options. */
    Map<ImportField, Integer> part(Part part) {
        return parts.getOrDefault(part, Map.of());
    }

    /** The field that a column belongs to, with columns of pictures and flags; empty for others. */
    Map<Integer, ImportField> pictureFields() {
        return part(Part.PICTURE).entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    int column(Other which) {
        return other.getOrDefault(which, -1);
    }

    @Nullable
    Legend legend(ImportField field) {
        return legends.get(field);
    }
}
