package org.lianbing.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * An index of documents. PostgreSQL holds them all; where a site has Elasticsearch, that answers what is looked for, and
 * PostgreSQL in its place when it cannot.
 */
public interface SearchIndex {

    /** Adds documents, or replaces them. */
    void put(Collection<SearchDocument> documents);

    /** Takes documents out; unknown ids are passed over. */
    void remove(String collection, Collection<UUID> ids);

    /** Finds documents. */
    SearchHits find(SearchQuery query);

    /**
     * How the text of the query may go on: first frequent words, then titles that begin with it; of the documents that
     * the query may find. Its order and counts do not matter; its page says how many are wanted.
     */
    List<Suggestion> suggest(SearchQuery query);
}
