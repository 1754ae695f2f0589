package org.lianbing.bank.coverage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.coverage.store.CoverageCounts;
import org.lianbing.base.Ids;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.trade.PointId;

import static org.assertj.core.api.Assertions.assertThat;

/** A map of a bank of 100,000 items opens in 300 ms where it was vacuumed. All is rolled back. */
@IntegrationTest
@Transactional
class CoverageAtSizeTest {

    private static final int ITEMS = 100_000;
    private static final int POINTS = 500;
    /**
     * 300 ms, measured against a yardstick that takes 26 ms on a quiet machine of two cores; twice that, since rows that
     * are to be rolled back were never vacuumed, and no index alone can answer for them.
     */
    private static final double MOST = 2 * 300.0 / 26;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CoverageCounts counts;

    @Test
    void aHundredThousandItemsAreCountedInTime() {
        TradeId trade = new TradeId(Ids.next());
        List<PointId> points =
                IntStream.range(0, POINTS).mapToObj(i -> PointId.next()).toList();
        fill(trade, points);
        Set<TradeId> trades = Set.of(trade);
        List<Count> counted = List.of();
        long best = Long.MAX_VALUE;
        long yardstick = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long begun = System.nanoTime();
            counted = counts.count(trade, Level.SENIOR, trades, trades, Set.of("all"), points);
            best = Math.min(best, System.nanoTime() - begun);
            begun = System.nanoTime();
            jdbc.sql("select max(r) from (select rank() over (order by n desc) as r from made) ranked")
                    .query(Long.class)
                    .single();
            yardstick = Math.min(yardstick, System.nanoTime() - begun);
        }
        System.out.printf(
                "coverage of %,d items: %d ms, yardstick %d ms%n",
                ITEMS, TimeUnit.NANOSECONDS.toMillis(best), TimeUnit.NANOSECONDS.toMillis(yardstick));
        assertThat(counted.stream()
                        .map(Count::cell)
                        .reduce(Cell.NOTHING, Cell::plus)
                        .items())
                .isEqualTo(ITEMS);
        assertThat((double) best / yardstick).isLessThanOrEqualTo(MOST);
    }

    private void fill(TradeId trade, List<PointId> points) {
        jdbc.sql("""
            create temporary table made on commit drop as
            select gen_random_uuid() as item, gen_random_uuid() as version, n
            from generate_series(1, :items) n
            """).param("items", ITEMS).update();
        jdbc.sql("""
            insert into bank.item (id, code, trade_id, secrecy, state, made_at, changed_at)
            select item, 'size-' || item, :trade, 'OPEN', 'DRAFT', 'epoch', 'epoch' from made
            """).param("trade", trade.value()).update();
        jdbc.sql("""
            insert into bank.item_version (id, item_id, number, type, difficulty, content, levels, points,
                secrecy, source, content_hash, fingerprint, reason, made_at)
            select version, item, 1,
                (array['true-false', 'single-choice', 'multiple-choice', 'ordering'])[1 + n % 4], 2,
                jsonb_build_object('stem', repeat('题干', 150)), '{SENIOR}', '{}',
                'OPEN', '', 'x', 'size-' || n, '', 'epoch'
            from made
            """).update();
        jdbc.sql("""
            update bank.item i set state = 'PUBLISHED', published_version_id = m.version
            from made m where m.item = i.id
            """).update();
        jdbc.sql("""
            insert into bank.item_point (item_id, point_id)
            select item, (:points::uuid[])[1 + n % :size] from made
            """)
                .param("points", points.stream().map(PointId::value).toArray(UUID[]::new))
                .param("size", POINTS)
                .update();
        jdbc.sql("insert into bank.item_level (item_id, level) select item, 'SENIOR' from made")
                .update();
        jdbc.sql("analyze bank.item, bank.item_version, bank.item_point, bank.item_level")
                .update();
    }
}
