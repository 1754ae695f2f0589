package org.lianbing.bank.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;

/** A question of a file that is no table, at the side: what was read, beside the text that it was read from. */
class WholePanel extends Div {

    /** What can be done with it besides what can be done with every row. */
    interface Acts extends RowPanel.Acts {
        /** Saves what a person made of it. */
        void save(ItemDraft draft, boolean next);

        /** Agrees to what was guessed. */
        void confirm();
    }

    private static final int MIDDLE = 3;

    private final transient ImportFile file;
    private final transient ImportRow row;
    private final transient @Nullable Trade trade;
    private final transient Outlines outlines;
    private final transient Acts acts;
    private final Div place = new Div();
    private final Button save = new Button(getTranslation("bankui.save"), click -> save(false));
    private transient @Nullable ItemForm form;

    WholePanel(
            ImportFile file, ImportRow row, RowReading reading, @Nullable Trade trade, Outlines outlines, Acts acts) {
        this.file = file;
        this.row = row;
        this.trade = trade;
        this.outlines = outlines;
        this.acts = acts;
        addClassNames("card", "row-panel", "whole-panel");
        save.setEnabled(false);
        add(head(), told());
        if (row.state() == RowState.COMMITTED) {
            Anchor item = new Anchor("items/" + row.item(), getTranslation("bankui.import.to-item"));
            item.setRouterIgnore(false);
            add(item);
        }
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

    private Component head() {
        Span where = new Span(row.where().toString());
        where.addClassNames("muted", "small");
        Div head = new Div(new H2(getTranslation("bankui.import.row", row.number())), where);
        head.addClassNames("row", "between");
        return head;
    }

    private Component told() {
        Div told = new Div();
        told.addClassName("told");
        for (ImportProblem problem : row.problems()) {
            String text = getTranslation(problem.code(), problem.arguments().toArray());
            Double confidence = problem.confidence();
            Paragraph sentence = new Paragraph(
                    confidence == null
                            ? text
                            : getTranslation("bankui.import.guess", text, Math.round(confidence * 100)));
            sentence.addClassName(problem.blocks() ? "error" : "remark");
            told.add(sentence);
        }
        String other = row.duplicateOf();
        if (other != null && row.state() == RowState.DUPLICATE) {
            Paragraph sentence = new Paragraph(
                    other.startsWith("#")
                            ? getTranslation("bankui.import.doubles-row", other.substring(1))
                            : getTranslation("bankui.import.doubles-item", other));
            sentence.addClassName("remark");
            told.add(sentence);
        }
        return told;
    }

    private Component source() {
        Paragraph label = new Paragraph(getTranslation("bankui.import.source"));
        label.addClassNames("small", "muted");
        Div box = new Div(row.where().source());
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
                    new ItemContent(row.where().source(), interaction, "", MIDDLE),
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
        shown.setEnabled(row.state() != RowState.COMMITTED && row.state() != RowState.KNOWN);
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
        Div buttons = new Div();
        buttons.addClassName("panel-buttons");
        if (row.state() != RowState.COMMITTED && row.state() != RowState.KNOWN) {
            boolean skipped = row.state() == RowState.SKIPPED;
            buttons.add(new Button(
                    getTranslation(skipped ? "bankui.import.unskip" : "bankui.import.skip"),
                    click -> acts.skip(!skipped)));
            if (row.duplicateOf() != null) {
                buttons.add(new Button(
                        getTranslation(row.kept() ? "bankui.import.unkeep" : "bankui.import.keep"),
                        click -> acts.keep(!row.kept())));
            }
            if (row.state() == RowState.GUESSED) {
                buttons.add(new Button(getTranslation("bankui.import.confirm"), click -> acts.confirm()));
            }
            buttons.add(save);
        }
        Button next = new Button(getTranslation("bankui.import.next"), click -> acts.next());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.setTooltipText(getTranslation("bankui.import.keys"));
        buttons.add(next);
        return buttons;
    }

    private void save(boolean next) {
        ItemDraft draft = draft();
        if (draft != null) {
            acts.save(draft, next);
        }
    }
}
