package org.lianbing.bank.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;

/** What waits for a second pair of eyes: one item large, published or sent back with a word. */
@Route("review/:item?")
@Menu(title = "bankui.review.menu", icon = "review", order = 12)
@RolesAllowed("REVIEWER")
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int QUEUE = 100;

    private final transient Items items;
    private final transient Review review;
    private final transient ItemText text;
    private final transient ItemDetails details;
    private final transient Actor actor;

    private final PageHeader header;
    private final Div queue = new Div();
    private final Div desk = new Div();
    private final TextArea comment = new TextArea();
    private final Button publish = new Button();
    private transient List<Item> waiting = List.of();
    private transient @Nullable Item open;

    ReviewView(Items items, Review review, ItemText text, ItemDetails details, CurrentActor current) {
        this.items = items;
        this.review = review;
        this.text = text;
        this.details = details;
        this.actor = current.require();
        addClassNames("page", "workbench", "review");
        header = new PageHeader(getTranslation("bankui.review.crumb"), getTranslation("bankui.review.title"));
        queue.addClassName("queue");
        desk.addClassName("desk");
        comment.setLabel(getTranslation("bankui.review.comment"));
        comment.setPlaceholder(getTranslation("bankui.review.comment-hint"));
        comment.setManualValidation(true);
        publish.setText(getTranslation("bankui.review.publish"));
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.addClickListener(click -> publish());
        publish.setTooltipText(getTranslation("bankui.review.keys"));
        Div split = new Div(queue, desk);
        split.addClassName("split-review");
        add(header, split);
        Shortcuts.addShortcutListener(this, this::publish, Key.ENTER, KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, this::skip, Key.ARROW_DOWN, KeyModifier.ALT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ItemId> asked = event.getRouteParameters().get("item").map(ItemId::of);
        load(asked.orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.review.title");
    }

    /** Reads the queue anew and opens an item of it, the first where none is asked for. */
    private void load(@Nullable ItemId asked) {
        Paged<Item> page =
                items.find(actor, new ItemQuery("", null, null, null, ItemState.IN_REVIEW), new PageOf(0, QUEUE));
        waiting = page.rows();
        header.setTitle(getTranslation("bankui.review.waiting", page.total()));
        queue.setVisible(!waiting.isEmpty());
        Item next = waiting.stream()
                .filter(item -> item.id().equals(asked))
                .findFirst()
                .orElse(waiting.isEmpty() ? null : waiting.getFirst());
        show(next);
    }

    private void show(@Nullable Item item) {
        open = item;
        queue.removeAll();
        waiting.forEach(one -> queue.add(entry(one, one == item)));
        desk.removeAll();
        comment.clear();
        comment.setInvalid(false);
        if (item == null) {
            desk.add(new EmptyState(
                    "review", getTranslation("bankui.review.none"), getTranslation("bankui.review.none-hint")));
            return;
        }
        desk.add(paper(item));
        UI.getCurrent().getPage().getHistory().replaceState(null, "review/" + item.id());
    }

    private Component entry(Item item, boolean chosen) {
        ItemVersion version = proposed(item);
        Span stem = new Span(text.plain(version.content().stem()));
        stem.addClassName("stem");
        Span facts = new Span(
                Words.of(this, version.content().interaction().type()) + " · " + Words.of(this, item.levels()));
        facts.addClassNames("small", "muted");
        NativeButton entry = new NativeButton();
        entry.add(stem, facts);
        entry.addClassName("entry");
        entry.getElement().setAttribute("aria-current", String.valueOf(chosen));
        entry.addClickListener(click -> show(item));
        return entry;
    }

    private Component paper(Item item) {
        ItemVersion version = proposed(item);
        boolean own = actor.person().equals(version.author());
        H2 code = new H2(item.code());
        Span author = new Span(getTranslation("bankui.review.author", details.author(this, version.author())));
        author.addClassNames("small", "muted");
        Div head = new Div(code, author);
        head.addClassNames("row", "between");
        Div paper = new Div(head);
        paper.addClassNames("card", "item-panel", "large");
        if (!version.reason().isBlank()) {
            Paragraph reason = new Paragraph(getTranslation("bankui.review.reason", version.reason()));
            reason.addClassName("remark");
            paper.add(reason);
        }
        paper.add(
                new ItemPaper(text, version.content()),
                details.facts(
                        this,
                        item,
                        version,
                        items.proposal(actor, item.id()).map(ItemDraft::points).orElse(Set.of())));
        if (own) {
            Paragraph why = new Paragraph(getTranslation("bankui.review.own"));
            why.addClassName("remark");
            paper.add(why);
        }
        publish.setEnabled(!own);
        Button back = new Button(getTranslation("bankui.review.send-back"), click -> sendBack());
        back.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Button skip = new Button(getTranslation("bankui.review.skip"), click -> skip());
        skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(skip, back, publish);
        buttons.addClassName("panel-buttons");
        paper.add(comment, buttons);
        return paper;
    }

    private void publish() {
        Item item = open;
        if (item != null && publish.isEnabled()) {
            ItemId next = after(item);
            review.publish(actor, item.id());
            Notices.done(getTranslation("bankui.review.published", item.code()));
            load(next);
        }
    }

    private void sendBack() {
        Item item = open;
        if (item == null) {
            return;
        }
        if (comment.getValue().isBlank()) {
            comment.setErrorMessage(getTranslation("bankui.review.comment-needed"));
            comment.setInvalid(true);
            comment.focus();
            return;
        }
        ItemId next = after(item);
        review.sendBack(actor, item.id(), comment.getValue());
        Notices.done(getTranslation("bankui.review.sent-back", item.code()));
        load(next);
    }

    private void skip() {
        Item item = open;
        if (item != null) {
            load(after(item));
        }
    }

    /** The one behind it in the queue, so that a reviewer goes on where they are. */
    private @Nullable ItemId after(Item item) {
        int next = waiting.indexOf(item) + 1;
        return next < waiting.size() ? waiting.get(next).id() : null;
    }

    private static ItemVersion proposed(Item item) {
        return Objects.requireNonNull(item.proposed() == null ? item.published() : item.proposed());
    }
}
