package org.lianbing.bank.scratch;

import java.util.Map;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

/**
 * What stands in the fields of the editor, finished or not: as texts, since what is half written is no item yet.
 *
 * @param trade the chosen trade
 * @param type the chosen type, which tells what fields there are
 * @param fields by the path of the field, such as {@code stem} or {@code options/0/text}
 */
public record Typed(TradeId trade, ItemType type, Map<String, String> fields) {

    /** Letters of all fields together; an item that the rules let pass has fewer. */
    public static final int MOST_LETTERS = 200_000;

    private static final int MOST_FIELDS = 2_000;
    private static final int EXCERPT = 40;

    public Typed {
        fields = Map.copyOf(fields);
        long letters = fields.entrySet().stream()
                .mapToLong(field -> field.getKey().length() + field.getValue().length())
                .sum();
        if (fields.size() > MOST_FIELDS || letters > MOST_LETTERS) {
            throw Problem.tooLarge("bank.scratch.large", MOST_LETTERS);
        }
    }

    /** How the stem begins, to know it again by; may be empty. */
    public String excerpt() {
        String stem = fields.getOrDefault("stem", "").strip().replaceAll("\\s+", " ");
        return stem.codePointCount(0, stem.length()) <= EXCERPT
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
