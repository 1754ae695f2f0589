package org.lianbing.competition.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestAccess;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.RefusedEntry;

/** From where and with what an opened competition is sat, who was refused, and whom the organizer lets in. */
@RestController
@RequestMapping("/api/competitions/{competition}")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class ContestAccessController {

    @Schema(name = "RefusedContestant")
    record Refused(
            String personId,
            String name,

            @Schema(description = "Whether you let them in all the same")
            boolean letIn,

            List<Entry> entries) {

        static Refused of(ContestAccess.Refused one) {
            return new Refused(
                    one.person().toString(),
                    one.name(),
                    one.letIn(),
                    one.entries().stream().map(Entry::of).toList());
        }
    }

    @Schema(name = "RefusedEntry")
    record Entry(
            AccessRules.Reason reason,
            String address,
            Instant firstAt,
            Instant lastAt,

            @Schema(description = "Tries within half a minute count once")
            int times) {

        static Entry of(RefusedEntry entry) {
            return new Entry(entry.reason(), entry.address(), entry.firstAt(), entry.lastAt(), entry.times());
        }
    }

    private final ContestAccess access;
    private final CurrentActor current;
    private final Clock clock;

    ContestAccessController(ContestAccess access, CurrentActor current, Clock clock) {
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/access")
    @Operation(summary = "From where and with what it is sat")
    AccessBody rules(@PathVariable String competition) {
        return AccessBody.of(access.rules(current.require(), CompetitionId.of(competition)));
    }

    @PutMapping("/access")
    @Operation(summary = "Change that while it is open; within two seconds it holds for those at work, too")
    AccessBody change(@PathVariable String competition, @RequestBody AccessBody asked) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        // Whose it is not hears of that, and not of what is wrong with the words.
        access.rules(actor, id);
        access.change(actor, id, AccessBody.read(asked));
        return AccessBody.of(access.rules(actor, id));
    }

    @GetMapping("/refused-entries")
    @Operation(summary = "Who was not let in, from which address and why")
    List<Refused> refused(@PathVariable String competition) {
        return access.refused(current.require(), CompetitionId.of(competition)).stream()
                .map(Refused::of)
                .toList();
    }

    @PutMapping("/contestants/{person}/let-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let one contestant in whatever the rules say")
    void letIn(@PathVariable String competition, @PathVariable String person) {
        access.letIn(current.require(), CompetitionId.of(competition), PersonId.of(person), clock.instant());
    }

    @DeleteMapping("/contestants/{person}/let-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take that back")
    void takeBack(@PathVariable String competition, @PathVariable String person) {
        access.takeBack(current.require(), CompetitionId.of(competition), PersonId.of(person));
    }
}
