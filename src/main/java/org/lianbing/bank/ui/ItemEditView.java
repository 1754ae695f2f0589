package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

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
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.scratch.Scratch;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.DeskKeys;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.media.Media;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** Changes an item into a new version, with a word on why. What is published stays until a reviewer agrees. */
@Route("items/:item/edit")
@RolesAllowed("TRAINER")
class ItemEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_ALIKE = 5;

    private final transient Items items;
    private final transient Review review;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient NearDuplicates near;
    private final transient LivePaper.Services live;
    private final transient AutoSave.Services scratches;
    private final transient Media media;
    private final transient Actor actor;
    private final Div desk = new Div();
    private String back = "";
    private transient Consumer<Boolean> saving = submit -> {};
    /** The version that was the latest when this page was opened: a newer one is not overwritten unseen. */
    private transient @Nullable ItemVersionId seen;

    ItemEditView(
            Items items,
            Review review,
            Trades trades,
            Outlines outlines,
            NearDuplicates near,
            LivePaper.Services live,
            AutoSave.Services scratches,
            Media media,
            CurrentActor current) {
        this.items = items;
        this.review = review;
        this.trades = trades;
        this.outlines = outlines;
        this.near = near;
        this.live = live;
        this.scratches = scratches;
        this.media = media;
        this.actor = current.require();
        addClassNames("page", "item-edit");
        DeskKeys.everywhere(
                this, Map.of(EditKeys.SAVE, () -> saving.accept(false), EditKeys.SUBMIT, () -> saving.accept(true)));
        desk.addClassName("edit-split");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ItemId id = ItemId.of(event.getRouteParameters().get("item").orElse(""));
        Item item = items.get(actor, id);
        ItemDraft before = items.proposal(actor, id).orElseGet(() -> inForce(item));
        QueryParameters query = event.getLocation().getQueryParameters();
        back = query.getSingleParameter("back").filter(ItemEditView::isOurs).orElse("items/" + id);
        String reason = query.getSingleParameter("reason").orElse("");
        ItemVersionId latest = item.latest().id();
        seen = latest;
        ScratchPlace place = new ScratchPlace.Existing(id, latest);
        List<Scratch> waiting = scratches.scratches().waiting(actor, place);
        ScratchOffers offers = new ScratchOffers(
                scratches,
                actor,
                waiting,
                scratch -> !place.equals(scratch.place()),
                scratch -> goOn(item, before, scratch));
        removeAll();
        add(
                new PageHeader(
                        getTranslation("bankui.edit.crumb"),
                        getTranslation("bankui.edit.title", item.code()),
                        new EditKeys(List.of(EditKeys.SAVE, EditKeys.SUBMIT))),
                offers,
                desk,
                new AlikeList(live.text(), before.content(), item.code(), near.of(actor, id, MOST_ALIKE)));
        show(item, before, reason, place, null);
        query.getSingleParameter("draft").ifPresent(offers::goOn);
    }

    /** The form beside the paper, anew, with what was typed into it earlier. */
    private void show(Item item, ItemDraft before, String why, ScratchPlace place, @Nullable Scratch typed) {
        ItemForm form = new ItemForm(before, trades.get(item.trade()), outlines);
        TextField reason = new TextField(getTranslation("bankui.edit.reason"));
        reason.setPlaceholder(getTranslation("bankui.edit.reason-hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setValue(why);
        form.typed().text("reason", reason);
        AutoSave autoSave = new AutoSave(scratches, actor, place);
        autoSave.follow(form, false);
        if (typed != null) {
            form.typed().put(typed.typed().fields());
            autoSave.goOn(typed);
        }
        saving = submit -> save(item.id(), form, reason, autoSave, submit);
        Button save = new Button(getTranslation("bankui.edit.save"), click -> saving.accept(false));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button submit = new Button(getTranslation("bankui.new.submit"), click -> saving.accept(true));
        Anchor cancel = new Anchor(back, getTranslation("bankui.edit.cancel"));
        cancel.setRouterIgnore(false);
        cancel.addClassName("button-link");
        Div buttons =
                new Div(autoSave, cancel, EditKeys.told(submit, EditKeys.SUBMIT), EditKeys.told(save, EditKeys.SAVE));
        buttons.addClassName("panel-buttons");
        desk.removeAll();
        desk.add(new Section(form, form.upload(media), reason, buttons), new LivePaper(form, live));
    }

    /** What was typed goes back onto the version that it was typed over: what has no field belongs to that one. */
    private void goOn(Item item, ItemDraft before, Scratch waiting) {
        Scratch scratch = scratches.scratches().get(actor, waiting.mark().id());
        ItemDraft base = before;
        if (scratch.place() instanceof ScratchPlace.Existing place) {
            base = base(item, before, place.basedOn());
            if (!place.basedOn().equals(seen)) {
                Notices.problem(getTranslation("bankui.scratch.outdated"));
            }
        }
        show(item, base, "", scratch.place(), scratch);
    }

    private ItemDraft base(Item item, ItemDraft before, ItemVersionId version) {
        if (version.equals(item.latest().id())) {
            return before;
        }
        return items.history(actor, item.id()).stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .map(one -> new ItemDraft(
                        before.code(),
                        before.trade(),
                        before.levels(),
                        before.points(),
                        one.content(),
                        before.secrecy(),
                        one.origin()))
                .orElse(before);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.items.edit");
    }

    private void save(ItemId id, ItemForm form, TextField reason, AutoSave autoSave, boolean submit) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(getTranslation("bankui.edit.reason-needed"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        try {
            items.revise(actor, id, Objects.requireNonNull(seen), form.draft(), reason.getValue());
        } catch (Problem changed) {
            if (!changed.code().equals("bank.item.changed")) {
                throw changed;
            }
            // What was typed stays here and as a draft, to be gone on with beside the newer version.
            Notices.problem(getTranslation("bankui.edit.changed"));
            return;
        }
        autoSave.saved();
        if (submit) {
            review.submit(actor, Set.of(id));
        }
        Notices.done(getTranslation(submit ? "bankui.items.submitted" : "bankui.edit.saved"));
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
