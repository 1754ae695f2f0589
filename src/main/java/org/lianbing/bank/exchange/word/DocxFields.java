package org.lianbing.bank.exchange.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The fields that are open at a place of a paragraph: what they are told, and whether their result is shown. */
final class DocxFields {

    private static final int DEEPEST = 50;

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean shown;
        private boolean formula;
    }

    private final Deque<Field> open = new ArrayDeque<>();

    /**
     * A {@code w:fldChar}.
     *
     * @return the formula that the field was, as Markdown
     */
    Optional<String> sign(String type) {
        Field field = open.peek();
        switch (type) {
            case "begin" -> {
                if (open.size() < DEEPEST) {
                    open.push(new Field());
                }
            }
            case "separate" -> {
                if (field != null) {
                    field.shown = true;
                    return formula(field);
                }
            }
            case "end" -> {
                if (field != null) {
                    open.pop();
                    return field.shown ? Optional.empty() : formula(field);
                }
            }
            default -> {
                // No other is known.
            }
        }
        return Optional.empty();
    }

    private static Optional<String> formula(Field field) {
        Optional<String> markdown = EqTex.markdown(field.instruction.toString());
        field.formula = markdown.isPresent();
        return markdown;
    }

    void instruction(String text) {
        Field field = open.peek();
        if (field != null) {
            field.instruction.append(text);
        }
    }

    /** Whether text is seen here: the result of a formula repeats it. */
    boolean isShown() {
        return open.stream().noneMatch(field -> field.formula);
    }
}
