package org.lianbing.course.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;

import org.lianbing.base.Level;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;

/** Chooses points from the outlines of a trade, at all its levels, and of the foundations they include. */
class PointsField extends MultiSelectComboBox<Point> {

    private final transient List<Point> known;

    PointsField(Trade trade, Outlines outlines) {
        setLabel(getTranslation("course.field.points"));
        setHelperText(getTranslation("course.field.points.help"));
        setWidthFull();
        known = points(trade, outlines);
        setItems((point, typed) -> label(point).contains(typed.strip()), known);
        setItemLabelGenerator(this::label);
    }

    void select(Set<PointId> points) {
        setValue(known.stream().filter(point -> points.contains(point.id())).collect(Collectors.toSet()));
    }

    Set<PointId> chosen() {
        return getValue().stream().map(Point::id).collect(Collectors.toUnmodifiableSet());
    }

    private String label(Point point) {
        Level level = point.level();
        String where = level == null
                ? String.join(" / ", point.path())
                : getTranslation("base.level." + level.code()) + " / " + String.join(" / ", point.path());
        return point.name() + "（" + where + "）";
    }

    private static List<Point> points(Trade trade, Outlines outlines) {
        List<Outline> syllabuses = new ArrayList<>();
        for (Level level : trade.levels()) {
            outlines.current(trade.id(), level).ifPresent(syllabuses::add);
        }
        outlines.current(trade.id(), null).ifPresent(syllabuses::add);
        Set<Outline> all = new LinkedHashSet<>(syllabuses);
        for (Outline outline : syllabuses) {
            outline.inclusions()
                    .forEach(inclusion ->
                            outlines.current(inclusion.foundation(), null).ifPresent(all::add));
        }
        return all.stream().flatMap(Outline::points).toList();
    }
}
