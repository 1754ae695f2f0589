package org.lianbing.competition.ui;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;

/** What the form chooses from. */
@Component
record EditSources(Trades trades, Outlines outlines, Units units, People people, ZoneId zone) {

    /** Trades and themes; a foundation alone is no contest. */
    List<Trade> contested() {
        return trades.all().stream()
                .filter(trade -> trade.kind() != TradeKind.FOUNDATION)
                .toList();
    }

    /** The points of the outlines of these levels, of a theme where there are none; none where there is no outline. */
    List<Point> points(TradeId trade, List<Level> levels) {
        return levels.isEmpty()
                ? points(trade, (Level) null)
                : levels.stream()
                        .flatMap(level -> points(trade, level).stream())
                        .toList();
    }

    private List<Point> points(TradeId trade, @Nullable Level level) {
        return outlines.current(trade, level)
                .map(outline -> outline.points().toList())
                .orElse(List.of());
    }

    /** The level of a paper and those below it that have an outline, the highest first; none for a theme. */
    List<Level> levels(TradeId trade, @Nullable Level own) {
        return own == null
                ? List.of()
                : Arrays.stream(Level.values())
                        .filter(level -> level.rank() <= own.rank())
                        .filter(level -> outlines.current(trade, level).isPresent())
                        .toList()
                        .reversed();
    }

    Trade trade(TradeId id) {
        return trades.get(id);
    }

    /** The units within reach, those above first. */
    List<Unit> units(Set<UnitId> reach) {
        return units.all().stream().filter(unit -> reach.contains(unit.id())).toList();
    }

    List<PersonName> people(Set<UnitId> reach, String text, int limit) {
        return people.search(reach, text, limit);
    }

    List<PersonName> people(Set<PersonId> ids) {
        return List.copyOf(people.names(ids).values());
    }
}
