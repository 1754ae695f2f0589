package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.SlotFigures;
import org.lianbing.base.PersonId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.CorrectionState;
import org.lianbing.exam.ReplacedResult;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;

/** Corrections as JSON. */
final class CorrectionBodies {

    private CorrectionBodies() {}

    @Schema(name = "GivenAnswer")
    record Given(
            JsonNode value, int times, int strong, @Nullable BigDecimal fraction) {}

    @Schema(name = "SlotUnderReview")
    record SlotBody(
            @Schema(description = "The first form that has the item, from 1; 0 where there is one alone")
            int form,

            int slot,
            String type,
            BigDecimal maxScore,
            @Nullable String stem,
            @JsonUnwrapped @Nullable SlotView body,
            SlotFeedback.@Nullable Key key,
            SlotFeedback.@Nullable Corrected corrected,
            @Nullable Integer attempts,
            @Nullable Double facility,
            @Nullable Double discrimination,
            List<Given> given,

            @Schema(description = "WRONG_BEATS_KEY, GOOD_FAIL: what speaks for a wrong key")
            Set<SlotSheet.Flag> flags) {

        static SlotBody of(SlotSheet sheet) {
            SlotFeedback feedback = sheet.feedback();
            SlotFigures figures = sheet.figures();
            return new SlotBody(
                    sheet.form(),
                    sheet.slot().number(),
                    sheet.slot().type().code(),
                    sheet.slot().maxScore(),
                    feedback == null ? null : feedback.stem(),
                    feedback == null ? null : feedback.body(),
                    feedback == null ? null : feedback.key(),
                    feedback == null ? null : feedback.corrected(),
                    figures == null ? null : figures.attempts(),
                    figures == null ? null : figures.facility(),
                    figures == null ? null : figures.discrimination(),
                    figures == null
                            ? List.of()
                            : figures.given().stream()
                                    .map(one -> new Given(one.value(), one.times(), one.strong(), one.fraction()))
                                    .toList(),
                    sheet.flags());
        }
    }

    @Schema(name = "CorrectionProposal")
    record Body(
            String id,

            @Schema(description = "From 1; 0 where there is one form alone")
            int form,

            int slot,

            @Schema(allowableValues = {"key", "full-marks", "taken-out"})
            String kind,

            String reason,
            boolean reportsItem,
            CorrectionState state,
            int basis,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String decision,
            @Nullable Integer generation,
            @Nullable Instant regradedAt) {

        static Body of(CorrectionProposal one) {
            PersonId decidedBy = one.decidedBy();
            return new Body(
                    one.id().toString(),
                    one.draft().form(),
                    one.draft().slot(),
                    one.draft().ruling().code(),
                    one.draft().reason(),
                    one.draft().reportsItem(),
                    one.state(),
                    one.basis(),
                    one.proposedBy().toString(),
                    one.proposedAt(),
                    decidedBy == null ? null : decidedBy.toString(),
                    one.decidedAt(),
                    one.decision(),
                    one.generation(),
                    one.regradedAt());
        }
    }

    @Schema(name = "WaitingCorrection")
    record Waiting(@Nullable String competitionId, Body correction) {}

    @Schema(name = "CorrectionDesk")
    record Desk(List<SlotBody> slots, List<Body> corrections) {}

    @Schema(name = "CorrectionPreviewLine")
    record Line(
            String personId,
            String name,
            BigDecimal before,
            BigDecimal after,
            boolean passedBefore,
            boolean passesAfter,
            @Nullable Integer placeBefore,
            @Nullable Integer placeAfter) {}

    @Schema(name = "CorrectionPreview")
    record Preview(
            @Schema(description = "Goes with the approval, so that it holds for what was seen")
            int basis,

            BigDecimal maxBefore,
            BigDecimal maxAfter,
            BigDecimal passBefore,
            BigDecimal passAfter,
            int attempts,
            int changing,
            int up,
            int down,
            int moving,

            @Schema(description = "How many change by how much")
            Map<BigDecimal, Long> distribution,

            @Schema(description = "Everybody whom it concerns")
            List<Line> lines) {

        static Preview of(CorrectionPreview preview, Map<PersonId, PersonName> names) {
            return new Preview(
                    preview.basis(),
                    preview.maxBefore(),
                    preview.maxAfter(),
                    preview.passBefore(),
                    preview.passAfter(),
                    preview.lines().size(),
                    preview.changing(),
                    preview.up().size(),
                    preview.down().size(),
                    preview.moving(),
                    preview.distribution(),
                    preview.lines().stream()
                            .filter(CorrectionPreview.Line::concerns)
                            .map(line -> line(line, names.get(line.person())))
                            .toList());
        }

        private static Line line(CorrectionPreview.Line line, @Nullable PersonName name) {
            return new Line(
                    line.person().toString(),
                    name == null ? "" : name.name(),
                    line.before(),
                    line.after(),
                    line.passedBefore(),
                    line.passesAfter(),
                    line.placeBefore(),
                    line.placeAfter());
        }
    }

    @Schema(name = "ResultHistoryEntry")
    record Replaced(
            int generation,
            BigDecimal score,
            BigDecimal maxScore,
            Instant scoredAt,
            Instant replacedAt,

            @Schema(description = "What, why and by whom") List<Body> causes) {
        static Replaced of(ReplacedResult one) {
            return new Replaced(
                    one.past().generation(),
                    one.past().score(),
                    one.past().maxScore(),
                    one.past().scoredAt(),
                    one.past().replacedAt(),
                    one.causes().stream().map(Body::of).toList());
        }
    }
}
