package org.lianbing.bank.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.scratch.Scratch;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Notices;

/** What its owner typed earlier and did not save, offered above the form: to go on with, or to throw away. */
final class ScratchOffers extends Div {

    private static final int MOST = 3;

    private final transient AutoSave.Services services;
    private final transient Actor actor;
    private final transient Consumer<Scratch> goOn;
    private final transient Map<Scratch, Div> lines = new LinkedHashMap<>();

    /**
     * The offers.
     *
     * @param outdated whether the item has got a newer version since
     * @param goOn puts what was typed into the form
     */
    ScratchOffers(
            AutoSave.Services services,
            Actor actor,
            List<Scratch> waiting,
            Predicate<Scratch> outdated,
            Consumer<Scratch> goOn) {
        this.services = services;
        this.actor = actor;
        this.goOn = goOn;
        addClassName("scratch-offers");
        waiting.forEach(scratch -> lines.put(scratch, line(scratch, outdated.test(scratch))));
        lines.values().stream().limit(MOST).forEach(this::add);
        if (waiting.size() > MOST) {
            Span more = new Span(getTranslation("bankui.scratch.more", waiting.size() - MOST));
            more.addClassNames("small", "muted");
            add(more);
        }
        setVisible(!waiting.isEmpty());
    }

    /** Goes on with the one of that id, where it waits here: a link asks for it. */
    void goOn(String id) {
        List.copyOf(lines.keySet()).stream()
                .filter(scratch -> scratch.mark().id().toString().equals(id))
                .forEach(this::goOn);
    }

    private void goOn(Scratch scratch) {
        goOn.accept(scratch);
        gone(scratch);
    }

    private void gone(Scratch scratch) {
        Div line = lines.remove(scratch);
        if (line != null) {
            line.removeFromParent();
        }
        setVisible(!lines.isEmpty());
    }

    private Div line(Scratch scratch, boolean outdated) {
        String when = services.moments()
                .lately(this, scratch.mark().keptAt(), services.clock().instant());
        Span words = new Span(getTranslation("bankui.scratch.offer", when));
        words.addClassName("strong");
        Span excerpt = new Span(scratch.typed().excerpt());
        excerpt.addClassNames("small", "grow");
        Div line = new Div();
        line.addClassNames("remark", "row", "wrap");
        Button on = new Button(getTranslation("bankui.scratch.go-on"), click -> goOn(scratch));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button away = new Button(getTranslation("bankui.scratch.discard"), click -> ask(scratch));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        line.add(words, excerpt);
        if (outdated) {
            Span newer = new Span(getTranslation("bankui.scratch.outdated"));
            newer.addClassName("small");
            line.add(newer);
        }
        line.add(on, away);
        return line;
    }

    private void ask(Scratch scratch) {
        Ask.once(
                this,
                getTranslation("bankui.scratch.discard-title"),
                getTranslation("bankui.scratch.discard-text"),
                getTranslation("bankui.scratch.discard"),
                () -> {
                    services.scratches().discard(actor, scratch.mark().id());
                    gone(scratch);
                    Notices.done(UI.getCurrent().getTranslation("bankui.scratch.discarded"));
                });
    }
}
