package org.lianbing.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lianbing.base.Problem;
import org.lianbing.search.Grams;

/** Gathers problems by field. */
public record Found(List<Problem> problems, String above) {

    public Found(List<Problem> problems) {
        this(problems, "");
    }

    /** The same gathering, for fields below a path that ends with a slash. */
    public Found below(String path) {
        return new Found(problems, above + path);
    }

    /** One more problem of a field, with the places of its sentence. */
    public void add(String field, String code, Object... arguments) {
        problems.add(Problem.invalid(code, arguments).with("field", above + field));
    }

    /** Too short or too long, in characters. */
    public void length(String field, String text, int least, int most) {
        if (text.strip().length() < least) {
            add(field, "bank.rule.empty");
        } else if (text.length() > most) {
            add(field, "bank.rule.long", most, text.length());
        }
    }

    /** What is said twice, however it is spaced and whatever its width. */
    public void unique(String field, List<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!text.isBlank() && !seen.add(folded(text))) {
                add(field, "bank.rule.twice", text.strip());
            }
        }
    }

    /** A text as it is compared with others. */
    public static String folded(String text) {
        return Grams.normal(text).replaceAll("\\s+", "");
    }
}
