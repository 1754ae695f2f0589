package org.lianbing.bank.call.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.call.Call;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalSheet;
import org.lianbing.bank.call.Report;
import org.lianbing.bank.call.ReportState;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trades;

/** The shapes of contributions in the API. */
@Component
class CallBodies {

    /** An option as typed, and whether it is right. */
    record ChoiceBody(String text, boolean key) {}

    /**
     * What a proposer wrote, as plain text; of options, truth, steps and number those count that the type has.
     *
     * @param trade id, code or name; left out in answer to a call
     * @param pictures hashes of stored pictures
     */
    record SheetBody(
            @Nullable String trade,
            String type,
            @Nullable String level,
            @Nullable String stem,
            @Nullable List<ChoiceBody> options,
            @Nullable Boolean truth,
            @Nullable List<String> steps,
            @Nullable String number,
            @Nullable String tolerance,
            @Nullable String unit,
            @Nullable String why,
            @Nullable List<String> pictures) {}

    record ProposalBody(
            String id,
            @Nullable String call,
            SheetBody sheet,
            String state,
            Instant savedAt,
            @Nullable LocalDate due,
            @Nullable String item,
            boolean published,
            boolean changed,
            String answer) {}

    record ReportBody(
            String id,
            String item,
            int version,
            String reason,
            String words,
            Instant madeAt,
            LocalDate due,
            ReportState state,
            @Nullable Integer fixedInVersion,
            String answer) {}

    record CallBody(
            String id,
            String trade,
            String theme,
            String words,
            Set<String> points,
            LocalDate opens,
            LocalDate closes) {}

    private final Trades trades;

    CallBodies(Trades trades) {
        this.trades = trades;
    }

    TradeId trade(@Nullable String text) {
        String wanted = text == null ? "" : text;
        return known("trade", wanted, trades.find(wanted)).id();
    }

    static <T> T known(String field, String text, Optional<T> found) {
        return found.orElseThrow(
                () -> Problem.invalid("call.query", field, text).with("field", field));
    }

    ProposalSheet sheet(SheetBody body) {
        String level = body.level();
        return new ProposalSheet(
                known("type", body.type(), ItemType.find(body.type())),
                level == null ? null : known("level", level, Level.find(level)),
                text(body.stem()),
                list(body.options()).stream()
                        .map(one -> new ProposalSheet.Choice(one.text(), one.key()))
                        .toList(),
                body.truth(),
                list(body.steps()),
                text(body.number()),
                text(body.tolerance()),
                text(body.unit()),
                text(body.why()),
                list(body.pictures()));
    }

    ProposalBody proposal(Proposal proposal) {
        Proposal.Outcome outcome = proposal.outcome();
        return new ProposalBody(
                proposal.id().toString(),
                proposal.call() == null ? null : proposal.call().toString(),
                sheet(proposal),
                proposal.state().name(),
                proposal.savedAt(),
                proposal.due(),
                outcome == null || outcome.item() == null
                        ? null
                        : outcome.item().toString(),
                outcome != null && outcome.published(),
                outcome != null && outcome.changed(),
                outcome == null ? "" : outcome.answer());
    }

    private SheetBody sheet(Proposal proposal) {
        ProposalSheet sheet = proposal.sheet();
        Level level = sheet.level();
        return new SheetBody(
                trades.get(proposal.trade()).code(),
                sheet.type().code(),
                level == null ? null : level.code(),
                sheet.stem(),
                sheet.options().stream()
                        .map(one -> new ChoiceBody(one.text(), one.key()))
                        .toList(),
                sheet.truth(),
                sheet.steps(),
                sheet.number(),
                sheet.tolerance(),
                sheet.unit(),
                sheet.why(),
                sheet.pictures());
    }

    ReportBody report(Report report) {
        return new ReportBody(
                report.id().toString(),
                report.said().item().toString(),
                report.versionNumber(),
                report.said().reason().code(),
                report.said().words(),
                report.madeAt(),
                report.due(),
                report.state(),
                report.fixedNumber(),
                report.answer());
    }

    CallBody call(Call call) {
        return new CallBody(
                call.id().toString(),
                trades.get(call.draft().trade()).code(),
                call.draft().theme(),
                call.draft().words(),
                call.draft().points().stream().map(Object::toString).collect(java.util.stream.Collectors.toSet()),
                call.draft().opens(),
                call.draft().closes());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
