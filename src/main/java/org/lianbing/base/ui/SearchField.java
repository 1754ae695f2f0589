package org.lianbing.base.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Narrows a list while somebody types. */
public class SearchField extends TextField {

    /** {@code words} stand in the empty field and are its name for screen readers. */
    public SearchField(String words, Consumer<String> search) {
        setPlaceholder(words);
        setAriaLabel(words);
        setPrefixComponent(Icons.of("search"));
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(change -> search.accept(change.getValue()));
        addClassName("search");
    }
}
