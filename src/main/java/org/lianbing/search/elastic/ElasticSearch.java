package org.lianbing.search.elastic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
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
        return queries.titlesFirst() ? best(query, queries) : inOrder(query, queries);
    }

    private SearchHits inOrder(SearchQuery query, ElasticQueries queries) throws IOException {
        List<MultiSearchItem<Source>> found = ask(List.of(
                queries.counts(),
                queries.page(query.page().offset(), query.page().limit())));
        Highlighter highlighter = new Highlighter(query.text());
        List<SearchHit> hits = found.getLast().hits().hits().stream()
                .map(hit -> hit(hit.id(), hit.source(), highlighter))
                .toList();
        return hits(query, found.getFirst(), hits);
    }

    /**
     * The newest with the words in the title, then the newest with them anywhere; of the first of these those first that
     * have them in a row; of that order the page.
     */
    private SearchHits best(SearchQuery query, ElasticQueries queries) throws IOException {
        int until = query.page().offset() + query.page().limit();
        int depth = queries.looksForRows() ? Math.max(ElasticQueries.WINDOW, until) : until;
        List<MultiSearchItem<Source>> found =
                ask(List.of(queries.counts(), queries.newest(depth, true), queries.newest(depth, false)));
        Set<String> best = new LinkedHashSet<>();
        found.subList(1, found.size()).forEach(tier -> best.addAll(ids(tier)));
        List<String> ids = best.stream().limit(depth).toList();
        return hits(
                query,
                found.getFirst(),
                queries.looksForRows() ? rowsFirst(ids, query, queries) : read(page(ids, query), query, queries));
    }

    /** What may come to stand on the page is read while it is looked for words in a row. */
    private List<SearchHit> rowsFirst(List<String> ids, SearchQuery query, ElasticQueries queries) throws IOException {
        List<String> window = ids.subList(0, Math.min(ids.size(), ElasticQueries.WINDOW));
        if (window.size() < 2) {
            return read(page(ids, query), query, queries);
        }
        List<MultiSearchItem<Source>> found = ask(List.of(queries.inRow(window), queries.texts(ids)));
        Set<String> inRow = Set.copyOf(ids(found.getFirst()));
        List<String> ordered = new ArrayList<>(window);
        // Sorting keeps equals in place.
        ordered.sort(Comparator.comparing(id -> !inRow.contains(id)));
        ordered.addAll(ids.subList(window.size(), ids.size()));
        return inOrder(page(ordered, query), found.getLast(), query);
    }

    private static List<String> page(List<String> ids, SearchQuery query) {
        int from = query.page().offset();
        return ids.subList(
                Math.min(from, ids.size()), Math.min(from + query.page().limit(), ids.size()));
    }

    /** Asks several things at once, which Elasticsearch answers side by side. */
    private List<MultiSearchItem<Source>> ask(List<RequestItem> wanted) throws IOException {
        List<MultiSearchItem<Source>> answers = new ArrayList<>();
        for (MultiSearchResponseItem<Source> one : client.msearch(request -> request.searches(wanted), Source.class)
                .responses()) {
            if (one.isFailure()) {
                throw new IOException(String.valueOf(one.failure().error().reason()));
            }
            answers.add(one.result());
        }
        return answers;
    }

    private static SearchHits hits(SearchQuery query, MultiSearchItem<Source> counts, List<SearchHit> hits) {
        long total = Objects.requireNonNull(counts.hits().total()).value();
        return new SearchHits(total, hits, facets(query, counts), Engine.ELASTICSEARCH, false);
    }

    private static List<String> ids(MultiSearchItem<Source> found) {
        return found.hits().hits().stream()
                .map(hit -> hit.sort().getFirst().stringValue())
                .toList();
    }

    private List<SearchHit> read(List<String> ids, SearchQuery query, ElasticQueries queries) throws IOException {
        return ids.isEmpty()
                ? List.of()
                : inOrder(ids, ask(List.of(queries.texts(ids))).getFirst(), query);
    }

    private static List<SearchHit> inOrder(List<String> ids, MultiSearchItem<Source> texts, SearchQuery query) {
        Map<String, Hit<Source>> read = new HashMap<>();
        texts.hits().hits().forEach(hit -> read.put(hit.sort().getFirst().stringValue(), hit));
        Highlighter highlighter = new Highlighter(query.text());
        return ids.stream()
                .map(read::get)
                .filter(Objects::nonNull)
                .map(hit -> hit(hit.id(), hit.source(), highlighter))
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

    private static Map<String, List<FacetCount>> facets(SearchQuery query, MultiSearchItem<?> found) {
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
