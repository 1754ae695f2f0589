package org.lianbing.practice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.SlotResult;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.course.LessonRef;
import org.lianbing.course.Lessons;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Results of drills, for the person alone who did them. */
@Service
public class DrillResults {

    private final Attempts attempts;
    private final Outlines outlines;
    private final Lessons lessons;
    private final MistakeBook mistakes;
    private final Practicals practicals;

    DrillResults(Attempts attempts, Outlines outlines, Lessons lessons, MistakeBook mistakes, Practicals practicals) {
        this.attempts = attempts;
        this.outlines = outlines;
        this.lessons = lessons;
        this.mistakes = mistakes;
        this.practicals = practicals;
    }

    /**
     * The result of a drill.
     *
     * @throws Problem not found for anybody but its owner; conflict {@code practice.not-handed-in} while it runs
     */
    public DrillResult of(PersonId person, AttemptId id) {
        AttemptSummary summary = Optional.of(attempts.get(id))
                .filter(found -> found.person().equals(person))
                .filter(found -> found.purpose().kind().equals(Drills.PURPOSE))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        if (summary.score() == null) {
            throw Problem.conflict("practice.not-handed-in");
        }
        List<SlotResult> results = attempts.results(id);
        Map<PointId, Point> points = outlines.points(
                results.stream().flatMap(result -> result.points().stream()).collect(Collectors.toSet()));
        Map<PointId, LessonRef> taught = lessons.forPoints(missed(results));
        List<DrillResult.Line> lines =
                results.stream().map(result -> line(result, points, taught)).toList();
        return new DrillResult(summary, lines, practicals.of(id), mistakes.count(person));
    }

    private static Set<PointId> missed(List<SlotResult> results) {
        return results.stream()
                .filter(result -> !result.isKeptBack())
                .filter(result -> result.fraction().compareTo(BigDecimal.ONE) < 0)
                .flatMap(result -> result.points().stream())
                .collect(Collectors.toSet());
    }

    private static DrillResult.Line line(
            SlotResult result, Map<PointId, Point> points, Map<PointId, LessonRef> taught) {
        List<Point> tested = result.points().stream()
                .flatMap(id -> Stream.ofNullable(points.get(id)))
                .sorted(Comparator.comparing(Point::code))
                .toList();
        boolean wrong = !result.isKeptBack() && result.fraction().compareTo(BigDecimal.ONE) < 0;
        LessonRef lesson = wrong
                ? tested.stream()
                        .flatMap(point -> Stream.ofNullable(taught.get(point.id())))
                        .findFirst()
                        .orElse(null)
                : null;
        return new DrillResult.Line(result, tested.isEmpty() ? null : tested.getFirst(), lesson);
    }
}
