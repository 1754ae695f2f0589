package org.lianbing.exam.marking.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.Mark;
import org.lianbing.attempt.WrittenAnswer;
import org.lianbing.attempt.rest.WorkFileFacts;
import org.lianbing.exam.marking.AnswerSheet;
import org.lianbing.exam.marking.GivenMark;
import org.lianbing.exam.marking.MarkingQueue;
import org.lianbing.paper.SlotFeedback;

/** What a marker gets, as JSON: never who wrote it, nor what others found. */
final class MarkingBodies {

    private MarkingBodies() {}

    @Schema(name = "MarkingQueue")
    record Queue(
            String exam,
            String title,
            int question,
            String type,
            BigDecimal worth,
            String stem,

            @Schema(description = "How many opinions you could give now")
            int waiting,

            @Schema(description = "How many you gave") int mine,

            @Nullable Instant dueAt) {
        static Queue of(MarkingQueue queue) {
            return new Queue(
                    queue.exam().toString(),
                    queue.title(),
                    queue.question().number(),
                    queue.question().type().code(),
                    queue.question().worth(),
                    queue.stem(),
                    queue.waiting(),
                    queue.mine(),
                    queue.dueAt());
        }
    }

    @Schema(name = "RubricLine")
    record Line(
            String token,
            String text,

            @Schema(description = "What it counts at most, in points of the item")
            BigDecimal most) {}

    @Schema(name = "OwnMark")
    record Own(
            Map<String, BigDecimal> points,
            String comment,

            @Schema(description = "Why it took the place of the mark before; null for the first") @Nullable
            String reason,

            Instant at) {
        static Own of(Mark mark) {
            return new Own(mark.points(), mark.comment(), mark.reason(), mark.at());
        }
    }

    @Schema(name = "AnswerToMark")
    record Answer(
            String answer,
            int question,

            @Schema(description = "Stands for the name: random, and another one at each question")
            int number,

            BigDecimal worth,
            @Nullable String caseStem,
            String stem,
            String text,

            @Schema(description = "Photographs and files handed in with it; fetched below the answer's address")
            List<WorkFileFacts> files,

            List<Line> rubric,
            String sample,
            String hints,

            @Schema(description = "Your own marks of it; the last one stands")
            List<Own> marks) {
        static Answer of(AnswerSheet sheet) {
            List<WrittenAnswer.Line> lines = sheet.answer().lines();
            List<SlotFeedback.RubricPoint> points = sheet.guide().points();
            return new Answer(
                    sheet.id().toString(),
                    sheet.question().number(),
                    sheet.number(),
                    sheet.answer().worth(),
                    sheet.guide().caseStem(),
                    sheet.guide().stem(),
                    sheet.answer().text(),
                    WorkFileFacts.of(sheet.answer().files()),
                    points.stream()
                            .map(point -> new Line(point.token(), point.text(), most(lines, point.token())))
                            .toList(),
                    sheet.guide().sample(),
                    sheet.guide().hints(),
                    sheet.marks().stream().map(Own::of).toList());
        }

        private static BigDecimal most(List<WrittenAnswer.Line> lines, String token) {
            return lines.stream()
                    .filter(line -> line.token().equals(token))
                    .map(WrittenAnswer.Line::most)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
        }
    }

    @Schema(name = "NextAnswer")
    record Next(
            @Schema(description = "Null where there is none for you") @Nullable
            Answer answer) {}

    @Schema(name = "GivenMark")
    record Given(String answer, int number, BigDecimal points, Instant at) {
        static Given of(GivenMark mark) {
            return new Given(mark.answer().toString(), mark.number(), mark.points(), mark.at());
        }
    }

    @Schema(name = "MarkTaken")
    record Taken(
            @Schema(description = "What your mark comes to, in points of the item")
            BigDecimal points) {}
}
