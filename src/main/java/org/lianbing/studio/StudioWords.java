package org.lianbing.studio;

import org.lianbing.base.Problem;

/**
 * What a host says of the studio.
 *
 * @param field what it works on, 1 to 60 characters, such as 电机检修与节能改造
 * @param honours what it was given, at most 1,000 characters; may be empty
 * @param introduction who they are and what they do, Markdown, at most 5,000 characters; may be empty
 */
public record StudioWords(String field, String honours, String introduction) {

    private static final int LONGEST_FIELD = 60;
    private static final int LONGEST_HONOURS = 1_000;
    private static final int LONGEST_INTRODUCTION = 5_000;

    public StudioWords {
        field = field.strip();
        honours = honours.strip();
        introduction = introduction.strip();
        if (field.isEmpty() || field.length() > LONGEST_FIELD) {
            throw Problem.invalid("studio.field-length", LONGEST_FIELD);
        }
        if (honours.length() > LONGEST_HONOURS || introduction.length() > LONGEST_INTRODUCTION) {
            throw Problem.invalid("studio.words-length", LONGEST_HONOURS, LONGEST_INTRODUCTION);
        }
    }
}
