package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How people marked a response, as its writer reads it.
 *
 * @param points for each point of the rubric, by token; the mean of those opinions that count
 * @param comments of those who gave them; none that is empty
 */
public record MarkedSlot(Map<String, BigDecimal> points, List<String> comments) {

    public MarkedSlot {
        points = Map.copyOf(points);
        comments = List.copyOf(comments);
    }
}
