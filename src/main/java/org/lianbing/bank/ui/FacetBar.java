package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

import org.lianbing.bank.ItemFacet;
import org.lianbing.bank.ItemHits;
import org.lianbing.bank.ItemState;
import org.lianbing.search.FacetCount;

/** What the list is narrowed by: the states as chips with counts, the other facets each behind a chip of its own. */
final class FacetBar extends Div {

    private final transient Consumer<ItemSelection> changed;
    private final Div states = new Div();
    private final Map<ItemFacet, FacetMenu> menus = new EnumMap<>(ItemFacet.class);
    private final Button clear = new Button();
    private transient ItemSelection selection = ItemSelection.ALL;

    FacetBar(FacetWords words, Consumer<ItemSelection> changed) {
        this.changed = changed;
        addClassNames("facets", "chips");
        states.addClassName("chips");
        states.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("bankui.state"));
        add(states);
        for (ItemFacet facet : ItemFacet.values()) {
            if (facet != ItemFacet.STATE) {
                FacetMenu menu = new FacetMenu(facet, words, value -> changed.accept(selection.toggled(facet, value)));
                menus.put(facet, menu);
                add(menu);
            }
        }
        clear.setText(getTranslation("bankui.facet.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        clear.addClickListener(
                click -> changed.accept(ItemSelection.ALL.with(selection.text()).with(selection.order())));
        add(clear);
    }

    /** Shows the counts of what was found. */
    void show(ItemSelection now, ItemHits found) {
        selection = now;
        states(found);
        menus.forEach((facet, menu) ->
                menu.show(Objects.requireNonNullElse(found.facets().get(facet), List.of()), now.chosen(facet)));
        clear.setVisible(!now.chosen().isEmpty());
    }

    private void states(ItemHits found) {
        Set<String> chosen = selection.chosen(ItemFacet.STATE);
        List<FacetCount> counts = Objects.requireNonNullElse(found.facets().get(ItemFacet.STATE), List.of());
        List<NativeButton> chips = new ArrayList<>();
        String all = chosen.isEmpty()
                ? getTranslation("bankui.facet.all-count", found.total())
                : getTranslation("bankui.facet.all");
        chips.add(chip(all, chosen.isEmpty(), Set.of()));
        for (ItemState state : ItemState.values()) {
            long count = counts.stream()
                    .filter(one -> one.value().equals(state.name()))
                    .mapToLong(FacetCount::count)
                    .sum();
            boolean pressed = chosen.contains(state.name());
            if (count > 0 || pressed) {
                chips.add(chip(
                        getTranslation("bankui.facet.value-count", Words.of(this, state), count),
                        pressed,
                        Set.of(state.name())));
            }
        }
        states.removeAll();
        chips.forEach(states::add);
    }

    private NativeButton chip(String text, boolean pressed, Set<String> values) {
        NativeButton chip = new NativeButton(text);
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        chip.addClickListener(click -> changed.accept(selection.with(ItemFacet.STATE, values)));
        return chip;
    }
}
