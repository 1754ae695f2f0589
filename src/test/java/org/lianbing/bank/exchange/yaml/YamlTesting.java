package org.lianbing.bank.exchange.yaml;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.trade.Trades;

import static org.mockito.Mockito.mock;

/** Writer and reader of YAML for tests of other packages. */
public final class YamlTesting {

    private YamlTesting() {}

    public static FormatWriter writer() {
        return new YamlItems(mock(Trades.class));
    }

    public static FormatReader reader() {
        return new YamlReader();
    }
}
