package org.lianbing.bank.ui;

import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;

/** By which rule a response that is right in part counts; where nothing is chosen, by the usual one of the type. */
class CreditSelect extends Select<PartialCredit> {

    CreditSelect(ItemType type, @Nullable PartialCredit before, TypedFields typed) {
        setLabel(getTranslation("bankui.edit.partial"));
        setItems(PartialCredit.values());
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("bankui.edit.partial.usual"));
        setPlaceholder(getTranslation("bankui.edit.partial.usual"));
        setItemLabelGenerator(
                rule -> getTranslation(rule == null ? "bankui.edit.partial.usual" : "bank.credit." + rule.code()));
        setValue(before);
        setWidthFull();
        typed.keep("credit", this, PartialCredit::code, PartialCredit::find);
        setType(type);
    }

    /** Shows it for types alone of which a response can be right in part. */
    void setType(ItemType type) {
        setVisible(PartialCredit.isChoiceFor(type));
    }

    /** What was chosen; null for the usual rule, and where there is nothing to choose. */
    @Nullable
    PartialCredit rule() {
        return isVisible() ? getValue() : null;
    }
}
