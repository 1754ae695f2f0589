package org.lianbing.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.organization.store.UnitRows;

/** The tree of units and its further lines. */
@Service
public class Units {

    private final UnitRows rows;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;

    Units(UnitRows rows, AuditLog audit, Clock clock, ZoneId zone) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** One unit; a problem if there is none. */
    public Unit get(UnitId id) {
        return rows.find(List.of(id), today()).stream().findFirst().orElseThrow(Units::notFound);
    }

    /** Those of the ids that exist, by id. */
    public Map<UnitId, Unit> find(Collection<UnitId> ids) {
        return rows.find(ids, today()).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /** All units, parents before children. */
    public List<Unit> all() {
        return rows.all(today());
    }

    /** The units in which one of the roles was granted to the actor, with all below them; parents before children. */
    public List<Unit> reachedBy(Actor actor, Role... roles) {
        List<Role> wanted = Arrays.asList(roles);
        Set<UnitId> reach = within(actor.grants().stream()
                .filter(grant -> wanted.contains(grant.role()))
                .map(Grant::unit)
                .collect(Collectors.toSet()));
        return all().stream().filter(unit -> reach.contains(unit.id())).toList();
    }

    /** The unit and everything below it today in that line. */
    public Set<UnitId> within(UnitId top, Line line) {
        return rows.within(List.of(top), line, today());
    }

    /** The same for several tops, in the territorial line. */
    public Set<UnitId> within(Collection<UnitId> tops) {
        return tops.isEmpty() ? Set.of() : rows.within(tops, Line.TERRITORIAL, today());
    }

    /** The unit and everything above it, in the territorial line. */
    public Set<UnitId> above(UnitId unit) {
        Map<UnitId, Unit> all = byId();
        Set<UnitId> above = new HashSet<>();
        @Nullable UnitId at = unit;
        while (at != null) {
            above.add(at);
            at = parent(all.get(at));
        }
        return above;
    }

    /** For which enterprise each of these units stands: the one above a workshop or team, else the unit itself. */
    public Map<UnitId, UnitId> enterprises(Collection<UnitId> of) {
        Map<UnitId, Unit> all = byId();
        Map<UnitId, UnitId> enterprises = new HashMap<>();
        of.forEach(unit -> enterprises.put(unit, enterprise(unit, all)));
        return enterprises;
    }

    private Map<UnitId, Unit> byId() {
        return all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    private static UnitId enterprise(UnitId start, Map<UnitId, Unit> all) {
        Unit unit = all.get(start);
        while (unit != null && (unit.kind() == UnitKind.WORKSHOP || unit.kind() == UnitKind.TEAM)) {
            UnitId above = unit.parent();
            unit = above == null ? null : all.get(above);
        }
        return unit == null ? start : unit.id();
    }

    private static @Nullable UnitId parent(@Nullable Unit unit) {
        return unit == null ? null : unit.parent();
    }

    /** The further lines in which a unit of the actor's stands. */
    public List<UnitLine> furtherLines(Actor actor, UnitId unit) {
        requireAdministered(actor, unit);
        return rows.furtherLines(unit, today());
    }

    /** Whether there is no unit yet: a database fresh from its migrations. */
    public boolean none() {
        return rows.none();
    }

    /** The very first unit; nobody can act yet, so nobody is asked for a role. Refused as soon as there is one. */
    @Transactional
    public UnitId first(String name, UnitKind kind) {
        rows.lockTree();
        if (!none()) {
            throw Problem.conflict("organization.not-the-first");
        }
        return insert(new UnitDraft(name, kind, null));
    }

    /** Adds a unit under one that the actor administers; a further top beside a top that they administer. */
    @Transactional
    public UnitId add(Actor actor, UnitDraft draft) {
        actor.require(Role.ADMIN);
        UnitId parent = draft.parent();
        if (parent == null) {
            requireAdministersATop(actor);
        } else {
            requireAdministered(actor, parent);
        }
        UnitId id = insert(draft);
        audit.record(actor, "organization.unit-added", "unit", id.value(), draft.name());
        return id;
    }

    /** Puts a unit under another in a further line, from today on. */
    @Transactional
    public void attach(Actor actor, UnitId unit, UnitId above, Line line) {
        actor.require(Role.ADMIN);
        requireAdministered(actor, unit);
        rows.lockTree();
        Unit below = get(unit);
        Unit top = get(above);
        if (line == Line.TERRITORIAL && below.parent() != null) {
            throw Problem.conflict("organization.has-territorial-parent", below.name());
        }
        if (within(unit, line).contains(above)) {
            throw Problem.conflict("organization.circle", below.name(), top.name());
        }
        rows.attach(unit, above, line, today());
        audit.record(actor, "organization.unit-attached", "unit", unit.value(), below.name() + " → " + top.name());
    }

    private UnitId insert(UnitDraft draft) {
        UnitId id = UnitId.next();
        rows.add(id, draft.name(), draft.kind(), clock.instant());
        @Nullable UnitId parent = draft.parent();
        if (parent != null) {
            rows.attach(id, parent, Line.TERRITORIAL, today());
        }
        return id;
    }

    /** Who does not administer a unit is not told whether it exists. */
    private void requireAdministered(Actor actor, UnitId unit) {
        if (!within(actor.unitsFor(Role.ADMIN)).contains(unit)) {
            throw notFound();
        }
    }

    private void requireAdministersATop(Actor actor) {
        boolean top = find(actor.unitsFor(Role.ADMIN)).values().stream().anyMatch(unit -> unit.parent() == null);
        if (!top) {
            throw Problem.forbidden("organization.top-only");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Problem notFound() {
        return Problem.notFound("organization.unit-not-found");
    }
}
