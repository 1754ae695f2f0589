package org.lianbing.bank;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.search.SearchOrder;
import org.lianbing.trade.PointId;

/**
 * Which items are looked for. Of each set one must be true of the item; an empty set means any.
 *
 * @param text words in the stem, options, explanation, points or code; blank for all
 * @param trades whose
 * @param levels for which levels
 * @param types how it is answered
 * @param states where it or its proposed version stands
 * @param points what it tests
 * @param authors who wrote the version in force or the proposed one
 * @param order in which they come
 */
public record ItemQuery(
        String text,
        Set<TradeId> trades,
        Set<Level> levels,
        Set<ItemType> types,
        Set<ItemState> states,
        Set<PointId> points,
        Set<PersonId> authors,
        SearchOrder order) {

    public ItemQuery {
        trades = Set.copyOf(trades);
        levels = Set.copyOf(levels);
        types = Set.copyOf(types);
        states = Set.copyOf(states);
        points = Set.copyOf(points);
        authors = Set.copyOf(authors);
    }

    /** At most one value of each; null means any. */
    public ItemQuery(
            String text,
            @Nullable TradeId trade,
            @Nullable Level level,
            @Nullable ItemType type,
            @Nullable ItemState state) {
        this(text, one(trade), one(level), one(type), one(state), Set.of(), Set.of(), SearchOrder.BEST);
    }

    private static <T> Set<T> one(@Nullable T value) {
        return value == null ? Set.of() : Set.of(value);
    }

    /** The chosen values as the index knows them; facets without a choice are left out. */
    public Map<ItemFacet, Set<String>> chosen() {
        Map<ItemFacet, Set<String>> chosen = new EnumMap<>(ItemFacet.class);
        chosen.put(ItemFacet.TRADE, texts(trades, TradeId::toString));
        chosen.put(ItemFacet.LEVEL, texts(levels, Level::code));
        chosen.put(ItemFacet.TYPE, texts(types, ItemType::code));
        chosen.put(ItemFacet.STATE, texts(states, ItemState::name));
        chosen.put(ItemFacet.POINT, texts(points, PointId::toString));
        chosen.put(ItemFacet.AUTHOR, texts(authors, PersonId::toString));
        chosen.values().removeIf(Set::isEmpty);
        return chosen;
    }

    private static <T> Set<String> texts(Set<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.toUnmodifiableSet());
    }
}
