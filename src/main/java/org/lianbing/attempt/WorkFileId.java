package org.lianbing.attempt;

import java.util.Optional;
import java.util.regex.Pattern;

import org.lianbing.base.Problem;

/**
 * Names a file of work by its content. It means something only together with the attempt to which it belongs.
 *
 * @param hash SHA-256 of the bytes, 64 hexadecimal digits in lower case
 */
public record WorkFileId(String hash) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** The id of that hash; empty where the text is none. */
    public static Optional<WorkFileId> find(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new WorkFileId(text)) : Optional.empty();
    }

    /**
     * Reads an id from a URL.
     *
     * @throws Problem not found, where the text is no id
     */
    public static WorkFileId of(String text) {
        return find(text).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    @Override
    public String toString() {
        return hash;
    }
}
