package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Fields by name, whose values can be taken as they stand, unfinished too, and put back: a tree of names, since fields
 * come and go with a type, an option or a part.
 */
final class TypedFields {

    /** How long one stops typing before what stands there is told. */
    private static final int PAUSE_MS = 2_000;

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, TypedFields> within = new LinkedHashMap<>();
    private final Map<String, Runnable> lists = new LinkedHashMap<>();
    private final List<Runnable> typed = new ArrayList<>();
    private Consumer<HasValue<?, String>> entering = field -> {};

    private record Slot(Supplier<String> value, Consumer<String> put) {}

    /** What is to happen when a person has changed a field. */
    void onTyped(Runnable listener) {
        typed.add(listener);
    }

    /** Tells that something was changed, by a person or for them. */
    void tell() {
        List.copyOf(typed).forEach(Runnable::run);
    }

    /** Takes the field of Markdown that a person went into last, at any depth: where a picture is to go. */
    void onEntered(Consumer<HasValue<?, String>> listener) {
        entering = listener;
    }

    /** A field of words. */
    <F extends HasValue<?, String> & HasValueChangeMode> F text(String name, F field) {
        return patient(field, () -> keep(name, field, value -> value, Optional::of));
    }

    /** A field of Markdown: a picture may stand in it. */
    <F extends HasValue<?, String> & HasValueChangeMode & FocusNotifier<?>> F markdown(String name, F field) {
        field.addFocusListener(entered -> entering.accept(field));
        return text(name, field);
    }

    /** A field of a whole number. */
    <F extends HasValue<?, Integer> & HasValueChangeMode> F whole(String name, F field) {
        return patient(field, () -> keep(name, field, String::valueOf, text -> Optional.of(Integer.valueOf(text))));
    }

    /** Yes or no. */
    <F extends HasValue<?, Boolean>> F flag(String name, F field) {
        return keep(name, field, String::valueOf, text -> Optional.of(Boolean.valueOf(text)));
    }

    private static <F extends HasValueChangeMode> F patient(F field, Runnable keep) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        keep.run();
        return field;
    }

    /**
     * Any field.
     *
     * @param write a value as text; a field without a value is kept as the empty text
     * @param read the value of such a text, none where it is not there any more
     */
    <T, F extends HasValue<?, T>> F keep(
            String name, F field, Function<T, String> write, Function<String, Optional<T>> read) {
        slots.put(
                name,
                new Slot(
                        () -> field.isEmpty() && field.getValue() == null ? "" : write.apply(field.getValue()),
                        text -> {
                            if (text.isEmpty()) {
                                field.clear();
                            } else {
                                read.apply(text).ifPresent(field::setValue);
                            }
                        }));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell();
            }
        });
        return field;
    }

    /** A place for fields of their own; what was there under this name is forgotten. */
    TypedFields within(String name) {
        TypedFields inner = new TypedFields();
        inner.onTyped(this::tell);
        inner.onEntered(field -> entering.accept(field));
        within.put(name, inner);
        return inner;
    }

    /**
     * Places that are counted, {@code options/0}, {@code options/1}: the way to make one more.
     *
     * @param more adds the next by {@link #within}
     */
    void list(String name, Runnable more) {
        lists.put(name, more);
    }

    /** What stands in all of them, by path. */
    Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>();
        slots.forEach((name, slot) -> all.put(name, slot.value().get()));
        within.forEach((name, inner) -> inner.values().forEach((path, value) -> all.put(name + "/" + path, value)));
        return all;
    }

    /** Puts values back; what has no field is entering out. */
    void put(Map<String, String> values) {
        Map.copyOf(slots).forEach((name, slot) -> {
            if (values.containsKey(name)) {
                slot.put().accept(values.get(name));
            }
        });
        lists.forEach((name, more) -> grow(name, more, values));
        new LinkedHashMap<>(within).forEach((name, inner) -> inner.put(below(name, values)));
    }

    private void grow(String name, Runnable more, Map<String, String> values) {
        int next = 0;
        while (!below(name + "/" + next, values).isEmpty()) {
            if (!within.containsKey(name + "/" + next)) {
                more.run();
            }
            next++;
        }
    }

    private static Map<String, String> below(String name, Map<String, String> values) {
        Map<String, String> below = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (path.startsWith(name + "/")) {
                below.put(path.substring(name.length() + 1), value);
            }
        });
        return below;
    }
}
