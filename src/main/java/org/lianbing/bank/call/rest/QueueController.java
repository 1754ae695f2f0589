package org.lianbing.bank.call.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.call.CallDraft;
import org.lianbing.bank.call.CallId;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.ProposalDesk;
import org.lianbing.bank.call.ProposalId;
import org.lianbing.bank.call.ReportDesk;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.PointId;

/** What waits for an answer, and answering it; calls are made here too. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "contributions")
class QueueController {

    private final ReportDesk reports;
    private final ProposalDesk proposals;
    private final Calls calls;
    private final CallBodies bodies;
    private final CurrentActor current;

    QueueController(ReportDesk reports, ProposalDesk proposals, Calls calls, CallBodies bodies, CurrentActor current) {
        this.reports = reports;
        this.proposals = proposals;
        this.calls = calls;
        this.bodies = bodies;
        this.current = current;
    }

    /** @param mended whether there is a version newer than any reported */
    record ReportedBody(
            String item,
            String code,
            int newestVersion,
            boolean mended,
            LocalDate due,
            List<CallBodies.ReportBody> reports) {}

    record QueueBody(List<ReportedBody> reported, List<CallBodies.ProposalBody> proposals) {}

    /**
     * @param fixed true where the newest version mends it, false where the item stays as it is
     * @param words to the reporters; needed where it stays
     */
    record AnswerBody(boolean fixed, @Nullable String words) {}

    record TakingBody(
            @Nullable Set<String> levels,
            @Nullable Set<String> points,
            @Nullable String words) {}

    record TakenBody(String item) {}

    record DecliningBody(@Nullable String words) {}

    /** @param units ids; the people of these and of all below them are addressed */
    record CallMakingBody(
            String trade,
            String theme,
            @Nullable String words,
            @Nullable Set<String> points,
            Set<String> units,
            LocalDate opens,
            LocalDate closes) {}

    record MadeBody(String id) {}

    @GetMapping("/api/contribution-queue")
    @Operation(summary = "Reports by item and proposals that wait, the longest due first")
    QueueBody waiting(@RequestParam(required = false) @Nullable String trade) {
        Actor actor = current.require();
        TradeId wanted = trade == null ? null : bodies.trade(trade);
        return new QueueBody(
                reports.waiting(actor, wanted).stream()
                        .map(one -> new ReportedBody(
                                one.item().id().toString(),
                                one.item().code(),
                                one.newest().number(),
                                one.mended(),
                                one.due(),
                                one.reports().stream().map(bodies::report).toList()))
                        .toList(),
                proposals.waiting(actor, wanted).stream().map(bodies::proposal).toList());
    }

    @PostMapping("/api/items/{item}/reports/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer all reports of an item that wait")
    void answer(@PathVariable String item, @RequestBody AnswerBody body) {
        String words = text(body.words());
        if (body.fixed()) {
            reports.fixed(current.require(), ItemId.of(item), words);
        } else {
            reports.kept(current.require(), ItemId.of(item), words);
        }
    }

    @PostMapping("/api/proposals/{proposal}/taking")
    @Operation(summary = "Take a proposal as a draft; its proposer is the author")
    TakenBody take(@PathVariable String proposal, @RequestBody TakingBody body) {
        Set<Level> levels = set(body.levels()).stream()
                .map(level -> CallBodies.known("levels", level, Level.find(level)))
                .collect(Collectors.toSet());
        Set<PointId> points = set(body.points()).stream().map(PointId::of).collect(Collectors.toSet());
        return new TakenBody(proposals
                .take(current.require(), ProposalId.of(proposal), levels, points, text(body.words()))
                .toString());
    }

    @PostMapping("/api/proposals/{proposal}/declining")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline a proposal with a word")
    void decline(@PathVariable String proposal, @RequestBody DecliningBody body) {
        proposals.decline(current.require(), ProposalId.of(proposal), text(body.words()));
    }

    @PostMapping("/api/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a call for items")
    MadeBody call(@RequestBody CallMakingBody body) {
        CallId id = calls.make(
                current.require(),
                new CallDraft(
                        bodies.trade(body.trade()),
                        body.theme(),
                        text(body.words()),
                        set(body.points()).stream().map(PointId::of).collect(Collectors.toSet()),
                        body.units().stream().map(UnitId::of).collect(Collectors.toSet()),
                        body.opens(),
                        body.closes()));
        return new MadeBody(id.toString());
    }

    @PostMapping("/api/calls/{call}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a call before its last day")
    void close(@PathVariable String call) {
        calls.close(current.require(), CallId.of(call));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Set<String> set(@Nullable Set<String> set) {
        return set == null ? Set.of() : set;
    }
}
