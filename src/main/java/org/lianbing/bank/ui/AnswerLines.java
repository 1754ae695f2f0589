package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Criterion;
import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Variable;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/**
 * The parts of an answer as lines that people type: a blank, a pair, a point, a variable a line. Parts of a line stand
 * apart by a bar. What cannot be read is told with its line.
 */
final class AnswerLines {

    private static final Pattern NUMBER = Pattern.compile("=\\s*(\\S+?)\\s*(?:±\\s*(\\S+))?");
    private static final Pattern RANGE =
            Pattern.compile("(\\w+)\\s*[=:：]\\s*(\\S+?)\\s*(?:\\.\\.|~|～)\\s*(\\S+)\\s*/\\s*(\\S+)");
    private static final String BAR = "\\s*[|｜]\\s*";

    private AnswerLines() {}

    private static <T> List<T> read(String text, Function<String, T> reader) {
        List<T> all = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                all.add(reader.apply(line.strip()));
            }
        }
        return all;
    }

    private static Problem unreadable(String line) {
        return Problem.invalid("bankui.edit.line", line.length() > 60 ? line.substring(0, 60) + "…" : line);
    }

    private static BigDecimal number(String text, String line) {
        return Digits.read(text).orElseThrow(() -> unreadable(line));
    }

    private static int whole(String text, String line) {
        try {
            return number(text, line).intValueExact();
        } catch (ArithmeticException e) {
            throw unreadable(line);
        }
    }

    private static String[] parts(String line) {
        return line.split(BAR, -1);
    }

    /** {@code 甲 | 乙}: any of them; {@code = 50 ± 0.5}: a number; {@code ? 停电 | *验电}: one to pick, the key with a star. */
    static String blanks(List<Blank> blanks) {
        return blanks.stream().map(AnswerLines::blank).collect(Collectors.joining("\n"));
    }

    private static String blank(Blank blank) {
        return switch (blank) {
            case Blank.Words words -> (words.exactCase() ? "! " : "") + String.join(" | ", words.accepted());
            case Blank.Value value ->
                "= " + value.key().toPlainString()
                        + (value.tolerance().signum() == 0
                                ? ""
                                : " ± " + value.tolerance().toPlainString());
            case Blank.Pick pick ->
                "? "
                        + IntStream.range(0, pick.choices().size())
                                .mapToObj(place -> (place == pick.key() ? "*" : "")
                                        + pick.choices().get(place))
                                .collect(Collectors.joining(" | "));
        };
    }

    static List<Blank> blanks(String text) {
        return read(text, AnswerLines::readBlank);
    }

    private static Blank readBlank(String line) {
        if (line.startsWith("=")) {
            Matcher number = NUMBER.matcher(line);
            if (!number.matches()) {
                throw unreadable(line);
            }
            BigDecimal tolerance = number.group(2) == null ? BigDecimal.ZERO : number(number.group(2), line);
            return new Blank.Value(number(number.group(1), line), tolerance);
        }
        if (line.startsWith("?") || line.startsWith("？")) {
            List<String> choices = List.of(parts(line.substring(1).strip()));
            int key = IntStream.range(0, choices.size())
                    .filter(place -> choices.get(place).startsWith("*"))
                    .findFirst()
                    .orElseThrow(() -> unreadable(line));
            return new Blank.Pick(
                    choices.stream()
                            .map(choice -> choice.replaceFirst("^\\*", ""))
                            .toList(),
                    key);
        }
        boolean exact = line.startsWith("!") || line.startsWith("！");
        String words = exact ? line.substring(1).strip() : line;
        return new Blank.Words(
                Arrays.stream(parts(words)).filter(word -> !word.isBlank()).toList(), exact);
    }

    /** {@code 左 | 右}; {@code | 右} belongs to nothing. */
    static String pairs(Interaction.Matching matching) {
        List<String> lines = new ArrayList<>();
        matching.pairs().forEach(pair -> lines.add(pair.left() + " | " + pair.right()));
        matching.extras().forEach(extra -> lines.add("| " + extra));
        return String.join("\n", lines);
    }

    static Interaction.Matching pairs(String text) {
        List<Pair> pairs = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        for (String[] parts : read(text, AnswerLines::parts)) {
            if (parts.length != 2) {
                throw unreadable(String.join(" | ", parts));
            }
            if (parts[0].isBlank()) {
                extras.add(parts[1]);
            } else {
                pairs.add(new Pair(parts[0], parts[1]));
            }
        }
        return new Interaction.Matching(pairs, extras);
    }

    /** {@code 要点 | 2}; without a weight it counts 1. */
    static String points(List<Rubric.Point> points) {
        return points.stream()
                .map(point -> point.text() + " | " + point.weight().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    static List<Rubric.Point> points(String text) {
        return read(text, line -> {
            String[] parts = parts(line);
            return new Rubric.Point(parts[0], parts.length > 1 ? number(parts[1], line) : BigDecimal.ONE);
        });
    }

    /** {@code U = 12 .. 36 / 12}: from, to, step. */
    static String variables(List<Variable> variables) {
        return variables.stream()
                .map(each -> each.name() + " = " + each.from().toPlainString() + " .. "
                        + each.to().toPlainString() + " / " + each.step().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    static List<Variable> variables(String text) {
        return read(text, line -> {
            Matcher range = RANGE.matcher(line);
            if (!range.matches()) {
                throw unreadable(line);
            }
            return new Variable(
                    range.group(1),
                    number(range.group(2), line),
                    number(range.group(3), line),
                    number(range.group(4), line));
        });
    }

    /** {@code U * R | 乘了电阻}. */
    static String distractors(List<Distractor> distractors) {
        return distractors.stream()
                .map(each -> each.formula() + (each.why() == null ? "" : " | " + each.why()))
                .collect(Collectors.joining("\n"));
    }

    static List<Distractor> distractors(String text) {
        return read(text, line -> {
            String[] parts = parts(line);
            return new Distractor(parts[0], parts.length > 1 && !parts[1].isBlank() ? parts[1] : null);
        });
    }

    /** {@code 接线正确 | 60 | 错一处扣 10 分}. */
    static String criteria(List<Criterion> criteria) {
        return criteria.stream()
                .map(each -> each.text() + " | " + each.points().toPlainString()
                        + (each.deductions().isEmpty() ? "" : " | " + each.deductions()))
                .collect(Collectors.joining("\n"));
    }

    static List<Criterion> criteria(String text) {
        return read(text, line -> {
            String[] parts = parts(line);
            if (parts.length < 2) {
                throw unreadable(line);
            }
            return new Criterion(parts[0], number(parts[1], line), parts.length > 2 ? parts[2] : "");
        });
    }

    /** {@code * 100,80,20 | 热继电器}: three numbers are a circle, four a rectangle, more a polygon; a star is right. */
    static String regions(List<Region> regions) {
        return regions.stream()
                .map(each -> (each.correct() ? "* " : "")
                        + numbers(each.shape())
                        + (each.name().isEmpty() ? "" : " | " + each.name()))
                .collect(Collectors.joining("\n"));
    }

    private static String numbers(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle circle -> circle.x() + "," + circle.y() + "," + circle.radius();
            case Region.Rectangle box -> box.x() + "," + box.y() + "," + box.width() + "," + box.height();
            case Region.Polygon polygon ->
                polygon.corners().stream()
                        .map(corner -> corner.x() + "," + corner.y())
                        .collect(Collectors.joining(","));
        };
    }

    static List<Region> regions(String text) {
        return read(text, line -> {
            boolean correct = line.startsWith("*");
            String[] parts = parts(correct ? line.substring(1).strip() : line);
            int[] at = Arrays.stream(parts[0].split("[,，\\s]+"))
                    .mapToInt(part -> whole(part, line))
                    .toArray();
            return new Region(shape(at, line), parts.length > 1 ? parts[1] : "", correct);
        });
    }

    private static Region.Shape shape(int[] at, String line) {
        if (at.length == 3) {
            return new Region.Circle(at[0], at[1], at[2]);
        }
        if (at.length == 4) {
            return new Region.Rectangle(at[0], at[1], at[2], at[3]);
        }
        if (at.length < 6 || at.length % 2 != 0) {
            throw unreadable(line);
        }
        return new Region.Polygon(IntStream.range(0, at.length / 2)
                .mapToObj(corner -> new Region.Spot(at[2 * corner], at[2 * corner + 1]))
                .toList());
    }

    static List<String> plain(String text) {
        return read(text, line -> line);
    }
}
