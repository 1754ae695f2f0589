package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several questions in one line, as a paper comes out of a chat or a web page: behind the answer of one stands the number
 * of the next. Goes through a line once, however long it is.
 */
final class RunOnLines {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<=[\\s\\u3000])|(?<=[。；;!！)）】\\]])|(?<=[A-H√×对错]))(\\d{1,5})\\s{0,3}(?:[、．]|[.](?!\\d))\\s{0,3}(?=\\S{2})");
    /** A heading of a section with its first question behind it. */
    private static final Pattern HEADING = Pattern.compile(
            "^(.{0,120}?)([一二三四五六七八九十]{1,3}\\s*[、.．]\\s*[\\u4e00-\\u9fff]{0,6}(?:选择|单选|多选|判断|填空|简答|问答|计算|论述)题\\s*(?:[(（][^()（）]{0,80}[)）])?)\\s*[:：]?\\s*(1\\s{0,3}[、.．](?:(?!\\d)|(?=\\d{4}年)).{12,})$",
            Pattern.DOTALL);
    /** An explanation in points has numbers of its own. */
    private static final Pattern FIRST_POINT = Pattern.compile("(?<=\\D)1\\s{0,3}[、.．)）](?!\\d)");

    /** Brackets in front of a number belong to its question: （ A ）4、. */
    private static final Pattern LED =
            Pattern.compile("[\\s\\u3000\\uE100\\uE101]*[(（][^()（）]{0,12}[)）][\\s\\u3000\\uE100\\uE101]*");

    private RunOnLines() {}

    /**
     * The questions of a line one by one; the line as it is where it holds one only.
     *
     * @param line with atoms and marks
     * @param asked the number of the question that the line begins or belongs to
     */
    static List<String> apart(String line, int asked) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            List<String> parts = new ArrayList<>(List.of(heading.group(1), heading.group(2)));
            parts.removeIf(String::isBlank);
            parts.addAll(apart(heading.group(3), 1));
            return parts;
        }
        List<String> questions = new ArrayList<>();
        int from = 0;
        int next = next(line, from, asked + 1);
        while (next >= 0) {
            questions.add(line.substring(from, next));
            from = next;
            next = next(line, from, asked + questions.size() + 1);
        }
        questions.add(line.substring(from));
        return questions;
    }

    /** Where the question of that number begins behind an answer of the one before; -1 where it does not. */
    private static int next(String line, int from, int wanted) {
        int answer = InlineAnswer.answerIn(line, from);
        Matcher number = NUMBER.matcher(line);
        if (answer < 0 || !number.find(answer)) {
            return -1;
        }
        while (Integer.parseInt(number.group(1)) != wanted) {
            if (!number.find()) {
                return -1;
            }
        }
        boolean led = LED.matcher(line).region(from, number.start()).matches();
        return led || listed(line, from, number.start()) ? -1 : number.start();
    }

    private static boolean listed(String line, int from, int to) {
        return FIRST_POINT
                .matcher(line)
                .region(from + 1, to)
                .useTransparentBounds(true)
                .find();
    }
}
