package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.exam.ItemExposure;
import org.lianbing.paper.Fairness;

/** How alike the forms of a competition are. */
@RestController
@RequestMapping("/api/competitions")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class FairnessController {

    @Schema(name = "FairnessReport")
    record Body(
            BigDecimal tolerance,
            BigDecimal apart,
            boolean kept,
            List<Fairness.OfForm> forms,
            List<Fairness.Coverage> coverage,

            @Schema(description = "Each pair of up to 10 forms; of more the pair that has most in common")
            List<Fairness.Overlap> overlaps,

            @Schema(description = "How many items two forms have in common in the mean")
            BigDecimal meanOverlap,

            List<Exposure> exposures) {

        static Body of(Fairness fairness, List<ItemExposure> exposures) {
            return new Body(
                    fairness.tolerance(),
                    fairness.apart(),
                    fairness.kept(),
                    fairness.forms(),
                    fairness.coverage(),
                    fairness.overlaps(),
                    fairness.meanOverlap(),
                    exposures.stream().map(Exposure::of).toList());
        }
    }

    @Schema(name = "ItemExposure")
    record Exposure(
            @Schema(description = "Null while the item is sealed, or where the caller sits the exam, until the results")
            @Nullable
            String item,

            @Nullable String code,
            @Nullable String type,
            @Nullable Integer difficulty,

            @Schema(description = "The numbers of the forms in which it stands")
            List<Integer> forms,

            @Schema(description = "How many on the roster have one of these forms")
            int candidates) {

        static Exposure of(ItemExposure one) {
            ItemExposure.Named named = one.named();
            return named == null
                    ? new Exposure(null, null, null, null, one.forms(), one.candidates())
                    : new Exposure(
                            named.item().item().toString(),
                            named.code(),
                            named.item().type().code(),
                            named.item().difficulty(),
                            one.forms(),
                            one.candidates());
        }
    }

    private final Competitions competitions;
    private final CurrentActor current;

    FairnessController(Competitions competitions, CurrentActor current) {
        this.competitions = competitions;
        this.current = current;
    }

    @Operation(
            summary = "Coverage, difficulty, expected scores and overlap of the forms, and the exposure of each item")
    @GetMapping("/{competition}/fairness")
    Body fairness(@PathVariable String competition) {
        Actor actor = current.require();
        CompetitionId id = CompetitionId.of(competition);
        Fairness fairness =
                competitions.fairness(actor, id).orElseThrow(() -> Problem.notFound("competition.fairness.none"));
        return Body.of(fairness, competitions.exposures(actor, id));
    }
}
