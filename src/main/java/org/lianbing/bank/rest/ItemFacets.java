package org.lianbing.bank.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemFacet;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.search.FacetCount;
import org.lianbing.search.SearchOrder;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Facets as programs name them: trades, levels, types and states by code, points and persons by id. */
@Component
class ItemFacets {

    /** A value with its name, where that says more, and how many items have it. */
    record FacetValue(String value, @Nullable String name, long count) {}

    private final Trades trades;
    private final Outlines outlines;
    private final People people;

    ItemFacets(Trades trades, Outlines outlines, People people) {
        this.trades = trades;
        this.outlines = outlines;
        this.people = people;
    }

    /** Reads what was asked. */
    ItemQuery query(
            String text,
            @Nullable List<String> trade,
            @Nullable List<String> level,
            @Nullable List<String> type,
            @Nullable List<String> state,
            @Nullable List<String> point,
            @Nullable List<String> author,
            @Nullable String sort) {
        Set<SearchOrder> order =
                read("sort", sort == null ? null : List.of(sort), name -> named(SearchOrder.values(), name));
        return new ItemQuery(
                text,
                read("trade", trade, name -> trades.find(name).map(Trade::id)),
                read("level", level, Level::find),
                read("type", type, ItemType::find),
                read("state", state, name -> named(ItemState.values(), name)),
                read("point", point, this::point),
                read("author", author, id -> Optional.of(PersonId.of(id))),
                order.stream().findFirst().orElse(SearchOrder.BEST));
    }

    private Optional<PointId> point(String text) {
        return text.contains(":") ? outlines.named(text).map(Point::id) : Optional.of(PointId.of(text));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value ->
                        name(value).equalsIgnoreCase(text) || value.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** A name that says nothing to us is refused, so that nobody takes the whole bank for the part they asked for. */
    private static <T> Set<T> read(String name, @Nullable List<String> texts, Function<String, Optional<T>> reader) {
        if (texts == null) {
            return Set.of();
        }
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> reader.apply(text.strip())
                        .orElseThrow(
                                () -> Problem.invalid("bank.query", name, text).with("field", name)))
                .collect(Collectors.toSet());
    }

    /** The counts, in the order of the facets. */
    Map<String, List<FacetValue>> body(Map<ItemFacet, List<FacetCount>> counts) {
        Map<String, List<FacetValue>> body = new LinkedHashMap<>();
        counts.forEach((facet, values) -> body.put(facet.key(), values(facet, values)));
        return body;
    }

    private List<FacetValue> values(ItemFacet facet, List<FacetCount> counts) {
        return switch (facet) {
            case TRADE -> counts.stream().map(this::trade).toList();
            case STATE ->
                counts.stream()
                        .map(one -> new FacetValue(name(ItemState.valueOf(one.value())), null, one.count()))
                        .toList();
            case POINT -> points(counts);
            case AUTHOR -> authors(counts);
            case LEVEL, TYPE ->
                counts.stream()
                        .map(one -> new FacetValue(one.value(), null, one.count()))
                        .toList();
        };
    }

    private FacetValue trade(FacetCount count) {
        Trade trade = trades.get(TradeId.of(count.value()));
        return new FacetValue(trade.code(), trade.name(), count.count());
    }

    private List<FacetValue> points(Collection<FacetCount> counts) {
        Map<PointId, Point> known = outlines.points(
                counts.stream().map(one -> PointId.of(one.value())).toList());
        return counts.stream()
                .map(one -> {
                    Point point = known.get(PointId.of(one.value()));
                    return new FacetValue(one.value(), point == null ? null : point.name(), one.count());
                })
                .toList();
    }

    private List<FacetValue> authors(Collection<FacetCount> counts) {
        Map<PersonId, PersonName> known = people.names(
                counts.stream().map(one -> PersonId.of(one.value())).toList());
        return counts.stream()
                .map(one -> {
                    PersonName person = known.get(PersonId.of(one.value()));
                    return new FacetValue(one.value(), person == null ? null : person.name(), one.count());
                })
                .toList();
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
