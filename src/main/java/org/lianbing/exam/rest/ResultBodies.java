package org.lianbing.exam.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.MarkedSlot;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.SittingMedia;
import org.lianbing.attempt.SlotResult;
import org.lianbing.attempt.rest.WorkFileFacts;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.DisclosureRule;
import org.lianbing.exam.Erratum;
import org.lianbing.exam.ExamResult;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;
import org.lianbing.ranking.BoardId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Results as JSON. */
@Component
class ResultBodies {

    @Schema(name = "ExaminedPoint")
    record PointBody(String id, String code, String name) {}

    @Schema(name = "ExaminedSlot")
    record SlotBody(
            int slot,

            @Schema(description = "The slot of its item: the parts of a case share it")
            int itemSlot,

            String type,
            @Nullable String caseStem,
            String stem,
            @JsonUnwrapped SlotView body,
            @Nullable JsonNode value,

            @Schema(description = "Of the files of work that the response names; they are fetched from the attempt")
            List<WorkFileFacts> files,

            @Schema(description = "Null, as fraction and reason, while the item is secret for another exam") @Nullable
            Boolean correct,

            @Nullable BigDecimal fraction,
            @Nullable String reason,
            List<@Nullable Boolean> marks,

            @Schema(description = "How people marked what was written; null where nobody had to") @Nullable
            MarkedSlot marked,

            BigDecimal maxScore,
            SlotFeedback.Key key,
            String explanation,
            List<SlotFeedback.Why> whys,
            @Nullable PointBody point,

            @Schema(description = "What was corrected about its key; null for nothing")
            SlotFeedback.@Nullable Corrected corrected) {}

    @Schema(name = "WhatComesWhen")
    record Out(
            boolean out,
            DisclosureRule rule,

            @Schema(description = "The stated instant, where there is one") @Nullable
            Instant at) {}

    @Schema(name = "ErratumLine")
    record ErratumBody(
            int slot,
            String type,

            @Schema(allowableValues = {"key", "full-marks", "taken-out"})
            String kind,

            BigDecimal maxScore,

            @Schema(description = "Null until the answers are out") @Nullable
            String reason,

            Instant at) {
        static ErratumBody of(Erratum one) {
            return new ErratumBody(one.slot(), one.type().code(), one.kind(), one.maxScore(), one.reason(), one.at());
        }
    }

    @Schema(name = "ReplacedResult", description = "A result that a correction replaced; it stays on record")
    record Before(BigDecimal score, BigDecimal maxScore, Instant replacedAt) {
        static Before of(PastScore past) {
            return new Before(past.score(), past.maxScore(), past.replacedAt());
        }
    }

    /** @param keptBack how many items nothing is told about, since they are secret for another exam */
    record Result(
            String attemptId,
            String title,
            BigDecimal score,
            BigDecimal maxScore,
            @Nullable Integer place,
            @Nullable Integer participants,
            int items,
            @Nullable Long timeUsedSeconds,
            @Nullable Instant handedInAt,
            List<SlotBody> slots,
            int keptBack,
            @Nullable String boardId,
            @Nullable String mediaPass,
            Out answers,
            Out explanations,
            List<ErratumBody> errata,
            List<Before> before,
            BigDecimal passMark) {}

    private final Outlines outlines;
    private final SittingMedia clips;

    ResultBodies(Outlines outlines, SittingMedia clips) {
        this.outlines = outlines;
        this.clips = clips;
    }

    Result result(ExamResult result, Instant now) {
        AttemptSummary attempt = result.attempt();
        BoardId board = result.exam().draft().board();
        ResultRules rules = result.exam().draft().results();
        Map<PointId, Point> points = outlines.points(result.slots().stream()
                .map(SlotResult::points)
                .flatMap(Collection::stream)
                .toList());
        return new Result(
                attempt.id().toString(),
                attempt.title(),
                result.score(),
                attempt.maxScore(),
                result.place(),
                result.participants(),
                attempt.slots(),
                attempt.timeUsed() == null ? null : attempt.timeUsed().toSeconds(),
                attempt.endedAt(),
                result.slots().stream().map(slot -> slot(slot, points)).toList(),
                SlotResult.keptBack(result.slots()),
                board == null ? null : board.toString(),
                clips.passOf(attempt.id(), attempt.person()).orElse(null),
                out(result.exam().answersOut(now), rules.answers()),
                out(result.exam().explanationsOut(now), rules.explanations()),
                result.errata().stream().map(ErratumBody::of).toList(),
                result.before().stream().map(Before::of).toList(),
                rules.passMark(attempt.maxScore()));
    }

    private static Out out(boolean out, Disclosure disclosure) {
        return new Out(out, disclosure.rule(), disclosure.at());
    }

    /** An item that stands in another paper still under embargo keeps its key to itself, and the verdict, which tells it. */
    private static SlotBody slot(SlotResult slot, Map<PointId, Point> points) {
        boolean told = !slot.isKeptBack();
        SlotFeedback feedback = slot.feedback() == null ? SlotFeedback.keptBack(slot.slot()) : slot.feedback();
        return new SlotBody(
                slot.slot(),
                slot.itemSlot(),
                slot.type().code(),
                feedback.caseStem(),
                feedback.stem(),
                feedback.body(),
                slot.value(),
                WorkFileFacts.of(slot.files()),
                told ? slot.correct() : null,
                told ? slot.fraction() : null,
                told ? slot.reason() : null,
                told ? slot.marks() : List.of(),
                told ? slot.marked() : null,
                slot.maxScore(),
                feedback.key(),
                feedback.explanation(),
                feedback.whys(),
                point(slot.points(), points),
                feedback.corrected());
    }

    private static @Nullable PointBody point(Set<PointId> ids, Map<PointId, Point> points) {
        for (PointId id : ids) {
            Point point = points.get(id);
            if (point != null) {
                return new PointBody(id.toString(), point.code(), point.name());
            }
        }
        return null;
    }
}
