package org.lianbing.bank.ui;

import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.CandidateSheet;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemText;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.DeskKeys;

/**
 * The item beside its form, shown anew whenever a field was left: as its candidates see it on a phone or a desk, and
 * below that the key, which they do not see.
 */
class LivePaper extends Div {

    private static final int PAUSE_MS = 200;

    private final transient ItemForm form;
    private final transient Services services;
    private final CandidateFrame frame = new CandidateFrame();
    private final Div key = new Div();
    private final Span waiting = new Span();
    private final Button width = new Button();
    private boolean desk;

    /** What it asks of the application. */
    @org.springframework.stereotype.Component
    record Services(ItemText text, CandidateSheet sheets) {}

    LivePaper(ItemForm form, Services services) {
        this.form = form;
        this.services = services;
        addClassName("live-paper");
        waiting.addClassNames("small", "muted");
        waiting.getElement().setAttribute("role", "status");
        width.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        width.setText(getTranslation("bankui.live.desk"));
        width.addClickListener(click -> turn());
        EditKeys.told(width, EditKeys.SCREEN);
        DeskKeys.everywhere(this, Map.of(EditKeys.SCREEN, this::turn));
        add(card(new Div(new H2(getTranslation("bankui.live.title")), waiting, width), frame));
        add(card(new Div(new H2(getTranslation("bankui.live.key"))), key));
        // Every field in the form tells a change to those around it.
        form.getElement().addEventListener("change", event -> show()).debounce(PAUSE_MS);
        form.typed().onTyped(this::show);
        show();
    }

    private static Div card(Div head, com.vaadin.flow.component.Component content) {
        head.addClassName("card-head");
        Div card = new Div(head, content);
        card.addClassName("card");
        return card;
    }

    /** From the phone to the desk and back. */
    private void turn() {
        desk = !desk;
        frame.setDesk(desk);
        width.setText(getTranslation(desk ? "bankui.live.phone" : "bankui.live.desk"));
    }

    /** What the form says now; while a line cannot be read, what it said before. */
    private void show() {
        try {
            ItemContent now = form.draft().content();
            frame.show(services.sheets().form(now));
            key.removeAll();
            key.add(new KeySheet(services.text(), now));
            waiting.setText("");
        } catch (Problem | ArithmeticException unfinished) {
            waiting.setText(getTranslation("bankui.live.unfinished"));
        }
    }
}
