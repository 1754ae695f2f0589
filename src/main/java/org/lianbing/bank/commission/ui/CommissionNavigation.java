package org.lianbing.bank.commission.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.ui.ItemNavigation;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/** The ways to the pages of commissions, as addresses within the application. */
@NamedInterface("navigation")
public final class CommissionNavigation {

    static final String COMMISSIONS = "commissions";
    static final String NEW = "commissions/new";

    private CommissionNavigation() {}

    /** The page on which items are asked for, filled in as far as it is known. */
    public static String create(
            TradeId trade, @Nullable Level level, @Nullable PointId point, @Nullable ItemType type) {
        String preset = ItemNavigation.create(trade, level, point, type);
        return NEW + preset.substring(preset.indexOf('?'));
    }

    /** One commission. */
    public static String commission(CommissionId id) {
        return COMMISSIONS + "/" + id;
    }
}
