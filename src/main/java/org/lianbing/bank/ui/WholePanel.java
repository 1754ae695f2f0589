package org.lianbing.bank.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;

/** A question of a file that is no table, at the side: what was read, beside the text that it was read from. */
class WholePanel extends RowCard {

    /** What can be done with it besides what can be done with every row. */
    interface Acts extends RowPanel.Acts {
        /** Saves what a person made of it. */
        void save(ItemDraft draft, boolean next);

        /** Agrees to what was guessed. */
        void confirm();
    }

    private static final int MIDDLE = 3;

    private final transient ImportFile file;
    private final transient @Nullable Trade trade;
    private final transient Outlines outlines;
    private final transient Acts acts;
    private final Div place = new Div();
    private final Button save = new Button(getTranslation("bankui.save"), click -> save(false));
    private transient @Nullable ItemForm form;

    WholePanel(
            ImportFile file, ImportRow row, RowReading reading, @Nullable Trade trade, Outlines outlines, Acts acts) {
        super(row, acts);
        this.file = file;
        this.trade = trade;
        this.outlines = outlines;
        this.acts = acts;
        addClassName("whole-panel");
        save.setEnabled(false);
        add(source());
        if (trade == null) {
            add(new Paragraph(getTranslation("bankui.import.trade-first")));
        } else if (reading instanceof RowReading.Parsed parsed) {
            show(parsed.content(), parsed);
        } else {
            add(starter());
        }
        add(place, buttons());
    }

    private Component source() {
        Paragraph label = new Paragraph(getTranslation("bankui.import.source"));
        label.addClassNames("small", "muted");
        Div box = new Div(row().where().source());
        box.addClassName("source");
        return new Div(label, box);
    }

    /** Nothing could be read: a person says what type it is, and fills it in beside the text. */
    private Component starter() {
        Select<ItemType> type = new Select<>();
        type.setLabel(getTranslation("bankui.import.make-item"));
        type.setItems(ItemType.values());
        type.setItemLabelGenerator(one -> Words.of(this, one));
        type.addValueChangeListener(change -> {
            Interaction interaction = Starters.of(change.getValue());
            show(
                    new ItemContent(row().where().source(), interaction, "", MIDDLE),
                    new RowReading.Parsed(
                            new ItemContent("", interaction, "", MIDDLE),
                            Set.copyOf(file.settings().levels()),
                            Set.of(),
                            "",
                            java.util.List.of()));
        });
        return type;
    }

    private void show(ItemContent content, RowReading.Parsed parsed) {
        Trade whose = trade;
        if (whose == null) {
            return;
        }
        ItemForm shown = new ItemForm(
                new ItemDraft(
                        null,
                        whose.id(),
                        parsed.levels(),
                        parsed.points(),
                        content,
                        file.settings().secrecy(),
                        Origin.of(parsed.source())),
                whose,
                outlines);
        shown.setEnabled(!isClosed());
        form = shown;
        save.setEnabled(true);
        place.removeAll();
        place.add(shown);
    }

    /** What the form says; null where there is none. */
    @Nullable
    ItemDraft draft() {
        ItemForm shown = form;
        return shown == null ? null : shown.draft();
    }

    private Component buttons() {
        Button confirm = new Button(getTranslation("bankui.import.confirm"), click -> acts.confirm());
        confirm.setVisible(row().state() == RowState.GUESSED);
        return decisions(getTranslation("bankui.import.next"), acts::next, confirm, save);
    }

    private void save(boolean next) {
        ItemDraft draft = draft();
        if (draft != null) {
            acts.save(draft, next);
        }
    }
}
