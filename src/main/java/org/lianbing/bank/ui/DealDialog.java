package org.lianbing.bank.ui;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.review.Deal;
import org.lianbing.bank.review.Deal.Dealt;
import org.lianbing.bank.review.Packets;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Calendars;
import org.lianbing.base.ui.Notices;
import org.lianbing.trade.Trade;

/** Deals items evenly among reviewers, with a last day. */
class DealDialog extends Dialog {

    private static final int DAYS = 7;

    private final transient Packets packets;
    private final transient Actor actor;
    private final transient Trade trade;
    private final transient List<ItemId> items;
    private final transient Runnable dealt;
    private final MultiSelectComboBox<PersonName> reviewers = new MultiSelectComboBox<>();
    private final DatePicker due = new DatePicker();
    private final TextField title = new TextField();
    private final Paragraph each = new Paragraph();

    DealDialog(Packets packets, Actor actor, Trade trade, List<ItemId> items, Runnable dealt) {
        this.packets = packets;
        this.actor = actor;
        this.trade = trade;
        this.items = items;
        this.dealt = dealt;
        setHeaderTitle(getTranslation("bankui.deal.title", items.size(), trade.name(getLocale())));
        LocalDate today = packets.today();
        reviewers.setLabel(getTranslation("bankui.deal.reviewers"));
        List<PersonName> all = packets.reviewers(actor, trade.id());
        reviewers.setItems(all);
        reviewers.setItemLabelGenerator(PersonName::name);
        reviewers.addValueChangeListener(change -> tellEach());
        if (all.size() == 1) {
            reviewers.select(all.getFirst());
        }
        due.setLabel(getTranslation("bankui.deal.due"));
        due.setI18n(Calendars.in(getLocale(), this));
        due.setMin(today);
        due.setValue(today.plusDays(DAYS));
        title.setLabel(getTranslation("bankui.deal.name"));
        title.setPlaceholder(getTranslation("bankui.deal.name-hint"));
        each.addClassNames("small", "muted");
        Div fields = new Div(reviewers, due, title, each);
        fields.addClassNames("stack", "dialog-fields");
        add(fields);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button deal = new Button(getTranslation("bankui.deal.deal"), click -> deal());
        deal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, deal);
        tellEach();
    }

    private void tellEach() {
        int people = reviewers.getValue().size();
        each.setText(
                people == 0
                        ? getTranslation("bankui.deal.even")
                        : getTranslation("bankui.deal.each", people, (items.size() + people - 1) / people));
    }

    private void deal() {
        if (reviewers.getValue().isEmpty()) {
            reviewers.setErrorMessage(getTranslation("bank.packet.reviewers"));
            reviewers.setInvalid(true);
            return;
        }
        if (due.getValue() == null) {
            due.setInvalid(true);
            return;
        }
        Dealt done = packets.deal(
                actor,
                new Deal(
                        trade.id(),
                        title.getValue(),
                        items,
                        reviewers.getValue().stream().map(PersonName::id).toList(),
                        due.getValue()));
        close();
        Notices.done(
                done.left().isEmpty()
                        ? getTranslation(
                                "bankui.deal.done", items.size(), done.packets().size())
                        : getTranslation(
                                "bankui.deal.done-left",
                                items.size() - done.left().size(),
                                done.packets().size(),
                                done.left().size()));
        dealt.run();
    }
}
