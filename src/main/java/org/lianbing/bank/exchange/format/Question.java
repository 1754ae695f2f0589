package org.lianbing.bank.exchange.format;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemContent;
import org.lianbing.base.Problem;

/** A question of a file. */
public sealed interface Question {

    /** Where it stands, for a person to find it again: {@code 第 12 题}, {@code line 30}, {@code items/q1.xml}. */
    String place();

    /** The text it was read from, as a person would recognise it; at most some thousand characters. */
    String source();

    /** What could be read of its surroundings. */
    Labels labels();

    /**
     * It is an item.
     *
     * @param content with pictures by their {@code media:} names
     * @param remarks what was left out or guessed
     */
    record Read(String place, String source, Labels labels, ItemContent content, List<Remark> remarks)
            implements Question {
        public Read {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It is none, for this reason.
     *
     * @param begun what could be read all the same, for a person to complete; null where that is nothing
     */
    record Unread(
            String place,
            String source,
            Labels labels,
            Remark reason,
            @Nullable ItemContent begun) implements Question {

        public Unread(String place, String source, Labels labels, Remark reason) {
            this(place, source, labels, reason, null);
        }
    }

    /**
     * Something a person should know.
     *
     * @param code a key of the translations
     * @param arguments what stands in the sentence
     * @param confidence how sure a guess is, 0 to 1; 1 where nothing was guessed
     */
    record Remark(String code, List<String> arguments, double confidence) {
        public Remark {
            arguments = List.copyOf(arguments);
        }

        /** A remark on what is certain. */
        public static Remark of(String code, String... arguments) {
            return new Remark(code, List.of(arguments), 1);
        }

        /** The sentence of a problem. */
        public static Remark of(Problem problem) {
            return new Remark(
                    problem.code(),
                    Arrays.stream(problem.arguments()).map(String::valueOf).toList(),
                    1);
        }

        /** A guess, to be confirmed. */
        public static Remark guess(double confidence, String code, String... arguments) {
            return new Remark(code, List.of(arguments), confidence);
        }
    }
}
