package org.lianbing.bank.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.RowState;

/** What every row of an import shows at the side: its place, what is wrong with it, and what can be decided on it. */
abstract class RowCard extends Div {

    /** What can be decided on a row, whatever its file is. */
    interface Acts {
        void keep(boolean kept);

        void skip(boolean skipped);

        /** Makes it a new version of an item, with a reason. */
        void update(ItemId item, String reason);

        /** Makes it an item of its own after all. */
        void separate();

        /** The item that it may become a new version of, as far as the person may write that. */
        Optional<Item> updatable(ImportRow row);

        void next();
    }

    private final transient ImportRow row;
    private final transient Acts acts;

    RowCard(ImportRow row, Acts acts) {
        this.row = row;
        this.acts = acts;
        addClassNames("card", "row-panel");
        add(head(), told());
        if (row.state() == RowState.COMMITTED) {
            Anchor item = new Anchor("items/" + row.item(), getTranslation("bankui.import.to-item"));
            item.setRouterIgnore(false);
            add(item);
        }
    }

    ImportRow row() {
        return row;
    }

    /** Whether nobody can change it any more. */
    boolean isClosed() {
        return row.state() == RowState.COMMITTED || row.state() == RowState.KNOWN;
    }

    private Component head() {
        Span place = new Span(row.where().toString());
        place.addClassNames("muted", "small");
        Div head = new Div(new H2(getTranslation("bankui.import.row", row.number())), place);
        head.addClassNames("row", "between");
        return head;
    }

    private Component told() {
        Div told = new Div();
        told.addClassName("told");
        row.problems().forEach(problem -> told.add(sentence(problem)));
        String other = row.duplicateOf();
        if (other != null && row.state() == RowState.DUPLICATE) {
            told.add(remark(
                    other.startsWith("#")
                            ? getTranslation("bankui.import.doubles-row", other.substring(1))
                            : getTranslation("bankui.import.doubles-item", other)));
        }
        if (row.standing().updates() != null && row.state() != RowState.COMMITTED) {
            told.add(updates(row.standing().reason()));
        }
        return told;
    }

    private Component sentence(ImportProblem problem) {
        String text = getTranslation(problem.code(), problem.arguments().toArray());
        Double confidence = problem.confidence();
        Span where = new Span(row.place(problem));
        where.addClassName("place");
        Paragraph sentence = new Paragraph(
                new Span(
                        confidence == null
                                ? text
                                : getTranslation("bankui.import.guess", text, Math.round(confidence * 100))),
                where);
        sentence.addClassName(problem.blocks() ? "error" : "remark");
        return sentence;
    }

    private static Paragraph remark(String text) {
        Paragraph sentence = new Paragraph(text);
        sentence.addClassName("remark");
        return sentence;
    }

    /** It becomes a new version of an item: which, and why; where nobody said so, it came with a former upload. */
    private Component updates(@Nullable String reason) {
        Anchor item = new Anchor("items/" + row.standing().updates(), getTranslation("bankui.import.to-item"));
        item.setTarget("_blank");
        Paragraph sentence = remark("");
        sentence.add(
                new Span(
                        reason == null
                                ? getTranslation("bankui.import.updates-known")
                                : getTranslation("bankui.import.updates", reason)),
                item);
        return sentence;
    }

    /** The decisions, and at the end the way to the next row. */
    Div decisions(String next, Runnable onward, Component... more) {
        Div buttons = new Div();
        buttons.addClassName("panel-buttons");
        if (!isClosed()) {
            boolean skipped = row.state() == RowState.SKIPPED;
            buttons.add(new Button(
                    getTranslation(skipped ? "bankui.import.unskip" : "bankui.import.skip"),
                    click -> acts.skip(!skipped)));
            if (row.duplicateOf() != null) {
                buttons.add(new Button(
                        getTranslation(row.kept() ? "bankui.import.unkeep" : "bankui.import.keep"),
                        click -> acts.keep(!row.kept())));
            }
            updating().ifPresent(buttons::add);
            buttons.add(more);
        }
        Button forward = new Button(next, click -> onward.run());
        forward.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        forward.setTooltipText(getTranslation("bankui.import.keys"));
        buttons.add(forward);
        return buttons;
    }

    private Optional<Button> updating() {
        if (row.standing().updates() != null) {
            return Optional.of(new Button(getTranslation("bankui.import.separate"), click -> acts.separate()));
        }
        if (row.alike() == null) {
            return Optional.empty();
        }
        Optional<Item> item = acts.updatable(row);
        Button update = new Button(
                getTranslation("bankui.import.update"),
                click -> item.ifPresent(known ->
                        new UpdateDialog(known, reason -> acts.update(known.id(), reason)).open()));
        update.setEnabled(item.isPresent());
        if (item.isEmpty()) {
            update.setTooltipText(getTranslation("exchange.update-right"));
        }
        return Optional.of(update);
    }
}
