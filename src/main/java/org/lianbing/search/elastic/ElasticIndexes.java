package org.lianbing.search.elastic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

/** The indexes behind the alias. Searches ask the alias, so that a new index takes over in one step. */
final class ElasticIndexes {

    private static final String DEFINITION = "/elasticsearch/documents.json";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ElasticsearchClient client;
    private final String alias;
    private final String definition = definition();

    ElasticIndexes(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    private static String definition() {
        try (InputStream in = Objects.requireNonNull(ElasticIndexes.class.getResourceAsStream(DEFINITION))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String alias() {
        return alias;
    }

    /** Says which definition an index was made by. */
    String shape() {
        return UUID.nameUUIDFromBytes(definition.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The index that the alias points to; empty where there is none. */
    Optional<String> live() throws IOException {
        try {
            return client.indices().getAlias(request -> request.name(alias)).aliases().keySet().stream()
                    .findFirst();
        } catch (ElasticsearchException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes an index that nobody searches yet; it is not refreshed until {@link #finish}. */
    void create(String name) throws IOException {
        client.indices()
                .create(request -> request.index(name)
                        .withJson(new java.io.ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8))));
        client.indices()
                .putSettings(request ->
                        request.index(name).settings(settings -> settings.refreshInterval(time -> time.time("-1"))));
    }

    /** Refreshes it from now on. */
    void finish(String name) throws IOException {
        client.indices()
                .putSettings(request ->
                        request.index(name).settings(settings -> settings.refreshInterval(time -> time.time("500ms"))));
        client.indices().refresh(request -> request.index(name));
    }

    /** Lets the alias point to the index and to no other, in one step. */
    void switchTo(String name) throws IOException {
        Optional<String> before = live();
        client.indices().updateAliases(request -> {
            before.filter(old -> !old.equals(name))
                    .ifPresent(old -> request.actions(
                            action -> action.remove(remove -> remove.index(old).alias(alias))));
            return request.actions(action -> action.add(add -> add.index(name).alias(alias)));
        });
    }

    void delete(String name) throws IOException {
        client.indices().delete(request -> request.index(name).ignoreUnavailable(true));
    }

    long count(String name) throws IOException {
        return client.count(request -> request.index(name)).count();
    }

    /** Writes many at once; what is there already in a later version stays. */
    void write(List<BulkOperation> operations) throws IOException {
        if (operations.isEmpty()) {
            return;
        }
        BulkResponse response = client.bulk(request -> request.operations(operations));
        if (response.errors()) {
            Optional<BulkResponseItem> refused = response.items().stream()
                    .filter(item -> item.error() != null && item.status() != CONFLICT)
                    .findFirst();
            if (refused.isPresent()) {
                throw new IOException(
                        Objects.requireNonNull(refused.get().error()).toString());
            }
        }
    }
}
