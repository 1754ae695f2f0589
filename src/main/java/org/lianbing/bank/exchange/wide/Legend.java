package org.lianbing.bank.exchange.wide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.ImportField;

/**
 * What codes in a column stand for, as its name says: 题型（1 单选题，2 多选题，3 判断题）.
 *
 * @param words by their codes
 */
record Legend(Map<String, String> words) {

    private static final Pattern ENTRY = Pattern.compile(
            "(?<![0-9A-Za-z])(\\d{1,2}|[A-Z])\\s*[=:：、.．—-]*\\s*(\\p{IsHan}[^0-9,，;；/|、\\s()（）\\[\\]【】]*)");

    /** The legend of a type or a difficulty; empty where the name explains none of them. */
    static Optional<Legend> of(ImportField field, String name) {
        Map<String, String> words = new HashMap<>();
        Matcher entry = ENTRY.matcher(name);
        while (entry.find()) {
            String word = entry.group(2);
            boolean known = switch (field) {
                case TYPE -> TypeNames.find(word).isPresent();
                case DIFFICULTY -> DifficultyText.find(word).isPresent();
                default -> false;
            };
            if (known) {
                words.putIfAbsent(entry.group(1), word);
            }
        }
        return words.size() < 2 ? Optional.empty() : Optional.of(new Legend(words));
    }

    /** The word for a code; what is none stays as it is. */
    String word(String text) {
        return words.getOrDefault(Folded.of(text), text);
    }
}
