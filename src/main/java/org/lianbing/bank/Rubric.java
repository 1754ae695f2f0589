package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * By what a written response is marked (评分要点).
 *
 * @param points what must be said, each with its share
 * @param sample a response that would get everything, Markdown; shown once feedback is due
 * @param hints for the marker alone; may be empty
 */
public record Rubric(List<Point> points, String sample, String hints) {

    /**
     * One thing to be said.
     *
     * @param text Markdown
     * @param weight its share of the score, against the sum of all
     */
    public record Point(String text, BigDecimal weight) {
        List<Passage> passages() {
            return List.of(new Passage("text", text));
        }
    }

    public Rubric {
        points = List.copyOf(points);
    }

    List<Passage> passages() {
        return Passage.joined(
                Passage.of("rubric/points", points, Point::passages),
                Passage.joined(Passage.optional("rubric/sample", sample), Passage.optional("rubric/hints", hints)));
    }

    Rubric mapped(UnaryOperator<String> change) {
        return new Rubric(
                points.stream()
                        .map(point -> new Point(change.apply(point.text()), point.weight()))
                        .toList(),
                change.apply(sample),
                change.apply(hints));
    }
}
