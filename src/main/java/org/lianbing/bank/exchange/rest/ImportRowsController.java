package org.lianbing.bank.exchange.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportUpdates;
import org.lianbing.bank.exchange.PointGuesses;
import org.lianbing.bank.exchange.RowSelection;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;

/** The rows of an import: looked at, mended, decided on, one by one or many at once. */
@RestController
@RequestMapping("/api/imports/{id}/rows")
@RolesAllowed("TRAINER")
class ImportRowsController {

    /**
     * Cells to change by field; and what a person decides: to keep a duplicate, to skip what is no item, to make it a
     * new version of an item ({@code update} its id, with a reason; empty for an item of its own).
     */
    record MendRequest(
            @Nullable Integer version,
            @Nullable Map<String, String> cells,
            @Nullable JsonNode content,
            @Nullable Boolean confirm,
            @Nullable Boolean keep,
            @Nullable Boolean skip,
            @Nullable String update,
            @Nullable String reason) {}

    /** What is said of many rows at once: all, these, those of a sheet or category, or those in a state. */
    record BulkRequest(
            @Nullable List<Integer> rows,
            @Nullable String category,
            @Nullable List<RowState> states,
            @Nullable String trade,
            @Nullable List<String> levels,
            @Nullable List<String> points,
            @Nullable Boolean confirm,
            @Nullable Boolean skip) {}

    /** A point that a row may test; {@code confidence} from 0 to 1. */
    record GuessBody(int row, String point, String code, String name, double confidence) {
        static GuessBody of(PointGuesses.Guess guess) {
            return new GuessBody(
                    guess.row(),
                    guess.point().id().toString(),
                    guess.point().code(),
                    guess.point().name(),
                    guess.confidence());
        }
    }

    private final ImportService imports;
    private final PointGuesses guesses;
    private final ImportMending mending;
    private final ImportUpdates updates;
    private final ImportBodies bodies;
    private final ImportWords words;
    private final CurrentActor current;

    ImportRowsController(
            ImportService imports,
            PointGuesses guesses,
            ImportMending mending,
            ImportUpdates updates,
            ImportBodies bodies,
            ImportWords words,
            CurrentActor current) {
        this.imports = imports;
        this.guesses = guesses;
        this.mending = mending;
        this.updates = updates;
        this.bodies = bodies;
        this.words = words;
        this.current = current;
    }

    /** A page of its rows, all or those in one state. */
    @GetMapping
    Paged<ImportBodies.RowBody> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale asked) {
        Set<RowState> states = state == null ? Set.of(RowState.values()) : Set.of(state);
        return imports.rows(caller(), ImportId.of(id), states, PageOf.number(page, size))
                .map(row -> bodies.row(row, asked));
    }

    /** Points that rows without any may test, guessed by what they say; nothing is changed. */
    @GetMapping("/points")
    List<GuessBody> points(@PathVariable String id) {
        return guesses.of(caller(), ImportId.of(id)).stream().map(GuessBody::of).toList();
    }

    /** Mends a row and answers with what is wrong with it now. */
    @PutMapping("/{number}")
    ImportBodies.RowBody mend(
            @PathVariable String id, @PathVariable int number, @RequestBody MendRequest request, Locale asked) {
        ImportId in = ImportId.of(id);
        ImportRow row = imports.row(caller(), in, number);
        Map<String, String> cells = request.cells();
        if (cells != null && !cells.isEmpty()) {
            row = mending.mend(caller(), in, number, request.version(), words.fields(cells));
        }
        if (request.content() != null) {
            row = mending.mend(
                    caller(),
                    in,
                    number,
                    request.version(),
                    ContentJson.WRITTEN.read(request.content()),
                    RowTarget.NONE);
        }
        if (Boolean.TRUE.equals(request.confirm())) {
            row = mending.confirm(caller(), in, number);
        }
        if (request.keep() != null) {
            row = mending.keep(caller(), in, number, request.keep());
        }
        if (request.skip() != null) {
            row = mending.skip(caller(), in, number, request.skip());
        }
        String update = request.update();
        if (update != null) {
            String reason = request.reason() == null ? "" : request.reason();
            row = update.isBlank()
                    ? updates.separate(caller(), in, number, null)
                    : updates.update(caller(), in, number, null, ItemId.of(update), reason);
        }
        return bodies.row(row, asked);
    }

    /** Does something to many rows at once. */
    @PostMapping
    ImportBodies.ImportBody bulk(@PathVariable String id, @RequestBody BulkRequest request, Locale asked) {
        ImportId in = ImportId.of(id);
        RowSelection which = new RowSelection(
                request.rows() == null ? Set.of() : Set.copyOf(request.rows()),
                request.category(),
                request.states() == null ? Set.of() : Set.copyOf(request.states()));
        if (request.trade() != null || request.levels() != null || request.points() != null) {
            mending.assign(
                    caller(),
                    in,
                    which,
                    new RowTarget(
                            words.trade(request.trade()),
                            words.levels(request.levels()),
                            words.points(request.points())));
        }
        if (Boolean.TRUE.equals(request.confirm())) {
            mending.confirm(caller(), in, which);
        }
        if (request.skip() != null) {
            mending.skip(caller(), in, which, request.skip());
        }
        return bodies.file(caller(), imports.get(caller(), in), asked);
    }

    private Actor caller() {
        return current.require();
    }
}
