package org.lianbing.bank.exchange.paper;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several questions in one line, as a paper comes out of a chat or a web page: behind the answer of one stands the number
 * of the next.
 */
final class RunOnLines {

    private static final Pattern NUMBER =
            Pattern.compile("(?:(?<=[\\s\\u3000])|(?<=[。；;!！)）】\\]]))(\\d{1,4})\\s*(?:[、．]|[.](?!\\d))\\s*(?=\\S{2})");
    /** An explanation in points has numbers of its own. */
    private static final Pattern FIRST_POINT = Pattern.compile("(?<=\\D)1\\s*[、.．)）](?!\\d)");

    private RunOnLines() {}

    /**
     * Where the next question begins in this line; empty where it holds one only.
     *
     * @param line with atoms and marks
     * @param asked the number of the question that the line belongs to
     */
    static OptionalInt next(String line, int asked) {
        Matcher number = NUMBER.matcher(line);
        while (number.find()) {
            String before = line.substring(0, number.start());
            if (Integer.parseInt(number.group(1)) == asked + 1 && answers(before) && !listed(before)) {
                return OptionalInt.of(number.start());
            }
        }
        return OptionalInt.empty();
    }

    private static boolean answers(String before) {
        String plain = Atoms.unmarked(before).strip();
        return PaperSigns.ANSWER.matcher(plain).matches()
                || PaperSigns.ANSWER_WITHIN.matcher(plain).matches()
                || PaperQuestion.answersWithin(plain);
    }

    private static boolean listed(String before) {
        return FIRST_POINT.matcher(before).find();
    }
}
