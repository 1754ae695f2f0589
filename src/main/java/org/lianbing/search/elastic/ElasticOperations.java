package org.lianbing.search.elastic;

import java.util.LinkedHashMap;
import java.util.Map;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import org.lianbing.search.store.DocumentChanges.Change;
import org.lianbing.search.store.DocumentChanges.Key;
import org.lianbing.search.store.DocumentChanges.Stored;

/**
 * Documents as Elasticsearch is told of them. The number of a change is the version, so that an older one that arrives
 * later changes nothing.
 */
final class ElasticOperations {

    private ElasticOperations() {}

    /** The name of a document in the index. */
    static String id(Key key) {
        return key.collection() + "/" + key.id();
    }

    static BulkOperation write(String index, Stored document) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("collection", document.key().collection());
        source.put("id", document.key().id().toString());
        source.put("code", document.code());
        source.put("difficulty", document.difficulty());
        source.put("title", document.title());
        source.put("body", document.body());
        source.put("grams", document.grams());
        source.put("line", document.line());
        source.put("facets", document.facets());
        return BulkOperation.of(operation -> operation.index(write -> write.index(index)
                .id(id(document.key()))
                .version(document.number())
                .versionType(VersionType.ExternalGte)
                .document(source)));
    }

    static BulkOperation remove(String index, Change change) {
        return BulkOperation.of(operation -> operation.delete(delete -> delete.index(index)
                .id(id(change.key()))
                .version(change.number())
                .versionType(VersionType.ExternalGte)));
    }
}
