package org.lianbing.competition.rest;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.SealedShare;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.CompetitionState;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Results;

/** Competitions for organizers: of other units' competitions nothing is known here. */
@RestController
@RequestMapping("/api/competitions")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions", description = "Competitions for organizers")
class CompetitionsController {

    record Listed(List<CompetitionBodies.Body> rows, long total) {}

    @Schema(name = "SealedShare")
    record Share(String id, String title, Map<String, Integer> items) {
        static Share of(SealedShare share) {
            return new Share(
                    share.set().toString(),
                    share.title(),
                    share.there().entrySet().stream()
                            .collect(Collectors.toMap(one -> one.getKey().code(), Map.Entry::getValue)));
        }
    }

    private static final int ROWS = 50;

    private final Competitions competitions;
    private final Results results;
    private final Drafts drafts;
    private final CompetitionBodies bodies;
    private final CurrentActor current;
    private final Clock clock;

    CompetitionsController(
            Competitions competitions,
            Results results,
            Drafts drafts,
            CompetitionBodies bodies,
            CurrentActor current,
            Clock clock) {
        this.competitions = competitions;
        this.results = results;
        this.drafts = drafts;
        this.bodies = bodies;
        this.current = current;
        this.clock = clock;
    }

    @Operation(summary = "The competitions of the caller's units, the latest first")
    @GetMapping
    Listed all(@RequestParam(required = false) @Nullable String trade, @RequestParam(defaultValue = "0") int page) {
        var found = competitions.find(
                current.require(), trade == null ? null : drafts.trade(trade).id(), PageOf.number(page, ROWS));
        return new Listed(
                found.rows().stream()
                        .map(card -> bodies.body(card.competition(), card.clock(), card.figures(), clock.instant()))
                        .toList(),
                found.total());
    }

    @Operation(summary = "The sealed sets from which the caller may draw, with how many items of each type, unread")
    @GetMapping("/sealed-sets")
    List<Share> sealedSets(@RequestParam String trade, @RequestParam(required = false) @Nullable String level) {
        return drafts.availability(current.require(), trade, level).sealed().stream()
                .map(Share::of)
                .toList();
    }

    @Operation(summary = "A new competition, as a draft")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CompetitionBodies.Body create(@RequestBody CompetitionRequest request) {
        Actor actor = current.require();
        CompetitionId id = competitions.create(actor, drafts.read(actor, request), clock.instant());
        return body(actor, id);
    }

    @Operation(summary = "A competition with how many are where")
    @GetMapping("/{competition}")
    CompetitionBodies.Body get(@PathVariable String competition) {
        return body(current.require(), CompetitionId.of(competition));
    }

    @Operation(summary = "Fills the draft in anew")
    @PutMapping("/{competition}")
    CompetitionBodies.Body change(@PathVariable String competition, @RequestBody CompetitionRequest request) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        competitions.change(actor, id, drafts.read(actor, request));
        return body(actor, id);
    }

    @Operation(summary = "Drops a draft")
    @DeleteMapping("/{competition}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String competition) {
        competitions.delete(current.require(), CompetitionId.of(competition));
    }

    @Operation(
            summary = "Draws the paper and fixes the roster; a 409 with shortages where the bank has too little",
            description = "More than 100 forms are made in the background: then the answer is a 202, the state OPENING,"
                    + " and the competition says how far it is. It ends OPEN, or as a DRAFT that says why.")
    @PostMapping("/{competition}/opening")
    ResponseEntity<CompetitionBodies.Body> open(@PathVariable String competition) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        competitions.open(actor, id, clock.instant());
        CompetitionBodies.Body body = body(actor, id);
        return body.state() == CompetitionState.OPENING
                ? ResponseEntity.accepted()
                        .location(URI.create("/api/competitions/" + id))
                        .body(body)
                : ResponseEntity.ok(body);
    }

    @Operation(summary = "Calls the opening off while papers are made, or takes it back before the window begins")
    @DeleteMapping("/{competition}/opening")
    CompetitionBodies.Body withdraw(@PathVariable String competition) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        competitions.withdraw(actor, id, clock.instant());
        return body(actor, id);
    }

    @Operation(summary = "Lets results out where the organizer decides when")
    @PostMapping("/{competition}/release")
    CompetitionBodies.Body release(@PathVariable String competition) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        competitions.release(actor, id, clock.instant());
        return body(actor, id);
    }

    @Operation(summary = "Lets right answers out, by hand or before their stated time; after the scores")
    @PostMapping("/{competition}/release/answers")
    CompetitionBodies.Body discloseAnswers(@PathVariable String competition) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        competitions.discloseAnswers(actor, id, clock.instant());
        return body(actor, id);
    }

    @Operation(
            summary = "Lets explanations out, by hand or before their stated time; seen from when the answers are out")
    @PostMapping("/{competition}/release/explanations")
    CompetitionBodies.Body discloseExplanations(@PathVariable String competition) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        competitions.discloseExplanations(actor, id, clock.instant());
        return body(actor, id);
    }

    @Operation(summary = "Everybody with state, score and place; full names, since organizers ask")
    @GetMapping("/{competition}/results")
    CompetitionBodies.Sheet results(@PathVariable String competition) {
        return bodies.sheet(results.sheet(current.require(), CompetitionId.of(competition)), clock.instant());
    }

    private CompetitionBodies.Body body(Actor actor, CompetitionId id) {
        Competition found = competitions.get(actor, id);
        return bodies.body(
                found,
                competitions.clock(actor, found),
                found.stage() == null ? null : competitions.figures(actor, found),
                clock.instant());
    }
}
