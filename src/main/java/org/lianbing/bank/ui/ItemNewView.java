package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.bank.scratch.Scratch;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.ui.DeskKeys;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.media.Media;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.OwnTrade;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Writes a new item, begun by a link: from a hole of the coverage map, or for a commission. */
@Route("items/new")
@RolesAllowed("TRAINER")
class ItemNewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MIDDLE = 3;

    private final transient Items items;
    private final transient Review review;
    private final transient Commissions commissions;
    private final transient Trades trades;
    private final transient OwnTrade ownTrade;
    private final transient Outlines outlines;
    private final transient LivePaper.Services live;
    private final transient AutoSave.Services scratches;
    private final transient Media media;
    private final transient Actor actor;

    private final TradeBox trade = new TradeBox();
    private final Select<ItemType> type = new Select<>();
    private final Div place = new Div();
    private transient ItemPreset preset = new ItemPreset(null, null, null, null);
    private transient @Nullable Commission commission;
    private transient AutoSave autoSave;
    private @Nullable ItemForm form;

    ItemNewView(
            Items items,
            Review review,
            Commissions commissions,
            Trades trades,
            OwnTrade ownTrade,
            Outlines outlines,
            LivePaper.Services live,
            AutoSave.Services scratches,
            Media media,
            CurrentActor current) {
        this.items = items;
        this.review = review;
        this.commissions = commissions;
        this.trades = trades;
        this.ownTrade = ownTrade;
        this.outlines = outlines;
        this.live = live;
        this.scratches = scratches;
        this.media = media;
        this.actor = current.require();
        this.autoSave = new AutoSave(scratches, actor, new ScratchPlace.Fresh());
        addClassNames("page", "item-edit");
        DeskKeys.everywhere(
                this,
                Map.of(
                        EditKeys.SAVE, () -> save(false),
                        EditKeys.SAVE_AND_NEXT, this::saveAndNext,
                        EditKeys.SUBMIT, () -> save(true)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        preset = ItemPreset.of(query, trades);
        commission = query.getSingleParameter("commission")
                .map(id -> commissions.get(actor, CommissionId.of(id)))
                .orElse(null);
        List<Trade> own = trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()))
                .toList();
        removeAll();
        PageHeader header = new PageHeader(
                getTranslation("bankui.edit.crumb"),
                getTranslation("bankui.new.title"),
                new EditKeys(List.of(EditKeys.SAVE, EditKeys.SAVE_AND_NEXT, EditKeys.SUBMIT)));
        if (own.isEmpty()) {
            add(header, new EmptyState("items", getTranslation("bankui.new.none"), getTranslation("base.forbidden")));
            return;
        }
        Trade wanted = commission == null
                ? preset.trade()
                : trades.get(commission.asked().trade());
        trade.setLabel(getTranslation("bankui.trade"));
        trade.setItems(own);
        trade.setValue(
                wanted != null && own.contains(wanted)
                        ? wanted
                        : ownTrade.among(actor, own).orElseThrow());
        trade.addValueChangeListener(change -> rebuild());
        trade.setReadOnly(commission != null);
        type.setLabel(getTranslation("bankui.items.type"));
        type.setItems(ItemType.values());
        type.setItemLabelGenerator(one -> Words.of(this, one));
        ItemType first = preset.type();
        type.setValue(first == null ? ItemType.SINGLE_CHOICE : first);
        type.addValueChangeListener(change -> rebuild());
        Div row = new Div(trade, type);
        row.addClassName("form-row");
        ScratchPlace where =
                commission == null ? new ScratchPlace.Fresh() : new ScratchPlace.Commissioned(commission.id());
        autoSave = new AutoSave(scratches, actor, where);
        ScratchOffers offers = new ScratchOffers(
                scratches, actor, scratches.scratches().waiting(actor, where), scratch -> false, this::goOn);
        add(header, offers, new Section(row, place, buttons()));
        place.addClassName("edit-split");
        rebuild();
        query.getSingleParameter("draft").ifPresent(offers::goOn);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.new.title");
    }

    /** The fields of the chosen trade and type; the words that were written stay. */
    private void rebuild() {
        Trade chosen = trade.getValue();
        if (chosen == null) {
            return;
        }
        ItemForm before = form;
        ItemForm next = new ItemForm(
                new ItemDraft(
                        null,
                        chosen.id(),
                        levels(chosen),
                        points(),
                        new ItemContent("", starter(), "", MIDDLE),
                        commission == null ? Secrecy.OPEN : commission.asked().secrecy(),
                        Origin.NONE),
                chosen,
                outlines);
        if (before != null) {
            next.typed().put(before.words());
        }
        form = next;
        autoSave.follow(next, before != null && before.worded());
        place.removeAll();
        place.add(new Div(next, next.upload(media)), new LivePaper(next, live));
    }

    /** What was typed earlier; what stands in the fields now waits for another time. */
    private void goOn(Scratch waiting) {
        Scratch scratch = scratches.scratches().get(actor, waiting.mark().id());
        autoSave.leave();
        form = null;
        trade.setValue(trades.get(scratch.typed().trade()));
        type.setValue(scratch.typed().type());
        rebuild();
        ItemForm filled = Objects.requireNonNull(form);
        filled.typed().put(scratch.typed().fields());
        autoSave.goOn(scratch);
        place.removeAll();
        place.add(new Div(filled, filled.upload(media)), new LivePaper(filled, live));
    }

    private org.lianbing.bank.Interaction starter() {
        return Starters.of(type.getValue());
    }

    private Set<Level> levels(Trade chosen) {
        Level level = commission == null ? preset.level() : commission.asked().level();
        return level != null && chosen.levels().contains(level) ? Set.of(level) : Set.of();
    }

    private Set<PointId> points() {
        PointId point = preset.point();
        if (point != null) {
            return Set.of(point);
        }
        Set<PointId> asked = commission == null ? Set.of() : commission.asked().points();
        return asked.size() == 1 ? asked : Set.of();
    }

    private Div buttons() {
        Anchor cancel = new Anchor(back(), getTranslation("bankui.edit.cancel"));
        cancel.setRouterIgnore(false);
        cancel.addClassName("button-link");
        Button keep = new Button(getTranslation("bankui.new.keep"), click -> save(false));
        Button next = new Button(getTranslation("bankui.new.keep-and-next"), click -> saveAndNext());
        Button submit = new Button(getTranslation("bankui.new.submit"), click -> save(true));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(
                autoSave,
                cancel,
                EditKeys.told(keep, EditKeys.SAVE),
                EditKeys.told(next, EditKeys.SAVE_AND_NEXT),
                EditKeys.told(submit, EditKeys.SUBMIT));
        buttons.addClassName("panel-buttons");
        return buttons;
    }

    private String back() {
        return Optional.ofNullable(commission)
                .map(one -> "commissions/" + one.id())
                .orElse("items");
    }

    private void save(boolean submit) {
        ItemId id = save();
        if (id == null) {
            return;
        }
        if (submit) {
            review.submit(actor, Set.of(id));
        }
        Notices.done(getTranslation(submit ? "bankui.items.submitted" : "bankui.new.kept"));
        UI.getCurrent().navigate(commission == null ? ItemNavigation.item(id) : back());
    }

    /** Keeps this one as a draft and begins another of the same trade and type. */
    private void saveAndNext() {
        if (save() != null) {
            Notices.done(getTranslation("bankui.new.kept"));
            form = null;
            rebuild();
            Objects.requireNonNull(form).begin();
        }
    }

    private @Nullable ItemId save() {
        ItemForm fields = form;
        if (fields == null) {
            return null;
        }
        ItemId id = items.draft(actor, fields.draft());
        Commission answered = commission;
        if (answered != null) {
            commissions.deliver(actor, answered.id(), id);
        }
        autoSave.saved();
        return id;
    }
}
