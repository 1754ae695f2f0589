package org.lianbing.bank.call.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.call.Call;
import org.lianbing.bank.call.CallId;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalId;
import org.lianbing.bank.call.ProposalSheet;
import org.lianbing.bank.call.ProposalState;
import org.lianbing.bank.call.Proposals;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.media.Media;
import org.lianbing.trade.OwnTrade;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Writes a proposal on a phone, kept as it is typed; new ones begin with the first word. */
@Route("proposals/:proposal")
@RolesAllowed("WORKER")
class ProposalView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Proposals proposals;
    private final transient Calls calls;
    private final transient Trades trades;
    private final transient OwnTrade own;
    private final transient Media media;
    private final transient Actor actor;

    private final TradeBox trade = new TradeBox();
    private final Select<Level> level = new Select<>();
    private final Div place = new Div();
    private final Span kept = new Span();
    private final transient List<String> pictures = new ArrayList<>();
    private transient @Nullable ProposalId id;
    private transient @Nullable Call call;
    private @Nullable SheetFields fields;

    ProposalView(Proposals proposals, Calls calls, Trades trades, OwnTrade own, Media media, CurrentActor current) {
        this.proposals = proposals;
        this.calls = calls;
        this.trades = trades;
        this.own = own;
        this.media = media;
        this.actor = current.require();
        addClassNames("page", "narrow", "practice", "proposal");
        kept.addClassNames("muted", "small");
        kept.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String named = event.getRouteParameters().get("proposal").orElse("new");
        if (named.equals("new")) {
            call = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("call")
                    .map(one -> calls.open(actor, CallId.of(one)))
                    .orElse(null);
            show(
                    call == null ? ownTrade() : trades.get(call.draft().trade()),
                    ProposalSheet.blank(ItemType.SINGLE_CHOICE));
            return;
        }
        Proposal proposal = proposals.own(actor, ProposalId.of(named));
        if (proposal.state() != ProposalState.DRAFT) {
            event.forwardTo(ContributionsView.class);
            return;
        }
        id = proposal.id();
        show(trades.get(proposal.trade()), proposal.sheet());
        trade.setReadOnly(proposal.call() != null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.propose");
    }

    /** What they work as; else the first there is. */
    private Trade ownTrade() {
        return own.among(actor, trades.all()).orElseThrow();
    }

    private void show(Trade first, ProposalSheet sheet) {
        removeAll();
        pictures.addAll(sheet.pictures());
        trade.setLabel(getTranslation("commission.field.trade"));
        trade.setItems(trades.all());
        trade.setWidthFull();
        trade.setValue(first);
        trade.setReadOnly(call != null);
        level.setLabel(getTranslation("call.sheet.level"));
        level.setItemLabelGenerator(one -> one == null ? "" : getTranslation("base.level." + one.code()));
        level.setEmptySelectionAllowed(true);
        level.setWidthFull();
        levels(first);
        level.setValue(sheet.level());
        trade.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                levels(change.getValue());
                keep();
            }
        });
        level.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep();
            }
        });
        Chips<ItemType> types = new Chips<>(getTranslation("bankui.items.type"), this::retype);
        ProposalSheet.TYPES.forEach(type -> types.put(type, getTranslation("exchange.type." + type.code())));
        types.mark(sheet.type());
        Div where = new Div(trade, level);
        where.addClassName("form-row");
        Call answered = call;
        add(new PageHeader(
                answered == null
                        ? getTranslation("call.mine.title")
                        : getTranslation("call.for", answered.draft().theme()),
                getTranslation("call.propose")));
        if (answered != null && !answered.draft().words().isEmpty()) {
            Paragraph asked = new Paragraph(answered.draft().words());
            asked.addClassName("quote");
            add(asked);
        }
        PhotoField photos = new PhotoField(media, pictures, this::keep);
        add(new Section(where, types, place, photos), kept, buttons());
        fields(sheet);
    }

    private void levels(Trade chosen) {
        level.setItems(chosen.levels());
        level.setVisible(!chosen.levels().isEmpty());
    }

    private void fields(ProposalSheet sheet) {
        fields = new SheetFields(sheet, this::keep);
        place.removeAll();
        place.add(fields);
    }

    /** Another type: question, reason and pictures stay. */
    private void retype(ItemType type) {
        ProposalSheet before = sheet();
        fields(new ProposalSheet(
                type,
                before.level(),
                before.stem(),
                before.options(),
                before.truth(),
                before.steps(),
                before.number(),
                before.tolerance(),
                before.unit(),
                before.why(),
                before.pictures()));
        if (!before.isBlank()) {
            keep();
        }
    }

    private ProposalSheet sheet() {
        SheetFields shown = fields;
        return shown == null ? ProposalSheet.blank(ItemType.SINGLE_CHOICE) : shown.sheet(level.getValue(), pictures);
    }

    private void keep() {
        ProposalSheet sheet = sheet();
        TradeId chosen =
                trade.getValue() == null ? ownTrade().id() : trade.getValue().id();
        ProposalId known = id;
        if (known != null) {
            proposals.save(actor, known, chosen, sheet);
        } else if (sheet.isBlank()) {
            return;
        } else {
            Call answered = call;
            ProposalId made = proposals.begin(actor, answered == null ? null : answered.id(), chosen, sheet);
            id = made;
            UI.getCurrent().getPage().getHistory().replaceState(null, CallNavigation.proposal(made));
        }
        kept.setText(getTranslation("call.kept"));
    }

    private Component buttons() {
        Button discard = new Button(getTranslation("call.discard"), click -> discard());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button send = new Button(getTranslation("call.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        send.addClassName("main-act");
        Div buttons = new Div(send, discard);
        buttons.addClassName("stack");
        return buttons;
    }

    private void send() {
        keep();
        ProposalId known = id;
        if (known == null) {
            Notices.problem(getTranslation("call.stem-missing"));
            return;
        }
        proposals.send(actor, known);
        Notices.done(getTranslation("call.sent"));
        UI.getCurrent().navigate(ContributionsView.class);
    }

    private void discard() {
        ProposalId known = id;
        if (known == null) {
            UI.getCurrent().navigate(ContributionsView.class);
            return;
        }
        Ask.once(
                this,
                getTranslation("call.discard.title"),
                getTranslation("call.discard.text"),
                getTranslation("call.discard"),
                () -> {
                    proposals.discard(actor, known);
                    UI.getCurrent().navigate(ContributionsView.class);
                });
    }
}
