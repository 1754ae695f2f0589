package org.lianbing.bank.rest;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Sharing;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;

/** Who beside the unit of an item may see it. */
@RestController
@PreAuthorize("hasRole('TRAINER')")
class SharingController {

    /** One of unit, line and all. */
    record SharingRequest(@Nullable String sharing) {}

    private final Items items;
    private final CurrentActor actors;

    SharingController(Items items, CurrentActor actors) {
        this.items = items;
        this.actors = actors;
    }

    @PutMapping("/api/items/{id}/sharing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(@PathVariable String id, @RequestBody SharingRequest request) {
        items.share(actors.require(), ItemId.of(id), sharing(request.sharing()));
    }

    private static Sharing sharing(@Nullable String text) {
        try {
            return Sharing.valueOf(String.valueOf(text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("bank.query", "sharing", String.valueOf(text)).with("field", "sharing");
        }
    }
}
