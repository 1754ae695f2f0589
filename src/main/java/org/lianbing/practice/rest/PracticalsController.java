package org.lianbing.practice.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.practice.Practical;
import org.lianbing.practice.PracticalLine;
import org.lianbing.practice.Practicals;

/** Practical tasks that workers scored themselves, for trainers to confirm. */
@RestController
@RequestMapping("/api/practice/practicals")
@RolesAllowed("TRAINER")
@Tag(name = "practice")
class PracticalsController {

    private static final int PAGE = 50;

    private final Practicals practicals;
    private final CurrentActor current;

    PracticalsController(Practicals practicals, CurrentActor current) {
        this.practicals = practicals;
        this.current = current;
    }

    /** @param person the full name, for the trainer who has seen the work */
    @Schema(name = "SelfAssessedPractical")
    record PracticalBody(
            String attemptId,
            int slot,
            String person,
            String unit,
            String task,
            String item,
            String trade,
            BigDecimal ownPoints,
            BigDecimal ofPoints,
            long seconds,
            Instant doneAt) {}

    record DecisionBody(
            @Schema(description = "Of the score sheet; left out where the work cannot be confirmed") @Nullable
            BigDecimal points,

            @Schema(description = "To the worker; needed without points") @Nullable
            String word) {}

    @GetMapping
    @Operation(summary = "Practical tasks of your trades and units that wait to be confirmed, longest first")
    List<PracticalBody> waiting(@RequestParam(defaultValue = "0") int page) {
        return practicals.waiting(current.require(), PageOf.number(page, PAGE)).rows().stream()
                .map(PracticalsController::body)
                .toList();
    }

    @PostMapping("/{attempt}/{slot}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm a practical task with its points, or say why not")
    void decide(@PathVariable String attempt, @PathVariable int slot, @RequestBody DecisionBody decision) {
        practicals.decide(
                current.require(),
                AttemptId.of(attempt),
                slot,
                decision.points(),
                decision.word() == null ? "" : decision.word());
    }

    private static PracticalBody body(PracticalLine line) {
        Practical practical = line.practical();
        return new PracticalBody(
                practical.attempt().toString(),
                practical.slot(),
                line.person(),
                line.unit(),
                line.task(),
                practical.item().toString(),
                practical.trade().toString(),
                practical.ownPoints(),
                practical.ofPoints(),
                practical.took().toSeconds(),
                practical.doneAt());
    }
}
