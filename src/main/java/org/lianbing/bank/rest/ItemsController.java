package org.lianbing.bank.rest;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.rest.ItemBodies.ItemBody;
import org.lianbing.bank.rest.ItemBodies.PageBody;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Items with their keys, for trainers and reviewers of their trade. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
class ItemsController {

    private static final int PAGE = 50;

    private final Items items;
    private final Review review;
    private final Trades trades;
    private final ItemBodies bodies;
    private final CurrentActor actors;

    ItemsController(Items items, Review review, Trades trades, ItemBodies bodies, CurrentActor actors) {
        this.items = items;
        this.review = review;
        this.trades = trades;
        this.bodies = bodies;
        this.actors = actors;
    }

    /** Page 0 is the first; the names of trade, level, type and state may be left out. */
    @GetMapping("/api/items")
    PageBody find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page) {
        Trade wanted = read("trade", trade, trades::find);
        ItemQuery query = new ItemQuery(
                q,
                wanted == null ? null : wanted.id(),
                read("level", level, Level::find),
                read("type", type, ItemType::find),
                read("state", state, ItemsController::state));
        Paged<Item> found = items.find(actors.require(), query, PageOf.number(page, PAGE));
        return new PageBody(bodies.summaries(found.rows()), found.total(), page, PAGE);
    }

    @GetMapping("/api/items/{id}")
    ItemBody get(@PathVariable String id) {
        return bodies.body(items.get(actors.require(), ItemId.of(id)));
    }

    /** Why a version is published although somebody's answer disagrees with its key. */
    record PublicationRequest(@Nullable String word) {}

    /** Puts the proposed version in force; answers with the item as it is then. */
    @PostMapping("/api/items/{id}/publication")
    ItemBody publish(@PathVariable String id, @RequestBody(required = false) @Nullable PublicationRequest request) {
        Actor actor = actors.require();
        review.publish(actor, ItemId.of(id), request == null || request.word() == null ? "" : request.word());
        return bodies.body(items.get(actor, ItemId.of(id)));
    }

    private static Optional<ItemState> state(String text) {
        try {
            return Optional.of(ItemState.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A name that says nothing to us is refused, so that nobody takes the whole bank for the part they asked for. */
    private static <T> @Nullable T read(String name, @Nullable String text, Function<String, Optional<T>> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return reader.apply(text.strip())
                .orElseThrow(() -> Problem.invalid("bank.query", name, text).with("field", name));
    }
}
