package org.lianbing.trade.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something about a draft that a person should look at.
 *
 * @param line the number of the line; null where it is about the draft as a whole
 * @param field what of the line, or null
 * @param subject what of the draft as a whole: {@code trade}, {@code level}, {@code edition}, {@code name},
 *     {@code inclusions} or {@code lines}; empty for a line
 * @param place where it stands in the file: {@code 高级工!C12}; may be empty
 * @param code a key of the translations
 * @param arguments for its places
 * @param blocks whether the draft cannot be committed so
 */
public record OutlineProblem(
        @Nullable Integer line,
        @Nullable OutlineField field,
        String subject,
        String place,
        String code,
        List<String> arguments,
        boolean blocks) {

    static OutlineProblem blocking(OutlineLine line, OutlineField field, String code, String... arguments) {
        return new OutlineProblem(line.number(), field, "", line.place(field), code, List.of(arguments), true);
    }

    static OutlineProblem remark(OutlineLine line, OutlineField field, String code, String... arguments) {
        return new OutlineProblem(line.number(), field, "", line.place(field), code, List.of(arguments), false);
    }

    static OutlineProblem ofWhole(String subject, boolean blocks, String code, String... arguments) {
        return new OutlineProblem(null, null, subject, "", code, List.of(arguments), blocks);
    }
}
