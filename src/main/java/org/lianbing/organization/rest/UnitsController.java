package org.lianbing.organization.rest;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Line;
import org.lianbing.organization.Unit;
import org.lianbing.organization.UnitDraft;
import org.lianbing.organization.UnitKind;
import org.lianbing.organization.Units;

/** The units in which the caller has a role, and all below them. */
@RestController
@RequestMapping("/api/units")
@Tag(name = "units")
class UnitsController {

    record UnitAnswer(
            String id, String name, UnitKind kind, @Nullable String parent) {}

    record UnitRequest(String name, UnitKind kind, @Nullable String parent) {}

    record LineRequest(Line line, String above) {}

    @Schema(name = "UnitIdAnswer")
    record IdAnswer(String id) {}

    private final Units units;
    private final CurrentActor current;

    UnitsController(Units units, CurrentActor current) {
        this.units = units;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The units you have a role in, with all below them; parents before children")
    List<UnitAnswer> all() {
        return units.reachedBy(current.require(), Role.values()).stream()
                .map(UnitsController::answer)
                .toList();
    }

    @PostMapping
    @RolesAllowed("ADMIN")
    @ResponseStatus(HttpStatus.CREATED)
    IdAnswer add(@RequestBody UnitRequest request) {
        UnitId parent = Optional.ofNullable(request.parent()).map(UnitId::of).orElse(null);
        return new IdAnswer(units.add(current.require(), new UnitDraft(request.name(), request.kind(), parent))
                .toString());
    }

    @PostMapping("/{id}/lines")
    @RolesAllowed("ADMIN")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a unit under another one in a further line, from today on")
    void attach(@PathVariable String id, @RequestBody LineRequest request) {
        units.attach(current.require(), UnitId.of(id), UnitId.of(request.above()), request.line());
    }

    private static UnitAnswer answer(Unit unit) {
        UnitId parent = unit.parent();
        return new UnitAnswer(
                unit.id().toString(), unit.name(), unit.kind(), parent == null ? null : parent.toString());
    }
}
