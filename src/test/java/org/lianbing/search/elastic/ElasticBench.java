package org.lianbing.search.elastic;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import org.lianbing.search.Grams;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.store.DocumentChanges.Key;
import org.lianbing.search.store.DocumentChanges.Stored;

import static org.awaitility.Awaitility.await;

/** Our index on a node of its own, for measurements: written and asked as the application does, without a database. */
public final class ElasticBench implements AutoCloseable {

    private static final String ALIAS = "bench";
    private static final String INDEX = "bench-1";

    private final TestElasticsearch node;
    private final ElasticsearchClient client;
    private final ElasticIndexes indexes;
    private final ElasticSearch search;
    private long number;

    private ElasticBench(TestElasticsearch node) throws IOException {
        this.node = node;
        this.client = node.client();
        this.indexes = new ElasticIndexes(client, ALIAS);
        this.search = new ElasticSearch(client, ALIAS);
        indexes.create(INDEX);
    }

    /** Starts a node. */
    public static ElasticBench start() throws IOException {
        if (!TestElasticsearch.there()) {
            throw new IOException("Elasticsearch is not in target/elasticsearch; ./lianbing bench brings it");
        }
        return new ElasticBench(TestElasticsearch.start("1g"));
    }

    /** Writes documents. */
    public void write(List<SearchDocument> documents) throws IOException {
        List<Stored> stored = new ArrayList<>();
        for (SearchDocument document : documents) {
            stored.add(new Stored(
                    new Key(document.collection(), document.id()),
                    ++number,
                    document.title(),
                    document.text(),
                    Grams.line(document.title() + "\n" + document.text()),
                    List.copyOf(Grams.ofDocument(document.title(), document.text())),
                    document.facets(),
                    document.code(),
                    document.difficulty()));
        }
        indexes.write(stored.stream()
                .map(document -> ElasticOperations.write(INDEX, document))
                .toList());
    }

    /** Lets it be searched, once what writing left to be merged is merged, as it is in a bank that is not being filled. */
    public void ready() throws IOException {
        indexes.finish(INDEX);
        indexes.switchTo(INDEX);
        await().atMost(Duration.ofMinutes(10)).until(() -> merging() == 0);
    }

    private long merging() throws IOException {
        var stats =
                client.indices().stats(request -> request.index(INDEX)).all().primaries();
        return stats == null || stats.merges() == null ? 0 : stats.merges().current();
    }

    public SearchHits find(SearchQuery query) throws IOException {
        return search.find(query);
    }

    /** The nanoseconds of a request that asks for nothing. */
    public long trivial() throws IOException {
        long start = System.nanoTime();
        client.indices().exists(request -> request.index(INDEX));
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws Exception {
        client.close();
        node.close();
    }
}
