package org.lianbing.competition.ui;

import java.util.stream.IntStream;

import com.vaadin.flow.component.combobox.ComboBox;

import org.lianbing.paper.print.Letters;

/** Which of the forms of an exam. */
class FormSelect extends ComboBox<Integer> {

    FormSelect() {
        getElement().setAttribute("data-test", "form");
    }

    /** So many forms, the first one chosen. */
    void offer(int forms) {
        setAriaLabel(getTranslation("competition.papers.form"));
        setItems(IntStream.rangeClosed(1, forms).boxed().toList());
        setItemLabelGenerator(number -> getTranslation("competition.papers.form.name", Letters.form(number, forms)));
        setValue(1);
    }

    /** The chosen one; the first, where none is. */
    int number() {
        return getValue() == null ? 1 : getValue();
    }
}
