package org.lianbing.trade.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.trade.Edition;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.OutlineEditions;

/** The editions of outlines, for trainers and reviewers of their trade and for administrators. */
@RestController
@RequestMapping("/api/outlines")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER', 'ADMIN')")
class OutlinesController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OutlineEditions editions;
    private final OutlineBodies bodies;
    private final Trades trades;
    private final CurrentActor current;

    OutlinesController(OutlineEditions editions, OutlineBodies bodies, Trades trades, CurrentActor current) {
        this.editions = editions;
        this.bodies = bodies;
        this.trades = trades;
        this.current = current;
    }

    /** Without a trade the editions in force; with one all editions of its outline at the level. */
    @GetMapping
    List<OutlineBodies.EditionBody> all(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String level) {
        List<Edition> found = trade == null
                ? editions.mine(caller())
                : editions.of(caller(), trade(trade).id(), level(level));
        return found.stream().map(bodies::edition).toList();
    }

    /** An edition with its ranges and points. */
    @GetMapping("/{id}")
    OutlineBodies.OutlineBody get(@PathVariable String id) {
        OutlineId outline = OutlineId.of(id);
        return bodies.outline(editions.find(caller(), outline), editions.get(caller(), outline));
    }

    /** What became different from an older edition to this one. */
    @GetMapping("/{id}/changes")
    List<OutlineBodies.ChangeBody> changes(@PathVariable String id, @RequestParam String since) {
        return bodies.changes(caller(), editions.difference(caller(), OutlineId.of(since), OutlineId.of(id)));
    }

    /** Puts an edition in force in the place of the one that is. */
    @PostMapping("/{id}/activation")
    OutlineBodies.EditionBody activate(@PathVariable String id) {
        editions.activate(caller(), OutlineId.of(id));
        return bodies.edition(editions.find(caller(), OutlineId.of(id)));
    }

    /** An edition as a workbook that can be imported again. */
    @GetMapping(value = "/{id}/workbook", produces = XLSX)
    ResponseEntity<byte[]> workbook(@PathVariable String id) throws IOException {
        Edition edition = editions.find(caller(), OutlineId.of(id));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        editions.export(caller(), List.of(edition.id()), out);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(edition.code() + ".xlsx")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private Trade trade(String text) {
        return trades.find(text)
                .orElseThrow(
                        () -> Problem.invalid("exchange.trade-unknown", text).with("field", "trade"));
    }

    private static @Nullable Level level(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(level -> !level.isBlank())
                .map(level -> Level.find(level)
                        .orElseThrow(() ->
                                Problem.invalid("exchange.level-unknown", level).with("field", "level")))
                .orElse(null);
    }

    private Actor caller() {
        return current.require();
    }
}
