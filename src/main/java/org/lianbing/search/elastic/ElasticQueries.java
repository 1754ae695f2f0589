package org.lianbing.search.elastic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import org.jspecify.annotations.Nullable;

import org.lianbing.search.Grams;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.store.DocumentChanges.Key;

/** What Elasticsearch is asked for one query: the same grams, facets and orders as PostgreSQL. */
final class ElasticQueries {

    /** So many of the best are looked at for words in a row, as PostgreSQL does. */
    static final int WINDOW = 200;

    static final String VALUES = "values";

    private final String alias;
    private final SearchQuery query;
    private final Set<String> grams;

    ElasticQueries(String alias, SearchQuery query) {
        this.alias = alias;
        this.query = query;
        this.grams = Grams.ofQuery(query.text());
    }

    boolean hopeless() {
        return !query.text().isBlank() && grams.isEmpty();
    }

    /** Whether the order depends on whether words stand in a row. */
    boolean looksForRows() {
        return query.order() == SearchOrder.BEST
                && Grams.mayBeApart(grams)
                && query.page().offset() < WINDOW;
    }

    /** Counts, and hits from one on; with their titles, or their names alone. */
    SearchRequest hits(int from, int size, boolean titles) {
        return SearchRequest.of(request -> {
            request.index(alias)
                    .query(found())
                    .from(from)
                    .size(size)
                    .trackTotalHits(track -> track.enabled(true))
                    .sort(order())
                    .source(source -> source.fetch(titles));
            Query chosen = all(filters(query.counted(), ""));
            if (chosen != null) {
                request.postFilter(chosen);
            }
            query.counted().forEach(facet -> request.aggregations(facet, count(facet)));
            return request;
        });
    }

    /** Text and reach, and filters that are not counted; with the title's words as a score of one. */
    private Query found() {
        List<Query> must = new ArrayList<>();
        must.add(term("collection", query.collection()));
        grams.forEach(gram -> must.add(term("grams", gram)));
        query.filters().forEach((facet, values) -> {
            if (!query.counted().contains(facet)) {
                must.add(any(facet, values));
            }
        });
        return Query.of(outer -> outer.bool(bool -> {
            bool.filter(must);
            if (!query.without().isEmpty()) {
                List<String> held = query.without().stream().map(this::id).toList();
                bool.mustNot(not -> not.ids(ids -> ids.values(held)));
            }
            if (!grams.isEmpty() && query.order() == SearchOrder.BEST) {
                List<Query> title = Grams.inTitle(grams).stream()
                        .map(gram -> term("grams", gram))
                        .toList();
                bool.should(should -> should.constantScore(
                        one -> one.boost(1f).filter(filter -> filter.bool(inTitle -> inTitle.filter(title)))));
            }
            return bool;
        }));
    }

    private String id(UUID document) {
        return ElasticOperations.id(new Key(query.collection(), document));
    }

    /** The filters on these facets but one. */
    private List<Query> filters(Set<String> facets, String but) {
        List<Query> filters = new ArrayList<>();
        for (Map.Entry<String, Set<String>> filter : query.filters().entrySet()) {
            if (facets.contains(filter.getKey()) && !filter.getKey().equals(but)) {
                filters.add(any(filter.getKey(), filter.getValue()));
            }
        }
        return filters;
    }

    private static @Nullable Query all(List<Query> filters) {
        return filters.isEmpty() ? null : Query.of(outer -> outer.bool(bool -> bool.filter(filters)));
    }

    private Aggregation count(String facet) {
        Query others = all(filters(query.counted(), facet));
        Query filter = others == null ? Query.of(outer -> outer.matchAll(every -> every)) : others;
        return Aggregation.of(outer -> outer.filter(filter)
                .aggregations(
                        VALUES,
                        values -> values.terms(
                                terms -> terms.field("facets." + facet).size(SearchHits.MOST_VALUES))));
    }

    private List<SortOptions> order() {
        List<SortOptions> order = new ArrayList<>();
        switch (query.order()) {
            case BEST -> {
                if (!grams.isEmpty()) {
                    order.add(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))));
                }
            }
            case NEWEST -> {
                // By id alone.
            }
            case CODE -> order.add(by("code", SortOrder.Asc));
            case DIFFICULTY -> order.add(by("difficulty", SortOrder.Asc));
        }
        order.add(by("id", SortOrder.Desc));
        return order;
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(sort -> sort.field(one -> one.field(field).order(order)));
    }

    /** Which of these documents have the words in a row. */
    SearchRequest inRow(Collection<String> documents) {
        List<String> ids = List.copyOf(documents);
        return SearchRequest.of(request -> request.index(alias)
                .query(outer -> outer.bool(bool -> bool.filter(one -> one.ids(named -> named.values(ids)))
                        .filter(one -> one.matchPhrase(phrase -> phrase.field("line")
                                .query(Grams.line(query.text()).strip())))))
                .size(ids.size())
                .source(source -> source.fetch(false)));
    }

    private static Query term(String field, String value) {
        return Query.of(outer -> outer.term(term -> term.field(field).value(value)));
    }

    private static Query any(String facet, Set<String> values) {
        List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(
                outer -> outer.terms(terms -> terms.field("facets." + facet).terms(one -> one.value(wanted))));
    }
}
