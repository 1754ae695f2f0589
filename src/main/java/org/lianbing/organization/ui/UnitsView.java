package org.lianbing.organization.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;

/** The tree of units that one administers, and the lines in which each stands. */
@Route("units/:unit?")
@Menu(title = "organization.units", icon = "units", order = 91)
@RolesAllowed("ADMIN")
class UnitsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String UNIT = "unit";

    private final transient Units units;
    private final transient CurrentActor current;
    private final TreeGrid<Unit> tree = new TreeGrid<>();
    private final UnitPanel panel;
    private transient List<Unit> known = List.of();

    UnitsView(Units units, CurrentActor current) {
        this.units = units;
        this.current = current;
        this.panel = new UnitPanel(units, current, this::addBelow, this::open, () -> select(null));
        addClassNames("page", "units-view");
        Button add = new Button(getTranslation("organization.add"), click -> addBelow(null));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new PageHeader(getTranslation("organization.units"), add), content());
        load();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> chosen = event.getRouteParameters().get(UNIT);
        setClassName("has-selection", chosen.isPresent());
        chosen.ifPresentOrElse(id -> panel.show(administered(UnitId.of(id))), panel::showNone);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organization.units") + " · " + getTranslation("base.brand");
    }

    private Component content() {
        tree.addHierarchyColumn(Unit::name)
                .setHeader(getTranslation("organization.unit"))
                .setFlexGrow(3);
        var kind = tree.addColumn(unit -> getTranslation("organization.kind." + unit.kind()))
                .setHeader(getTranslation("organization.kind"));
        Narrow.follow(this, narrow -> kind.setVisible(!narrow));
        tree.addItemClickListener(click -> open(click.getItem().id()));
        tree.setEmptyStateComponent(
                new EmptyState("units", getTranslation("organization.none"), getTranslation("organization.none-hint")));
        Div content = new Div(tree, panel);
        content.addClassName("with-side");
        return content;
    }

    private void load() {
        known = units.reachedBy(current.require(), Role.ADMIN);
        Map<UnitId, Unit> byId = known.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        List<Unit> tops = known.stream()
                .filter(unit -> unit.parent() == null || !byId.containsKey(unit.parent()))
                .toList();
        tree.setItems(
                tops,
                above -> known.stream()
                        .filter(unit -> above.id().equals(unit.parent()))
                        .toList());
        tree.expandRecursively(tops, 1);
    }

    private Unit administered(UnitId id) {
        return known.stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("organization.unit-not-found"));
    }

    private void addBelow(@Nullable Unit parent) {
        new AddUnitDialog(known, parent, draft -> {
                    UnitId id = units.add(current.require(), draft);
                    load();
                    Notices.done(getTranslation("organization.added", draft.name()));
                    open(id);
                })
                .open();
    }

    private void open(UnitId id) {
        select(id);
    }

    private void select(@Nullable UnitId id) {
        getUI().ifPresent(ui -> ui.navigate(
                UnitsView.class, id == null ? RouteParameters.empty() : new RouteParameters(UNIT, id.toString())));
    }
}
