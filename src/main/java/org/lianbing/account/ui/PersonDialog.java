package org.lianbing.account.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonDraft;
import org.lianbing.account.TradeNames.TradeName;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.organization.Unit;

/** Asks for a new person, or for what is to be changed of one. A refusal stands inside the dialog, and what was typed stays. */
class PersonDialog extends Dialog {

    private final TextField name = new TextField();
    private final TextField staffNumber = new TextField();
    private final TextField phone = new TextField();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final ComboBox<TradeName> trade = new ComboBox<>();
    private final Select<Level> level = new Select<>();
    private final Paragraph refusal = new Paragraph();
    private final transient Consumer<PersonDraft> keep;

    /**
     * @param key of the title and the act
     * @param before what stands now; null for a new person
     */
    PersonDialog(Words words, Actor actor, String key, @Nullable PersonDraft before, Consumer<PersonDraft> keep) {
        this.keep = keep;
        setHeaderTitle(getTranslation(key));
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        refusal.addClassName("gate-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        name.setLabel(getTranslation("account.name"));
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        staffNumber.setLabel(getTranslation("account.staff-number"));
        phone.setLabel(getTranslation("account.phone-number"));
        unit.setLabel(getTranslation("account.unit"));
        unit.setRequiredIndicatorVisible(true);
        unit.setItemLabelGenerator(Unit::name);
        List<Unit> units = words.unitsOf(actor);
        unit.setItems(units);
        if (units.size() == 1) {
            unit.setValue(units.getFirst());
        }
        trade.getElement().setProperty("autoselect", true);
        trade.setLabel(getTranslation("account.trade"));
        trade.setItemLabelGenerator(TradeName::name);
        trade.setClearButtonVisible(true);
        trade.setItems(TradeName::isCalled, words.trades(this));
        level.setLabel(getTranslation("account.level"));
        level.setItems(Level.values());
        level.setItemLabelGenerator(chosen -> chosen == null ? "" : Words.level(this, chosen));
        level.setEmptySelectionAllowed(true);
        Div form = new Div(name, unit, staffNumber, phone, trade, level);
        form.addClassName("two-columns");
        add(refusal, form);
        if (before != null) {
            fill(before, units, words.trades(this));
        }
        Button save = new Button(getTranslation(before == null ? key : "account.person.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    private void fill(PersonDraft before, List<Unit> units, List<TradeName> trades) {
        name.setValue(before.name());
        staffNumber.setValue(before.staffNumber() == null ? "" : before.staffNumber());
        phone.setValue(before.phone() == null ? "" : before.phone());
        units.stream()
                .filter(each -> each.id().equals(before.unit()))
                .findFirst()
                .ifPresent(unit::setValue);
        trades.stream()
                .filter(each -> each.id().equals(before.trade()))
                .findFirst()
                .ifPresent(trade::setValue);
        level.setValue(before.level());
    }

    private void save() {
        Unit chosen = unit.getValue();
        if (chosen == null) {
            refuse(getTranslation("account.people.choose-unit"));
            return;
        }
        try {
            TradeName chosenTrade = trade.getValue();
            keep.accept(new PersonDraft(
                    name.getValue(),
                    staffNumber.getValue(),
                    phone.getValue(),
                    chosen.id(),
                    chosenTrade == null ? null : chosenTrade.id(),
                    level.getValue()));
            close();
        } catch (Problem problem) {
            refuse(getTranslation(problem.code(), problem.arguments()));
        }
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(true);
    }
}
