package org.lianbing.base;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.lianbing.base.store.AuditEntries;

/** Who did what to what, when. Entries are only ever added, in the transaction of the act itself. */
@Service
public class AuditLog {

    /**
     * One act.
     *
     * @param at when
     * @param person who, or null for the application itself
     * @param personName their name at that time
     * @param unit where they belonged at that time
     * @param action the act, such as {@code account.switched-off}; a translation key under {@code audit.}
     * @param subjectType what kind of thing it was done to, such as {@code person}
     * @param subject which one
     * @param detail a short text for people
     */
    public record Entry(
            Instant at,
            @Nullable PersonId person,
            @Nullable String personName,
            @Nullable UnitId unit,
            String action,
            String subjectType,
            @Nullable UUID subject,
            String detail) {}

    private final AuditEntries entries;
    private final Clock clock;

    AuditLog(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Records an act of a person. */
    public void record(Actor actor, String action, String subjectType, @Nullable UUID subject, String detail) {
        entries.add(new Entry(
                clock.instant(), actor.person(), actor.name(), actor.unit(), action, subjectType, subject, detail));
    }

    /** Records an act of the application itself, such as loading the bank. */
    public void record(String action, String subjectType, @Nullable UUID subject, String detail) {
        entries.add(new Entry(clock.instant(), null, null, null, action, subjectType, subject, detail));
    }

    /**
     * Everybody who did any of these acts to any of these things. For other modules; tells names of nobody and checks
     * no role.
     */
    public Set<PersonId> doers(Set<String> actions, Collection<UUID> subjects) {
        return entries.doers(actions, subjects);
    }

    /**
     * The newest entries first, of people of these units; {@code text} narrows to actions, names and details that contain
     * it. With {@code everywhere} all entries, also those of the application itself.
     */
    @PreAuthorize("hasAnyRole('ADMIN', 'AUDITOR')")
    public Paged<Entry> find(String text, Set<UnitId> units, boolean everywhere, PageOf page) {
        return entries.find(text, units, everywhere, page);
    }
}
