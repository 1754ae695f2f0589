package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.DeskKeys;
import org.lianbing.base.ui.Notices;
import org.lianbing.media.Media;
import org.lianbing.media.ui.MediaUpload;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.Trade;

/** The fields of an item. What they say together is checked by the rules of the bank when it is saved. */
class ItemForm extends Div {

    private final transient ItemDraft before;
    private final transient TypedFields typed = new TypedFields();
    private final TextArea stem = new TextArea();
    private transient HasValue<?, String> entered = stem;
    private final AnswerFields answer;
    private final TextArea explanation = new TextArea();
    private final Select<Integer> difficulty = new Select<>();
    private final MultiSelectComboBox<Level> levels = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Point> points = new MultiSelectComboBox<>();
    private final CreditSelect credit;
    private final TextField source = new TextField();
    private final TextField edition = new TextField();
    private final TextField permission = new TextField();
    private final TextField owed = new TextField();

    ItemForm(ItemDraft before, Trade trade, Outlines outlines) {
        this.before = before;
        addClassName("item-form");
        ItemContent content = before.content();
        stem.setLabel(getTranslation("bankui.edit.stem"));
        stem.setValue(content.stem());
        answer = AnswerFields.of(content.interaction(), typed.within("answer"));
        explanation.setLabel(getTranslation("bankui.edit.explanation"));
        explanation.setValue(content.explanation());
        difficulty.setLabel(getTranslation("bankui.edit.difficulty"));
        difficulty.setItems(1, 2, 3, 4, 5);
        difficulty.setItemLabelGenerator(step -> getTranslation("bankui.edit.difficulty." + step));
        difficulty.setValue(content.difficulty());
        levels.setLabel(getTranslation("bankui.edit.levels"));
        levels.setItems(trade.levels());
        levels.setItemLabelGenerator(level -> Words.of(this, level));
        levels.setValue(before.levels());
        levels.setVisible(!trade.levels().isEmpty());
        fillPoints(trade, outlines);
        credit = new CreditSelect(type(), content.credit(), typed);
        Origin origin = before.origin();
        from(source, "source", origin.source());
        from(edition, "edition", origin.edition());
        from(permission, "permission", origin.permission());
        from(owed, "owed", origin.credit());
        name(trade);
        typed.onEntered(field -> entered = field);
        if (type() == ItemType.FILL_IN) {
            DeskKeys.within(stem, Map.of("Ctrl+Enter", () -> blank(stem)));
        }
        add(
                stem,
                answer,
                explanation,
                row(difficulty, levels),
                credit,
                points,
                row(source, edition),
                row(permission, owed));
    }

    /** A blank where one is in the stem; what it takes is written below. */
    static void blank(TextArea stem) {
        stem.getElement().executeJs("""
                const field = this.inputElement;
                field.setRangeText('____', field.selectionStart, field.selectionEnd, 'end');
                field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                """);
    }

    /** Goes to the first field. */
    void begin() {
        stem.focus();
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("form-row");
        return row;
    }

    /** A field of where the item comes from. */
    private void from(TextField field, String name, String value) {
        field.setLabel(getTranslation("bankui.edit." + name));
        field.setValue(value);
        typed.text(name, field);
    }

    /**
     * Takes pictures, sound and film, and puts them behind what stands in the field that one was in last; the first of a
     * 热点 into the field of its picture.
     */
    MediaUpload upload(Media media) {
        return new MediaUpload(media, this::insert);
    }

    void insert(MediaUpload.Taken taken) {
        // A 热点 is drawn on its picture: without one that is what is meant, wherever one was last.
        HasValue<?, String> field = answer.picture()
                .filter(picture -> picture.isEmpty() && !taken.played())
                .orElse(entered);
        String before = field.getValue().stripTrailing();
        String between = before.isEmpty() ? "" : field instanceof TextArea ? "\n\n" : " ";
        field.setValue(before + between + taken.markdown());
        typed.tell();
        Notices.done(getTranslation("bankui.edit.media-added"));
    }

    /** The fields by name, to keep what stands in them and to put it back. */
    TypedFields typed() {
        return typed;
    }

    /** What was said that a form of another type has a field for too. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>(typed.values());
        words.keySet()
                .retainAll(Set.of("stem", "explanation", "source", "edition", "permission", "owed", "difficulty"));
        return words;
    }

    /** Whether somebody has written in those fields. */
    boolean worded() {
        return !(stem.isEmpty() && explanation.isEmpty() && source.isEmpty());
    }

    ItemType type() {
        return before.content().interaction().type();
    }

    TradeId trade() {
        return before.trade();
    }

    private void name(Trade trade) {
        typed.markdown("stem", stem);
        typed.markdown("explanation", explanation);
        typed.keep("difficulty", difficulty, String::valueOf, text -> Optional.of(Integer.valueOf(text)));
        typed.keep("levels", levels, chosen -> joined(chosen.stream().map(Level::code)), text -> {
            Set<String> codes = Set.of(text.split(","));
            return Optional.of(trade.levels().stream()
                    .filter(level -> codes.contains(level.code()))
                    .collect(Collectors.toSet()));
        });
        typed.keep(
                "points",
                points,
                chosen -> joined(chosen.stream().map(point -> point.id().toString())),
                text -> {
                    Set<String> ids = Set.of(text.split(","));
                    return Optional.of(points.getListDataView()
                            .getItems()
                            .filter(point -> ids.contains(point.id().toString()))
                            .collect(Collectors.toSet()));
                });
    }

    private static String joined(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(","));
    }

    /** What the fields say now. */
    ItemDraft draft() {
        return new ItemDraft(
                before.code(),
                before.trade(),
                levels.getValue(),
                points.getValue().stream().map(Point::id).collect(Collectors.toSet()),
                new ItemContent(
                        stem.getValue().strip(),
                        answer.interaction(),
                        explanation.getValue().strip(),
                        difficulty.getValue(),
                        credit.rule()),
                before.secrecy(),
                new Origin(
                        source.getValue().strip(),
                        permission.getValue().strip(),
                        edition.getValue().strip(),
                        owed.getValue().strip()));
    }

    private void fillPoints(Trade trade, Outlines outlines) {
        Collection<Point> known = points(trade, outlines);
        points.setLabel(getTranslation("bankui.edit.points"));
        points.setItems(known);
        points.setItemLabelGenerator(point -> {
            Level level = point.level();
            String where = level == null ? String.join(" ", point.path().subList(0, 1)) : Words.of(this, level);
            return point.code() + " " + point.name() + " · " + where;
        });
        points.setValue(known.stream()
                .filter(point -> before.points().contains(point.id()))
                .collect(Collectors.toSet()));
    }

    /** All points that an item of the trade may test. */
    static Collection<Point> points(Trade trade, Outlines outlines) {
        List<Outline> own = new ArrayList<>();
        trade.levels().forEach(level -> outlines.current(trade.id(), level).ifPresent(own::add));
        outlines.current(trade.id(), null).ifPresent(own::add);
        Set<Outline> all = new LinkedHashSet<>(own);
        own.forEach(outline -> outline.inclusions()
                .forEach(inclusion ->
                        outlines.current(inclusion.foundation(), null).ifPresent(all::add)));
        return all.stream().flatMap(Outline::points).toList();
    }
}
