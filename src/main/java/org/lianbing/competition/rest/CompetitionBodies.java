package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.lianbing.bank.PartialCredit;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionState;
import org.lianbing.competition.OpeningProgress;
import org.lianbing.competition.ResultRow;
import org.lianbing.competition.ResultSheet;
import org.lianbing.competition.Stage;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.DisclosureRule;
import org.lianbing.exam.Erratum;
import org.lianbing.exam.ExamClock;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.Figures;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Aids;
import org.lianbing.paper.LevelMix;
import org.lianbing.trade.Trades;

/** Competitions as JSON. */
@Component
class CompetitionBodies {

    @Schema(name = "DrawnPart")
    record Part(
            String type,
            int count,
            BigDecimal points,
            @Nullable PartialCredit credit,

            @Schema(description = "Whether they are drawn from a sealed set; which one is not told here")
            boolean sealed,

            @Schema(description = "How many of them; the others come from the bank")
            int sealedCount) {}

    @Schema(name = "DrawnPaper")
    record Paper(
            List<Part> sections,
            int items,
            BigDecimal maxScore,

            @Schema(description = "How many parallel forms; 0 for one for each candidate")
            int forms,

            boolean shuffled,

            @Schema(description = "How much comes from which level, in percent; empty for all from its own")
            Map<String, Integer> levels,

            CompetitionRequest.LeaveOut leaveOut) {}

    @Schema(name = "DisclosureRule", description = "When something comes out after the scores")
    record Out(DisclosureRule rule, @Nullable Instant at) {
        static Out of(Disclosure disclosure) {
            return new Out(disclosure.rule(), disclosure.at());
        }
    }

    @Schema(name = "Competition")
    record Body(
            String id,
            String name,
            String trade,
            @Nullable String level,
            CompetitionState state,
            ExamPhase phase,
            Instant opensAt,
            Instant closesAt,
            long durationSeconds,
            LateStart lateStart,
            long graceSeconds,

            @Schema(description = "When nobody may start any more, as far as it is known now")
            Instant lastEntryAt,

            @Schema(description = "Extra time for all") long extraSeconds,

            @Schema(description = "Since when it is paused for all; null while it runs") @Nullable
            Instant pausedAt,

            Paper blueprint,
            ReleaseRule release,
            boolean showsAnswers,
            Out answers,
            Out explanations,
            int passPercent,
            boolean liveBoard,
            Aids aids,
            AccessBody access,
            @Nullable String examId,
            @Nullable String boardId,
            @Nullable Figures figures,

            @Schema(description = "While its papers are being made, and of a draft whose last opening came to nothing")
            @Nullable
            OpeningBody opening,

            Instant serverTime) {}

    @Schema(name = "CompetitionOpening")
    record OpeningBody(
            @Schema(description = "How many forms there will be")
            int forms,

            @Schema(description = "Whether it is decided what stands in them")
            boolean drawn,

            @Schema(description = "How many are made") int made,

            @Schema(description = "Why it came to nothing; null while it goes on") @Nullable
            OpeningFailure failure) {

        static OpeningBody of(OpeningProgress progress) {
            OpeningProgress.Failure failure = progress.failure();
            return new OpeningBody(
                    progress.forms(),
                    progress.drawn(),
                    progress.made(),
                    failure == null
                            ? null
                            : new OpeningFailure(
                                    failure.at(), failure.code(), failure.in(LocaleContextHolder.getLocale())));
        }
    }

    @Schema(name = "CompetitionOpeningFailure")
    record OpeningFailure(Instant at, String code, String detail) {}

    @Schema(name = "Contestant")
    record Row(
            @Nullable Integer place,
            String personId,
            String name,
            String unit,
            int seat,
            ResultRow.State state,
            int answered,
            int items,
            @Nullable BigDecimal score,
            @Nullable Long timeUsedSeconds,
            @Nullable Instant handedInAt,

            @Schema(description = "Why the attempt was declared void") @Nullable
            String voidReason,

            @Schema(description = "How many answers were set aside, late or from a device that was taken over")
            int setAside) {
        static Row of(ResultRow row) {
            return new Row(
                    row.place(),
                    row.person().toString(),
                    row.name(),
                    row.unit(),
                    row.seat(),
                    row.state(),
                    row.answered(),
                    row.items(),
                    row.score(),
                    row.timeUsed() == null ? null : row.timeUsed().toSeconds(),
                    row.endedAt(),
                    row.voidReason(),
                    row.setAside());
        }
    }

    @Schema(name = "ResultSheet")
    record Sheet(
            String id,
            String name,
            CompetitionState state,
            BigDecimal maxScore,
            Figures figures,
            List<Row> rows,
            List<ErratumBody> errata,
            Instant serverTime) {}

    @Schema(name = "ContestErratum")
    record ErratumBody(
            @Schema(description = "From 1; 0 where there is one form alone")
            int form,

            int slot,
            String type,
            String kind,
            BigDecimal maxScore,
            @Nullable String reason,
            Instant at) {
        static ErratumBody of(Erratum one) {
            return new ErratumBody(
                    one.form(), one.slot(), one.type().code(), one.kind(), one.maxScore(), one.reason(), one.at());
        }
    }

    private final Trades trades;

    CompetitionBodies(Trades trades) {
        this.trades = trades;
    }

    Body body(Competition competition, ExamClock clock, @Nullable Figures figures, Instant now) {
        CompetitionDraft draft = competition.draft();
        Stage stage = competition.stage();
        return new Body(
                competition.id().toString(),
                draft.name(),
                trades.get(draft.trade()).code(),
                draft.level() == null ? null : draft.level().code(),
                competition.state(),
                clock.phaseAt(now),
                draft.window().opensAt(),
                draft.window().closesAt(),
                draft.window().duration().toSeconds(),
                draft.window().lateStart(),
                draft.window().grace().toSeconds(),
                clock.lastEntry(),
                clock.extra().toSeconds(),
                clock.pausedAt(),
                paper(draft),
                draft.releaseRule(),
                draft.results().showsAnswers(),
                Out.of(draft.results().answers()),
                Out.of(draft.results().explanations()),
                draft.results().passPercent(),
                draft.liveBoard(),
                draft.aids(),
                AccessBody.of(draft.access()),
                stage == null ? null : stage.exam().toString(),
                stage == null ? null : stage.board().toString(),
                figures,
                competition.opening() == null ? null : OpeningBody.of(competition.opening()),
                now);
    }

    private static Paper paper(CompetitionDraft draft) {
        return new Paper(
                draft.sections().stream()
                        .map(section -> new Part(
                                section.type().code(),
                                section.count(),
                                section.pointsEach(),
                                section.credit(),
                                section.sealedSet() != null,
                                section.sealedCount()))
                        .toList(),
                draft.items(),
                draft.maxScore(),
                draft.paperRules().forms(),
                draft.paperRules().shuffled(),
                levels(draft.paperRules().levels()),
                CompetitionRequest.LeaveOut.of(draft.leftOut()));
    }

    private static Map<String, Integer> levels(@Nullable LevelMix mix) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        if (mix != null) {
            mix.levels()
                    .forEach(level -> levels.put(level.code(), mix.percents().get(level)));
        }
        return levels;
    }

    Sheet sheet(ResultSheet sheet, Instant now) {
        Competition competition = sheet.competition();
        return new Sheet(
                competition.id().toString(),
                competition.draft().name(),
                competition.state(),
                sheet.maxScore(),
                sheet.figures(),
                sheet.rows().stream().map(Row::of).toList(),
                sheet.errata().stream().map(ErratumBody::of).toList(),
                now);
    }
}
