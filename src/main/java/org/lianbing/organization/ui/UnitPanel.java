package org.lianbing.organization.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.organization.Unit;
import org.lianbing.organization.UnitLine;
import org.lianbing.organization.Units;

/** The selected unit at the side of the tree. */
class UnitPanel extends Aside {

    private final transient Units units;
    private final transient CurrentActor current;
    private final transient Consumer<Unit> addBelow;
    private final transient Consumer<UnitId> open;
    private final transient Runnable close;

    UnitPanel(Units units, CurrentActor current, Consumer<Unit> addBelow, Consumer<UnitId> open, Runnable close) {
        this.units = units;
        this.current = current;
        this.addBelow = addBelow;
        this.open = open;
        this.close = close;
        addClassNames("card", "side-panel");
    }

    void showNone() {
        removeAll();
        add(new EmptyState("units", getTranslation("organization.choose"), getTranslation("organization.choose-hint")));
    }

    void show(Unit unit) {
        removeAll();
        add(head(unit), facts(unit), lines(unit), actions(unit));
    }

    private Component head(Unit unit) {
        Button leave = new Button(Icons.of("cross"), click -> close.run());
        leave.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        leave.setAriaLabel(getTranslation("organization.close"));
        Div head = new Div(
                new H2(unit.name()), new Tag(getTranslation("organization.kind." + unit.kind()), Tone.PLAIN), leave);
        head.addClassNames("row", "panel-head");
        return head;
    }

    private Component facts(Unit unit) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        UnitId parent = unit.parent();
        facts.add(
                new DescriptionList.Term(getTranslation("organization.above")),
                new DescriptionList.Description(
                        parent == null
                                ? getTranslation("organization.topmost")
                                : units.get(parent).name()));
        return facts;
    }

    private Component lines(Unit unit) {
        List<UnitLine> further = units.furtherLines(current.require(), unit.id());
        Map<UnitId, Unit> names =
                units.find(further.stream().map(UnitLine::above).toList());
        Div list = new Div();
        list.addClassName("grants");
        for (UnitLine line : further) {
            Span above = new Span(
                    names.get(line.above()) == null
                            ? ""
                            : names.get(line.above()).name());
            above.addClassName("grow");
            Span since =
                    new Span(getTranslation("organization.since", line.since().toString()));
            since.addClassNames("small", "muted");
            Div row = new Div(new Tag(getTranslation("organization.line." + line.line()), Tone.BLUE), above, since);
            row.addClassName("row");
            list.add(row);
        }
        if (further.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("organization.lines-none"));
            none.addClassNames("small", "muted");
            list.add(none);
        }
        Button add = new Button(getTranslation("organization.lines-add"), click -> attach(unit));
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div head = new Div(new H3(getTranslation("organization.lines")), add);
        head.addClassNames("row", "between");
        Div lines = new Div(head, list);
        lines.addClassName("stack");
        return lines;
    }

    private void attach(Unit unit) {
        new AddLineDialog(units.all(), unit, (above, line) -> {
                    units.attach(current.require(), unit.id(), above, line);
                    Notices.done(getTranslation("organization.attached", unit.name()));
                    show(unit);
                })
                .open();
    }

    private Component actions(Unit unit) {
        Button below = new Button(getTranslation("organization.add-below"), click -> addBelow.accept(unit));
        below.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(below);
        UnitId parent = unit.parent();
        if (parent != null) {
            actions.add(new Button(getTranslation("organization.to-above"), click -> open.accept(parent)));
        }
        actions.addClassName("panel-actions");
        return actions;
    }
}
