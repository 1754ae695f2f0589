package org.lianbing.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemDocumentsLater;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.search.FacetCount;
import org.lianbing.search.Highlighter;
import org.lianbing.search.Marked;
import org.lianbing.search.SearchHit;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchIndex;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;

/**
 * Finds items for those who work on them. Sealed items and what a contest holds are neither found nor counted nor
 * suggested to who may not read them.
 */
@Service
public class ItemSearch {

    private static final Set<String> COUNTED =
            Arrays.stream(ItemFacet.values()).map(ItemFacet::key).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_POINTS = 4;
    private static final int MOST_SUGGESTIONS = 8;

    private final ItemRows rows;
    private final ItemReach reach;
    private final ItemText text;
    private final PointNames points;
    private final SearchIndex index;
    private final ItemDocumentsLater later;

    ItemSearch(
            ItemRows rows,
            ItemReach reach,
            ItemText text,
            PointNames points,
            SearchIndex index,
            ItemDocumentsLater later) {
        this.rows = rows;
        this.reach = reach;
        this.text = text;
        this.points = points;
        this.index = index;
        this.later = later;
    }

    /** One page with the counts of all facets. */
    @Transactional(readOnly = true)
    public ItemHits find(Actor actor, ItemQuery query, PageOf page) {
        return find(actor, query, page, COUNTED);
    }

    /** One page without counts, for the pages after the first. */
    @Transactional(readOnly = true)
    public ItemHits page(Actor actor, ItemQuery query, PageOf page) {
        return find(actor, query, page, Set.of());
    }

    private ItemHits find(Actor actor, ItemQuery query, PageOf page, Set<String> counted) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        SearchHits found = index.find(new SearchQuery(
                ItemDocuments.COLLECTION,
                query.text(),
                reach.filters(actor, query),
                held(),
                counted,
                query.order(),
                page));
        Map<ItemId, SearchHit> places = new LinkedHashMap<>();
        found.hits().forEach(hit -> places.put(new ItemId(hit.id()), hit));
        Map<ItemId, ItemRow> known = rows.find(places.keySet());
        List<ItemRow> readable = reach.readable(
                actor,
                places.keySet().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList());
        Highlighter highlighter = new Highlighter(query.text());
        List<ItemHits.Hit> hits = reach.items(readable).stream()
                .map(item -> hit(item, highlighter, Objects.requireNonNull(places.get(item.id()))))
                .toList();
        return new ItemHits(
                hits, found.total(), facets(found.facets()), found.engine(), found.fallback(), later.waiting());
    }

    private ItemHits.Hit hit(Item item, Highlighter highlighter, SearchHit hit) {
        ItemVersion shown = Objects.requireNonNull(item.published() == null ? item.proposed() : item.published());
        Marked stem = highlighter.mark(text.plain(shown.content().stem()));
        if (!stem.marks().isEmpty() || hit.title().marks().isEmpty()) {
            return new ItemHits.Hit(item, stem, hit.text());
        }
        // What was looked for stands in the stem of the other version alone.
        return new ItemHits.Hit(item, stem, hit.text().text().isEmpty() ? hit.title() : hit.text());
    }

    private static Map<ItemFacet, List<FacetCount>> facets(Map<String, List<FacetCount>> counts) {
        Map<ItemFacet, List<FacetCount>> facets = new EnumMap<>(ItemFacet.class);
        for (ItemFacet facet : ItemFacet.values()) {
            facets.put(facet, counts.getOrDefault(facet.key(), List.of()));
        }
        return facets;
    }

    private Set<UUID> held() {
        return reach.underEmbargo().stream().map(ItemId::value).collect(Collectors.toUnmodifiableSet());
    }

    /** How what is typed may go on: points of the actor's trades by name, words, stems. */
    @Transactional(readOnly = true)
    public List<ItemSuggestion> suggest(Actor actor, String typed) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        if (typed.isBlank()) {
            return List.of();
        }
        List<ItemSuggestion> all = new ArrayList<>();
        index
                .suggest(new SearchQuery(
                        ItemDocuments.COLLECTION,
                        typed,
                        reach.filters(actor, new ItemQuery("", null, null, null, null)),
                        held(),
                        Set.of(),
                        SearchOrder.BEST,
                        new PageOf(0, MOST_SUGGESTIONS)))
                .stream()
                .map(one -> new ItemSuggestion(
                        one.text().strip().lines().findFirst().orElse(""),
                        null,
                        one.document() == null ? null : new ItemId(one.document())))
                .forEach(all::add);
        int words = (int) all.stream().filter(one -> one.item() == null).count();
        all.addAll(words, points(actor, typed));
        return all;
    }

    private List<ItemSuggestion> points(Actor actor, String typed) {
        return points
                .find(
                        trade -> actor.hasFor(Role.TRAINER, trade) || actor.hasFor(Role.REVIEWER, trade),
                        typed,
                        MOST_POINTS)
                .stream()
                .map(point -> new ItemSuggestion(point.name(), point.id(), null))
                .toList();
    }
}
