package org.lianbing.competition.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.paper.Fairness;

/** How alike the forms of a competition are. */
@RestController
@RequestMapping("/api/competitions")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class FairnessController {

    private final Competitions competitions;
    private final CurrentActor current;

    FairnessController(Competitions competitions, CurrentActor current) {
        this.competitions = competitions;
        this.current = current;
    }

    @Operation(
            summary = "Coverage, difficulty, expected scores and overlap of the forms, and the exposure of each item")
    @GetMapping("/{competition}/fairness")
    Fairness fairness(@PathVariable String competition) {
        return competitions
                .fairness(current.require(), CompetitionId.of(competition))
                .orElseThrow(() -> Problem.notFound("competition.fairness.none"));
    }
}
