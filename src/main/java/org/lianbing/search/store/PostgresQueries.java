package org.lianbing.search.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.lianbing.search.Grams;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;

/** The SQL of one query and its parameters. */
final class PostgresQueries {

    /** So many of the best are looked at for words in a row; below them it no longer matters. */
    static final int WINDOW = 100;

    /** Which documents have the text, are not hidden, and pass the filters on facets of many values, by their numbers. */
    record Selecting(String collection, Set<String> grams, Set<UUID> without, Map<String, List<Long>> filters) {

        /** Of how many words, ids and numbers. */
        int size() {
            return grams.size()
                    + without.size()
                    + filters.values().stream().mapToInt(List::size).sum();
        }
    }

    /** What reading the grams of one document costs, in visits of documents that an index names. */
    private static final int DENSE = 20;

    private final SearchQuery query;
    private final Set<String> grams;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, String> wide = new LinkedHashMap<>();
    private boolean walkAll;
    private boolean walkTitles;
    private boolean walkPassing;

    /** For a query of which {@code wide} gives the numbers that pass each filter on a facet of many values. */
    PostgresQueries(SearchQuery query, Map<String, Long[]> wide) {
        this.query = query;
        this.grams = Grams.ofQuery(query.text());
        wide.forEach((facet, numbers) -> {
            this.wide.put(facet, "wide" + this.wide.size());
            parameters.put(this.wide.get(facet), numbers);
        });
        parameters.put("collection", query.collection());
        parameters.put("grams", array(grams));
        parameters.put("titleGrams", array(Grams.inTitle(grams)));
        parameters.put("without", query.without().toArray(UUID[]::new));
        parameters.put("line", Grams.line(query.text()));
        parameters.put("offset", query.page().offset());
        parameters.put("limit", query.page().limit());
        parameters.put(
                "depth", Math.max(WINDOW, query.page().offset() + query.page().limit()));
    }

    /** Whether the text holds nothing that could be found. */
    boolean hopeless() {
        return !query.text().isBlank() && grams.isEmpty();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * How many documents have the text, of about how many. Where nearly every one has it, the newest of them are found
     * soonest by walking back from the newest document; else by the index of grams. The database cannot choose: it does
     * not know what it costs to read the grams of a document.
     */
    void seen(long matching, long documents, boolean inTitles) {
        boolean walk = documents > 0 && matching > dense(documents);
        if (inTitles) {
            walkTitles = walk;
        } else {
            walkAll = walk;
        }
    }

    /** How many documents pass everything, of about how many: where they are many, the page is soonest in their order. */
    void passed(long passing, long documents) {
        walkPassing = documents > 0 && passing > dense(documents);
    }

    /** From how many of so many documents on walking back finds a window of them sooner. */
    private static long dense(long documents) {
        return (long) Math.sqrt((double) documents * DENSE * WINDOW);
    }

    /** Whether it is worth knowing how many have the text in the title. */
    boolean wantsTitles() {
        return walkAll && !grams.isEmpty() && query.order() == SearchOrder.BEST;
    }

    /** Counts those, but no further than is needed to know whether they are walked. */
    String titles(long documents) {
        return """
            select count(*) from (select 1 from search.document where %s limit %d) as counted
            """.formatted(where("titleGrams", false), dense(documents) + 1);
    }

    /** All that decides which documents {@link #facets} counts, beside its words. */
    Selecting selecting() {
        Map<String, List<Long>> filters = new HashMap<>();
        wide.forEach((facet, parameter) -> filters.put(facet, List.of((Long[]) parameters.get(parameter))));
        return new Selecting(query.collection(), grams, query.without(), filters);
    }

    /** From now on only documents with one of these sets of few-valued facets; null for all. */
    void among(Long @Nullable [] sets) {
        if (sets != null) {
            parameters.put("sets", sets);
        }
    }

    /**
     * The facets of the documents under the filters on facets of many values but that on {@code unfiltered}, empty for
     * all: those of few values, and these of many.
     */
    String facets(Set<String> counted, String unfiltered) {
        boolean hidesSome = !query.without().isEmpty();
        return new FacetCounting(matching(byIndex("grams"), unfiltered), List.copyOf(counted), hidesSome).sql();
    }

    /** The documents of the page. */
    String page() {
        if (!grams.isEmpty() && query.order() == SearchOrder.BEST) {
            return best();
        }
        String order = switch (query.order()) {
            case BEST, NEWEST -> "id desc";
            case CODE -> "code, id desc";
            case DIFFICULTY -> "difficulty, id desc";
        };
        return """
            with found as %s (
                select id, code, difficulty from search.document where %s
            ), page as (
                select id from found order by %s offset :offset limit :limit
            )
            select id, title, body from page join search.document using (id)
            where collection = :collection order by %s
            """.formatted(way(walkPassing), where("grams", walkPassing), order, order);
    }

    /**
     * Those with the words in the title and those with them anywhere are two walks of the index, each cut off where the
     * page ends, the second only made where the first does not fill it. Only the best of both are then read to see
     * whether the words stand in a row.
     */
    private String best() {
        String inRow =
                Grams.mayBeApart(grams) ? "(place <= " + WINDOW + " and position(:line in line) > 0) desc, " : "";
        return """
            with in_title as %s (
                select id from search.document where %s
            ), first as (
                select id, 1 as tier from in_title order by id desc limit :depth
            ), anywhere as %s (
                select id from search.document where (select count(*) from first) < :depth and %s
            ), either as (
                select id, tier from first
                union all
                (select id, 0 as tier from anywhere order by id desc limit :depth)
            ), placed as (
                select id, max(tier) as tier, row_number() over (order by max(tier) desc, id desc) as place
                from either group by id
            )
            select id, title, body from placed join search.document using (id)
            where collection = :collection and place <= :depth
            order by %stier desc, id desc offset :offset limit :limit
            """.formatted(
                        way(walkTitles), where("titleGrams", walkTitles), way(walkAll), where("grams", walkAll), inRow);
    }

    /** What is not materialized may be walked in its order; what is must be found by the index of grams. */
    private static String way(boolean walk) {
        return walk ? "not materialized" : "materialized";
    }

    private String where(String name, boolean walk) {
        return matching(walk ? ":" + name + "::text[]" : byIndex(name), "")
                + (parameters.containsKey("sets") ? " and facet_set = any(:sets::bigint[])" : "")
                + (query.without().isEmpty() ? "" : " and id <> all(:without)");
    }

    /** Hides from the database how common the grams are: it would rather read all documents than half by the index. */
    private static String byIndex(String name) {
        return "(select :" + name + "::text[])";
    }

    /** What has the text and passes the filters on facets of many values, but not that on {@code unfiltered}. */
    private String matching(String wanted, String unfiltered) {
        StringBuilder where = new StringBuilder("collection = :collection");
        if (!grams.isEmpty()) {
            where.append(" and grams @> ").append(wanted);
        }
        wide.forEach((facet, parameter) -> {
            if (!facet.equals(unfiltered)) {
                where.append(" and %s = any(:%s::bigint[])".formatted(FacetCounting.column(facet), parameter));
            }
        });
        return where.toString();
    }

    /** Some titles that hold the text, whatever the order: enough to see how words go on. */
    String sample() {
        parameters.put("beginning", array(Grams.ofBeginning(query.text())));
        return """
            select id, title from search.document
            where collection = :collection and grams @> :beginning::text[] %s limit 300
            """.formatted(reachable());
    }

    /** Titles that begin with the text. */
    String leads(String lead) {
        parameters.put("lead", lead);
        parameters.put("behind", lead + Character.toString(Character.MAX_CODE_POINT));
        return """
            select id, title from search.document
            where collection = :collection and lead >= :lead and lead < :behind %s order by lead limit 20
            """.formatted(reachable());
    }

    /** Suggestions have no filters but on facets of few values. */
    private String reachable() {
        return fewFilters() + (query.without().isEmpty() ? "" : " and id <> all(:without)");
    }

    /** The filters on facets of few values, where it is not known yet which sets pass them. */
    private String fewFilters() {
        StringBuilder passing = new StringBuilder();
        query.filters().forEach((facet, values) -> {
            if (!SearchDocument.WIDE.contains(facet)) {
                String parameter = "few" + facet;
                passing.append(" and facets && :").append(parameter).append("::text[]");
                parameters.put(
                        parameter,
                        values.stream().map(value -> facet + ":" + value).toArray(String[]::new));
            }
        });
        return passing.isEmpty()
                ? ""
                : " and facet_set in (select number from search.facet_set where true" + passing + ")";
    }

    private static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }
}
