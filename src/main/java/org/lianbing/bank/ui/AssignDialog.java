package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.RowSelection;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.base.Level;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.ui.TradeBox;

/** Says of many rows at once where they go: those chosen, those of a sheet or category, or all. */
class AssignDialog extends Dialog {

    /** Some rows with a name for them. */
    private record Scope(String name, RowSelection rows) {}

    private final Select<Scope> scope = new Select<>();
    private final TradeBox trade = new TradeBox();
    private final MultiSelectComboBox<Level> levels = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Point> points = new MultiSelectComboBox<>();

    AssignDialog(
            List<Trade> taught,
            @Nullable Trade usual,
            Outlines outlines,
            Set<Integer> chosen,
            Set<Integer> unmapped,
            Map<String, Integer> categories,
            BiConsumer<RowSelection, RowTarget> assign) {
        setHeaderTitle(getTranslation("bankui.assign.title"));
        scope.setLabel(getTranslation("bankui.assign.scope"));
        scope.setItems(scopes(chosen, unmapped, categories));
        scope.setItemLabelGenerator(Scope::name);
        scope.setValue(scope.getListDataView().getItem(0));
        trade.setLabel(getTranslation("bankui.trade"));
        trade.setItems(taught);
        trade.mayStayEmpty(getTranslation("bankui.assign.keep"));
        levels.setLabel(getTranslation("bankui.edit.levels"));
        levels.setItemLabelGenerator(level -> Words.of(this, level));
        levels.setPlaceholder(getTranslation("bankui.assign.keep"));
        points.setLabel(getTranslation("bankui.edit.points"));
        points.setItemLabelGenerator(point -> point.code() + " " + point.name());
        points.setPlaceholder(getTranslation("bankui.assign.keep"));
        trade.addValueChangeListener(change -> fill(change.getValue() == null ? usual : change.getValue(), outlines));
        fill(usual, outlines);
        Div fields = new Div(scope, trade, levels, points);
        fields.addClassNames("stack", "dialog-fields");
        add(fields);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button set = new Button(getTranslation("bankui.assign.set"), click -> {
            assign.accept(scope.getValue().rows(), target());
            close();
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, set);
    }

    private List<Scope> scopes(Set<Integer> chosen, Set<Integer> unmapped, Map<String, Integer> categories) {
        List<Scope> scopes = new ArrayList<>();
        if (!chosen.isEmpty()) {
            scopes.add(new Scope(getTranslation("bankui.assign.chosen", chosen.size()), RowSelection.of(chosen)));
        }
        // What has its point already is left alone, unless a person wants all.
        if (!unmapped.isEmpty()) {
            scopes.add(new Scope(getTranslation("bankui.assign.unmapped", unmapped.size()), RowSelection.of(unmapped)));
        }
        scopes.add(new Scope(getTranslation("bankui.assign.all"), RowSelection.ALL));
        categories.forEach((name, rows) -> {
            if (!name.isEmpty()) {
                scopes.add(new Scope(
                        getTranslation("bankui.assign.category", name, rows),
                        new RowSelection(Set.of(), name, Set.of())));
            }
        });
        return scopes;
    }

    private void fill(@Nullable Trade whose, Outlines outlines) {
        levels.setItems(whose == null ? List.of() : whose.levels());
        points.setItems(whose == null ? List.of() : List.copyOf(ItemForm.points(whose, outlines)));
    }

    private RowTarget target() {
        return new RowTarget(
                trade.getValue() == null ? null : trade.getValue().id(),
                levels.getValue(),
                points.getValue().stream().map(Point::id).collect(Collectors.toSet()));
    }
}
