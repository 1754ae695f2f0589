package org.lianbing.bank.ui;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.bank.ItemFacet;
import org.lianbing.search.FacetCount;

/** One facet as a chip; behind it its values with their counts, of which several may be chosen. */
final class FacetMenu extends Div {

    private static final int LOOK_THROUGH = 12;

    private final ItemFacet facet;
    private final transient FacetWords words;
    private final transient Consumer<String> toggled;
    private final NativeButton chip = new NativeButton();
    private final Popover popover = new Popover();
    private final TextField narrow = new TextField();
    private final Div values = new Div();
    private transient List<FacetCount> counts = List.of();
    private transient Set<String> chosen = Set.of();

    FacetMenu(ItemFacet facet, FacetWords words, Consumer<String> toggled) {
        this.facet = facet;
        this.words = words;
        this.toggled = toggled;
        addClassName("facet");
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-haspopup", "dialog");
        popover.setTarget(chip);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.addThemeName("facet");
        popover.setAriaLabel(getTranslation("bankui.facet." + facet));
        narrow.setPlaceholder(getTranslation("bankui.facet.narrow"));
        narrow.setAriaLabel(getTranslation("bankui.facet.narrow"));
        narrow.setValueChangeMode(ValueChangeMode.LAZY);
        narrow.setWidthFull();
        narrow.addValueChangeListener(change -> fill());
        values.addClassName("facet-values");
        popover.add(narrow, values);
        popover.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                fill();
            }
        });
        add(chip, popover);
    }

    /** Shows what may be chosen now and what is. */
    void show(List<FacetCount> now, Set<String> selected) {
        counts = now;
        chosen = selected;
        setVisible(!now.isEmpty() || !selected.isEmpty());
        String name = FacetWords.of(this, facet);
        chip.setText(
                selected.isEmpty()
                        ? name
                        : getTranslation(
                                "bankui.facet.chosen",
                                name,
                                String.join(getTranslation("bankui.comma"), named(selected))));
        chip.getElement().setAttribute("aria-pressed", String.valueOf(!selected.isEmpty()));
        if (popover.isOpened()) {
            fill();
        }
    }

    private List<String> named(Set<String> selected) {
        Map<String, String> known = words.of(this, facet, selected);
        return selected.stream()
                .map(value -> known.getOrDefault(value, getTranslation("bankui.facet.unknown")))
                .sorted()
                .toList();
    }

    private void fill() {
        values.removeAll();
        narrow.setVisible(counts.size() > LOOK_THROUGH);
        Map<String, Long> numbers = counts.stream().collect(Collectors.toMap(FacetCount::value, FacetCount::count));
        Set<String> all = new LinkedHashSet<>(chosen);
        counts.forEach(count -> all.add(count.value()));
        Map<String, String> known = words.of(this, facet, all);
        String typed = narrow.isVisible() ? narrow.getValue() : "";
        Comparator<String> order =
                Comparator.comparingInt(value -> chosen.contains(value) ? -1 : words.group(facet, value));
        all.stream().sorted(order).forEach(value -> {
            String name = known.getOrDefault(value, getTranslation("bankui.facet.unknown"));
            if (words.fits(facet, value, name, typed)) {
                values.add(button(value, name, numbers.getOrDefault(value, 0L)));
            }
        });
        if (values.getComponentCount() == 0) {
            values.add(new Paragraph(getTranslation("bankui.facet.none")));
        }
    }

    private NativeButton button(String value, String name, long count) {
        Span number = new Span(getTranslation("bankui.facet.count", count));
        number.addClassName("count");
        NativeButton button = new NativeButton();
        button.add(new Span(name), number);
        button.addClassName("facet-value");
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen.contains(value)));
        button.addClickListener(click -> toggled.accept(value));
        return button;
    }
}
