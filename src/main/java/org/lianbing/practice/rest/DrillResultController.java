package org.lianbing.practice.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.Asker;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.rest.WorkFileFacts;
import org.lianbing.course.LessonRef;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;
import org.lianbing.practice.DrillResult;
import org.lianbing.practice.DrillResults;
import org.lianbing.practice.Practical;

/** The result of a drill, for its owner alone: signed in, or with the token of this very attempt. */
@RestController
@Tag(name = "practice")
class DrillResultController {

    private final DrillResults results;
    private final Asker asker;

    DrillResultController(DrillResults results, Asker asker) {
        this.results = results;
        this.asker = asker;
    }

    record LessonBody(String id, String title, String course, String studio, String host, String url) {}

    @Schema(name = "PractisedSlot")
    record SlotBody(
            int slot,

            @Schema(description = "The slot of its item: the parts of a case share it")
            int itemSlot,

            String type,
            @Nullable String caseStem,
            @Nullable String stem,
            @JsonUnwrapped @Nullable SlotView body,
            @Nullable JsonNode value,

            @Schema(description = "Of the files of work that the response names; they are fetched from the attempt")
            List<WorkFileFacts> files,

            @Schema(description = "Null, as fraction and reason, while the item is secret for an exam") @Nullable
            Boolean correct,

            @Nullable BigDecimal fraction,
            @Nullable String reason,
            List<@Nullable Boolean> marks,
            SlotFeedback.@Nullable Key key,
            @Nullable String explanation,
            List<SlotFeedback.Why> whys,
            PracticeController.@Nullable PointBody point,
            @Nullable LessonBody lesson,

            @Schema(description = "Of a practical task: what a trainer said about it") @Nullable
            ConfirmationBody confirmation) {}

    /**
     * @param state {@code waiting}, {@code confirmed} or {@code not-confirmed}
     * @param points of the score sheet, where it was confirmed
     */
    @Schema(name = "PracticalConfirmation")
    record ConfirmationBody(
            String state,
            @Nullable BigDecimal points,
            @Nullable String word) {

        static ConfirmationBody of(Practical practical) {
            Practical.Decision decision = practical.decision();
            return decision == null
                    ? new ConfirmationBody("waiting", null, null)
                    : new ConfirmationBody(
                            decision.confirmed() ? "confirmed" : "not-confirmed", decision.points(), decision.word());
        }
    }

    /**
     * @param score of what is told
     * @param items of which something is told
     * @param keptBack how many more there are that are secret for an exam
     * @param mistakes how many items wait in the mistake book
     * @param again the address at which what was missed is practised again; null where nothing was
     */
    record ResultBody(
            String attemptId,
            String title,
            @Nullable BigDecimal score,
            BigDecimal maxScore,
            int correct,
            int items,
            int keptBack,
            long timeUsedSeconds,
            List<SlotBody> slots,
            int mistakes,
            @Nullable String again) {}

    @GetMapping("/api/practice/attempts/{attempt}/result")
    @Operation(summary = "The result of a drill that was handed in; with the person's token or the attempt's")
    @PreAuthorize("isAuthenticated()")
    ResultBody result(
            @PathVariable String attempt,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        AttemptId id = AttemptId.of(attempt);
        return body(results.of(asker.of(id, authorization), id));
    }

    private static ResultBody body(DrillResult result) {
        AttemptSummary summary = result.summary();
        Duration used = summary.timeUsed();
        boolean missed = result.correct() < result.items();
        return new ResultBody(
                summary.id().toString(),
                summary.title(),
                result.score(),
                result.maxScore(),
                result.correct(),
                result.items(),
                result.keptBack(),
                used == null ? 0 : used.toSeconds(),
                result.slots().stream()
                        .map(line -> slot(line, result.practical(line).orElse(null)))
                        .toList(),
                result.mistakes(),
                missed ? "/practice/again/" + summary.id() : null);
    }

    private static SlotBody slot(DrillResult.Line line, @Nullable Practical practical) {
        SlotFeedback feedback = line.result().feedback();
        return new SlotBody(
                line.result().slot(),
                line.result().itemSlot(),
                line.result().type().code(),
                feedback == null ? null : feedback.caseStem(),
                feedback == null ? null : feedback.stem(),
                feedback == null ? null : feedback.body(),
                line.result().value(),
                WorkFileFacts.of(line.result().files()),
                line.isKeptBack() ? null : line.correct(),
                line.isKeptBack() ? null : line.result().fraction(),
                line.isKeptBack() ? null : line.result().reason(),
                line.isKeptBack() ? List.of() : line.result().marks(),
                feedback == null ? null : feedback.key(),
                feedback == null ? null : feedback.explanation(),
                feedback == null ? List.of() : feedback.whys(),
                PracticeController.point(line.point()),
                lesson(line.lesson()),
                practical == null ? null : ConfirmationBody.of(practical));
    }

    private static @Nullable LessonBody lesson(@Nullable LessonRef lesson) {
        return lesson == null
                ? null
                : new LessonBody(
                        lesson.id().toString(),
                        lesson.title(),
                        lesson.course(),
                        lesson.studio(),
                        lesson.host(),
                        lesson.url());
    }
}
