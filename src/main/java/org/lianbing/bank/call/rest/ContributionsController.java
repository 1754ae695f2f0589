package org.lianbing.bank.call.rest;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.call.CallId;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.Credit;
import org.lianbing.bank.call.Credits;
import org.lianbing.bank.call.ProposalId;
import org.lianbing.bank.call.Proposals;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;

/** What a worker gives to the bank, and what became of it. */
@RestController
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "contributions", description = "Calls (征集), proposals, reports of errors and their answers")
class ContributionsController {

    private static final int PAGE = 50;

    private final Calls calls;
    private final Proposals proposals;
    private final Reports reports;
    private final Credits credits;
    private final CallBodies bodies;
    private final CurrentActor current;

    ContributionsController(
            Calls calls,
            Proposals proposals,
            Reports reports,
            Credits credits,
            CallBodies bodies,
            CurrentActor current) {
        this.calls = calls;
        this.proposals = proposals;
        this.reports = reports;
        this.credits = credits;
        this.bodies = bodies;
        this.current = current;
    }

    /**
     * @param taken proposals that were taken, in all
     * @param found reports that led to a mended version, in all
     */
    record MineBody(
            int taken, int found, List<CallBodies.ProposalBody> proposals, List<CallBodies.ReportBody> reports) {}

    record BoardLine(String name, int taken, int found, boolean own) {}

    record BeginBody(@Nullable String call, CallBodies.SheetBody sheet) {}

    @GetMapping("/api/contributions")
    @Operation(summary = "Own proposals and reports with what became of them, 50 of each a page")
    MineBody mine(@RequestParam(defaultValue = "0") int page) {
        Actor actor = current.require();
        Credit credit = credits.of(actor);
        PageOf wanted = PageOf.number(page, PAGE);
        return new MineBody(
                credit.taken(),
                credit.found(),
                proposals.mine(actor, wanted).rows().stream()
                        .map(bodies::proposal)
                        .toList(),
                reports.mine(actor, wanted).rows().stream().map(bodies::report).toList());
    }

    @GetMapping("/api/contributions/board")
    @Operation(summary = "Who gave most in one's unit, or with trade= to a trade")
    List<BoardLine> board(@RequestParam(required = false) @Nullable String trade) {
        Actor actor = current.require();
        List<Credits.Line> lines = trade == null ? credits.ofUnit(actor) : credits.ofTrade(actor, bodies.trade(trade));
        return lines.stream()
                .map(line -> new BoardLine(line.name(), line.taken(), line.found(), line.own()))
                .toList();
    }

    @GetMapping("/api/calls")
    @Operation(summary = "The calls that address one today")
    List<CallBodies.CallBody> calls() {
        return calls.openFor(current.require()).stream().map(bodies::call).toList();
    }

    @PostMapping("/api/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a proposal, for a call or without one; it need not be complete")
    CallBodies.ProposalBody begin(@RequestBody BeginBody body) {
        Actor actor = current.require();
        String call = body.call();
        CallId answered = call == null ? null : CallId.of(call);
        ProposalId id = proposals.begin(
                actor,
                answered,
                answered == null
                        ? bodies.trade(body.sheet().trade())
                        : calls.open(actor, answered).draft().trade(),
                bodies.sheet(body.sheet()));
        return bodies.proposal(proposals.own(actor, id));
    }

    @PutMapping("/api/proposals/{proposal}")
    @Operation(summary = "Keep what is written so far")
    CallBodies.ProposalBody save(@PathVariable String proposal, @RequestBody CallBodies.SheetBody sheet) {
        Actor actor = current.require();
        ProposalId id = ProposalId.of(proposal);
        String trade = sheet.trade();
        proposals.save(
                actor, id, trade == null ? proposals.own(actor, id).trade() : bodies.trade(trade), bodies.sheet(sheet));
        return bodies.proposal(proposals.own(actor, id));
    }

    @PostMapping("/api/proposals/{proposal}/sending")
    @Operation(summary = "Send it to the people of the trade")
    CallBodies.ProposalBody send(@PathVariable String proposal) {
        Actor actor = current.require();
        proposals.send(actor, ProposalId.of(proposal));
        return bodies.proposal(proposals.own(actor, ProposalId.of(proposal)));
    }

    @DeleteMapping("/api/proposals/{proposal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away")
    void discard(@PathVariable String proposal) {
        proposals.discard(current.require(), ProposalId.of(proposal));
    }
}
