package org.lianbing.bank.ui;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.scratch.Scratch;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.media.Media;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Writes a new item straight into a sealed set. */
class SealedItemDialog extends Dialog {

    /** What the dialog asks of the bank. */
    @org.springframework.stereotype.Component
    record Services(SealedSets sets, Trades trades, Outlines outlines, AutoSave.Services scratches, Media media) {}

    private final transient Services services;
    private final Select<ItemType> type = new Select<>();
    private final TradeBox trade = new TradeBox();
    private final Div fields = new Div();
    private final transient AutoSave autoSave;
    private final transient Actor actor;
    private final ScratchOffers offers;
    private @Nullable ItemForm form;

    SealedItemDialog(Services services, Actor actor, SealedSetId set, Consumer<ItemId> written) {
        this.services = services;
        this.actor = actor;
        ScratchPlace place = new ScratchPlace.Sealed(set);
        autoSave = new AutoSave(services.scratches(), actor, place);
        offers = new ScratchOffers(
                services.scratches(),
                actor,
                services.scratches().scratches().waiting(actor, place),
                scratch -> false,
                this::goOn);
        setHeaderTitle(getTranslation("bankui.sealed.write"));
        trade.setLabel(getTranslation("bankui.trade"));
        trade.setItems(services.trades().all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()))
                .toList());
        type.setLabel(getTranslation("bankui.items.type"));
        type.setItems(ItemType.values());
        type.setItemLabelGenerator(one -> Words.of(this, one));
        type.setValue(ItemType.SINGLE_CHOICE);
        trade.addValueChangeListener(change -> renew());
        type.addValueChangeListener(change -> renew());
        Div row = new Div(trade, type);
        row.addClassName("form-row");
        Div content = new Div(offers, row, fields, autoSave);
        content.addClassNames("stack", "dialog-fields", "wide");
        add(content);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("bankui.sealed.save"), click -> {
            if (form == null) {
                trade.setInvalid(true);
                return;
            }
            ItemId item = services.sets().draft(actor, set, form.draft());
            autoSave.saved();
            close();
            written.accept(item);
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, save);
    }

    /** Goes on with what a link names, where it waits. */
    void goOn(String scratch) {
        offers.goOn(scratch);
    }

    private void goOn(Scratch waiting) {
        Scratch scratch =
                services.scratches().scratches().get(actor, waiting.mark().id());
        autoSave.leave();
        form = null;
        trade.setValue(services.trades().get(scratch.typed().trade()));
        type.setValue(scratch.typed().type());
        renew();
        Objects.requireNonNull(form).typed().put(scratch.typed().fields());
        autoSave.goOn(scratch);
    }

    private void renew() {
        ItemForm before = form;
        fields.removeAll();
        Trade chosen = trade.getValue();
        if (chosen != null) {
            ItemDraft blank = new ItemDraft(
                    null,
                    chosen.id(),
                    Set.copyOf(chosen.levels()),
                    Set.of(),
                    new ItemContent("", Starters.of(type.getValue()), "", 3),
                    Secrecy.SEALED,
                    Origin.NONE);
            ItemForm renewed = new ItemForm(blank, chosen, services.outlines());
            if (before != null) {
                renewed.typed().put(before.words());
            }
            form = renewed;
            autoSave.follow(renewed, before != null && before.worded());
            fields.add(renewed, renewed.upload(services.media()));
        }
    }
}
