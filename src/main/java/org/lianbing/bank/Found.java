package org.lianbing.bank;

import java.util.List;

import org.lianbing.base.Problem;

/** Gathers problems by field. */
record Found(List<Problem> problems, String above) {

    Found(List<Problem> problems) {
        this(problems, "");
    }

    /** The same gathering, for fields below a path that ends with a slash. */
    Found below(String path) {
        return new Found(problems, above + path);
    }

    void add(String field, String code, Object... arguments) {
        problems.add(Problem.invalid(code, arguments).with("field", above + field));
    }

    void length(String field, String text, int least, int most) {
        if (text.strip().length() < least) {
            add(field, "bank.rule.empty");
        } else if (text.length() > most) {
            add(field, "bank.rule.long", most, text.length());
        }
    }
}
