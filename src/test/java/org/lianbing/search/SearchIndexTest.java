package org.lianbing.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SearchIndexTest {

    private static final PageOf PAGE = new PageOf(0, 20);

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestCity city;

    private String collection = "";

    @BeforeEach
    void ownCollection() {
        collection = "test" + city.number();
    }

    @Test
    void aWordOfTwoCharactersIsFoundInTheMiddleOfAText() {
        UUID hit = put("三相异步电动机的额定转速由什么决定？", "", Map.of());
        put("动力与电", "", Map.of());
        assertThat(find("动机").ids()).containsExactly(hit);
        assertThat(find("额定").total()).isOne();
        assertThat(find("电动机 转速").ids()).containsExactly(hit);
        assertThat(find("转速表").ids()).isEmpty();
    }

    @Test
    void widthAndCaseDoNotMatter() {
        UUID hit = put("ＰＬＣ 的输入电压为２４Ｖ", "", Map.of());
        assertThat(find("plc 24v").ids()).containsExactly(hit);
    }

    @Test
    void thePhraseComesBeforeItsPartsAndTheTitleBeforeTheText() {
        UUID inText = put("别的", "接地与接地电阻", Map.of());
        UUID inTitle = put("电阻的接地", "", Map.of());
        UUID phrase = put("如何测接地电阻", "", Map.of());
        assertThat(find("接地电阻").ids()).containsExactly(phrase, inText);
        assertThat(find("电阻 接地").ids()).containsExactly(phrase, inTitle, inText);
    }

    @Test
    void facetsNarrowAndBlankFindsTheNewestFirst() {
        UUID first = put("甲", "", Map.of("trade", Set.of("a"), "level", Set.of("senior", "junior")));
        UUID second = put("乙", "", Map.of("trade", Set.of("b"), "level", Set.of("senior")));
        assertThat(find("").ids()).containsExactly(second, first);
        assertThat(find("", Map.of("trade", Set.of("a", "c"))).ids()).containsExactly(first);
        assertThat(find("", Map.of("trade", Set.of("a", "b"), "level", Set.of("junior")))
                        .ids())
                .containsExactly(first);
        assertThat(find("", Map.of("trade", Set.of())).ids()).isEmpty();
        assertThat(find("？！").ids()).isEmpty();
    }

    @Test
    void puttingAgainReplacesAndRemovingTakesOut() {
        UUID id = put("旧题", "", Map.of());
        index.put(List.of(new SearchDocument(collection, id, "新题", "", Map.of())));
        assertThat(find("旧题").ids()).isEmpty();
        assertThat(find("新题").ids()).containsExactly(id);
        index.remove(collection, List.of(id, Ids.next()));
        assertThat(find("").total()).isZero();
    }

    @Test
    void lettersAndNumbersStandWithinChinese() {
        UUID hit = put("Q235钢板在220V电压下怎样点焊？", "", Map.of());
        for (String text : List.of("Q235", "220V", "220 v", "钢", "235 钢板", "220V电压")) {
            assertThat(find(text).ids()).as(text).containsExactly(hit);
        }
        assertThat(find("22").ids()).isEmpty();
        assertThat(find("Q23").ids()).isEmpty();
    }

    @Test
    void whatWasLookedForIsMarkedInTheTextAsItWasWritten() {
        put("测量 ２２０Ｖ 电源的 <b>绝缘电阻</b>", "用兆欧表测绝缘\n读数稳定后再记", Map.of());
        SearchHit hit = find("绝缘电阻 220V").hits().getFirst();
        assertThat(marked(hit.title())).isEqualTo("测量 [２２０Ｖ] 电源的 <b>[绝缘电阻]</b>");
        assertThat(marked(hit.text())).isEqualTo("用兆欧表测[绝缘] 读数稳定后再记");
        assertThat(find("").hits().getFirst().title().marks()).isEmpty();
    }

    @Test
    void facetsAreCountedUnderTheFiltersOfTheOthers() {
        put("电机", "", Map.of("trade", Set.of("a"), "type", Set.of("single"), "point", Set.of("p", "q")));
        put("电机", "", Map.of("trade", Set.of("a"), "type", Set.of("multiple"), "point", Set.of("p")));
        put("电机", "", Map.of("trade", Set.of("b"), "type", Set.of("single"), "point", Set.of("r")));
        put("电缆", "", Map.of("trade", Set.of("b"), "type", Set.of("single"), "author", Set.of("x")));

        SearchHits all = counted("", Map.of());
        assertThat(counts(all, "trade")).isEqualTo(Map.of("a", 2L, "b", 2L));
        assertThat(counts(all, "point")).isEqualTo(Map.of("p", 2L, "q", 1L, "r", 1L));
        assertThat(counts(all, "author")).isEqualTo(Map.of("x", 1L));

        SearchHits ofTrade = counted("电机", Map.of("trade", Set.of("a")));
        assertThat(ofTrade.total()).isEqualTo(2);
        assertThat(counts(ofTrade, "trade")).isEqualTo(Map.of("a", 2L, "b", 1L));
        assertThat(counts(ofTrade, "type")).isEqualTo(Map.of("single", 1L, "multiple", 1L));
        assertThat(counts(ofTrade, "point")).isEqualTo(Map.of("p", 2L, "q", 1L));

        SearchHits ofPoint = counted("", Map.of("point", Set.of("q", "r"), "type", Set.of("single")));
        assertThat(ofPoint.total()).isEqualTo(2);
        assertThat(counts(ofPoint, "point")).isEqualTo(Map.of("p", 1L, "q", 1L, "r", 1L));
        assertThat(counts(ofPoint, "type")).isEqualTo(Map.of("single", 2L));
        assertThat(counts(ofPoint, "author")).isEmpty();
        assertThat(counts(counted("没有", Map.of()), "trade")).isEmpty();

        SearchHits ofAuthorAndPoint = counted("", Map.of("author", Set.of("x"), "point", Set.of("p")));
        assertThat(ofAuthorAndPoint.total()).isZero();
        assertThat(counts(ofAuthorAndPoint, "point")).isEmpty();
        assertThat(counts(ofAuthorAndPoint, "author")).isEmpty();
    }

    @Test
    void whatMustNotBeFoundIsNotCountedEither() {
        UUID open = put("电机", "", Map.of("trade", Set.of("a"), "point", Set.of("p")));
        UUID held = put("电机", "", Map.of("trade", Set.of("a"), "point", Set.of("p")));
        SearchHits hits = index.find(new SearchQuery(
                collection, "电机", Map.of(), Set.of(held), Set.of("trade", "point"), SearchOrder.BEST, PAGE));
        assertThat(hits.ids()).containsExactly(open);
        assertThat(hits.total()).isOne();
        assertThat(counts(hits, "trade")).isEqualTo(Map.of("a", 1L));
        assertThat(counts(hits, "point")).isEqualTo(Map.of("p", 1L));
    }

    @Test
    void hitsComeInTheOrderAskedFor() {
        UUID hard = put("甲题", "", "b-2", 5);
        UUID easy = put("乙题", "", "a-3", 1);
        UUID middle = put("丙题", "", "a-1", 3);
        assertThat(sorted(SearchOrder.NEWEST)).containsExactly(middle, easy, hard);
        assertThat(sorted(SearchOrder.CODE)).containsExactly(middle, easy, hard);
        assertThat(sorted(SearchOrder.DIFFICULTY)).containsExactly(easy, middle, hard);
    }

    @Test
    void pagesFollowOneAnother() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(put("三相电机 " + i, "", Map.of()));
        }
        List<UUID> paged = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            paged.addAll(index.find(new SearchQuery(collection, "电机 三相", Map.of(), PageOf.number(number, 2)))
                    .ids());
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void whatIsTypedGoesOnAsWordsAndTitlesDo() {
        put("电动机的转速", "", Map.of("trade", Set.of("a")));
        put("怎样拆电动机？", "", Map.of("trade", Set.of("a")));
        UUID cable = put("电缆终端 Q235", "", Map.of("trade", Set.of("a")));
        put("电缆沟要防水", "", Map.of("trade", Set.of("b")));
        assertThat(suggested("电", Set.of("a"))).contains("电动机", "电缆终端 Q235").doesNotContain("电缆沟要防水", "电缆");
        assertThat(suggested("电缆", Set.of("a", "b"))).contains("电缆终端 Q235", "电缆沟要防水");
        assertThat(suggested("q2", Set.of("a", "b"))).isEmpty();
        put("Q235 钢怎样焊？", "", Map.of("trade", Set.of("a")));
        assertThat(suggested("q2", Set.of("a", "b"))).contains("q235", "Q235 钢怎样焊？");
        assertThat(index.suggest(new SearchQuery(
                        collection, "电缆终", Map.of(), Set.of(cable), Set.of(), SearchOrder.BEST, new PageOf(0, 8))))
                .isEmpty();
        assertThat(suggested("？", Set.of("a"))).isEmpty();
    }

    /** With few, since making many takes long; {@code ./lianbing bench search} measures with 100,000. */
    @Test
    void manyDocumentsAreSearchedThroughTheIndex() {
        transaction.executeWithoutResult(status -> {
            Random random = new Random(1);
            for (int batch = 0; batch < 4; batch++) {
                index.put(IntStream.range(0, 500)
                        .mapToObj(i -> new SearchDocument(
                                collection, Ids.next(), text(random, 25), text(random, 25), Map.of()))
                        .toList());
            }
            UUID hit = put("测量绝缘电阻用什么表？", "兆欧表", Map.of("trade", Set.of("a")));
            jdbc.sql("analyze search.document").update();

            String plan = String.join(
                    "\n",
                    jdbc.sql("""
                        explain (analyze, buffers off) select id from search.document
                        where collection = '%s' and grams @> array['兆欧', '欧表']::text[]
                        """.formatted(collection)).query(String.class).list());
            assertThat(plan).contains("document_by_grams").doesNotContain("Seq Scan");

            assertThat(find("兆欧表").ids()).startsWith(hit);
            status.setRollbackOnly();
        });
    }

    /** So many pass that pages are found by walking the index of their order. */
    @Test
    void manyComeInTheOrderAskedForAsFewDo() {
        transaction.executeWithoutResult(status -> {
            Random random = new Random(3);
            List<SearchDocument> documents = IntStream.range(0, 6_000)
                    .mapToObj(i -> new SearchDocument(
                            collection,
                            Ids.next(),
                            "题",
                            "",
                            Map.of("trade", Set.of(i % 10 == 0 ? "b" : "a")),
                            "c-" + random.nextInt(500),
                            random.nextInt(5)))
                    .toList();
            index.put(documents);
            jdbc.sql("analyze search.document").update();
            find("");

            Comparator<SearchDocument> newest = Comparator.comparing(
                            (SearchDocument document) -> document.id().toString())
                    .reversed();
            Map<SearchOrder, Comparator<SearchDocument>> orders = Map.of(
                    SearchOrder.NEWEST, newest,
                    SearchOrder.CODE, Comparator.comparing(SearchDocument::code).thenComparing(newest),
                    SearchOrder.DIFFICULTY,
                            Comparator.comparing(SearchDocument::difficulty).thenComparing(newest));
            for (String trade : List.of("a", "b")) {
                orders.forEach((order, comparator) -> assertThat(index.find(new SearchQuery(
                                        collection,
                                        "题",
                                        Map.of("trade", Set.of(trade)),
                                        Set.of(),
                                        Set.of(),
                                        order,
                                        PageOf.number(3, 20)))
                                .ids())
                        .as("%s of trade %s", order, trade)
                        .isEqualTo(documents.stream()
                                .filter(document -> document.facets().containsValue(Set.of(trade)))
                                .sorted(comparator)
                                .skip(60)
                                .limit(20)
                                .map(SearchDocument::id)
                                .toList()));
            }
            status.setRollbackOnly();
        });
    }

    /** Words as they come in a bank: most characters from a common few hundred. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        List<Integer> common = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double rank = Math.abs(random.nextGaussian()) * 300;
            common.add('\u4e00' + (int) rank * 7);
        }
        common.forEach(text::appendCodePoint);
        return text.toString();
    }

    private List<String> suggested(String typed, Set<String> trades) {
        return index.suggest(new SearchQuery(collection, typed, Map.of("trade", trades), new PageOf(0, 8))).stream()
                .map(Suggestion::text)
                .toList();
    }

    private List<UUID> sorted(SearchOrder order) {
        return index.find(new SearchQuery(collection, "题", Map.of(), Set.of(), Set.of(), order, PAGE))
                .ids();
    }

    private SearchHits counted(String text, Map<String, Set<String>> filters) {
        return index.find(new SearchQuery(
                collection,
                text,
                filters,
                Set.of(),
                Set.of("trade", "type", "point", "author"),
                SearchOrder.BEST,
                PAGE));
    }

    private static Map<String, Long> counts(SearchHits hits, String facet) {
        return Objects.requireNonNull(hits.facets().get(facet)).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }

    private static String marked(Marked marked) {
        StringBuilder text = new StringBuilder(marked.text());
        marked.marks().reversed().forEach(mark -> text.insert(mark.end(), ']').insert(mark.start(), '['));
        return text.toString();
    }

    private UUID put(String title, String text, String code, int difficulty) {
        UUID id = Ids.next();
        index.put(List.of(new SearchDocument(collection, id, title, text, Map.of(), code, difficulty)));
        return id;
    }

    private UUID put(String title, String text, Map<String, Set<String>> facets) {
        UUID id = Ids.next();
        index.put(List.of(new SearchDocument(collection, id, title, text, facets)));
        return id;
    }

    private SearchHits find(String text) {
        return find(text, Map.of());
    }

    private SearchHits find(String text, Map<String, Set<String>> filters) {
        return index.find(new SearchQuery(collection, text, filters, PAGE));
    }
}
