package org.lianbing.search.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Sql;
import org.lianbing.search.Grams;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchIndex;
import org.lianbing.search.SearchQuery;

/** The index in PostgreSQL: arrays of grams under one GIN index. Trigrams would miss words of two characters. */
@Repository
class PostgresSearchIndex implements SearchIndex {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    PostgresSearchIndex(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    @Transactional
    public void put(Collection<SearchDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                """
                        insert into search.document (collection, id, plain, title_grams, grams, facets)
                        values (:collection, :id, :plain, :titleGrams, :grams, :facets)
                        on conflict (collection, id) do update set plain = excluded.plain,
                            title_grams = excluded.title_grams, grams = excluded.grams, facets = excluded.facets
                        """, documents.stream().map(PostgresSearchIndex::row).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(SearchDocument document) {
        String whole = document.title() + "\n" + document.text();
        return new MapSqlParameterSource()
                .addValue("collection", document.collection())
                .addValue("id", document.id())
                .addValue("plain", Grams.normal(whole))
                .addValue("titleGrams", array(Grams.ofDocument(document.title())))
                .addValue("grams", array(Grams.ofDocument(whole)))
                .addValue("facets", facets(document));
    }

    private static String[] facets(SearchDocument document) {
        List<String> all = new ArrayList<>();
        all.add(collection(document.collection()));
        document.facets().forEach((key, values) -> values.forEach(value -> all.add(key + ":" + value)));
        return all.toArray(String[]::new);
    }

    @Override
    public void remove(String collection, Collection<UUID> ids) {
        jdbc.sql("delete from search.document where collection = :collection and id = any(:ids)")
                .param("collection", collection)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /**
     * All grams must be there. First the documents that have the text as it was typed, then those that have its words
     * in the title, then the newest.
     */
    @Override
    public SearchHits find(SearchQuery query) {
        if (!query.text().isBlank() && wanted(query).isEmpty()) {
            return new SearchHits(0, List.of());
        }
        String where = where(query);
        long total = bind(jdbc.sql("select count(*) from search.document where " + where), query)
                .query(Long.class)
                .single();
        List<UUID> ids = bind(jdbc.sql("select id from search.document where " + where + order(query)), query)
                .param("offset", query.page().offset())
                .param("limit", query.page().limit())
                .query((row, number) -> Sql.uuid(row, "id"))
                .list();
        return new SearchHits(total, ids);
    }

    private static String where(SearchQuery query) {
        StringBuilder where = new StringBuilder("facets @> array[:collection]::text[]");
        if (!wanted(query).isEmpty()) {
            where.append(" and grams @> :grams::text[]");
        }
        for (int i = 0; i < query.filters().size(); i++) {
            where.append(" and facets && :filter").append(i).append("::text[]");
        }
        return where.toString();
    }

    private static String order(SearchQuery query) {
        String best = wanted(query).isEmpty()
                ? ""
                : "(position(:typed in plain) > 0) desc, (title_grams @> :grams::text[]) desc, ";
        return " order by " + best + "id desc offset :offset limit :limit";
    }

    private static StatementSpec bind(StatementSpec statement, SearchQuery query) {
        StatementSpec bound = statement.param("collection", collection(query.collection()));
        Set<String> wanted = wanted(query);
        if (!wanted.isEmpty()) {
            bound = bound.param("grams", array(wanted))
                    .param("typed", Grams.normal(query.text()).strip());
        }
        int i = 0;
        for (Map.Entry<String, Set<String>> filter : query.filters().entrySet()) {
            bound = bound.param(
                    "filter" + i++,
                    filter.getValue().stream()
                            .map(value -> filter.getKey() + ":" + value)
                            .toArray(String[]::new));
        }
        return bound;
    }

    private static Set<String> wanted(SearchQuery query) {
        return Grams.ofQuery(query.text());
    }

    private static String collection(String name) {
        return "collection:" + name;
    }

    private static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }
}
