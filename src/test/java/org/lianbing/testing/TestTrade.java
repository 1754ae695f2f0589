package org.lianbing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.springframework.stereotype.Component;

import org.lianbing.bank.BankFiles;
import org.lianbing.base.TradeId;
import org.lianbing.trade.TradeFolder;
import org.lianbing.trade.Trades;

/**
 * Trades of tests' own, with an outline at the senior level that includes no foundation: in their papers stands what the
 * test wrote and nothing of the bank.
 */
@Component
public class TestTrade {

    private final TradeFolder folder;
    private final Trades trades;
    private final TestCity city;

    TestTrade(TradeFolder folder, Trades trades, TestCity city) {
        this.folder = folder;
        this.trades = trades;
        this.city = city;
    }

    /** A new one. */
    public TradeId make() {
        try {
            String code = "own" + city.number();
            folder.load(new BankFiles(Files.createTempDirectory(code), code).write(), code);
            return trades.find(code).orElseThrow().id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
