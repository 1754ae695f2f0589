package org.lianbing.bank.coverage.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/** The way to the coverage map, for links from other modules. */
@NamedInterface("navigation")
public final class CoverageNavigation {

    private CoverageNavigation() {}

    /** The map of a trade at a level. */
    public static String toMap(TradeId trade, @Nullable Level level) {
        return "coverage?trade=" + trade + (level == null ? "" : "&level=" + level.code());
    }
}
