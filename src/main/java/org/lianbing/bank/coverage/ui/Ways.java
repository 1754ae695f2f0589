package org.lianbing.bank.coverage.ui;

import com.vaadin.flow.component.html.Anchor;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.commission.ui.CommissionNavigation;
import org.lianbing.bank.coverage.CoverageMap;
import org.lianbing.bank.coverage.Kind;
import org.lianbing.bank.ui.ItemNavigation;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.trade.Point;

/** From a hole of the map to the pages where it is filled, with trade, level, point and type filled in. */
final class Ways {

    private final Actor actor;
    private @Nullable CoverageMap map;

    Ways(Actor actor) {
        this.actor = actor;
    }

    void follow(CoverageMap shown) {
        map = shown;
    }

    /** Whether the person writes items of this trade. */
    boolean mayWrite() {
        return map != null && actor.hasFor(Role.TRAINER, map.trade().id());
    }

    /** The editor of a new item. */
    Anchor write(Point point, @Nullable Kind kind, String words) {
        return way(ItemNavigation.create(point.trade(), point.level(), point.id(), type(kind)), words);
    }

    /** A new commission. */
    Anchor commission(Point point, @Nullable Kind kind, String words) {
        return way(CommissionNavigation.create(point.trade(), point.level(), point.id(), type(kind)), words);
    }

    /** The items on a point. */
    Anchor find(Point point, String words) {
        return way("items" + query(point), words);
    }

    private static @Nullable ItemType type(@Nullable Kind kind) {
        return kind == null ? null : kind.type();
    }

    private static String query(Point point) {
        Level level = point.level();
        return "?trade=" + point.trade() + (level == null ? "" : "&level=" + level.code()) + "&point=" + point.id();
    }

    private static Anchor way(String path, String words) {
        Anchor way = new Anchor(path, words);
        way.setRouterIgnore(false);
        return way;
    }
}
