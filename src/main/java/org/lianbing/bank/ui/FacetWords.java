package org.lianbing.bank.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;

import org.lianbing.account.People;
import org.lianbing.bank.ItemFacet;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.base.Names;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** The words for facets and their values. */
@org.springframework.stereotype.Component
class FacetWords {

    private final Trades trades;
    private final Outlines outlines;
    private final People people;

    FacetWords(Trades trades, Outlines outlines, People people) {
        this.trades = trades;
        this.outlines = outlines;
        this.people = people;
    }

    static String of(Component reader, ItemFacet facet) {
        return reader.getTranslation("bankui.facet." + facet);
    }

    /** The words for values, as far as we know what they stand for. */
    Map<String, String> of(Component reader, ItemFacet facet, Collection<String> values) {
        return switch (facet) {
            case STATE -> each(values, value -> Words.of(reader, ItemState.valueOf(value)));
            case TRADE ->
                each(
                        values,
                        value -> trades.get(TradeId.of(value))
                                .name(reader.getUI().orElseThrow().getLocale()));
            case LEVEL ->
                each(values, value -> Words.of(reader, Level.find(value).orElseThrow()));
            case TYPE ->
                each(values, value -> Words.of(reader, ItemType.find(value).orElseThrow()));
            case POINT -> points(values);
            case AUTHOR -> authors(values);
        };
    }

    /** Whether what was typed may mean a value: a trade by anything it is called, the rest by their words. */
    boolean fits(ItemFacet facet, String value, String word, String typed) {
        boolean called = facet == ItemFacet.TRADE
                && trades.find(value).filter(trade -> trade.isCalled(typed)).isPresent();
        return called || Names.contain(List.of(word), typed);
    }

    /** Trades first, then foundations, then themes; the rest as they come. */
    int group(ItemFacet facet, String value) {
        return facet == ItemFacet.TRADE
                ? trades.find(value).map(trade -> trade.kind().ordinal()).orElse(0)
                : 0;
    }

    private Map<String, String> points(Collection<String> values) {
        return outlines.points(values.stream().map(PointId::of).toList()).values().stream()
                .collect(Collectors.toMap(point -> point.id().toString(), Point::name));
    }

    private Map<String, String> authors(Collection<String> values) {
        Map<String, String> names = new HashMap<>();
        people.names(values.stream().map(PersonId::of).collect(Collectors.toSet()))
                .forEach((id, person) -> names.put(id.toString(), person.name()));
        return names;
    }

    private static Map<String, String> each(Collection<String> values, Function<String, String> word) {
        Map<String, String> words = new HashMap<>();
        values.forEach(value -> known(value, word).ifPresent(found -> words.put(value, found)));
        return words;
    }

    private static Optional<String> known(String value, Function<String, String> word) {
        try {
            return Optional.of(word.apply(value));
        } catch (Problem | IllegalArgumentException | java.util.NoSuchElementException unknown) {
            return Optional.empty();
        }
    }
}
