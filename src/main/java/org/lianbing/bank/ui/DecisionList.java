package org.lianbing.bank.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.alike.Apart;
import org.lianbing.bank.alike.Duplicates;
import org.lianbing.bank.alike.ItemMerges;
import org.lianbing.bank.alike.Merge;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** What was decided last on duplicates: by whom, when, and the way back. */
class DecisionList extends Section {

    private static final int MOST = 30;

    private final transient Duplicates duplicates;
    private final transient ItemMerges merges;
    private final transient ItemDetails details;
    private final transient Moments moments;
    private final transient Actor actor;
    private final transient Runnable undone;

    private record Line(
            Instant at,
            PersonId person,
            String words,
            boolean isUndone,
            @Nullable Runnable undo) {}

    DecisionList(
            Duplicates duplicates,
            ItemMerges merges,
            ItemDetails details,
            Moments moments,
            Actor actor,
            Runnable undone) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.details = details;
        this.moments = moments;
        this.actor = actor;
        this.undone = undone;
        addClassNames("card", "decisions");
        refresh();
    }

    final void refresh() {
        removeAll();
        List<Merge> merged = merges.newest(actor, MOST);
        List<Apart> apart = duplicates.setApart(actor, MOST);
        Map<ItemId, String> codes = duplicates.codesOf(
                actor,
                Stream.concat(
                                merged.stream()
                                        .flatMap(one -> Stream.concat(Stream.of(one.kept()), one.retired().stream())),
                                apart.stream().flatMap(one -> one.items().stream()))
                        .collect(Collectors.toSet()));
        List<Line> lines = new ArrayList<>();
        merged.forEach(one -> lines.add(line(one, codes)));
        apart.forEach(one -> lines.add(line(one, codes)));
        lines.sort(Comparator.comparing(Line::at).reversed());
        setVisible(!lines.isEmpty());
        add(new H2(getTranslation("bankui.duplicates.handled")));
        Div list = new Div();
        list.addClassName("lines");
        lines.stream().limit(MOST).forEach(line -> list.add(component(line)));
        add(list);
    }

    private Line line(Merge merge, Map<ItemId, String> codes) {
        String words = getTranslation(
                "bankui.duplicates.handled.merged",
                merge.retired().stream()
                        .map(item -> codes.getOrDefault(item, ""))
                        .collect(Collectors.joining(getTranslation("bankui.comma"))),
                codes.getOrDefault(merge.kept(), ""));
        boolean may = merge.undoneAt() == null && actor.hasFor(Role.REVIEWER, merge.trade());
        return new Line(
                merge.at(),
                merge.person(),
                words,
                merge.undoneAt() != null,
                may ? () -> merges.undo(actor, merge.id()) : null);
    }

    private Line line(Apart apart, Map<ItemId, String> codes) {
        String words = getTranslation(
                "bankui.duplicates.handled.apart",
                apart.items().stream()
                        .map(item -> codes.getOrDefault(item, ""))
                        .sorted()
                        .collect(Collectors.joining(getTranslation("bankui.comma"))));
        return new Line(apart.at(), apart.person(), words, false, () -> duplicates.takeBack(actor, apart.items()));
    }

    private Component component(Line line) {
        Span words = new Span(line.words());
        Span who = new Span(getTranslation(
                "bankui.duplicates.by", details.author(this, line.person()), moments.dayAndTime(this, line.at())));
        who.addClassNames("small", "muted");
        Div told = new Div(words, who);
        told.addClassNames("grow", "told-line");
        Div row = new Div(told);
        row.addClassNames("line", "row", "between");
        Runnable undo = line.undo();
        if (undo != null) {
            Button button = new Button(getTranslation("bankui.duplicates.undo"), click -> {
                undo.run();
                undone.run();
            });
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            row.add(button);
        } else if (line.isUndone()) {
            row.add(new Tag(getTranslation("bankui.duplicates.handled.undone"), Tone.PLAIN));
        }
        return row;
    }
}
