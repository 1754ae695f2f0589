package org.lianbing.trade.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.DecimalField;
import org.lianbing.trade.Trade;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;
import org.lianbing.trade.editing.OutlineHead;
import org.lianbing.trade.editing.OutlineProblem;

/** Whose a draft is, what it is called, and which foundations it includes; each change is kept at once. */
class HeadForm extends Div {

    private final transient Consumer<OutlineHead> settle;
    private final transient List<Trade> foundations;
    private final TradeBox trade = new TradeBox();
    private final Select<Level> level = new Select<>();
    private final TextField name = new TextField();
    private final TextField edition = new TextField();
    private final TradeBox foundation = new TradeBox();
    private final Div included = new Div();
    private transient List<DraftInclusion> inclusions = List.of();
    private boolean filling;

    HeadForm(List<Trade> mine, List<Trade> foundations, Consumer<OutlineHead> settle) {
        this.settle = settle;
        this.foundations = foundations;
        addClassName("outline-head");
        trade.setLabel(getTranslation("outlines.trade"));
        trade.setItems(mine);
        level.setLabel(getTranslation("outlines.level"));
        level.setEmptySelectionAllowed(true);
        level.setItems(Level.values());
        level.setItemLabelGenerator(one -> one == null ? "—" : getTranslation("base.level." + one.code()));
        name.setLabel(getTranslation("outlines.name"));
        edition.setLabel(getTranslation("outlines.edition"));
        foundation.setPlaceholder(getTranslation("outlines.foundation.add"));
        foundation.setAriaLabel(getTranslation("outlines.foundation.add"));
        included.addClassName("inclusions");
        List.<HasValidation>of(trade, level, name, edition).forEach(field -> field.setManualValidation(true));
        trade.addValueChangeListener(change -> changed(change.isFromClient()));
        level.addValueChangeListener(change -> changed(change.isFromClient()));
        name.addValueChangeListener(change -> changed(change.isFromClient()));
        edition.addValueChangeListener(change -> changed(change.isFromClient()));
        foundation.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                List<DraftInclusion> more = new ArrayList<>(inclusions);
                more.add(new DraftInclusion(change.getValue().id(), BigDecimal.TEN));
                inclusions = more;
                changed(true);
            }
        });
        add(trade, level, name, edition, included);
    }

    /** Shows a draft with what is wrong about it as a whole. */
    void show(OutlineDraft draft, List<OutlineProblem> problems) {
        filling = true;
        boolean locked = draft.committed() != null;
        trade.setValue(trade.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(draft.trade()))
                .findFirst()
                .orElse(null));
        level.setValue(draft.level());
        name.setValue(draft.name());
        edition.setValue(draft.edition());
        inclusions = draft.inclusions();
        included.removeAll();
        for (DraftInclusion inclusion : inclusions) {
            included.add(line(inclusion, locked));
        }
        List<Trade> free = foundations.stream()
                .filter(one -> inclusions.stream()
                        .noneMatch(inclusion -> inclusion.foundation().equals(one.id())))
                .toList();
        foundation.setItems(free);
        foundation.clear();
        if (!free.isEmpty() && !locked) {
            included.add(foundation);
        }
        mark(trade, "trade", problems);
        mark(level, "level", problems);
        mark(name, "name", problems);
        mark(edition, "edition", problems);
        trade.setReadOnly(locked);
        level.setReadOnly(locked);
        name.setReadOnly(locked);
        edition.setReadOnly(locked);
        filling = false;
    }

    private void mark(HasValidation field, String subject, List<OutlineProblem> problems) {
        List<OutlineProblem> own = problems.stream()
                .filter(problem -> problem.subject().equals(subject))
                .toList();
        field.setInvalid(!own.isEmpty());
        field.setErrorMessage(
                own.isEmpty()
                        ? ""
                        : getTranslation(
                                own.getFirst().code(),
                                own.getFirst().arguments().toArray()));
    }

    private Div line(DraftInclusion inclusion, boolean locked) {
        String title = foundations.stream()
                .filter(one -> one.id().equals(inclusion.foundation()))
                .findFirst()
                .map(one -> one.name(getLocale()))
                .orElse("");
        DecimalField weight = new DecimalField();
        weight.setLabel(title + " %");
        weight.show(inclusion.weight());
        weight.setReadOnly(locked);
        weight.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                replace(inclusion.foundation(), weight.number().orElse(BigDecimal.ZERO));
            }
        });
        Button remove = new Button(getTranslation("outlines.foundation.remove"), click -> {
            inclusions = inclusions.stream()
                    .filter(one -> !one.foundation().equals(inclusion.foundation()))
                    .toList();
            changed(true);
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("outlines.foundation.remove") + " " + title);
        remove.setVisible(!locked);
        Div line = new Div(weight, remove);
        line.addClassName("inclusion");
        return line;
    }

    private void replace(TradeId which, BigDecimal weight) {
        inclusions = inclusions.stream()
                .map(one -> one.foundation().equals(which) ? new DraftInclusion(which, weight) : one)
                .toList();
        changed(true);
    }

    private void changed(boolean byHand) {
        if (byHand && !filling) {
            Trade chosen = trade.getValue();
            settle.accept(new OutlineHead(
                    chosen == null ? null : chosen.id(),
                    level.getValue(),
                    name.getValue(),
                    edition.getValue(),
                    inclusions));
        }
    }
}
