package org.lianbing.competition.rest;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.LeftOut;
import org.lianbing.paper.Lack;

/** What the bank lacks for a paper, before there is one. */
@RestController
@RequestMapping("/api/competitions")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class ShortagesController {

    @Schema(name = "PaperAsked")
    record Asked(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Id, code or name", example = "electrician")
            @Nullable
            String trade,

            @Schema(example = "senior") @Nullable String level,

            @Schema(requiredMode = RequiredMode.REQUIRED) CompetitionRequest.@Nullable Paper blueprint) {}

    @Schema(name = "PaperLack")
    record Body(
            @Schema(
                    description = "What there is too little of: items of a type, of a stratum of the outline, of a"
                            + " level, of a difficulty, or on a point that must be tested",
                    allowableValues = {"type", "stratum", "level", "difficulty", "point"})
            String kind,

            @Schema(description = "Of which type; left out for a point") @Nullable
            String type,

            @Schema(description = "Of which level, where several have a share") @Nullable
            String level,

            @Schema(description = "Range or foundation by name, difficulty, or point by code and name") @Nullable
            String name,

            @Schema(description = "Whether they were to come from a sealed set")
            boolean sealed,

            @Schema(description = "How many a form wants; of a point, one for each form")
            int wanted,

            int there,

            @Schema(description = "Whether no paper can be drawn; else it is filled from elsewhere")
            boolean stops,

            @Schema(description = "Of a point, how many there are in each section")
            List<Section> sections) {

        static Body of(Lack lack) {
            return switch (lack) {
                case Lack.OfType of -> cell("type", of.type().code(), null, null, of.sealed(), of);
                case Lack.OfStratum of -> cell("stratum", of.type().code(), level(of.level()), of.stratum(), false, of);
                case Lack.OfLevel of -> cell("level", of.type().code(), level(of.level()), null, false, of);
                case Lack.OfDifficulty of ->
                    cell("difficulty", of.type().code(), null, of.band().name().toLowerCase(Locale.ROOT), false, of);
                case Lack.OfPoint of ->
                    new Body(
                            "point",
                            null,
                            null,
                            of.name(),
                            false,
                            of.wanted(),
                            of.there(),
                            of.stops(),
                            of.sections().stream()
                                    .map(one -> new Section(one.type().code(), one.there()))
                                    .toList());
            };
        }

        private static @Nullable String level(@Nullable Level level) {
            return level == null ? null : level.code();
        }

        private static Body cell(
                String kind, String type, @Nullable String level, @Nullable String name, boolean sealed, Lack lack) {
            return new Body(kind, type, level, name, sealed, lack.wanted(), lack.there(), lack.stops(), List.of());
        }
    }

    @Schema(name = "PaperLackSection")
    record Section(String type, int there) {}

    private final Competitions competitions;
    private final Drafts drafts;
    private final CurrentActor current;
    private final Clock clock;

    ShortagesController(Competitions competitions, Drafts drafts, CurrentActor current, Clock clock) {
        this.competitions = competitions;
        this.drafts = drafts;
        this.current = current;
        this.clock = clock;
    }

    @Operation(summary = "What the bank lacks for a paper, cell by cell, before anything is drawn; changes nothing")
    @PostMapping("/shortages")
    List<Body> shortages(@RequestBody Asked asked) {
        Actor actor = current.require();
        CompetitionRequest.Paper paper = needed(asked.blueprint(), "blueprint");
        LeftOut leftOut = CompetitionRequest.LeaveOut.read(paper.leaveOut());
        competitions.requireLeavable(actor, leftOut);
        return competitions
                .lacks(
                        actor,
                        drafts.blueprint(needed(asked.trade(), "trade"), asked.level(), paper),
                        leftOut,
                        clock.instant())
                .stream()
                .map(Body::of)
                .toList();
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.invalid("competition.field-missing", field);
        }
        return value;
    }
}
