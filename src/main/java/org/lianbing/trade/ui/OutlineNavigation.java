package org.lianbing.trade.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.editing.OutlineImportId;

/** Ways to the pages of outlines, for links from other modules. */
@NamedInterface("navigation")
public final class OutlineNavigation {

    private OutlineNavigation() {}

    /** All outlines, and where a workbook comes in. */
    public static String toAll() {
        return "outlines";
    }

    /** The editions of one outline. */
    public static String toOutline(TradeId trade, @Nullable Level level) {
        return "outlines/of/" + trade + (level == null ? "" : "/" + level.code());
    }

    static String toImport(OutlineImportId id, int number) {
        return "outlines/imports/" + id + "/" + number;
    }
}
