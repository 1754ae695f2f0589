package org.lianbing.search.elastic;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchHits.Engine;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.store.DocumentChanges;
import org.lianbing.search.store.PostgresSearchIndex;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Against a real node. Skipped where its programs were not brought, except in CI. */
@IntegrationTest
class ElasticsearchTest {

    private static final Set<String> FACETS = Set.of("trade", "type", "point", "author");
    private static final PageOf PAGE = new PageOf(0, 20);

    @Autowired
    PostgresSearchIndex postgres;

    @Autowired
    DocumentChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    TestCity city;

    private TestElasticsearch node;
    private ElasticsearchClient client;
    private ElasticFollower follower;
    private ElasticFollowing following;
    private ElasticSearchIndex index;
    private Breaker breaker;
    private ElasticIndexes indexes;
    private String collection;

    @BeforeEach
    void connect() throws Exception {
        if (!TestElasticsearch.there()) {
            assertThat(System.getenv("CI"))
                    .as("Elasticsearch was not brought to target/elasticsearch")
                    .isNull();
            assumeTrue(false, "Elasticsearch was not brought to target/elasticsearch");
        }
        node = TestElasticsearch.shared();
        collection = "elastic" + city.number();
        connect("test-" + collection);
    }

    private void connect(String alias) {
        ElasticSettings settings = node.settings(alias);
        client = ElasticConfiguration.client(settings);
        indexes = new ElasticIndexes(client, alias);
        follower = ElasticConfiguration.follower(client, settings, jdbc, changes, transactions, clock);
        following = new ElasticFollowing(follower);
        breaker = new Breaker(clock);
        index = new ElasticSearchIndex(
                postgres,
                new ElasticSearch(client, alias),
                follower,
                new ElasticMeters(new SimpleMeterRegistry()),
                breaker,
                following::wake,
                settings.timeout());
    }

    @AfterEach
    void disconnect() throws IOException {
        if (client != null) {
            following.stop();
            client.close();
        }
    }

    @Test
    void bothEnginesFindCountAndOrderAlike() throws Exception {
        fill();
        follower.step();
        assertThat(follower.ready()).isTrue();
        ElasticSearch elastic = new ElasticSearch(client, indexes.alias());
        List<Map<String, Set<String>>> filters = List.of(
                Map.of(),
                Map.of("trade", Set.of("t1", "t2")),
                Map.of("trade", Set.of("t1"), "type", Set.of("single")),
                Map.of("point", Set.of("p1"), "reach", Set.of("open")));
        for (String text : List.of("", "电", "电机", "电动机", "接地电阻", "电阻 接地", "220V", "Q235 钢", "没有的", "？")) {
            for (Map<String, Set<String>> filter : filters) {
                for (SearchOrder order : SearchOrder.values()) {
                    SearchQuery query =
                            new SearchQuery(collection, text, filter, Set.of(held), FACETS, order, new PageOf(3, 7));
                    SearchHits mine = postgres.find(query);
                    SearchHits other = elastic.find(query);
                    assertThat(other.total()).as("%s", query).isEqualTo(mine.total());
                    assertThat(other.hits()).as("%s", query).isEqualTo(mine.hits());
                    assertThat(other.facets()).as("%s", query).isEqualTo(mine.facets());
                }
            }
        }
    }

    private UUID held = new UUID(0, 0);

    private void fill() {
        Random random = new Random(5);
        List<String> words = List.of("电动机", "电机", "接地", "电阻", "接地电阻", "220V", "Q235钢", "阻值", "焊接", "绝缘");
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            documents.add(new SearchDocument(
                    collection,
                    Ids.next(),
                    words.get(random.nextInt(10)) + (random.nextBoolean() ? "的" : "") + words.get(random.nextInt(10)),
                    words.get(random.nextInt(10)) + "与" + words.get(random.nextInt(10)),
                    Map.of(
                            "trade", Set.of("t" + random.nextInt(3)),
                            "type", Set.of(random.nextBoolean() ? "single" : "multiple"),
                            "point", Set.of("p" + random.nextInt(5), "p" + random.nextInt(5) + 1),
                            "author", random.nextBoolean() ? Set.of() : Set.of("a" + random.nextInt(4)),
                            "reach", Set.of(random.nextInt(4) == 0 ? "sealed" : "open")),
                    "c-" + random.nextInt(50),
                    random.nextInt(1, 6)));
        }
        held = documents.get(7).id();
        index.put(documents);
    }

    @Test
    void whatIsWrittenIsFoundWithinTwoSeconds() throws Exception {
        following.start();
        await(Duration.ofSeconds(60), () -> follower.ready());
        UUID id = put("刚刚发布的题");
        ElasticSearch elastic = new ElasticSearch(client, indexes.alias());
        await(Duration.ofSeconds(2), () -> elastic.find(query("刚刚发布")).ids().equals(List.of(id)));
        index.put(List.of(new SearchDocument(collection, id, "改过以后的题", "", Map.of())));
        await(Duration.ofSeconds(2), () -> elastic.find(query("刚刚发布")).total() == 0);
        assertThat(elastic.find(query("改过以后")).ids()).containsExactly(id);
        index.remove(collection, List.of(id));
        await(Duration.ofSeconds(2), () -> elastic.find(query("改过以后")).total() == 0);
    }

    @Test
    void aLongTransactionHidesNothingAndDelaysNothing() throws Exception {
        follower.step();
        UUID[] ids = new UUID[2];
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ids[0] = put("先开始后提交");
            Thread other = Thread.ofVirtual().start(() -> {
                ids[1] = put("后开始先提交");
                follower.step();
            });
            join(other);
            refresh();
            assertThat(elastic("后开始")).containsExactly(ids[1]);
        });
        follower.step();
        refresh();
        assertThat(elastic("后提交")).containsExactly(ids[0]);
        assertThat(elastic("先提交")).containsExactly(ids[1]);
    }

    @Test
    void aNewIndexTakesOverWhileOneWrites() throws Exception {
        following.start();
        await(Duration.ofSeconds(60), () -> follower.ready());
        String before = indexes.live().orElseThrow();
        List<UUID> written = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        List<String> gaps = new ArrayList<>();
        UUID always = put("一直在的题");
        await(Duration.ofSeconds(5), () -> elastic("一直在").equals(List.of(always)));
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                written.add(put("切换时写的题"));
                if (!elastic("一直在").equals(List.of(always))) {
                    gaps.add("gap after " + written.size());
                }
            }
        });
        jdbc.sql("update search.elastic_index set shape = 'older' where alias = :alias")
                .param("alias", indexes.alias())
                .update();
        await(
                Duration.ofSeconds(120),
                () -> indexes.live().filter(name -> !name.equals(before)).isPresent());
        over.set(true);
        writer.join();
        assertThat(gaps).isEmpty();
        assertThat(written).isNotEmpty();
        await(Duration.ofSeconds(5), () -> index.find(query("切换时写")).total() == written.size());
        await(
                Duration.ofSeconds(10),
                () -> !client.indices().exists(request -> request.index(before)).value());
    }

    @Test
    void anEmptiedIndexIsNoticedAndFilledAgain() throws Exception {
        UUID id = put("不会丢的题");
        follower.step();
        refresh();
        assertThat(index.find(query("不会丢")).engine()).isEqualTo(Engine.ELASTICSEARCH);
        String emptied = indexes.live().orElseThrow();
        indexes.delete(emptied);
        indexes.create(emptied);
        indexes.finish(emptied);
        indexes.switchTo(emptied);
        SearchHits doubted = index.find(query("不会丢"));
        assertThat(doubted.ids()).containsExactly(id);
        assertThat(doubted.fallback()).isTrue();
        follower.step();
        assertThat(index.find(query("不会丢")).engine()).isEqualTo(Engine.ELASTICSEARCH);

        String live = indexes.live().orElseThrow();
        client.indices().delete(request -> request.index(live));
        SearchHits missing = index.find(query("不会丢"));
        assertThat(missing.ids()).containsExactly(id);
        assertThat(missing.fallback()).isTrue();
        follower.step();
        assertThat(elastic("不会丢")).containsExactly(id);
    }

    @Test
    void postgresAnswersInTimeWhileTheOtherHangsOrIsGoneAndItCatchesUpByItself() throws Exception {
        UUID first = put("断开前的题");
        following.start();
        await(Duration.ofSeconds(60), () -> index.find(query("断开前")).engine() == Engine.ELASTICSEARCH);
        node.freeze();
        try {
            inTime(query("断开前"), first);
        } finally {
            node.thaw();
        }
        await(Duration.ofSeconds(60), () -> index.find(query("断开前")).engine() == Engine.ELASTICSEARCH);

        node.kill();
        UUID second = put("断开时写的题");
        for (int i = 0; i < 6; i++) {
            inTime(query("断开时"), second);
        }
        assertThat(new ElasticHealth(follower, breaker).health().getDetails()).containsEntry("answering", "postgresql");
        node.run();
        await(Duration.ofSeconds(60), () -> {
            SearchHits hits = index.find(query("断开时"));
            return hits.engine() == Engine.ELASTICSEARCH && hits.ids().equals(List.of(second));
        });
        assertThat(new ElasticHealth(follower, breaker).health().getDetails())
                .containsEntry("answering", "elasticsearch");
    }

    /** The bound is 300 ms; a suite on a busy machine is given some more. */
    private void inTime(SearchQuery query, UUID expected) {
        long start = System.nanoTime();
        SearchHits hits = index.find(query);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(hits.ids()).containsExactly(expected);
        assertThat(hits.fallback()).isTrue();
        assertThat(millis).isLessThan(300 + 200);
    }

    private UUID put(String title) {
        UUID id = Ids.next();
        index.put(List.of(new SearchDocument(collection, id, title, "", Map.of())));
        return id;
    }

    private List<UUID> elastic(String text) {
        try {
            return new ElasticSearch(client, indexes.alias()).find(query(text)).ids();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void refresh() {
        try {
            client.indices().refresh(request -> request.index(indexes.alias()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SearchQuery query(String text) {
        return new SearchQuery(collection, text, Map.of(), PAGE);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Duration atMost, Callable<Boolean> condition) {
        Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
