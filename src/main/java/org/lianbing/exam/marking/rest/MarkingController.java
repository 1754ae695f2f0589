package org.lianbing.exam.marking.rest;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.MarkDraft;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerId;
import org.lianbing.exam.marking.MarkingDesk;

/** Marking over HTTP, for those who are named for it. */
@RestController
@RolesAllowed("JUDGE")
@Tag(name = "marking", description = "Marking what candidates wrote, blind to who wrote it")
class MarkingController {

    private static final String BASE = "/api/exams/{exam}/marking";
    private static final String ANSWER = BASE + "/answers/{answer}";

    @Schema(name = "MarkRequest")
    record Request(
            @Schema(description = "For points of the rubric, by token; what is left out gets nothing") @Nullable
            Map<String, BigDecimal> points,

            @Schema(description = "For the candidate, up to 500 characters") @Nullable
            String comment) {
        MarkDraft draft() {
            if (points == null || points.containsValue(null)) {
                throw Problem.invalid("attempt.mark.points").with("field", "points");
            }
            return new MarkDraft(points, Objects.requireNonNullElse(comment, ""));
        }
    }

    @Schema(name = "SecondThought")
    record SecondThought(
            @Nullable Map<String, BigDecimal> points,
            @Nullable String comment,

            @Schema(description = "Why, up to 200 characters; stays on record with the mark before") @Nullable
            String reason) {}

    private final MarkingDesk desk;
    private final CurrentActor current;
    private final Clock clock;

    MarkingController(MarkingDesk desk, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    @Operation(summary = "Everything that you may mark, what is due first")
    @GetMapping("/api/marking")
    List<MarkingBodies.Queue> mine() {
        return desk.queues(current.require(), clock.instant()).stream()
                .map(MarkingBodies.Queue::of)
                .toList();
    }

    @Operation(summary = "The questions of an exam that you may mark, with how many answers wait")
    @GetMapping(BASE)
    List<MarkingBodies.Queue> queues(@PathVariable String exam) {
        return desk.queues(current.require(), ExamId.of(exam), clock.instant()).stream()
                .map(MarkingBodies.Queue::of)
                .toList();
    }

    @Operation(summary = "Take the next answer to a question; it is kept for you for 20 minutes")
    @PostMapping(BASE + "/questions/{number}/next")
    MarkingBodies.Next next(
            @PathVariable String exam, @PathVariable int number, @RequestParam(defaultValue = "0") int after) {
        return new MarkingBodies.Next(desk.next(current.require(), ExamId.of(exam), number, after, clock.instant())
                .map(MarkingBodies.Answer::of)
                .orElse(null));
    }

    @Operation(summary = "Your own marks of a question, the latest first")
    @GetMapping(BASE + "/questions/{number}/marks")
    List<MarkingBodies.Given> given(@PathVariable String exam, @PathVariable int number) {
        return desk.given(current.require(), ExamId.of(exam), number).stream()
                .map(MarkingBodies.Given::of)
                .toList();
    }

    @Operation(summary = "An answer that you have taken or marked")
    @GetMapping(ANSWER)
    MarkingBodies.Answer answer(@PathVariable String exam, @PathVariable String answer) {
        return MarkingBodies.Answer.of(desk.answer(current.require(), ExamId.of(exam), AnswerId.of(answer)));
    }

    @Operation(summary = "Give your mark; 409 exam.marking.claim-lost where somebody else has taken it meanwhile")
    @PutMapping(ANSWER + "/mark")
    MarkingBodies.Taken mark(@PathVariable String exam, @PathVariable String answer, @RequestBody Request request) {
        return new MarkingBodies.Taken(
                desk.mark(current.require(), ExamId.of(exam), AnswerId.of(answer), request.draft(), clock.instant())
                        .points());
    }

    @Operation(summary = "Think again about a mark of yours, until the results are out; the old one stays on record")
    @PostMapping(ANSWER + "/second-thoughts")
    MarkingBodies.Taken rethink(
            @PathVariable String exam, @PathVariable String answer, @RequestBody SecondThought thought) {
        return new MarkingBodies.Taken(desk.rethink(
                        current.require(),
                        ExamId.of(exam),
                        AnswerId.of(answer),
                        new Request(thought.points(), thought.comment()).draft(),
                        Objects.requireNonNullElse(thought.reason(), ""),
                        clock.instant())
                .points());
    }

    @Operation(summary = "Give an answer back unmarked, for somebody else")
    @DeleteMapping(ANSWER + "/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable String exam, @PathVariable String answer) {
        desk.giveBack(current.require(), ExamId.of(exam), AnswerId.of(answer));
    }
}
