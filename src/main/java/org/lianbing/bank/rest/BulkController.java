package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.bulk.Bulk;
import org.lianbing.bank.bulk.BulkAct;
import org.lianbing.bank.bulk.BulkId;
import org.lianbing.bank.bulk.BulkOperation;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Texts;
import org.lianbing.trade.Trades;

/** Acts on many items at once. */
@RestController
@RequestMapping("/api/bulk")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "items")
class BulkController {

    /** A search whose whole result is the selection; what is left out means any. */
    record QueryBody(
            @Nullable String q,
            @Nullable String trade,
            @Nullable String level,
            @Nullable String type,
            @Nullable String state) {}

    /** An act on the items named, or on all that a search finds. */
    record BulkRequest(
            @Nullable BulkAct act,
            @Nullable List<String> items,
            @Nullable QueryBody query) {}

    record EntryBody(
            String item,
            String code,
            boolean done,
            @Nullable String problem,
            @Nullable String detail,
            boolean undone) {}

    record BulkBody(
            String id,
            String kind,
            Instant at,
            long done,
            boolean undoable,
            @Nullable Instant undoneAt,
            List<EntryBody> items) {}

    private final Bulk bulk;
    private final Trades trades;
    private final MessageSource texts;
    private final CurrentActor actors;

    BulkController(Bulk bulk, Trades trades, MessageSource texts, CurrentActor actors) {
        this.bulk = bulk;
        this.trades = trades;
        this.texts = texts;
        this.actors = actors;
    }

    /** Does it to each item; the answer says what came of each. */
    @PostMapping
    BulkBody run(@RequestBody BulkRequest request, Locale asked) {
        Actor actor = actors.require();
        if (request.act() == null || (request.items() == null) == (request.query() == null)) {
            throw Problem.invalid("bank.bulk.request");
        }
        List<ItemId> selection = request.items() == null
                ? bulk.select(actor, query(request.query()))
                : request.items().stream().map(ItemId::of).toList();
        return body(bulk.run(actor, request.act(), selection), asked);
    }

    /** The caller's last acts, without their items. */
    @GetMapping
    List<BulkBody> mine(Locale asked) {
        return bulk.mine(actors.require()).stream()
                .map(operation -> body(operation, asked))
                .toList();
    }

    @GetMapping("/{id}")
    BulkBody get(@PathVariable String id, Locale asked) {
        return body(bulk.get(actors.require(), BulkId.of(id)), asked);
    }

    /** Takes back what nothing came after; the answer names what could not be. */
    @PostMapping("/{id}/undo")
    BulkBody undo(@PathVariable String id, Locale asked) {
        return body(bulk.undo(actors.require(), BulkId.of(id)), asked);
    }

    private ItemQuery query(@Nullable QueryBody query) {
        if (query == null) {
            throw Problem.invalid("bank.bulk.request");
        }
        return new ItemQuery(
                query.q() == null ? "" : query.q(),
                query.trade() == null
                        ? null
                        : ReviewController.trade(trades, query.trade()).id(),
                query.level() == null ? null : Level.find(query.level()).orElseThrow(() -> no("level")),
                query.type() == null ? null : ItemType.find(query.type()).orElseThrow(() -> no("type")),
                query.state() == null ? null : state(query.state()));
    }

    private static ItemState state(String text) {
        try {
            return ItemState.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw no("state");
        }
    }

    private static Problem no(String field) {
        return Problem.invalid("bank.query", field, "").with("field", field);
    }

    private BulkBody body(BulkOperation operation, Locale asked) {
        return new BulkBody(
                operation.id().toString(),
                operation.act().kind(),
                operation.at(),
                operation.done(),
                bulk.undoable(operation),
                operation.undoneAt(),
                operation.entries().stream().map(entry -> entry(entry, asked)).toList());
    }

    private EntryBody entry(BulkOperation.Entry entry, Locale asked) {
        String problem = entry.problem() == null ? entry.undoProblem() : entry.problem();
        return new EntryBody(
                entry.item().toString(),
                entry.code(),
                entry.done(),
                problem,
                problem == null
                        ? null
                        : texts.getMessage(problem, entry.arguments().toArray(), problem, Texts.nearest(asked)),
                entry.undone());
    }
}
