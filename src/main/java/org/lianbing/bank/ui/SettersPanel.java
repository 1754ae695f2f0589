package org.lianbing.bank.ui;

import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSets;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Section;

/** The setters of a set: one more, or one fewer where two remain. */
class SettersPanel extends Section {

    SettersPanel(SealedSets sets, GrantedPeople granted, People people, Actor actor, SealedSet set, Runnable changed) {
        super("");
        removeAll();
        Span title = new Span(getTranslation("bankui.sealed.setters"));
        title.addClassName("strong");
        add(title);
        Map<PersonId, PersonName> names = people.names(set.setters());
        Div lines = new Div();
        lines.addClassName("look-list");
        set.setters().forEach(setter -> {
            String name = names.containsKey(setter) ? names.get(setter).name() : "";
            Div line = new Div(new Span(name));
            line.addClassNames("row", "between");
            if (set.setters().size() > SealedSets.LEAST_SETTERS) {
                Button remove = new Button(
                        getTranslation("bankui.sealed.remove"),
                        click -> Ask.once(
                                this,
                                getTranslation("bankui.sealed.remove-title", name),
                                getTranslation("bankui.sealed.remove-text", name),
                                getTranslation("bankui.sealed.remove"),
                                () -> {
                                    sets.removeSetter(actor, set.id(), setter);
                                    changed.run();
                                }));
                remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                line.add(remove);
            }
            lines.add(line);
        });
        add(lines);
        ComboBox<PersonName> more = new ComboBox<>(getTranslation("bankui.sealed.add"));
        more.setItems(granted.holdingOneOf(Set.of(Role.TRAINER, Role.REVIEWER)).stream()
                .filter(person -> !set.setters().contains(person.id()))
                .toList());
        more.setItemLabelGenerator(PersonName::name);
        more.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                sets.addSetter(actor, set.id(), chosen.getValue().id());
                changed.run();
            }
        });
        add(more);
    }
}
