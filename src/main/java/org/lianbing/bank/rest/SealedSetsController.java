package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
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

import org.lianbing.bank.ItemId;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Sealed sets, for their setters alone. */
@RestController
@RequestMapping("/api/sealed-sets")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "sealed sets")
class SealedSetsController {

    private static final int PAGE = 100;

    record SetRequest(@Nullable String title, @Nullable List<String> setters) {}

    record ItemsRequest(List<String> items) {}

    record ReleaseRequest(@Nullable String to) {}

    record IdBody(String id) {}

    record SetBody(
            String id,
            String title,
            List<String> setters,
            List<String> organizers,
            int items,
            Instant madeAt,
            String afterContest,
            @Nullable String contest,
            @Nullable Instant releasedAt) {}

    /** An item without its content; that is at {@code /api/items/{id}}, and each look at it is recorded. */
    record EntryBody(String id, String code, String type, String state, boolean proposed) {}

    record LookBody(String code, int version, String person, Instant at) {}

    private final SealedSets sets;
    private final SealedContests contests;
    private final CurrentActor actors;

    SealedSetsController(SealedSets sets, SealedContests contests, CurrentActor actors) {
        this.sets = sets;
        this.contests = contests;
        this.actors = actors;
    }

    /** Those of which one is a setter. */
    @GetMapping
    List<SetBody> mine() {
        return sets.mine(actors.require()).stream()
                .map(SealedSetsController::body)
                .toList();
    }

    /** A new set of oneself and at least one other. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IdBody create(@RequestBody SetRequest request) {
        List<String> setters = request.setters() == null ? List.of() : request.setters();
        return new IdBody(sets.create(
                        actors.require(),
                        request.title() == null ? "" : request.title(),
                        setters.stream().map(PersonId::of).toList())
                .toString());
    }

    @GetMapping("/{id}")
    SetBody get(@PathVariable String id) {
        return body(sets.get(actors.require(), SealedSetId.of(id)));
    }

    @GetMapping("/{id}/items")
    List<EntryBody> entries(@PathVariable String id) {
        return sets.entries(actors.require(), SealedSetId.of(id)).stream()
                .map(entry -> new EntryBody(
                        entry.item().toString(),
                        entry.code(),
                        entry.type().code(),
                        entry.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        entry.proposalState() != null))
                .toList();
    }

    /** Seals items that were never open to practice. */
    @PostMapping("/{id}/items")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seal(@PathVariable String id, @RequestBody ItemsRequest request) {
        sets.seal(
                actors.require(),
                SealedSetId.of(id),
                request.items().stream().map(ItemId::of).toList());
    }

    @PutMapping("/{id}/setters/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String id, @PathVariable String person) {
        sets.addSetter(actors.require(), SealedSetId.of(id), PersonId.of(person));
    }

    @DeleteMapping("/{id}/setters/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String person) {
        sets.removeSetter(actors.require(), SealedSetId.of(id), PersonId.of(person));
    }

    /** Lets an organizer's contest draw from the set, unread. */
    @PutMapping("/{id}/organizers/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void permit(@PathVariable String id, @PathVariable String person) {
        contests.permit(actors.require(), SealedSetId.of(id), PersonId.of(person));
    }

    @DeleteMapping("/{id}/organizers/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forbid(@PathVariable String id, @PathVariable String person) {
        contests.forbid(actors.require(), SealedSetId.of(id), PersonId.of(person));
    }

    /** What the items become when the results of the contest come out: to is open or reserved. */
    @PutMapping("/{id}/after-contest")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideAfter(@PathVariable String id, @RequestBody ReleaseRequest request) {
        contests.decideAfter(actors.require(), SealedSetId.of(id), secrecy(request.to()));
    }

    /** Who looked at what, the newest first. */
    @GetMapping("/{id}/looks")
    List<LookBody> looks(@PathVariable String id, @RequestParam(defaultValue = "0") int page) {
        return sets.looks(actors.require(), SealedSetId.of(id), PageOf.number(page, PAGE)).stream()
                .map(look ->
                        new LookBody(look.code(), look.version(), look.person().toString(), look.at()))
                .toList();
    }

    /** Opens the set: to is open (practice) or reserved (exams). */
    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String id, @RequestBody ReleaseRequest request) {
        sets.release(actors.require(), SealedSetId.of(id), secrecy(request.to()));
    }

    private static Secrecy secrecy(@Nullable String text) {
        try {
            return Secrecy.valueOf(String.valueOf(text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("bank.query", "to", String.valueOf(text)).with("field", "to");
        }
    }

    private static SetBody body(SealedSet set) {
        return new SetBody(
                set.id().toString(),
                set.title(),
                set.setters().stream().map(PersonId::toString).sorted().toList(),
                set.organizers().stream().map(PersonId::toString).sorted().toList(),
                set.items(),
                set.madeAt(),
                set.afterContest().name().toLowerCase(Locale.ROOT),
                set.contest() == null ? null : set.contest().title(),
                set.releasedAt());
    }
}
