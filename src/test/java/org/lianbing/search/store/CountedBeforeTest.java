package org.lianbing.search.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.search.FacetCount;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchIndex;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts that are kept are told again, and never once something has changed. */
@IntegrationTest
class CountedBeforeTest {

    private static final int MANY = 2_000;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestCity city;

    private String collection = "";
    private final List<UUID> ids = new ArrayList<>();

    @BeforeEach
    void manyAreThere() {
        collection = "test" + city.number();
        List<SearchDocument> documents = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            ids.add(Ids.next());
            documents.add(document(ids.getLast()));
        }
        index.put(documents);
        assertThat(count()).isEqualTo(MANY);
    }

    @Test
    void countsAreNotCountedAgain() {
        // As nothing in the product does it, so that only the count can know.
        jdbc.sql("delete from search.document where collection = :collection and id = :id")
                .param("collection", collection)
                .param("id", ids.getFirst())
                .update();
        assertThat(count()).isEqualTo(MANY);
    }

    @Test
    void whatIsWrittenOrTakenOutCountsAtOnce() {
        index.put(List.of(document(Ids.next())));
        assertThat(count()).isEqualTo(MANY + 1);
        index.remove(collection, List.of(ids.get(0), ids.get(1)));
        assertThat(count()).isEqualTo(MANY - 1);
        index.put(List.of(new SearchDocument(collection, ids.get(2), "电机", "", Map.of("trade", Set.of("b")))));
        assertThat(facets("trade")).containsExactly(new FacetCount("a", MANY - 2), new FacetCount("b", 1));
    }

    @Test
    void anotherTextFilterOrHiddenDocumentIsAnotherCount() {
        assertThat(find("电机", Map.of(), Set.of(), "trade").total()).isEqualTo(MANY);
        assertThat(find("电缆", Map.of(), Set.of(), "trade").total()).isZero();
        assertThat(find("", Map.of(), Set.of(ids.getFirst()), "trade").total()).isEqualTo(MANY - 1);
        assertThat(find("", Map.of("point", Set.of("p")), Set.of(), "trade").total())
                .isEqualTo(MANY);
        assertThat(find("", Map.of("point", Set.of("q")), Set.of(), "trade").total())
                .isZero();
        assertThat(facets("point")).containsExactly(new FacetCount("p", MANY));
    }

    @Test
    void whatWasUnderWayWhileItWasCountedCountsAsSoonAsItIsDone() {
        transaction.executeWithoutResult(running -> {
            index.put(List.of(document(Ids.next())));
            assertThat(CompletableFuture.supplyAsync(this::count).join()).isEqualTo(MANY);
        });
        assertThat(count()).isEqualTo(MANY + 1);
    }

    @Test
    void whatIsUndoneWasNeverKept() {
        transaction.executeWithoutResult(running -> {
            index.put(List.of(document(Ids.next())));
            assertThat(count()).isEqualTo(MANY + 1);
            running.setRollbackOnly();
        });
        assertThat(count()).isEqualTo(MANY);
    }

    private SearchDocument document(UUID id) {
        return new SearchDocument(collection, id, "电机", "", Map.of("trade", Set.of("a"), "point", Set.of("p")));
    }

    private long count() {
        return find("", Map.of(), Set.of(), "trade").total();
    }

    private List<FacetCount> facets(String facet) {
        return find("", Map.of(), Set.of(), facet).facets().getOrDefault(facet, List.of());
    }

    private SearchHits find(String text, Map<String, Set<String>> filters, Set<UUID> without, String counted) {
        PageOf page = new PageOf(0, 20);
        return index.find(new SearchQuery(collection, text, filters, without, Set.of(counted), SearchOrder.BEST, page));
    }
}
