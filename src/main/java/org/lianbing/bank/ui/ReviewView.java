package org.lianbing.bank.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.review.Packets;
import org.lianbing.bank.review.ReviewQueue;
import org.lianbing.bank.review.Waiting;
import org.lianbing.bank.review.Waiting.Part;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.DeskKeys;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trade;
import org.lianbing.trade.ui.TradeFilter;

/** What waits for a second pair of eyes: one's own packets first, one item large, worked by keys. */
@Route("review/:item?")
@Menu(title = "bankui.review.menu", icon = "review", order = 12)
@RolesAllowed({"REVIEWER"})
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int QUEUE = 100;

    private final transient ReviewQueue reviews;
    private final transient Packets packets;
    private final transient ReviewDesk.Services services;
    private final transient Actor actor;

    private final PageHeader header;
    private final Chips<Part> parts;
    private final TradeFilter trade = new TradeFilter(() -> load(null));
    private final transient Map<TradeId, String> names = new HashMap<>();
    private final Div queue = new Div();
    private final Div desk = new Div();
    private transient List<Waiting> waiting = List.of();
    private transient @Nullable ReviewDesk open;
    private @Nullable ItemId shown;
    private @Nullable Part part;

    ReviewView(ReviewQueue reviews, Packets packets, ReviewDesk.Services services, CurrentActor current) {
        this.reviews = reviews;
        this.packets = packets;
        this.services = services;
        this.actor = current.require();
        addClassNames("page", "workbench", "review");
        header = new PageHeader(getTranslation("bankui.review.crumb"), getTranslation("bankui.review.title"));
        Span keys = new Span(getTranslation("bankui.review.keys"));
        keys.addClassNames("small", "muted", "desk-only");
        header.setActions(keys);
        parts = new Chips<>(getTranslation("bankui.review.parts"), chosen -> {
            part = chosen;
            load(null);
        });
        queue.addClassName("queue");
        desk.addClassName("desk");
        Div split = new Div(queue, desk);
        split.addClassName("split-review");
        Div bar = new Div(parts, trade);
        bar.addClassNames("row", "between", "wrap");
        add(header, bar, split);
        DeskKeys.follow(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Trade> offered = reviews.trades(actor);
        offered.forEach(one -> names.put(one.id(), one.name(getLocale())));
        trade.offer(offered, event);
        Optional<ItemId> asked = event.getRouteParameters().get("item").map(ItemId::of);
        part = asked.isPresent() ? Part.ALL : null;
        load(asked.orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.review.title");
    }

    /** A key pressed anywhere on the page but in a field. */
    @ClientCallable
    void key(String key) {
        ReviewDesk current = open;
        if (key.equals("ArrowUp")) {
            show(before());
        } else if (current != null) {
            current.press(key);
        }
    }

    /** Reads the queue anew and opens an item of it, the first where none is asked for. */
    private void load(@Nullable ItemId asked) {
        Waiting.Counts counts = reviews.count(actor, trade.chosen());
        Part chosen = part == null ? counts.mine() > 0 ? Part.MINE : Part.ALL : part;
        part = chosen;
        parts.put(Part.MINE, getTranslation("bankui.review.part.MINE", counts.mine()));
        parts.put(Part.FREE, getTranslation("bankui.review.part.FREE", counts.free()));
        parts.put(Part.ALL, getTranslation("bankui.review.part.ALL", counts.all()));
        parts.mark(chosen);
        header.setTitle(getTranslation("bankui.review.waiting", counts.all()));
        header.setCrumb(
                counts.overdue() == 0
                        ? getTranslation("bankui.review.crumb")
                        : getTranslation("bankui.review.overdue", counts.overdue()));
        waiting = reviews.find(actor, chosen, trade.chosen(), new PageOf(0, QUEUE));
        queue.setVisible(!waiting.isEmpty());
        show(waiting.stream()
                .map(Waiting::item)
                .filter(item -> item.equals(asked))
                .findFirst()
                .orElse(waiting.isEmpty() ? null : waiting.getFirst().item()));
    }

    private void show(@Nullable ItemId item) {
        shown = item;
        queue.removeAll();
        waiting.forEach(one -> queue.add(entry(one, one.item().equals(item))));
        desk.removeAll();
        open = null;
        trade.tell(item == null ? "review" : "review/" + item);
        if (item == null) {
            desk.add(new EmptyState(
                    "review", getTranslation("bankui.review.none"), getTranslation("bankui.review.none-hint")));
            return;
        }
        ItemId next = after();
        ReviewDesk current = new ReviewDesk(services, actor, item, () -> load(next), () -> load(after()));
        open = current;
        desk.add(current);
    }

    private Component entry(Waiting one, boolean chosen) {
        Span stem = new Span(services.text().plain(one.stem()));
        stem.addClassName("stem");
        Span facts = new Span(kind(one));
        facts.addClassNames("small", "muted", "grow");
        Div row = new Div(facts);
        row.addClassNames("row", "wrap");
        if (one.dueOn() != null) {
            boolean mine = actor.person().equals(one.reviewer());
            boolean late = one.dueOn().isBefore(packets.today());
            String day = one.dueOn().getMonthValue() + "-" + one.dueOn().getDayOfMonth();
            row.add(new Tag(
                    getTranslation(
                            mine ? late ? "bankui.review.late" : "bankui.review.due" : "bankui.review.others", day),
                    mine ? late ? Tone.BAD : Tone.SPARK : Tone.PLAIN));
        }
        NativeButton entry = new NativeButton();
        entry.add(stem, row);
        entry.addClassName("entry");
        entry.getElement().setAttribute("aria-current", String.valueOf(chosen));
        // Who has begun to answer must not begin anew for touching what is open already.
        if (!chosen) {
            entry.addClickListener(click -> show(one.item()));
        } else {
            entry.getElement().executeJs("this.scrollIntoView({block: 'nearest', inline: 'nearest'})");
        }
        return entry;
    }

    /** Of many trades each says which; of one that stands above. */
    private String kind(Waiting one) {
        String words = Words.of(this, one.type()) + " · " + Words.of(this, one.levels());
        return !trade.isVisible() || trade.chosen() != null
                ? words
                : names.getOrDefault(one.trade(), "") + " · " + words;
    }

    /** The one behind in the queue, so that a reviewer goes on where they are. */
    private @Nullable ItemId after() {
        int next = place() + 1;
        return next < waiting.size() ? waiting.get(next).item() : null;
    }

    private @Nullable ItemId before() {
        int previous = Math.max(place() - 1, 0);
        return previous < waiting.size() ? waiting.get(previous).item() : null;
    }

    private int place() {
        return waiting.stream().map(Waiting::item).toList().indexOf(shown);
    }
}
