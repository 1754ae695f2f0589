package org.lianbing.competition.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.ExamId;
import org.lianbing.paper.SlotRuling;

/** Corrections of keys over HTTP, for organizers and reviewers, or setters: proposed by one, approved by another. */
@RestController
@RolesAllowed({"ORGANIZER", "REVIEWER", "TRAINER"})
@Tag(name = "corrections", description = "Corrections of keys and scoring again, with four eyes")
class CorrectionsController {

    private static final String BASE = "/api/competitions/{competition}/corrections";

    @Schema(name = "CorrectionRequest")
    record Request(
            @Schema(description = "Which of several forms, from 1; left out where there is one alone") @Nullable
            Integer form,

            @Schema(description = "As numbered in the form") @Nullable
            Integer slot,

            @Nullable RulingRequest ruling,

            @Schema(description = "As candidates will read it") @Nullable
            String reason,

            @Schema(description = "Whether the bank is told that the item needs mending; true where it is left out")
            @Nullable
            Boolean reportsItem) {}

    @Schema(name = "CorrectionApproval")
    record Approval(
            @Schema(description = "That of the preview that was seen") @Nullable
            Integer basis) {}

    @Schema(name = "CorrectionRefusal")
    record Refusal(@Nullable String reason) {}

    private final CorrectionDesk desk;
    private final ContestCorrections contests;
    private final RulingReader rulings;
    private final CurrentActor current;
    private final Clock clock;

    CorrectionsController(
            CorrectionDesk desk, ContestCorrections contests, RulingReader rulings, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.contests = contests;
        this.rulings = rulings;
        this.current = current;
        this.clock = clock;
    }

    @Operation(
            summary = "Every slot with key, facility and answers given, what speaks for a wrong key, and all proposals")
    @GetMapping(BASE)
    CorrectionBodies.Desk desk(@PathVariable String competition) {
        Actor actor = current.require();
        ExamId exam = exam(competition);
        Instant now = clock.instant();
        return new CorrectionBodies.Desk(
                desk.slots(actor, exam, now).stream()
                        .map(CorrectionBodies.SlotBody::of)
                        .toList(),
                desk.of(actor, exam, now).stream()
                        .map(CorrectionBodies.Body::of)
                        .toList());
    }

    @Operation(summary = "What waits for a second person in the caller's reach, the oldest first")
    @GetMapping("/api/corrections/waiting")
    List<CorrectionBodies.Waiting> waiting() {
        return desk.waiting(current.require()).stream()
                .map(one -> new CorrectionBodies.Waiting(
                        contests.competition(one.exam())
                                .map(CompetitionId::toString)
                                .orElse(null),
                        CorrectionBodies.Body.of(one)))
                .toList();
    }

    @Operation(summary = "What a correction would do; changes nothing")
    @PostMapping(BASE + "/preview")
    CorrectionBodies.Preview preview(@PathVariable String competition, @RequestBody Request request) {
        Actor actor = current.require();
        ExamId exam = exam(competition);
        Instant now = clock.instant();
        int slot = needed(request.slot(), "slot");
        return body(desk.preview(actor, exam, form(request), slot, ruling(actor, exam, request, now), now));
    }

    @Operation(summary = "Proposes a correction; nothing changes before a second person approves")
    @PostMapping(BASE)
    @ResponseStatus(HttpStatus.CREATED)
    CorrectionBodies.Body propose(@PathVariable String competition, @RequestBody Request request) {
        Actor actor = current.require();
        ExamId exam = exam(competition);
        Instant now = clock.instant();
        CorrectionDraft draft = new CorrectionDraft(
                form(request),
                needed(request.slot(), "slot"),
                ruling(actor, exam, request, now),
                needed(request.reason(), "reason"),
                request.reportsItem() == null || request.reportsItem());
        return CorrectionBodies.Body.of(desk.get(actor, desk.propose(actor, exam, draft, now), now));
    }

    @Operation(summary = "A proposal, and what became of it")
    @GetMapping(BASE + "/{correction}")
    CorrectionBodies.Body get(@PathVariable String competition, @PathVariable String correction) {
        return CorrectionBodies.Body.of(found(competition, correction));
    }

    @Operation(summary = "What a proposal would do with what is in force by now; its basis goes with the approval")
    @GetMapping(BASE + "/{correction}/preview")
    CorrectionBodies.Preview preview(@PathVariable String competition, @PathVariable String correction) {
        return body(
                desk.preview(current.require(), found(competition, correction).id(), clock.instant()));
    }

    @Operation(summary = "Approves somebody else's proposal: in force at once, and everybody is scored again")
    @PostMapping(BASE + "/{correction}/approval")
    CorrectionBodies.Body approve(
            @PathVariable String competition, @PathVariable String correction, @RequestBody Approval approval) {
        Actor actor = current.require();
        CorrectionId id = found(competition, correction).id();
        desk.approve(actor, id, needed(approval.basis(), "basis"), clock.instant());
        return CorrectionBodies.Body.of(desk.get(actor, id, clock.instant()));
    }

    @Operation(summary = "Refuses somebody else's proposal, with the reason")
    @PostMapping(BASE + "/{correction}/refusal")
    CorrectionBodies.Body refuse(
            @PathVariable String competition, @PathVariable String correction, @RequestBody Refusal refusal) {
        Actor actor = current.require();
        CorrectionId id = found(competition, correction).id();
        desk.refuse(actor, id, needed(refusal.reason(), "reason"), clock.instant());
        return CorrectionBodies.Body.of(desk.get(actor, id, clock.instant()));
    }

    @Operation(summary = "Takes one's own proposal back")
    @DeleteMapping(BASE + "/{correction}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String competition, @PathVariable String correction) {
        desk.withdraw(current.require(), found(competition, correction).id(), clock.instant());
    }

    @Operation(summary = "The results that a contestant had before, with the corrections that replaced them")
    @GetMapping("/api/competitions/{competition}/contestants/{person}/history")
    List<CorrectionBodies.Replaced> history(@PathVariable String competition, @PathVariable String person) {
        return desk.history(current.require(), exam(competition), PersonId.of(person), clock.instant()).stream()
                .map(CorrectionBodies.Replaced::of)
                .toList();
    }

    private ExamId exam(String competition) {
        return contests.exam(CompetitionId.of(competition));
    }

    private CorrectionProposal found(String competition, String correction) {
        ExamId exam = exam(competition);
        CorrectionProposal found = desk.get(current.require(), CorrectionId.of(correction), clock.instant());
        if (!found.exam().equals(exam)) {
            throw Problem.notFound("base.not-found");
        }
        return found;
    }

    private SlotRuling ruling(Actor actor, ExamId exam, Request request, Instant now) {
        int slot = needed(request.slot(), "slot");
        return rulings.read(needed(request.ruling(), "ruling"), desk.frozen(actor, exam, form(request), slot, now));
    }

    private static int form(Request request) {
        return request.form() == null ? 0 : request.form();
    }

    private CorrectionBodies.Preview body(CorrectionPreview preview) {
        return CorrectionBodies.Preview.of(
                preview,
                contests.names(preview.lines().stream()
                        .map(CorrectionPreview.Line::person)
                        .toList()));
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.invalid("competition.field-missing", field);
        }
        return value;
    }
}
