package org.lianbing.bank.rest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
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
import org.lianbing.bank.alike.Difference;
import org.lianbing.bank.alike.DuplicateGroup;
import org.lianbing.bank.alike.Duplicates;
import org.lianbing.bank.alike.ItemMerges;
import org.lianbing.bank.alike.MergeId;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.alike.SearchRun;
import org.lianbing.bank.rest.DuplicateBodies.AlikeBody;
import org.lianbing.bank.rest.DuplicateBodies.ApartRequest;
import org.lianbing.bank.rest.DuplicateBodies.CheckRequest;
import org.lianbing.bank.rest.DuplicateBodies.GroupsBody;
import org.lianbing.bank.rest.DuplicateBodies.MergeBody;
import org.lianbing.bank.rest.DuplicateBodies.MergeRequest;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Items that say nearly the same; nothing is told of what the caller may not read. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "duplicates")
class DuplicatesController {

    private static final int PAGE = 20;
    private static final int MOST_ALIKE = 10;

    /** What a text that is not in the bank cannot differ in. */
    private static final Set<Difference> OF_ITEMS_ALONE = Set.of(Difference.TYPE, Difference.KEY);

    private final NearDuplicates near;
    private final Duplicates duplicates;
    private final ItemMerges merges;
    private final Trades trades;
    private final DuplicateBodies bodies;
    private final CurrentActor actors;

    DuplicatesController(
            NearDuplicates near,
            Duplicates duplicates,
            ItemMerges merges,
            Trades trades,
            DuplicateBodies bodies,
            CurrentActor actors) {
        this.near = near;
        this.duplicates = duplicates;
        this.merges = merges;
        this.trades = trades;
        this.bodies = bodies;
        this.actors = actors;
    }

    /** Threshold is 0.9, 0.8 or 0.7; page 0 is the first. */
    @GetMapping("/api/duplicates")
    @Operation(summary = "Groups of items of one trade that resemble each other, as the last search found them")
    GroupsBody groups(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(defaultValue = "0.8") double threshold,
            @RequestParam(defaultValue = "0") int page) {
        Actor actor = actors.require();
        Trade wanted = trade == null || trade.isBlank()
                ? null
                : trades.find(trade.strip())
                        .orElseThrow(() ->
                                Problem.invalid("bank.query", "trade", trade).with("field", "trade"));
        Paged<DuplicateGroup> found =
                duplicates.groups(actor, wanted == null ? null : wanted.id(), threshold, PageOf.number(page, PAGE));
        return new GroupsBody(
                duplicates.lastRun(actor).map(SearchRun::begunAt).orElse(null),
                DuplicateBodies.fraction(duplicates.working(actor).orElse(null)),
                found.rows().stream().map(bodies::group).toList(),
                found.total(),
                page,
                PAGE);
    }

    @PostMapping("/api/duplicates/searches")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks for a new search through the whole bank; it begins within seconds")
    void search() {
        duplicates.search(actors.require());
    }

    @PostMapping("/api/duplicates/checks")
    @Operation(summary = "Items that resemble a text which is not in the bank yet, the most alike first")
    List<AlikeBody> check(@RequestBody CheckRequest request) {
        return bodies.alike(near.of(actors.require(), request.content(), MOST_ALIKE), OF_ITEMS_ALONE);
    }

    @GetMapping("/api/items/{id}/duplicates")
    @Operation(summary = "Items that resemble this one, the most alike first")
    List<AlikeBody> of(@PathVariable String id) {
        return bodies.alike(near.of(actors.require(), ItemId.of(id), MOST_ALIKE), Set.of());
    }

    @PostMapping("/api/duplicates/merges")
    @PreAuthorize("hasRole('REVIEWER')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keeps one item and retires the others into it; their history stays")
    MergeBody merge(@RequestBody MergeRequest request) {
        ItemId kept = ItemId.of(Optional.ofNullable(request.kept()).orElse(""));
        String reason = request.reason() == null ? "" : request.reason();
        return DuplicateBodies.merge(merges.merge(actors.require(), kept, ids(request.merged()), reason));
    }

    @PostMapping("/api/duplicates/merges/{id}/undoing")
    @PreAuthorize("hasRole('REVIEWER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a merge back: the items stand where they stood")
    void undo(@PathVariable String id) {
        merges.undo(actors.require(), MergeId.of(id));
    }

    @PostMapping("/api/duplicates/apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that none of these items is the same as another; never shown as such again")
    void setApart(@RequestBody ApartRequest request) {
        duplicates.setApart(actors.require(), ids(request.items()));
    }

    @PostMapping("/api/duplicates/apart/undoing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes that back")
    void takeBack(@RequestBody ApartRequest request) {
        duplicates.takeBack(actors.require(), ids(request.items()));
    }

    private static Set<ItemId> ids(@Nullable Collection<String> texts) {
        return texts == null ? Set.of() : texts.stream().map(ItemId::of).collect(Collectors.toSet());
    }
}
