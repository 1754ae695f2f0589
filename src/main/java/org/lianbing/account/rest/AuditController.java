package org.lianbing.account.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.account.AuditTrail;
import org.lianbing.base.AuditLog;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;

/** The audit log. */
@RestController
@RequestMapping("/api/audit")
@RolesAllowed({"ADMIN", "AUDITOR"})
@Tag(name = "audit")
class AuditController {

    record EntryAnswer(
            Instant at,
            @Nullable String person,
            @Nullable String personName,
            String action,
            String subjectType,
            @Nullable String subject,
            String detail) {}

    private final AuditTrail trail;
    private final CurrentActor current;

    AuditController(AuditTrail trail, CurrentActor current) {
        this.trail = trail;
        this.current = current;
    }

    @GetMapping
    Paged<EntryAnswer> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return trail.find(current.require(), q, PageOf.number(page, size)).map(AuditController::answer);
    }

    private static EntryAnswer answer(AuditLog.Entry entry) {
        return new EntryAnswer(
                entry.at(),
                Optional.ofNullable(entry.person()).map(PersonId::toString).orElse(null),
                entry.personName(),
                entry.action(),
                entry.subjectType(),
                Optional.ofNullable(entry.subject()).map(UUID::toString).orElse(null),
                entry.detail());
    }
}
