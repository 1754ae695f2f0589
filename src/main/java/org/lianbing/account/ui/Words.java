package org.lianbing.account.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import org.springframework.beans.factory.ObjectProvider;

import org.lianbing.account.TradeNames;
import org.lianbing.account.TradeNames.TradeName;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;

/** Names of units, trades, levels and roles as the pages of people show them. */
@org.springframework.stereotype.Component
class Words {

    private final Units units;
    private final ObjectProvider<TradeNames> trades;

    Words(Units units, ObjectProvider<TradeNames> trades) {
        this.units = units;
        this.trades = trades;
    }

    /** The units the actor administers, parents before children. */
    List<Unit> unitsOf(Actor actor) {
        return units.reachedBy(actor, Role.ADMIN);
    }

    Map<UnitId, String> unitNames(List<UnitId> ids) {
        return units.find(ids).values().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    String unitName(UnitId id) {
        return unitNames(List.of(id)).getOrDefault(id, "");
    }

    List<TradeName> trades(Component reader) {
        return trades.stream()
                .flatMap(names -> names.all(locale(reader)).stream())
                .toList();
    }

    String tradeName(Component reader, TradeId id) {
        return tradeNames(reader).getOrDefault(id, "");
    }

    static String role(Component reader, Role role) {
        return translate(reader, "account.role." + role.name());
    }

    static String level(Component reader, Level level) {
        return translate(reader, "base.level." + level.code());
    }

    /** Where and for what a role was granted: 东江重工 · 电工、焊工. */
    String reach(Component reader, Grant grant, Map<UnitId, String> unitNames) {
        String unit = unitNames.getOrDefault(grant.unit(), "");
        if (grant.trades().isEmpty()) {
            return unit;
        }
        Map<TradeId, String> names = tradeNames(reader);
        return unit + " · "
                + grant.trades().stream()
                        .map(trade -> names.getOrDefault(trade, ""))
                        .sorted()
                        .collect(Collectors.joining(translate(reader, "account.list-comma")));
    }

    private Map<TradeId, String> tradeNames(Component reader) {
        return trades(reader).stream().collect(Collectors.toMap(TradeName::id, TradeName::name));
    }

    static Map<UnitId, Unit> byId(List<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    private static java.util.Locale locale(Component reader) {
        return reader.getUI()
                .map(com.vaadin.flow.component.UI::getLocale)
                .orElseGet(() -> com.vaadin.flow.component.UI.getCurrent().getLocale());
    }

    private static String translate(Component reader, String key) {
        return reader.getTranslation(key);
    }
}
