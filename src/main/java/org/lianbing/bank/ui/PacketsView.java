package org.lianbing.bank.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.People;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Packets;
import org.lianbing.bank.review.ReviewQueue;
import org.lianbing.bank.review.Sampling;
import org.lianbing.bank.review.Waiting;
import org.lianbing.bank.review.Waiting.Part;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** What waits is dealt to reviewers; packets with their progress; batches of which a sample is enough. */
@Route("packets")
@Menu(title = "bankui.packets.menu", icon = "people", order = 13)
@RolesAllowed({"TRAINER", "REVIEWER"})
class PacketsView extends Div implements HasDynamicTitle {

    private static final int MOST = 500;

    private final transient ReviewQueue queue;
    private final transient Packets packets;
    private final transient Sampling sampling;
    private final transient ItemText text;
    private final transient Actor actor;

    private final TradeBox trade = new TradeBox();
    private final Grid<Waiting> grid = new Grid<>();
    private final Button dealChosen = new Button();
    private final Button dealAll = new Button();
    private final Span free = new Span();
    private final PageHeader header;
    private final PacketList list;
    private final BatchList batches;
    private final IntegerField share = new IntegerField();

    PacketsView(
            ReviewQueue queue,
            Packets packets,
            Sampling sampling,
            ItemText text,
            People people,
            Trades trades,
            CurrentActor current) {
        this.queue = queue;
        this.packets = packets;
        this.sampling = sampling;
        this.text = text;
        this.actor = current.require();
        addClassNames("page", "workbench", "packets");
        header = new PageHeader(getTranslation("bankui.review.crumb"), getTranslation("bankui.packets.title"));
        list = new PacketList(packets, people, trades, actor, this::load);
        batches = new BatchList(sampling, trades, actor, this::load);
        trade.setLabel(getTranslation("bankui.trade"));
        List<Trade> own = trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()) || actor.hasFor(Role.REVIEWER, one.id()))
                .toList();
        trade.setItems(own);
        trade.addValueChangeListener(change -> load());
        add(header, free(), new Section(getTranslation("bankui.packets.dealt"), list));
        if (actor.has(Role.REVIEWER)) {
            add(sampling());
        }
        Map<TradeId, Integer> waiting = queue.free(actor);
        own.stream()
                .max(Comparator.comparingInt(one -> waiting.getOrDefault(one.id(), 0)))
                .ifPresent(trade::setValue);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.packets.title");
    }

    private Section free() {
        grid.addClassName("rows");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addComponentColumn(one -> {
                    Span stem = new Span(text.plain(one.stem()));
                    stem.addClassName("clamped");
                    return stem;
                })
                .setHeader(getTranslation("exchange.column.stem"))
                .setFlexGrow(1);
        grid.addColumn(one -> Words.of(this, one.type()))
                .setHeader(getTranslation("bankui.items.type"))
                .setWidth("96px")
                .setFlexGrow(0);
        grid.setPartNameGenerator(one -> "wrapped");
        grid.setEmptyStateText(getTranslation("bankui.packets.free-none"));
        grid.addSelectionListener(selected -> tellChosen(selected.getAllSelectedItems()));
        dealChosen.addClickListener(click ->
                deal(grid.getSelectedItems().stream().map(Waiting::item).toList()));
        dealAll.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dealAll.addClickListener(click ->
                deal(grid.getListDataView().getItems().map(Waiting::item).toList()));
        header.setActions(dealAll);
        free.addClassNames("muted", "small");
        Div row = new Div(trade, free, dealChosen);
        row.addClassNames("row", "wrap", "packet-bar");
        return new Section(getTranslation("bankui.packets.free"), row, grid);
    }

    private Section sampling() {
        share.setLabel(getTranslation("bankui.sample.share"));
        share.setMin(1);
        share.setMax(100);
        share.setStepButtonsVisible(false);
        share.setSuffixComponent(new Span("%"));
        Button save = new Button(getTranslation("bankui.save"), click -> {
            Trade chosen = trade.getValue();
            if (chosen != null && share.getValue() != null) {
                sampling.setShare(actor, chosen.id(), share.getValue());
                Notices.done(getTranslation("bankui.sample.share-saved", chosen.name(getLocale()), share.getValue()));
                load();
            }
        });
        Div row = new Div(share, save);
        row.addClassNames("row", "wrap", "align-end");
        Span hint = new Span(getTranslation("bankui.sample.hint"));
        hint.addClassNames("small", "muted");
        return new Section(getTranslation("bankui.sample.title"), hint, batches, row);
    }

    private void deal(List<ItemId> items) {
        Trade chosen = trade.getValue();
        if (chosen != null && !items.isEmpty()) {
            new DealDialog(packets, actor, chosen, items, this::load).open();
        }
    }

    private void load() {
        Trade chosen = trade.getValue();
        List<Waiting> waiting =
                chosen == null ? List.of() : queue.find(actor, Part.FREE, chosen.id(), new PageOf(0, MOST));
        grid.setItems(waiting);
        grid.setAllRowsVisible(waiting.size() <= 5);
        free.setText(getTranslation("bankui.packets.free-count", waiting.size()));
        dealAll.setText(getTranslation("bankui.packets.deal-all", waiting.size()));
        dealAll.setEnabled(!waiting.isEmpty());
        tellChosen(Set.of());
        long late = list.load();
        header.setCrumb(
                late == 0 ? getTranslation("bankui.review.crumb") : getTranslation("bankui.packets.late-count", late));
        if (actor.has(Role.REVIEWER)) {
            batches.load();
            boolean reviews = chosen != null && actor.hasFor(Role.REVIEWER, chosen.id());
            share.setEnabled(reviews);
            if (reviews) {
                share.setLabel(getTranslation("bankui.sample.share-of", chosen.name(getLocale())));
                share.setValue(sampling.share(actor, chosen.id()));
            }
        }
    }

    private void tellChosen(Set<Waiting> chosen) {
        dealChosen.setText(getTranslation("bankui.packets.deal-chosen", chosen.size()));
        dealChosen.setEnabled(!chosen.isEmpty());
    }
}
