package org.lianbing.account;

import java.util.HashSet;
import java.util.Set;

import org.springframework.stereotype.Service;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;

/** The audit log as far as an administrator or auditor reaches: acts of people of their units. */
@Service
public class AuditTrail {

    private final AuditLog log;
    private final Units units;

    AuditTrail(AuditLog log, Units units) {
        this.log = log;
        this.units = units;
    }

    /** The newest acts first. Who reaches all units also sees what the application did by itself. */
    public Paged<AuditLog.Entry> find(Actor actor, String text, PageOf page) {
        actor.require(Role.ADMIN, Role.AUDITOR);
        Set<UnitId> tops = new HashSet<>(actor.unitsFor(Role.ADMIN));
        tops.addAll(actor.unitsFor(Role.AUDITOR));
        Set<UnitId> reach = units.within(tops);
        boolean everywhere = units.all().stream().allMatch(unit -> reach.contains(unit.id()));
        return log.find(text, reach, everywhere, page);
    }
}
