package org.lianbing.exam.marking.rest;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.MarkingPlan;
import org.lianbing.exam.marking.MarkingPlans;
import org.lianbing.exam.marking.MarkingProgress;

/** How an exam is marked, over HTTP, for its organizer. */
@RestController
@RequestMapping("/api/exams/{exam}/marking")
@RolesAllowed("ORGANIZER")
@Tag(name = "marking")
class MarkingPlanController {

    @Schema(name = "Marker")
    record Marker(String person, String name) {
        static Marker of(PersonName name) {
            return new Marker(name.id().toString(), name.name());
        }
    }

    @Schema(name = "MarkingPlan")
    record Plan(
            @Schema(description = "How many people mark each answer: 1 or 2")
            int opinions,

            @Schema(description = "In points, up to which two opinions agree")
            BigDecimal difference,

            @Nullable Instant dueAt,

            @Schema(description = "When the answers were laid out; null while somebody may be at work") @Nullable
            Instant openedAt,

            List<Marker> markers,

            @Schema(description = "Who could be named") List<Marker> candidates) {
        static Plan of(MarkingPlan plan, List<PersonName> candidates) {
            return new Plan(
                    plan.rule().opinions(),
                    plan.rule().difference(),
                    plan.dueAt(),
                    plan.openedAt(),
                    plan.markers().stream().map(Marker::of).toList(),
                    candidates.stream().map(Marker::of).toList());
        }
    }

    @Schema(name = "MarkingRuleRequest")
    record RuleRequest(
            @Nullable Integer opinions,
            @Nullable BigDecimal difference,
            @Nullable Instant dueAt) {}

    @Schema(name = "MarkersRequest")
    record MarkersRequest(
            @Schema(description = "Just these people mark from now on") @Nullable
            List<String> people) {}

    @Schema(name = "MarkedQuestion")
    record QuestionBody(
            int question,
            String type,
            BigDecimal worth,
            int answers,
            int done,
            int open,

            @Schema(description = "Left blank, and so got nothing without anybody looking")
            int blank,

            int twice,
            int thirds,
            @Nullable Double meanDifference,
            @Nullable Double mean) {
        static QuestionBody of(MarkingProgress.OfQuestion one) {
            return new QuestionBody(
                    one.question().number(),
                    one.question().type().code(),
                    one.question().worth(),
                    one.answers(),
                    one.done(),
                    one.open(),
                    one.blank(),
                    one.twice(),
                    one.thirds(),
                    one.meanDifference(),
                    one.mean());
        }
    }

    @Schema(name = "MarkerProgress")
    record MarkerBody(
            String person,
            String name,
            int marked,
            int claimed,
            @Nullable Double mean,
            @Nullable Double meanDifference) {
        static MarkerBody of(MarkingProgress.OfMarker one) {
            return new MarkerBody(
                    one.person().toString(), one.name(), one.marked(), one.claimed(), one.mean(), one.meanDifference());
        }
    }

    @Schema(name = "OpinionsApart")
    record DifferenceBody(
            int question,
            int number,
            BigDecimal first,
            BigDecimal second,
            @Nullable BigDecimal third) {}

    @Schema(name = "MarkingProgress")
    record Progress(
            int answers,
            int open,

            @Schema(description = "Opinions that nobody of the named may give")
            int stuck,

            List<QuestionBody> questions,
            List<MarkerBody> markers,
            List<DifferenceBody> differences) {}

    private final MarkingPlans plans;
    private final CurrentActor current;
    private final Clock clock;

    MarkingPlanController(MarkingPlans plans, CurrentActor current, Clock clock) {
        this.plans = plans;
        this.current = current;
        this.clock = clock;
    }

    @Operation(summary = "How the exam is marked, by whom, and who could be named")
    @GetMapping("/plan")
    Plan plan(@PathVariable String exam) {
        Actor actor = current.require();
        ExamId id = ExamId.of(exam);
        return Plan.of(plans.plan(actor, id), plans.candidates(actor, id));
    }

    @Operation(summary = "One opinion or two, from which difference on a third, until when; fixed with the first mark")
    @PutMapping("/rule")
    Plan lay(@PathVariable String exam, @RequestBody RuleRequest request) {
        ExamId id = ExamId.of(exam);
        plans.plan(current.require(), id);
        if (request.opinions() == null) {
            throw Problem.invalid("attempt.mark.opinions").with("field", "opinions");
        }
        OpinionRule rule =
                new OpinionRule(request.opinions(), Objects.requireNonNullElse(request.difference(), BigDecimal.ZERO));
        plans.lay(current.require(), id, rule, request.dueAt(), clock.instant());
        return plan(exam);
    }

    @Operation(summary = "Name just these judges as markers; who is new is told")
    @PutMapping("/markers")
    Plan name(@PathVariable String exam, @RequestBody MarkersRequest request) {
        ExamId id = ExamId.of(exam);
        plans.plan(current.require(), id);
        if (request.people() == null) {
            throw Problem.invalid("exam.marking.people").with("field", "people");
        }
        plans.name(
                current.require(),
                id,
                request.people().stream().map(PersonId::of).toList(),
                clock.instant());
        return plan(exam);
    }

    @Operation(summary = "How far it is by question and by marker, how far opinions lie apart, and every third opinion")
    @GetMapping("/progress")
    Progress progress(@PathVariable String exam) {
        Actor actor = current.require();
        ExamId id = ExamId.of(exam);
        MarkingProgress progress = plans.progress(actor, id);
        return new Progress(
                progress.answers(),
                progress.open(),
                progress.stuck(),
                progress.questions().stream().map(QuestionBody::of).toList(),
                progress.markers().stream().map(MarkerBody::of).toList(),
                plans.differences(actor, id).stream()
                        .map(one -> new DifferenceBody(
                                one.question(), one.number(), one.first(), one.second(), one.third()))
                        .toList());
    }
}
