package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.review.Remark;
import org.lianbing.bank.review.RemarkId;
import org.lianbing.bank.review.Remarks;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** What authors and reviewers said about an item, and a place to say more. */
class ThreadPanel extends Div {

    private final transient Remarks remarks;
    private final transient People people;
    private final transient Moments moments;
    private final transient Actor actor;
    private final transient ItemId item;
    private final Div said = new Div();
    private final TextArea words = new TextArea();
    private final Span to = new Span();
    private @Nullable RemarkId answers;

    ThreadPanel(Remarks remarks, People people, Moments moments, Actor actor, ItemId item) {
        this.remarks = remarks;
        this.people = people;
        this.moments = moments;
        this.actor = actor;
        this.item = item;
        addClassName("thread");
        said.addClassName("said");
        words.setLabel(getTranslation("bankui.thread.say"));
        words.setPlaceholder(getTranslation("bankui.thread.say-hint"));
        words.setMaxLength(Remarks.LONGEST);
        Button say = new Button(getTranslation("bankui.thread.send"), click -> say());
        say.addThemeVariants(ButtonVariant.LUMO_SMALL);
        to.addClassNames("small", "muted");
        Div send = new Div(to, say);
        send.addClassNames("row", "between");
        add(new H3(getTranslation("bankui.thread.title")), said, words, send);
        load();
    }

    private void load() {
        List<Remark> all = remarks.of(actor, item);
        Map<PersonId, PersonName> names =
                people.names(all.stream().map(Remark::person).collect(Collectors.toSet()));
        said.removeAll();
        for (Remark remark : all) {
            if (remark.answers() == null) {
                said.add(line(remark, names));
                all.stream()
                        .filter(answer -> remark.id().equals(answer.answers()))
                        .forEach(answer -> said.add(line(answer, names)));
            }
        }
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("bankui.thread.none"));
            none.addClassNames("small", "muted");
            said.add(none);
        }
    }

    private Component line(Remark remark, Map<PersonId, PersonName> names) {
        PersonName name = names.get(remark.person());
        Span who = new Span(name == null ? "" : name.name());
        who.addClassName("strong");
        Span when = new Span(
                getTranslation("bankui.thread.when", moments.dayAndTime(this, remark.at()), remark.versionNumber()));
        when.addClassNames("small", "muted");
        Div head = new Div(who, when);
        head.addClassNames("row", "wrap");
        if (remark.kind() != Remark.Kind.REMARK) {
            head.add(new Tag(getTranslation("bankui.thread.kind." + remark.kind()), Tone.WARN));
        }
        Paragraph text = new Paragraph(remark.text());
        text.addClassName("pre-line");
        Div line = new Div(head, text);
        line.addClassName("said-line");
        if (remark.answers() != null) {
            line.addClassName("answer");
        } else {
            head.add(new Tag(
                    getTranslation(remark.open() ? "bankui.thread.open" : "bankui.thread.settled"),
                    remark.open() ? Tone.SPARK : Tone.PLAIN));
            line.add(acts(remark, name));
        }
        return line;
    }

    private Component acts(Remark remark, @Nullable PersonName name) {
        Button answer = small("bankui.thread.answer", () -> {
            answers = remark.id();
            to.setText(getTranslation("bankui.thread.answering", name == null ? "" : name.name()));
            words.focus();
        });
        Button settle = small(remark.open() ? "bankui.thread.settle" : "bankui.thread.reopen", () -> {
            remarks.settle(actor, remark.id(), remark.open());
            load();
        });
        Div acts = new Div(answer, settle);
        acts.addClassName("row");
        return acts;
    }

    private Button small(String key, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void say() {
        if (words.getValue().isBlank()) {
            words.focus();
            return;
        }
        RemarkId above = answers;
        if (above == null) {
            remarks.say(actor, item, words.getValue());
        } else {
            remarks.answer(actor, above, words.getValue());
        }
        answers = null;
        to.setText("");
        words.clear();
        load();
    }
}
