package org.lianbing.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchOrder;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.elastic.ElasticBench;

/** The search on Elasticsearch: our index and our questions on a real node in a process beside. */
final class ElasticsearchCase implements BenchCase {

    private static final int BATCH = 1000;
    private static final int SEARCHES = 400;
    private static final double BOUND = 50;
    private static final String COLLECTION = "item";
    private static final List<String> TYPES =
            List.of("true-false", "single-choice", "multiple-choice", "ordering", "numeric");
    private static final List<String> LEVELS = List.of("junior", "intermediate", "senior", "technician");

    @Override
    public String name() {
        return "search-elasticsearch";
    }

    @Override
    public String what() {
        return "search over documents on Elasticsearch; --documents=1000000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int documents = (int) options.number("documents", 1_000_000);
        try (ElasticBench elastic = ElasticBench.start()) {
            long start = System.nanoTime();
            SyntheticItems synthetic = new SyntheticItems(1);
            List<String> trades = ids(40);
            List<String> points = ids(6000);
            List<String> authors = ids(200);
            for (int done = 0; done < documents; done += BATCH) {
                elastic.write(IntStream.range(0, BATCH)
                        .mapToObj(i -> document(synthetic, trades, points, authors))
                        .toList());
            }
            elastic.ready();
            double seconds = (System.nanoTime() - start) / 1e9;
            out.accept("documents       %,d made and written in %.0f s, %,.0f/s, on one node of 1 GB"
                    .formatted(documents, seconds, documents / seconds));
            return measure(elastic, out);
        }
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
    }

    private static SearchDocument document(
            SyntheticItems synthetic, List<String> trades, List<String> points, List<String> authors) {
        int trade = synthetic.upTo(trades.size());
        int each = points.size() / trades.size();
        String text = String.join(
                "\n",
                synthetic.option(),
                synthetic.option(),
                synthetic.option(),
                synthetic.option(),
                "解析：" + synthetic.stem());
        return new SearchDocument(
                COLLECTION,
                Ids.next(),
                synthetic.stem(),
                text,
                Map.of(
                        "reach", Set.of("OPEN", "OPEN/" + trades.get(trade)),
                        "trade", Set.of(trades.get(trade)),
                        "type", Set.of(TYPES.get(synthetic.upTo(TYPES.size()))),
                        "level", Set.of(LEVELS.get(synthetic.upTo(LEVELS.size()))),
                        "state", Set.of(synthetic.upTo(5) == 0 ? "DRAFT" : "PUBLISHED"),
                        "point", Set.of(points.get(trade * each + synthetic.upTo(each))),
                        "author", Set.of(authors.get(synthetic.upTo(authors.size())))),
                "b-" + synthetic.upTo(1_000_000),
                1 + synthetic.upTo(5));
    }

    private boolean measure(ElasticBench elastic, Consumer<String> out) throws Exception {
        SyntheticItems words = new SyntheticItems(9);
        Latencies first = time(elastic, SearchCase.COLD, words, Set.of());
        time(elastic, SearchCase.WARM_UP, words, Set.of());
        Latencies trivial = new Latencies();
        for (int i = 0; i < SEARCHES; i++) {
            trivial.add(elastic.trivial());
        }
        Latencies searches = time(elastic, SEARCHES, words, Set.of());
        Set<String> facets = Set.of("trade", "type", "level", "state", "point", "author");
        time(elastic, SearchCase.WARM_UP, words, facets);
        Latencies counted = time(elastic, SEARCHES, words, facets);
        SearchCase.print(out, "just started", first, 0);
        SearchCase.print(out, "trivial request", trivial, 0);
        SearchCase.print(out, "search", searches, BOUND);
        SearchCase.print(out, "with six facets", counted, 0);
        return searches.percentile(95) <= BOUND;
    }

    private static Latencies time(ElasticBench elastic, int count, SyntheticItems words, Set<String> facets)
            throws Exception {
        Latencies latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            SearchQuery query = new SearchQuery(
                    COLLECTION,
                    words.words(),
                    Map.of("reach", Set.of("OPEN")),
                    Set.of(),
                    facets,
                    SearchOrder.BEST,
                    new PageOf(0, 50));
            long start = System.nanoTime();
            elastic.find(query);
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }
}
