package org.lianbing.bank.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.Question;

/**
 * Something about a row that a person should look at.
 *
 * @param field which cell; null for the row as a whole
 * @param code a key of the translations
 * @param arguments what stands in the sentence
 * @param source the text of the cell as it was read
 * @param severity whether the row can become an item all the same
 * @param confidence how sure a guess is, 0 to 1; null where nothing was guessed
 */
public record ImportProblem(
        @Nullable ImportField field,
        String code,
        List<String> arguments,
        String source,
        Severity severity,
        @Nullable Double confidence) {

    /** How bad it is. */
    public enum Severity {
        /** The row cannot become an item. */
        ERROR,
        /** It can, once a person agrees to what was guessed. */
        GUESS,
        /** It can, but something of it was left out. */
        REMARK
    }

    public ImportProblem {
        arguments = List.copyOf(arguments);
    }

    /** Keeps the row from becoming an item. */
    public static ImportProblem error(@Nullable ImportField field, String code, String source, Object... arguments) {
        return new ImportProblem(field, code, texts(arguments), source, Severity.ERROR, null);
    }

    /** Tells what was left out. */
    public static ImportProblem remark(@Nullable ImportField field, String code, String source, Object... arguments) {
        return new ImportProblem(field, code, texts(arguments), source, Severity.REMARK, null);
    }

    /** Lets the row wait until a person agrees to what was guessed of a cell. */
    public static ImportProblem guess(
            @Nullable ImportField field, String code, String source, double confidence, Object... arguments) {
        return new ImportProblem(field, code, texts(arguments), source, Severity.GUESS, confidence);
    }

    /** Lets the row wait until a person agrees. */
    static ImportProblem doubt(String code, Object... arguments) {
        return new ImportProblem(null, code, texts(arguments), "", Severity.GUESS, null);
    }

    /** What a reader of a format says of a question: a guess where it is not sure. */
    public static ImportProblem told(Question.Remark remark) {
        boolean guess = remark.confidence() < 1;
        return new ImportProblem(
                null,
                remark.code(),
                remark.arguments(),
                "",
                guess ? Severity.GUESS : Severity.REMARK,
                guess ? remark.confidence() : null);
    }

    public boolean guesses() {
        return severity == Severity.GUESS;
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
