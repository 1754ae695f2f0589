package org.lianbing.bank.ui;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemFacet;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.search.SearchOrder;
import org.lianbing.trade.PointId;

/**
 * What stands in the address of the item list: text, chosen values, order. A link with it opens the same list for
 * anybody, each in their own scope; what it says that we do not know is passed over.
 *
 * @param text what was typed
 * @param chosen values of each facet, as the index knows them
 * @param order of the items
 */
record ItemSelection(String text, Map<ItemFacet, Set<String>> chosen, SearchOrder order) {

    static final ItemSelection ALL = new ItemSelection("", Map.of(), SearchOrder.BEST);

    private static final String TEXT = "q";
    private static final String ORDER = "sort";

    ItemSelection {
        Map<ItemFacet, Set<String>> kept = new EnumMap<>(ItemFacet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, Set.copyOf(values));
            }
        });
        chosen = kept;
    }

    /** Reads the parameters of an address. */
    static ItemSelection of(Map<String, List<String>> parameters) {
        Map<ItemFacet, Set<String>> chosen = new EnumMap<>(ItemFacet.class);
        for (ItemFacet facet : ItemFacet.values()) {
            chosen.put(facet, Set.copyOf(parameters.getOrDefault(facet.key(), List.of())));
        }
        String text = String.join(" ", parameters.getOrDefault(TEXT, List.of()));
        return new ItemSelection(text, chosen, order(parameters.getOrDefault(ORDER, List.of())));
    }

    /** Reads the query part of an address. */
    static ItemSelection of(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(pair.substring(0, equals), key -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return of(parameters);
    }

    private static SearchOrder order(List<String> named) {
        return Arrays.stream(SearchOrder.values())
                .filter(order -> named.contains(name(order)))
                .findFirst()
                .orElse(SearchOrder.BEST);
    }

    private static String name(SearchOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** The query part of the address; empty for everything. */
    String query() {
        List<String> pairs = new ArrayList<>();
        if (!text.isBlank()) {
            pairs.add(TEXT + "=" + encoded(text));
        }
        chosen.forEach((facet, values) ->
                values.stream().sorted().forEach(value -> pairs.add(facet.key() + "=" + encoded(value))));
        if (order != SearchOrder.BEST) {
            pairs.add(ORDER + "=" + name(order));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Set<String> chosen(ItemFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    ItemSelection with(String typed) {
        return new ItemSelection(typed.strip(), chosen, order);
    }

    ItemSelection with(SearchOrder wanted) {
        return new ItemSelection(text, chosen, wanted);
    }

    ItemSelection with(ItemFacet facet, Set<String> values) {
        Map<ItemFacet, Set<String>> changed = new EnumMap<>(ItemFacet.class);
        changed.putAll(chosen);
        changed.put(facet, values);
        return new ItemSelection(text, changed, order);
    }

    /** The same with a value chosen that was not, or not chosen that was. */
    ItemSelection toggled(ItemFacet facet, String value) {
        Set<String> values = new LinkedHashSet<>(chosen(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(facet, values);
    }

    /** What the bank is asked for. */
    ItemQuery asked() {
        return new ItemQuery(
                text,
                read(ItemFacet.TRADE, TradeId::of),
                read(ItemFacet.LEVEL, value -> Level.find(value).orElse(null)),
                read(ItemFacet.TYPE, value -> ItemType.find(value).orElse(null)),
                read(ItemFacet.STATE, ItemSelection::state),
                read(ItemFacet.POINT, PointId::of),
                read(ItemFacet.AUTHOR, PersonId::of),
                order);
    }

    private static @Nullable ItemState state(String value) {
        return Arrays.stream(ItemState.values())
                .filter(state -> state.name().equals(value))
                .findFirst()
                .orElse(null);
    }

    private <T> Set<T> read(ItemFacet facet, Function<String, @Nullable T> reader) {
        return chosen(facet).stream()
                .map(value -> known(value, reader))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static <T> Optional<T> known(String value, Function<String, @Nullable T> reader) {
        try {
            return Optional.ofNullable(reader.apply(value));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }
}
