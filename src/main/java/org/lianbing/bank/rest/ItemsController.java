package org.lianbing.bank.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.rest.ItemBodies.ItemBody;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;

/** Items with their keys, for trainers and reviewers of their trade. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
class ItemsController {

    private final Items items;
    private final Review review;
    private final ItemBodies bodies;
    private final CurrentActor actors;

    ItemsController(Items items, Review review, ItemBodies bodies, CurrentActor actors) {
        this.items = items;
        this.review = review;
        this.bodies = bodies;
        this.actors = actors;
    }

    @GetMapping("/api/items/{id}")
    ItemBody get(@PathVariable String id) {
        return bodies.body(items.get(actors.require(), ItemId.of(id)));
    }

    /**
     * What is published.
     *
     * @param version that was read, by its id; a conflict where it no longer waits for review
     * @param word why it is published although somebody's answer disagrees with its key
     */
    record PublicationRequest(
            @Nullable String version, @Nullable String word) {}

    /** Puts in force what waits for review; answers with the item as it is then. */
    @PostMapping("/api/items/{id}/publication")
    ItemBody publish(@PathVariable String id, @RequestBody(required = false) @Nullable PublicationRequest request) {
        Actor actor = actors.require();
        review.publish(
                actor,
                ItemId.of(id),
                request == null || request.version() == null ? null : ItemVersionId.of(request.version()),
                request == null || request.word() == null ? "" : request.word());
        return bodies.body(items.get(actor, ItemId.of(id)));
    }
}
