package org.lianbing.account.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;

import org.lianbing.account.Person;
import org.lianbing.account.TradeNames.TradeName;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.organization.Unit;

/** Asks for a role: what, where, and for which trades. */
class GrantDialog extends Dialog {

    private final Select<Role> role = new Select<>();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final MultiSelectComboBox<TradeName> trades = new MultiSelectComboBox<>();

    GrantDialog(Words words, Actor actor, Person person, Consumer<Grant> grant) {
        setHeaderTitle(getTranslation("account.roles.add-for", person.name()));
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        List<Role> roles = Arrays.stream(Role.values())
                .filter(offered -> offered != Role.WORKER)
                .toList();
        role.setLabel(getTranslation("account.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(chosen -> Words.role(this, chosen));
        List<Unit> units = words.unitsOf(actor);
        unit.setLabel(getTranslation("account.roles.where"));
        unit.setHelperText(getTranslation("account.roles.where-hint"));
        unit.setItemLabelGenerator(Unit::name);
        unit.setItems(units);
        units.stream().filter(own -> own.id().equals(person.unit())).findFirst().ifPresent(unit::setValue);
        trades.setLabel(getTranslation("account.roles.trades"));
        trades.setHelperText(getTranslation("account.roles.trades-hint"));
        trades.setItemLabelGenerator(TradeName::name);
        trades.setItems(TradeName::isCalled, words.trades(this));
        Div form = new Div(role, unit, trades);
        form.addClassName("stack");
        add(form);
        Button save = new Button(getTranslation("account.roles.add"), click -> {
            grant.accept(new Grant(role.getValue(), unit.getValue().id(), chosenTrades()));
            close();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setEnabled(false);
        role.addValueChangeListener(change -> save.setEnabled(complete()));
        unit.addValueChangeListener(change -> save.setEnabled(complete()));
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    private boolean complete() {
        return role.getValue() != null && unit.getValue() != null;
    }

    private Set<TradeId> chosenTrades() {
        return trades.getValue().stream().map(TradeName::id).collect(Collectors.toSet());
    }
}
