package org.lianbing.competition.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

import org.lianbing.account.PersonName;
import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Admitted;
import org.lianbing.organization.Unit;

/** The second step: who may take part. */
class PeopleStep extends Step {

    private enum Way {
        UNITS,
        NAMED
    }

    private static final int SHOWN = 50;

    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final MultiSelectComboBox<Unit> units = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<PersonName> people = new MultiSelectComboBox<>();
    private final transient EditSources sources;
    private final transient List<Unit> reachable;

    PeopleStep(EditSources sources, Set<UnitId> reach, Runnable changed) {
        super(2, "people");
        this.sources = sources;
        reachable = sources.units(reach);
        way.setItems(Way.values());
        way.setItemLabelGenerator(one -> getTranslation("competition.way." + one));
        way.setLabel(getTranslation("competition.field.way"));
        units.setLabel(getTranslation("competition.field.units"));
        units.setItems(reachable);
        units.setItemLabelGenerator(Unit::name);
        units.setHelperText(getTranslation("competition.field.units.help"));
        units.setWidthFull();
        people.setLabel(getTranslation("competition.field.people"));
        people.setItemLabelGenerator(PersonName::name);
        people.setItems(query -> {
            List<PersonName> found = sources.people(reach, query.getFilter().orElse(""), SHOWN);
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        people.setHelperText(getTranslation("competition.field.people.help"));
        people.setWidthFull();
        way.setValue(Way.UNITS);
        reachable.stream().findFirst().ifPresent(top -> units.setValue(Set.of(top)));
        add(way, units, people);
        showFields();
        listen(changed);
    }

    /** Only now, since the form around this step is not complete while it is being built. */
    private void listen(Runnable changed) {
        way.addValueChangeListener(chosen -> {
            showFields();
            changed.run();
        });
        units.addValueChangeListener(chosen -> changed.run());
        people.addValueChangeListener(chosen -> changed.run());
    }

    private void showFields() {
        units.setVisible(way.getValue() == Way.UNITS);
        people.setVisible(way.getValue() == Way.NAMED);
    }

    void show(Admitted admitted) {
        switch (admitted) {
            case Admitted.Everybody(var tops) -> {
                way.setValue(Way.UNITS);
                units.setValue(reachable.stream()
                        .filter(unit -> tops.contains(unit.id()))
                        .collect(Collectors.toSet()));
            }
            case Admitted.Named(var named) -> {
                way.setValue(Way.NAMED);
                people.setValue(new HashSet<>(sources.people(named)));
            }
        }
    }

    /** Who is chosen so far; empty for nobody. */
    Optional<Admitted> admitted() {
        if (way.getValue() == Way.NAMED) {
            return people.getValue().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Admitted.Named(
                            people.getValue().stream().map(PersonName::id).collect(Collectors.toSet())));
        }
        return units.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(new Admitted.Everybody(
                        units.getValue().stream().map(Unit::id).collect(Collectors.toSet())));
    }

    Admitted requireAdmitted() {
        return admitted().orElseThrow(() -> Problem.invalid("competition.choose-people"));
    }
}
