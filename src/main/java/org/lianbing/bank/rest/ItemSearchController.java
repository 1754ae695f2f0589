package org.lianbing.bank.rest;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemHits;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemSearch;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.rest.ItemBodies.SummaryBody;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.search.SavedSearch;
import org.lianbing.search.SavedSearchId;
import org.lianbing.search.SavedSearches;

/** Finds items, for trainers and reviewers of their trade; what they may not read is neither found nor counted. */
@RestController
@Tag(name = "items")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
class ItemSearchController {

    private static final int PAGE = 50;

    /** A page; the facets with how many items one would get by choosing a value, the most frequent first. */
    record ItemPage(
            List<SummaryBody> items,
            long total,
            int page,
            int pageSize,
            Map<String, List<ItemFacets.FacetValue>> facets,
            String engine,
            boolean fallback,
            int waiting) {}

    record SuggestedWords(
            String text, @Nullable String point, @Nullable String item) {}

    record NamedSearch(String id, String name, String selection) {}

    record SearchToName(@Nullable String name, @Nullable String selection) {}

    private final ItemSearch search;
    private final SavedSearches saved;
    private final ItemBodies bodies;
    private final ItemFacets facets;
    private final CurrentActor actors;

    ItemSearchController(
            ItemSearch search, SavedSearches saved, ItemBodies bodies, ItemFacets facets, CurrentActor actors) {
        this.search = search;
        this.saved = saved;
        this.bodies = bodies;
        this.facets = facets;
        this.actors = actors;
    }

    @Operation(
            summary = "Finds items",
            description = "Several values of one parameter mean any of them; several parameters must all be met. Each"
                    + " facet is counted under the filters of all others. Highlights are places in plain text, each from"
                    + " and to in UTF-16 units. engine says who answered: postgresql or elasticsearch; fallback is true"
                    + " where the search engine should have answered but could not.")
    @GetMapping("/api/items")
    ItemPage find(
            @Parameter(description = "Words; one Chinese character is enough") @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "Code of a trade") @RequestParam(required = false) @Nullable List<String> trade,
            @Parameter(description = "Code of a level") @RequestParam(required = false) @Nullable List<String> level,
            @Parameter(description = "Type, such as single-choice") @RequestParam(required = false) @Nullable
                    List<String> type,
            @Parameter(description = "draft, in-review, published or retired") @RequestParam(required = false) @Nullable
                    List<String> state,
            @Parameter(description = "Id of a point, or outline:point") @RequestParam(required = false) @Nullable
                    List<String> point,
            @Parameter(description = "Id of a person") @RequestParam(required = false) @Nullable List<String> author,
            @Parameter(description = "best, newest, code or difficulty") @RequestParam(required = false) @Nullable
                    String sort,
            @Parameter(description = "0 is the first, of 50 items each") @RequestParam(defaultValue = "0") int page) {
        ItemQuery query = facets.query(q, trade, level, type, state, point, author, sort);
        ItemHits found = search.find(actors.require(), query, PageOf.number(page, PAGE));
        return new ItemPage(
                found.hits().stream().map(bodies::summary).toList(),
                found.total(),
                page,
                PAGE,
                facets.body(found.facets()),
                ItemFacets.name(found.engine()),
                found.fallback(),
                found.waiting());
    }

    @Operation(summary = "How typed words may go on: words, points (with their id), stems (with the item's id)")
    @GetMapping("/api/items/suggestions")
    List<SuggestedWords> suggestions(@RequestParam String q) {
        return search.suggest(actors.require(), q).stream()
                .map(one -> new SuggestedWords(
                        one.text(),
                        one.point() == null ? null : one.point().toString(),
                        one.item() == null ? null : one.item().toString()))
                .toList();
    }

    @Operation(summary = "The caller's saved searches; selection is the query part of the item list's address")
    @GetMapping("/api/items/searches")
    List<NamedSearch> savedSearches() {
        return saved.of(actors.require(), ItemDocuments.COLLECTION).stream()
                .map(ItemSearchController::body)
                .toList();
    }

    @Operation(summary = "Saves a search under a name; one of the same name is replaced")
    @PostMapping("/api/items/searches")
    @ResponseStatus(HttpStatus.CREATED)
    NamedSearch save(@RequestBody SearchToName body) {
        return body(saved.save(
                actors.require(),
                ItemDocuments.COLLECTION,
                body.name() == null ? "" : body.name(),
                body.selection() == null ? "" : body.selection()));
    }

    @Operation(summary = "Forgets one of the caller's saved searches")
    @DeleteMapping("/api/items/searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id) {
        saved.remove(actors.require(), SavedSearchId.of(id));
    }

    private static NamedSearch body(SavedSearch search) {
        return new NamedSearch(search.id().toString(), search.name(), search.selection());
    }
}
