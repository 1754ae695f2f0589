package org.lianbing.bank.ui;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.lianbing.account.PersonName;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Section;

/** Named people of a sealed set: one more, or one fewer where that is possible. */
class PeoplePanel extends Section {

    private final String texts;

    /**
     * A panel.
     *
     * @param of who they are, as its translations say it under {@code bankui.sealed.}
     * @param named who is named
     * @param able who could be named
     * @param removable whether one may go
     */
    PeoplePanel(
            String of,
            Collection<PersonName> named,
            List<PersonName> able,
            boolean removable,
            Consumer<PersonId> add,
            Consumer<PersonId> remove) {
        texts = "bankui.sealed." + of;
        Span title = new Span(getTranslation(texts));
        title.addClassName("strong");
        Div lines = new Div();
        lines.addClassName("look-list");
        named.forEach(person -> {
            Div line = new Div(new Span(person.name()));
            line.addClassNames("row", "between");
            if (removable) {
                line.add(remove(person, remove));
            }
            lines.add(line);
        });
        ComboBox<PersonName> more = new ComboBox<>(getTranslation(texts + ".add"));
        more.setItems(able.stream().filter(person -> !named.contains(person)).toList());
        more.setItemLabelGenerator(PersonName::name);
        more.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                add.accept(chosen.getValue().id());
            }
        });
        add(title, lines, more);
    }

    private Button remove(PersonName person, Consumer<PersonId> remove) {
        Button button = new Button(
                getTranslation(texts + ".remove"),
                click -> Ask.once(
                        this,
                        getTranslation(texts + ".remove-title", person.name()),
                        getTranslation(texts + ".remove-text", person.name()),
                        getTranslation(texts + ".remove"),
                        () -> remove.accept(person.id())));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
