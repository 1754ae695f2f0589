package org.lianbing.bank.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.bank.bulk.BulkAct;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;
import org.lianbing.trade.ui.TradeBox;

/** The values that an act on many items needs. */
class BulkFields extends Div {

    private transient Supplier<Optional<BulkAct>> read = Optional::empty;

    BulkFields(BulkBar.Services services, Actor actor, String kind) {
        addClassName("stack");
        switch (kind) {
            case "send-back" -> words("bankui.review.comment", true, BulkAct.SendBack::new);
            case "retire" -> words("bankui.bulk.reason", false, BulkAct.Retire::new);
            case "set-source" -> words("bankui.edit.source", false, BulkAct.SetSource::new);
            case "set-levels" -> levels();
            case "set-points" -> points(services, actor);
            case "set-difficulty" ->
                one(
                        "bankui.edit.difficulty",
                        List.of(1, 2, 3, 4, 5),
                        step -> getTranslation("bankui.edit.difficulty." + step),
                        BulkAct.SetDifficulty::new);
            case "set-secrecy" ->
                one(
                        "bankui.secrecy",
                        List.of(Secrecy.OPEN, Secrecy.RESERVED),
                        secrecy -> Words.of(this, secrecy),
                        BulkAct.SetSecrecy::new);
            case "share" ->
                one(
                        "bankui.sharing",
                        List.of(Sharing.values()),
                        sharing -> getTranslation("bankui.sharing." + sharing),
                        BulkAct.Share::new);
            default -> {
                // An act without values.
            }
        }
    }

    /** The act, or empty where a value is missing; the field then says so. */
    Optional<BulkAct> act() {
        return read.get();
    }

    private void words(String label, boolean needed, java.util.function.Function<String, BulkAct> act) {
        TextField words = new TextField(getTranslation(label));
        add(words);
        read = () -> needed && words.getValue().isBlank() ? missing(words) : Optional.of(act.apply(words.getValue()));
    }

    private <T> void one(
            String label,
            List<T> values,
            com.vaadin.flow.component.ItemLabelGenerator<T> words,
            java.util.function.Function<T, BulkAct> act) {
        RadioButtonGroup<T> choice = new RadioButtonGroup<>(getTranslation(label));
        choice.setItems(values);
        choice.setItemLabelGenerator(words);
        add(choice);
        read = () -> choice.getValue() == null ? missing(choice) : Optional.of(act.apply(choice.getValue()));
    }

    private void levels() {
        MultiSelectComboBox<Level> levels = new MultiSelectComboBox<>(getTranslation("bankui.edit.levels"));
        levels.setItems(Level.values());
        levels.setItemLabelGenerator(level -> Words.of(this, level));
        add(levels);
        read = () ->
                levels.getValue().isEmpty() ? missing(levels) : Optional.of(new BulkAct.SetLevels(levels.getValue()));
    }

    private void points(BulkBar.Services services, Actor actor) {
        TradeBox trade = new TradeBox(getTranslation("bankui.trade"));
        trade.setItems(services.trades().all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()))
                .toList());
        MultiSelectComboBox<Point> points = new MultiSelectComboBox<>(getTranslation("bankui.edit.points"));
        points.setItemLabelGenerator(point -> point.code() + " " + point.name());
        trade.addValueChangeListener(change -> {
            Trade chosen = change.getValue();
            points.setItems(
                    chosen == null
                            ? List.of()
                            : java.util.stream.Stream.concat(
                                            chosen.levels().stream(), java.util.stream.Stream.of((Level) null))
                                    .flatMap(level -> services.outlines().current(chosen.id(), level).stream())
                                    .flatMap(Outline::points)
                                    .toList());
        });
        Checkbox keep = new Checkbox(getTranslation("bankui.bulk.points-add"), true);
        add(trade, points, keep);
        read = () -> points.getValue().isEmpty()
                ? missing(points)
                : Optional.of(new BulkAct.SetPoints(
                        points.getValue().stream().map(Point::id).collect(Collectors.toSet()), keep.getValue()));
    }

    private Optional<BulkAct> missing(HasValidation field) {
        field.setErrorMessage(getTranslation("bank.rule.empty"));
        field.setInvalid(true);
        return Optional.empty();
    }
}
