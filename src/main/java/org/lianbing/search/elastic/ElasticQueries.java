package org.lianbing.search.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.SearchRequestBody;
import org.jspecify.annotations.Nullable;

import org.lianbing.search.Grams;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.store.DocumentChanges.Key;

/** What Elasticsearch is asked for one query: the same grams, facets and orders as PostgreSQL. */
final class ElasticQueries {

    /** So many of the best are looked at for words in a row, as PostgreSQL does. */
    static final int WINDOW = 100;

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

    /** Whether those with the words in the title come first. */
    boolean titlesFirst() {
        return query.order() == SearchOrder.BEST && !grams.isEmpty();
    }

    /** How many there are, and of which facets. */
    RequestItem counts() {
        return item(request -> {
            request.query(found(matching())).size(0).trackTotalHits(track -> track.enabled(true));
            Query chosen = all(filters(query.counted(), ""));
            if (chosen != null) {
                request.postFilter(chosen);
            }
            query.counted().forEach(facet -> request.aggregations(facet, count(facet)));
            return request;
        });
    }

    /** Hits from one on, with their titles. */
    RequestItem page(int from, int size) {
        return item(request -> request.query(found(passing()))
                .from(from)
                .size(size)
                .trackTotalHits(track -> track.enabled(false))
                .sort(order())
                .source(source -> source.fetch(true)));
    }

    /**
     * The newest, of those with the words in the title or of all. Documents lie in an index in this order, so that no
     * more are looked at than are wanted; and nothing is scored.
     */
    RequestItem newest(int size, boolean inTitle) {
        List<Query> filters = passing();
        if (inTitle) {
            Grams.inTitle(grams).forEach(gram -> filters.add(term("grams", gram)));
        }
        return item(request -> idsAlone(request.query(found(filters)).size(size)));
    }

    /** Each hit carries its id as what it is sorted by; to read even its name from what is stored costs ten times more. */
    private static SearchRequestBody.Builder idsAlone(SearchRequestBody.Builder request) {
        return request.trackTotalHits(track -> track.enabled(false))
                .sort(by("id", SortOrder.Desc))
                .storedFields("_none_");
    }

    private RequestItem item(UnaryOperator<SearchRequestBody.Builder> body) {
        return RequestItem.of(item -> item.header(header -> header.index(alias)).body(body::apply));
    }

    /** Text and reach, and filters that are not counted. */
    private List<Query> matching() {
        List<Query> must = new ArrayList<>();
        must.add(term("collection", query.collection()));
        grams.forEach(gram -> must.add(term("grams", gram)));
        query.filters().forEach((facet, values) -> {
            if (!query.counted().contains(facet)) {
                must.add(any(facet, values));
            }
        });
        return must;
    }

    /** The same with all filters. */
    private List<Query> passing() {
        List<Query> must = matching();
        must.addAll(filters(query.counted(), ""));
        return must;
    }

    private Query found(List<Query> filters) {
        return Query.of(outer -> outer.bool(bool -> {
            bool.filter(filters);
            if (!query.without().isEmpty()) {
                List<String> held = query.without().stream().map(this::id).toList();
                bool.mustNot(not -> not.ids(ids -> ids.values(held)));
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
            case BEST, NEWEST -> {
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
    RequestItem inRow(List<String> ids) {
        Query row = Query.of(outer -> outer.bool(bool -> bool.filter(named(ids))
                .filter(one -> one.matchPhrase(phrase ->
                        phrase.field("line").query(Grams.line(query.text()).strip())))));
        return item(request -> idsAlone(request.query(row).size(ids.size())));
    }

    /** What is shown of these documents. */
    RequestItem texts(List<String> ids) {
        return item(request -> request.query(outer -> outer.bool(bool -> bool.filter(named(ids))))
                .size(ids.size())
                .trackTotalHits(track -> track.enabled(false))
                .sort(by("id", SortOrder.Desc))
                .source(source -> source.fetch(true)));
    }

    private List<Query> named(List<String> ids) {
        List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
        return List.of(
                term("collection", query.collection()),
                Query.of(outer -> outer.terms(terms -> terms.field("id").terms(one -> one.value(values)))));
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
