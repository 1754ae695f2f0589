package org.lianbing.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemText;
import org.lianbing.base.Problem;

/** The item beside its form, as wide as a phone or a desk, shown anew whenever a field was left. */
class LivePaper extends Div {

    private static final int PAUSE_MS = 200;

    private final transient ItemForm form;
    private final transient ItemText text;
    private final Div paper = new Div();
    private final Span waiting = new Span();

    LivePaper(ItemForm form, ItemText text) {
        this.form = form;
        this.text = text;
        addClassNames("card", "live-paper", "phone");
        Span title = new Span(getTranslation("bankui.live.title"));
        title.addClassName("strong");
        waiting.addClassNames("small", "muted");
        waiting.getElement().setAttribute("role", "status");
        Button width = new Button(getTranslation("bankui.live.desk"));
        width.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        width.addClickListener(click -> {
            boolean phone = !hasClassName("phone");
            setClassName("phone", phone);
            width.setText(getTranslation(phone ? "bankui.live.desk" : "bankui.live.phone"));
        });
        Div head = new Div(title, waiting, width);
        head.addClassNames("row", "between");
        add(head, paper);
        // Every field in the form tells a change to those around it.
        form.getElement().addEventListener("change", event -> show()).debounce(PAUSE_MS);
        form.typed().onTyped(this::show);
        show();
    }

    /** What the form says now; while a line cannot be read, what it said before. */
    private void show() {
        try {
            ItemPaper now = new ItemPaper(text, form.draft().content());
            paper.removeAll();
            paper.add(now);
            waiting.setText("");
        } catch (Problem unfinished) {
            waiting.setText(getTranslation("bankui.live.unfinished"));
        }
    }
}
