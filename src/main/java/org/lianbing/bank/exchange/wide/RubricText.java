package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lianbing.bank.Rubric;

/** What must be said in a written answer, as a cell tells it: a point a line, perhaps with what it counts. */
final class RubricText {

    private static final Pattern WEIGHED = Pattern.compile("(.+?)[（(【\\[]\\s*(\\d+(?:\\.\\d+)?)\\s*分?\\s*[）)】\\]]");

    private RubricText() {}

    /** The answer is what would get everything; what must be said stands in a cell of its own, a point a line. */
    static Rubric read(String rubric, String answer, UnaryOperator<String> said) {
        List<Rubric.Point> points = new ArrayList<>();
        for (String line : rubric.lines().flatMap(RubricText::points).toList()) {
            Matcher weighed = WEIGHED.matcher(line.strip());
            if (weighed.matches()) {
                points.add(new Rubric.Point(said.apply(weighed.group(1).strip()), new BigDecimal(weighed.group(2))));
            } else if (!line.isBlank()) {
                points.add(new Rubric.Point(said.apply(line.strip()), BigDecimal.ONE));
            }
        }
        return new Rubric(points, said.apply(answer), "");
    }

    /** The points of a line, apart by semicolons, unless it is weighed as a whole: then they belong to one point. */
    private static Stream<String> points(String line) {
        List<String> parts = Stream.of(line.split("[；;]+")).map(String::strip).toList();
        boolean each = parts.stream().allMatch(part -> WEIGHED.matcher(part).matches());
        return !each && WEIGHED.matcher(line.strip()).matches() ? Stream.of(line) : parts.stream();
    }
}
