package org.lianbing.bank.call;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;

/**
 * What a proposer has typed so far, complete or not, as plain text.
 *
 * @param type how the item is to be answered: 判断, 单选, 多选, 排序 or 数值
 * @param level for which level; null where the proposer does not know
 * @param stem the question
 * @param options of a choice
 * @param truth whether the statement is right; null until chosen
 * @param steps in the right order
 * @param number the right value, as typed
 * @param tolerance how far off is still right, as typed
 * @param unit of the value
 * @param why why the key is right
 * @param pictures hashes of stored pictures, shown below the stem
 */
public record ProposalSheet(
        ItemType type,
        @Nullable Level level,
        String stem,
        List<Choice> options,
        @Nullable Boolean truth,
        List<String> steps,
        String number,
        String tolerance,
        String unit,
        String why,
        List<String> pictures) {

    /** The types that can be proposed with a phone's few fields. */
    public static final List<ItemType> TYPES = List.of(
            ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.ORDERING, ItemType.NUMERIC);

    /** How many pictures may hang on one. */
    public static final int MOST_PICTURES = 4;

    private static final int MOST_PARTS = 8;
    private static final int LONGEST = 4000;

    /** An option as typed, and whether it is right. */
    public record Choice(String text, boolean key) {}

    public ProposalSheet {
        options = List.copyOf(options);
        steps = List.copyOf(steps);
        pictures = List.copyOf(pictures);
        if (!TYPES.contains(type)) {
            throw Problem.invalid("call.type").with("field", "type");
        }
        if (options.size() > MOST_PARTS || steps.size() > MOST_PARTS || pictures.size() > MOST_PICTURES) {
            throw Problem.invalid("call.many", MOST_PARTS, MOST_PICTURES);
        }
        List<String> texts = new ArrayList<>(List.of(stem, number, tolerance, unit, why));
        options.forEach(option -> texts.add(option.text()));
        texts.addAll(steps);
        if (texts.stream().anyMatch(text -> text.length() > LONGEST)) {
            throw Problem.invalid("call.long", LONGEST);
        }
    }

    /** A sheet nobody has written on. */
    public static ProposalSheet blank(ItemType type) {
        return new ProposalSheet(type, null, "", List.of(), null, List.of(), "", "", "", "", List.of());
    }

    /** Whether there is nothing on it worth keeping. */
    public boolean isBlank() {
        return stem.isBlank()
                && why.isBlank()
                && pictures.isEmpty()
                && options.stream().allMatch(option -> option.text().isBlank());
    }
}
