package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.history.Edition;
import org.lianbing.bank.history.ItemHistory;
import org.lianbing.bank.history.VersionDiff;
import org.lianbing.base.CurrentActor;

/** The versions of an item. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "items")
class HistoryController {

    record EditionBody(
            String id,
            int number,
            @Nullable String author,
            String reason,
            Instant madeAt,
            boolean inForce,
            boolean proposed,
            @Nullable Instant publishedAt,
            boolean bySample,
            @Nullable String word) {}

    record UseBody(
            String version,
            String kind,
            String title,
            int count,
            @Nullable String link) {}

    /**
     * Why an old version is proposed again.
     *
     * @param latest the version that it takes the place of, by its id; a conflict where there is a newer one
     */
    record RestoreRequest(@Nullable String latest, @Nullable String reason) {}

    private final ItemHistory history;
    private final CurrentActor actors;

    HistoryController(ItemHistory history, CurrentActor actors) {
        this.history = history;
        this.actors = actors;
    }

    /** The newest first. */
    @GetMapping("/api/items/{id}/versions")
    List<EditionBody> all(@PathVariable String id) {
        return history.of(actors.require(), ItemId.of(id)).stream()
                .map(HistoryController::body)
                .toList();
    }

    /** What differs between two versions, by their numbers. */
    @GetMapping("/api/items/{id}/versions/comparison")
    VersionDiff compare(@PathVariable String id, @RequestParam int from, @RequestParam int to) {
        return history.compare(actors.require(), ItemId.of(id), from, to);
    }

    /** What uses which version, as far as one may know of it. */
    @GetMapping("/api/items/{id}/uses")
    List<UseBody> uses(@PathVariable String id) {
        return history.uses(actors.require(), ItemId.of(id)).stream()
                .map(use -> new UseBody(use.version().toString(), use.kind(), use.title(), use.count(), use.link()))
                .toList();
    }

    /** Proposes an old version again. */
    @PostMapping("/api/items/{id}/versions/{number}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable String id, @PathVariable int number, @RequestBody RestoreRequest request) {
        history.restore(
                actors.require(),
                ItemId.of(id),
                request.latest() == null ? null : ItemVersionId.of(request.latest()),
                number,
                request.reason() == null ? "" : request.reason());
    }

    private static EditionBody body(Edition edition) {
        return new EditionBody(
                edition.version().id().toString(),
                edition.version().number(),
                edition.version().author() == null
                        ? null
                        : edition.version().author().toString(),
                edition.version().reason(),
                edition.version().madeAt(),
                edition.inForce(),
                edition.proposed(),
                edition.ground() == null ? null : edition.ground().at(),
                edition.ground() != null && edition.ground().sample() != null,
                edition.ground() == null ? null : edition.ground().word());
    }
}
