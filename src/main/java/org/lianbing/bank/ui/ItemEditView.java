package org.lianbing.bank.ui;

import java.util.Objects;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.Items;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** Changes an item into a new version, with a word on why. What is published stays until a reviewer agrees. */
@Route("items/:item/edit")
@RolesAllowed("TRAINER")
class ItemEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_ALIKE = 5;

    private final transient Items items;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient NearDuplicates near;
    private final transient ItemText text;
    private final transient Actor actor;
    private String back = "";

    ItemEditView(
            Items items, Trades trades, Outlines outlines, NearDuplicates near, ItemText text, CurrentActor current) {
        this.items = items;
        this.trades = trades;
        this.outlines = outlines;
        this.near = near;
        this.text = text;
        this.actor = current.require();
        addClassNames("page", "item-edit");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ItemId id = ItemId.of(event.getRouteParameters().get("item").orElse(""));
        Item item = items.get(actor, id);
        ItemDraft before = items.proposal(actor, id).orElseGet(() -> inForce(item));
        ItemForm form = new ItemForm(before, trades.get(item.trade()), outlines);
        TextField reason = new TextField(getTranslation("bankui.edit.reason"));
        reason.setPlaceholder(getTranslation("bankui.edit.reason-hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        QueryParameters query = event.getLocation().getQueryParameters();
        query.getSingleParameter("reason").ifPresent(reason::setValue);
        back = query.getSingleParameter("back").filter(ItemEditView::isOurs).orElse("items/" + id);
        Button save = new Button(getTranslation("bankui.edit.save"), click -> save(id, form, reason));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Anchor cancel = new Anchor(back, getTranslation("bankui.edit.cancel"));
        cancel.setRouterIgnore(false);
        cancel.addClassName("button-link");
        Div buttons = new Div(cancel, save);
        buttons.addClassName("panel-buttons");
        removeAll();
        add(
                new PageHeader(getTranslation("bankui.edit.crumb"), getTranslation("bankui.edit.title", item.code())),
                split(new Section(form, reason, buttons), new LivePaper(form, text)),
                new AlikeList(text, before.content(), item.code(), near.of(actor, id, MOST_ALIKE)));
    }

    private static Div split(Section fields, LivePaper paper) {
        Div split = new Div(fields, paper);
        split.addClassName("edit-split");
        return split;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.items.edit");
    }

    private void save(ItemId id, ItemForm form, TextField reason) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(getTranslation("bankui.edit.reason-needed"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        items.revise(actor, id, form.draft(), reason.getValue());
        Notices.done(getTranslation("bankui.edit.saved"));
        UI.getCurrent().navigate(back);
    }

    /** An address of this application, and of no other. */
    private static boolean isOurs(String address) {
        return address.matches("[a-z][a-zA-Z0-9/-]*");
    }

    private static ItemDraft inForce(Item item) {
        return new ItemDraft(
                item.code(),
                item.trade(),
                item.levels(),
                item.points(),
                Objects.requireNonNull(item.published()).content(),
                item.secrecy(),
                Objects.requireNonNull(item.published()).origin());
    }
}
