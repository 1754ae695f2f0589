package org.lianbing.search.elastic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import org.jspecify.annotations.Nullable;

import org.lianbing.search.FacetCount;
import org.lianbing.search.Highlighter;
import org.lianbing.search.SearchHit;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchHits.Engine;
import org.lianbing.search.SearchQuery;

/** Asks Elasticsearch, and reads its answer. */
final class ElasticSearch {

    /** What is stored of a document to be shown. */
    record Source(@Nullable String title, @Nullable String body) {}

    private final ElasticsearchClient client;
    private final String alias;

    ElasticSearch(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    SearchHits find(SearchQuery query) throws IOException {
        ElasticQueries queries = new ElasticQueries(alias, query);
        if (queries.hopeless()) {
            Map<String, List<FacetCount>> none = new HashMap<>();
            query.counted().forEach(facet -> none.put(facet, List.of()));
            return new SearchHits(0, List.of(), none, Engine.ELASTICSEARCH, false);
        }
        return queries.looksForRows() ? withRows(query, queries) : plain(query, queries);
    }

    private SearchHits plain(SearchQuery query, ElasticQueries queries) throws IOException {
        SearchResponse<Source> found =
                client.search(queries.hits(query.page().offset(), query.page().limit(), true), Source.class);
        Highlighter highlighter = new Highlighter(query.text());
        List<SearchHit> hits = found.hits().hits().stream()
                .map(hit -> hit(hit.id(), hit.source(), highlighter))
                .toList();
        return new SearchHits(total(found), hits, facets(query, found), Engine.ELASTICSEARCH, false);
    }

    /** The best by their words; then of these first those that have them in a row; of that order the page. */
    private SearchHits withRows(SearchQuery query, ElasticQueries queries) throws IOException {
        int until = query.page().offset() + query.page().limit();
        SearchResponse<Source> found =
                client.search(queries.hits(0, Math.max(ElasticQueries.WINDOW, until), false), Source.class);
        List<String> ids = found.hits().hits().stream()
                .map(Hit::id)
                .map(Objects::requireNonNull)
                .toList();
        List<String> window = ids.subList(0, Math.min(ids.size(), ElasticQueries.WINDOW));
        Set<String> inRow = inRow(queries, window);
        List<String> ordered = new ArrayList<>(window);
        // Sorting keeps equals in place.
        ordered.sort(Comparator.comparing(id -> !inRow.contains(id)));
        ordered.addAll(ids.subList(window.size(), ids.size()));
        List<String> page =
                ordered.subList(Math.min(query.page().offset(), ordered.size()), Math.min(until, ordered.size()));
        return new SearchHits(total(found), read(page, query), facets(query, found), Engine.ELASTICSEARCH, false);
    }

    private Set<String> inRow(ElasticQueries queries, List<String> window) throws IOException {
        if (window.size() < 2) {
            return Set.of();
        }
        Set<String> inRow = new HashSet<>();
        client.search(queries.inRow(window), Void.class).hits().hits().forEach(hit -> inRow.add(hit.id()));
        return inRow;
    }

    private List<SearchHit> read(List<String> ids, SearchQuery query) throws IOException {
        if (ids.isEmpty()) {
            return List.of();
        }
        MgetResponse<Source> found = client.mget(request -> request.index(alias).ids(ids), Source.class);
        Highlighter highlighter = new Highlighter(query.text());
        return found.docs().stream()
                .filter(one -> one.isResult() && one.result().found())
                .map(one -> hit(one.result().id(), one.result().source(), highlighter))
                .toList();
    }

    private static SearchHit hit(@Nullable String id, @Nullable Source source, Highlighter highlighter) {
        String name = Objects.requireNonNull(id);
        UUID document = UUID.fromString(name.substring(name.lastIndexOf('/') + 1));
        return SearchHit.of(
                document,
                text(source == null ? null : source.title()),
                text(source == null ? null : source.body()),
                highlighter);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long total(SearchResponse<?> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }

    private static Map<String, List<FacetCount>> facets(SearchQuery query, SearchResponse<?> found) {
        Map<String, List<FacetCount>> facets = new HashMap<>();
        for (String facet : query.counted()) {
            Aggregate filtered = Objects.requireNonNull(found.aggregations().get(facet));
            Aggregate values =
                    Objects.requireNonNull(filtered.filter().aggregations().get(ElasticQueries.VALUES));
            facets.put(
                    facet,
                    values.sterms().buckets().array().stream()
                            .map(bucket -> new FacetCount(bucket.key().stringValue(), bucket.docCount()))
                            .toList());
        }
        return facets;
    }
}
