package org.lianbing.bank.exchange;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.bank.Items;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

/** A trainer of a new enterprise with files to import; what the tests of imports share. */
@IntegrationTest
abstract class ImportTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    ImportService imports;

    @Autowired
    ImportMending mending;

    @Autowired
    ImportCommit commit;

    @Autowired
    Items items;

    @Autowired
    JdbcClient jdbc;

    UnitId unit;
    Actor trainer;
    TradeId trade;
    /** Begins the stems of one test, so that none says what another test's says. */
    String mark;

    @BeforeEach
    void people() {
        unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        city.actAs(trainer.person());
        trade = trades.find("fitter").orElseThrow().id();
        mark = "批" + city.number() + "：";
    }

    ImportSettings settings() {
        return new ImportSettings(trade, Set.of(), Secrecy.OPEN);
    }

    ImportFile preview(Book book) {
        return preview("题库.xlsx", book);
    }

    ImportFile preview(String name, Book book) {
        return imports.preview(trainer, settings(), name, book.file());
    }

    ImportRow row(ImportFile file, int number) {
        return imports.row(trainer, file.id(), number);
    }
}
