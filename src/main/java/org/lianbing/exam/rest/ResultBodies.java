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
import org.lianbing.attempt.SittingMedia;
import org.lianbing.attempt.SlotResult;
import org.lianbing.exam.ExamResult;
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
            String type,
            @Nullable String caseStem,
            String stem,
            @JsonUnwrapped SlotView body,
            @Nullable JsonNode value,
            boolean correct,
            BigDecimal fraction,
            String reason,
            List<@Nullable Boolean> marks,
            SlotFeedback.Key key,
            String explanation,
            List<SlotFeedback.Why> whys,
            @Nullable PointBody point) {}

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
            @Nullable String boardId,
            @Nullable String mediaPass) {}

    private final Outlines outlines;
    private final SittingMedia clips;

    ResultBodies(Outlines outlines, SittingMedia clips) {
        this.outlines = outlines;
        this.clips = clips;
    }

    Result result(ExamResult result) {
        AttemptSummary attempt = result.attempt();
        BoardId board = result.exam().draft().board();
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
                board == null ? null : board.toString(),
                clips.passOf(attempt.id(), attempt.person()).orElse(null));
    }

    /** An item that stands in another paper still under embargo keeps its key to itself. */
    private static SlotBody slot(SlotResult slot, Map<PointId, Point> points) {
        SlotFeedback feedback = slot.feedback() == null ? SlotFeedback.keptBack(slot.slot()) : slot.feedback();
        return new SlotBody(
                slot.slot(),
                slot.type().code(),
                feedback.caseStem(),
                feedback.stem(),
                feedback.body(),
                slot.value(),
                slot.correct(),
                slot.fraction(),
                slot.reason(),
                slot.marks(),
                feedback.key(),
                feedback.explanation(),
                feedback.whys(),
                point(slot.points(), points));
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
