package org.lianbing.bank.exchange;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemSearch;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** More rows than are made ready for search with the commit. */
@IntegrationTest
class LargeImportTest {

    private static final int ROWS = 1_203;

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCommit commit;

    @Autowired
    ItemSearch search;

    @Autowired
    JdbcClient jdbc;

    private Actor trainer;
    private Actor other;
    private TradeId trade;
    private String mark;

    @BeforeEach
    void people() {
        trainer = city.actor(city.enterprise(), Role.TRAINER);
        other = city.actor(city.enterprise(), Role.TRAINER);
        city.actAs(trainer.person());
        trade = trades.find("fitter").orElseThrow().id();
        // Letters alone: a number would be found in the texts as well.
        mark = "huge" + Integer.toString(city.number(), 2).replace('0', 'a').replace('1', 'b');
    }

    @Test
    void allOfItIsFoundInTheEndAndTheFirstAtOnce() {
        assertThat(commit.commit(trainer, read(trainer, "一"), false).items()).hasSize(ROWS);
        assertThat(found()).isGreaterThanOrEqualTo(500);
        await().untilAsserted(() -> assertThat(found()).isEqualTo(ROWS));
        await().untilAsserted(() -> assertThat(
                        search.find(trainer, query(), new PageOf(0, 1)).waiting())
                .isZero());
    }

    @Test
    void whatIsNotReadyForSearchIsADuplicateAllTheSame() {
        commit.commit(trainer, read(trainer, "二"), false);
        jdbc.sql("""
                        with gone as (
                            delete from bank.alike_entry
                            where item_id in (select id from bank.item order by id desc limit :rows)
                            returning number)
                        delete from bank.alike_band where entry in (select number from gone)
                        """).param("rows", ROWS).update();
        city.actAs(other.person());
        assertThat(imports.get(other, read(other, "二")).counts()).isEqualTo(Map.of(RowState.DUPLICATE, ROWS));
    }

    private ImportId read(Actor actor, String which) {
        Book book = new Book();
        for (int i = 1; i <= ROWS; i++) {
            book.item(mark + which + "：第 " + i + " 号零件的公差应为多少？");
        }
        ImportSettings settings = new ImportSettings(trade, Set.of(), Secrecy.OPEN);
        return imports.preview(actor, settings, which + mark + ".xlsx", book.file())
                .id();
    }

    private long found() {
        return search.find(trainer, query(), new PageOf(0, 1)).total();
    }

    private ItemQuery query() {
        return new ItemQuery(mark, trade, null, null, null);
    }
}
