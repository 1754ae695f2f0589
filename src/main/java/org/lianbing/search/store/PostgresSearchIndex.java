package org.lianbing.search.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Sql;
import org.lianbing.search.Grams;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchIndex;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.Suggestion;

/** The index in PostgreSQL: arrays of grams under one GIN index. Trigrams would miss words of two characters. */
@Repository
public class PostgresSearchIndex implements SearchIndex {

    private static final int LONGEST_LEAD = 16;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final FacetSets facetSets;
    private final CountedBefore counting;
    /** About how many documents there are; before the first search it is better thought large. */
    private final AtomicLong size = new AtomicLong(Long.MAX_VALUE);

    PostgresSearchIndex(JdbcClient jdbc, NamedParameterJdbcOperations batches, FacetSets facetSets) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.facetSets = facetSets;
        this.counting = new CountedBefore(jdbc);
    }

    @Override
    @Transactional
    public void put(Collection<SearchDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<FacetSets.Numbers> facets =
                documents.stream().map(one -> FacetSets.numbers(one.facets())).toList();
        facetSets.store(facets);
        List<MapSqlParameterSource> rows = new ArrayList<>();
        for (SearchDocument document : documents) {
            rows.add(row(document, facets.get(rows.size())));
        }
        // The number is drawn after the row is locked, so that of two writers the later one has the higher.
        batches.batchUpdate("""
            insert into search.document (collection, id, number, facet_set, author_set, point_set, code, difficulty,
                lead, title, body, line, grams)
            values (:collection, :id, nextval('search.change'), :facetSet, :authorSet, :pointSet, :code, :difficulty,
                :lead, :title, :body, :line, :grams)
            on conflict (collection, id) do update set number = nextval('search.change'),
                xid = pg_current_xact_id(), facet_set = excluded.facet_set,
                author_set = excluded.author_set, point_set = excluded.point_set,
                code = excluded.code, difficulty = excluded.difficulty, lead = excluded.lead,
                title = excluded.title, body = excluded.body, line = excluded.line,
                grams = excluded.grams
            """, rows.toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(SearchDocument document, FacetSets.Numbers facets) {
        return new MapSqlParameterSource()
                .addValue("collection", document.collection())
                .addValue("id", document.id())
                .addValue("facetSet", facets.few())
                .addValue("authorSet", facets.wide().get("author"), Types.BIGINT)
                .addValue("pointSet", facets.wide().get("point"), Types.BIGINT)
                .addValue("code", document.code())
                .addValue("difficulty", document.difficulty())
                .addValue("lead", lead(document.title()))
                .addValue("title", document.title())
                .addValue("body", document.text())
                .addValue("line", Grams.line(document.title() + "\n" + document.text()))
                .addValue(
                        "grams",
                        Grams.ofDocument(document.title(), document.text()).toArray(String[]::new));
    }

    @Override
    @Transactional
    public void remove(String collection, Collection<UUID> ids) {
        jdbc.sql("""
            with gone as (
                delete from search.document where collection = :collection and id = any(:ids)
                returning collection, id
            )
            insert into search.removal (collection, id, number)
            select collection, id, nextval('search.change') from gone
            on conflict (collection, id) do update
                set number = excluded.number, xid = pg_current_xact_id()
            """)
                .param("collection", collection)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    @Override
    public SearchHits find(SearchQuery query) {
        return new PostgresSearch(jdbc, facetSets, counting, size, query).find();
    }

    @Override
    public List<Suggestion> suggest(SearchQuery query) {
        String typed = lead(query.text());
        if (typed.isEmpty() || Grams.ofBeginning(query.text()).isEmpty()) {
            return List.of();
        }
        PostgresQueries sql = new PostgresQueries(query, Map.of());
        WordEnds words = new WordEnds(query.text());
        jdbc.sql(sql.sample())
                .params(sql.parameters())
                .query((row, number) -> row.getString("title"))
                .list()
                .forEach(words::read);
        int limit = query.page().limit();
        List<Suggestion> found = new ArrayList<>();
        words.best((limit + 1) / 2).forEach(word -> found.add(new Suggestion(word, null)));
        jdbc
                .sql(sql.leads(typed))
                .params(sql.parameters())
                .query((row, number) -> new Suggestion(row.getString("title"), Sql.uuid(row, "id")))
                .list()
                .stream()
                .limit(limit - found.size())
                .forEach(found::add);
        return found;
    }

    /** How a title begins, folded, without what is no word. */
    private static String lead(String title) {
        String folded = Grams.line(title).replace(" ", "");
        int length = Math.min(folded.length(), LONGEST_LEAD);
        return folded.substring(0, length);
    }
}
