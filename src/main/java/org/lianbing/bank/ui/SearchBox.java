package org.lianbing.bank.ui;

import java.util.List;
import java.util.function.Function;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;

import org.lianbing.bank.ItemSuggestion;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.search.Highlighter;

/** The one box: typed words search on enter; while one types, it shows how they may go on. */
final class SearchBox extends ComboBox<ItemSuggestion> {

    private transient Highlighter typed = new Highlighter("");

    /** What happens with what was typed or chosen. */
    interface Chosen {

        void words(String text);

        void suggestion(ItemSuggestion suggestion);
    }

    SearchBox(Function<String, List<ItemSuggestion>> suggestions, Chosen chosen) {
        addClassName("search-box");
        setPlaceholder(getTranslation("bankui.items.search"));
        setAriaLabel(getTranslation("bankui.items.search"));
        setPrefixComponent(Icons.of("search"));
        setClearButtonVisible(true);
        setAllowCustomValue(true);
        setItemLabelGenerator(ItemSuggestion::text);
        setRenderer(new ComponentRenderer<>(this::row));
        setItems(query -> {
            String text = query.getFilter().orElse("");
            typed = new Highlighter(text);
            return suggestions.apply(text).stream().skip(query.getOffset()).limit(query.getLimit());
        });
        addCustomValueSetListener(set -> chosen.words(set.getDetail()));
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ItemSuggestion value = change.getValue();
                if (value == null) {
                    chosen.words("");
                } else {
                    chosen.suggestion(value);
                }
            }
        });
    }

    private Div row(ItemSuggestion suggestion) {
        MarkedText text = new MarkedText(typed.mark(suggestion.text()));
        text.addClassName("clamped");
        Div row = new Div(text);
        row.addClassName("suggestion");
        if (suggestion.point() != null) {
            row.add(new Tag(getTranslation("bankui.facet.POINT"), Tone.BLUE));
        } else if (suggestion.item() != null) {
            Span kind = new Tag(getTranslation("bankui.items.suggested-item"), Tone.PLAIN);
            row.add(kind);
        }
        return row;
    }

    /** Shows the words that are looked for. */
    void show(String text) {
        setValue(text.isEmpty() ? null : new ItemSuggestion(text, null, null));
    }
}
