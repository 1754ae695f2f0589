package org.lianbing.bank.ui;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.People;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.review.BlindSolve;
import org.lianbing.bank.review.BlindSolves;
import org.lianbing.bank.review.BlindSolves.Blind;
import org.lianbing.bank.review.Remarks;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;

/**
 * One item in review: first to be answered as a candidate would, then with key and explanation, to be published or sent
 * back. The acts stand at the same place throughout.
 */
class ReviewDesk extends Div {

    /** What the desk asks of the bank. */
    @org.springframework.stereotype.Component
    record Services(
            Items items,
            Review review,
            BlindSolves solves,
            Remarks remarks,
            NearDuplicates near,
            ItemText text,
            ItemDetails details,
            People people,
            Moments moments) {}

    private static final int MOST_ALIKE = 5;

    private final transient Services services;
    private final transient Actor actor;
    private final transient ItemId id;
    private final transient Runnable decided;
    private final transient Runnable skipped;
    private final TextArea comment = new TextArea();
    private final Button back = new Button();
    private final Button forth = new Button();
    private final Button peek = new Button();
    private final transient Blind paper;
    private final boolean own;
    private final boolean demanded;
    private @Nullable BlindSheet sheet;
    /** The version that is read here: what is decided, is decided of this one. */
    private transient @Nullable ItemVersionId shown;

    private boolean disagreed;

    /**
     * @param decided called after the item was published or sent back
     * @param skipped called when the next one is wanted
     */
    ReviewDesk(Services services, Actor actor, ItemId id, Runnable decided, Runnable skipped) {
        this.services = services;
        this.actor = actor;
        this.id = id;
        this.decided = decided;
        this.skipped = skipped;
        addClassNames("card", "item-panel", "large");
        paper = services.solves().paper(actor, id);
        Item item = services.items().get(actor, id);
        own = actor.person().equals(proposed(item).author());
        demanded = item.secrecy() != Secrecy.OPEN
                || services.items()
                        .proposal(actor, id)
                        .filter(draft -> draft.secrecy() != Secrecy.OPEN)
                        .isPresent();
        if (own || paper.solve() != null) {
            reveal(paper.solve());
        } else {
            ask(item);
        }
    }

    /** Takes a key; false where it means nothing now. */
    boolean press(String key) {
        switch (key) {
            case "n", "N", "ArrowDown" -> skipped.run();
            case "Enter", "Ctrl+Enter" -> {
                if (sheet != null) {
                    solve();
                } else if (key.equals("Ctrl+Enter")) {
                    publish();
                }
            }
            case "p", "P" -> publish();
            case "r", "R" -> sendBack();
            default -> {
                return sheet != null && sheet.press(key);
            }
        }
        return true;
    }

    private void ask(Item item) {
        BlindSheet asked = new BlindSheet(services.text(), paper, this::solve);
        sheet = asked;
        add(head(item), asked);
        forth.setText(getTranslation("bankui.blind.solve"));
        forth.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        forth.addClickListener(click -> solve());
        peek.setText(getTranslation("bankui.blind.peek"));
        peek.addClickListener(click -> reveal(null));
        peek.setVisible(!demanded);
        if (demanded) {
            add(remark(getTranslation("bankui.blind.demanded")));
        }
        add(bar(peek, forth));
    }

    private void solve() {
        BlindSheet asked = sheet;
        if (asked == null) {
            return;
        }
        if (asked.response().isEmpty()) {
            Notices.problem(getTranslation("bankui.blind.empty"));
            return;
        }
        if (!isUnchanged(() -> reveal(services.solves().solve(actor, id, paper.version(), asked.response())))) {
            decided.run();
        }
    }

    private void reveal(@Nullable BlindSolve solve) {
        sheet = null;
        removeAll();
        Item item = services.items().get(actor, id);
        ItemVersion version = proposed(item);
        shown = version.id();
        disagreed = services.solves().of(actor, id, version.id()).stream().anyMatch(BlindSolve::disagrees);
        add(head(item));
        if (solve != null) {
            add(new VerdictPanel(services.text(), paper.ask(), solve, this::say));
        } else if (disagreed) {
            add(remark(getTranslation("bankui.blind.others-disagree")));
        }
        if (!version.reason().isBlank()) {
            add(remark(getTranslation("bankui.review.reason", version.reason())));
        }
        add(
                new ItemPaper(services.text(), version.content()),
                services.details()
                        .facts(
                                this,
                                item,
                                version,
                                services.items()
                                        .proposal(actor, id)
                                        .map(ItemDraft::points)
                                        .orElse(Set.of())),
                new AlikeList(
                        services.text(),
                        version.content(),
                        item.code(),
                        services.near().of(actor, id, MOST_ALIKE)),
                new ThreadPanel(services.remarks(), services.people(), services.moments(), actor, id));
        if (own) {
            add(remark(getTranslation("bankui.review.own")));
        }
        comment.setLabel(getTranslation(disagreed ? "bankui.review.comment-or-word" : "bankui.review.comment"));
        comment.setPlaceholder(getTranslation("bankui.review.comment-hint"));
        comment.setManualValidation(true);
        Button publish = new Button(getTranslation("bankui.review.publish"), click -> publish());
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.setTooltipText(getTranslation("bankui.review.keys"));
        publish.setEnabled(!own);
        back.setText(getTranslation("bankui.review.send-back"));
        back.addThemeVariants(ButtonVariant.LUMO_ERROR);
        back.addClickListener(click -> sendBack());
        add(comment, bar(back, publish));
    }

    private Component head(Item item) {
        H2 code = new H2(item.code());
        Span author = new Span(getTranslation(
                "bankui.review.author",
                services.details().author(this, proposed(item).author())));
        author.addClassNames("small", "muted");
        Div head = new Div(code, author);
        head.addClassNames("row", "between");
        return head;
    }

    /** What the reviewer says of what they wrote themselves; the key stays in sight. */
    private void say(int part, boolean agrees) {
        if (!isUnchanged(() -> reveal(services.solves().say(actor, id, paper.version(), part, agrees)))) {
            decided.run();
        }
    }

    private Component bar(Button... acts) {
        Button skip = new Button(getTranslation("bankui.review.skip"), click -> skipped.run());
        skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div bar = new Div(skip);
        bar.add(List.<Component>of(acts));
        bar.addClassNames("panel-buttons", "desk-bar");
        return bar;
    }

    private void publish() {
        if (sheet != null || own) {
            return;
        }
        if (disagreed && missing("bankui.review.word-needed")) {
            return;
        }
        decide("bankui.review.published", () -> services.review().publish(actor, id, shown, comment.getValue()));
    }

    private void sendBack() {
        if (sheet != null || missing("bankui.review.comment-needed")) {
            return;
        }
        decide("bankui.review.sent-back", () -> services.review().sendBack(actor, id, shown, comment.getValue()));
    }

    /** What was changed meanwhile is not decided here: the queue is read anew, and has it again if it still waits. */
    private void decide(String done, Runnable decision) {
        if (isUnchanged(decision)) {
            Notices.done(getTranslation(done, code()));
        }
        decided.run();
    }

    /** Does it, unless the item was changed meanwhile: then that is said. */
    private boolean isUnchanged(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Problem changed) {
            if (!changed.code().equals("bank.review.changed")) {
                throw changed;
            }
            Notices.problem(getTranslation(changed.code(), changed.arguments()));
            return false;
        }
    }

    /** Whether the word is missing; the field then says why it is needed. */
    private boolean missing(String why) {
        if (!comment.getValue().isBlank()) {
            return false;
        }
        comment.setErrorMessage(getTranslation(why));
        comment.setInvalid(true);
        comment.focus();
        return true;
    }

    private String code() {
        return services.items().get(actor, id).code();
    }

    private static Component remark(String sentence) {
        Paragraph remark = new Paragraph(sentence);
        remark.addClassName("remark");
        return remark;
    }

    private static ItemVersion proposed(Item item) {
        return Objects.requireNonNull(item.proposed() == null ? item.published() : item.proposed());
    }
}
