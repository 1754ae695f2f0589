package org.lianbing.search;

import java.util.Collection;
import java.util.UUID;

/** An index of documents. PostgreSQL holds it; a larger site may put another engine behind this interface. */
public interface SearchIndex {

    /** Adds documents, or replaces them. */
    void put(Collection<SearchDocument> documents);

    /** Takes documents out; unknown ids are passed over. */
    void remove(String collection, Collection<UUID> ids);

    /** Finds documents. */
    SearchHits find(SearchQuery query);
}
