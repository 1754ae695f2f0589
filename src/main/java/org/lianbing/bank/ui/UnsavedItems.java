package org.lianbing.bank.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.bank.scratch.Unsaved;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Ask;

/** What a person has written and not saved, above the list of items: a link to each, and a way to be rid of it. */
final class UnsavedItems extends Div {

    private static final int FEW = 3;

    private final transient AutoSave.Services services;
    private final transient Actor actor;
    private transient Map<ItemId, Instant> byItem = Map.of();

    UnsavedItems(AutoSave.Services services, Actor actor) {
        this.services = services;
        this.actor = actor;
        addClassName("unsaved");
        load();
    }

    /** When something unsaved was last kept, of each item that has some. */
    Map<ItemId, Instant> byItem() {
        return byItem;
    }

    private void load() {
        List<Unsaved> mine = actor.has(Role.TRAINER) ? services.scratches().mine(actor) : List.of();
        Map<ItemId, Instant> found = new LinkedHashMap<>();
        removeAll();
        Div lines = new Div();
        lines.addClassName("unsaved-lines");
        for (Unsaved unsaved : mine) {
            if (unsaved.place() instanceof ScratchPlace.Existing place) {
                found.putIfAbsent(place.item(), unsaved.keptAt());
            }
            lines.add(line(unsaved));
        }
        byItem = found;
        NativeDetails details = new NativeDetails(getTranslation("bankui.scratch.mine", mine.size()), lines);
        details.setOpen(mine.size() <= FEW);
        add(details);
        setVisible(!mine.isEmpty());
    }

    private Div line(Unsaved unsaved) {
        Anchor open = new Anchor(ItemNavigation.unsaved(unsaved), name(unsaved));
        open.setRouterIgnore(false);
        open.addClassName("grow");
        Span when = new Span(services.moments()
                .lately(this, unsaved.keptAt(), services.clock().instant()));
        when.addClassNames("small", "muted");
        Button away = new Button(getTranslation("bankui.scratch.discard"), click -> ask(unsaved));
        away.setAriaLabel(getTranslation("bankui.scratch.discard-one", name(unsaved)));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div line = new Div(open, when, away);
        line.addClassName("row");
        return line;
    }

    private String name(Unsaved unsaved) {
        String what = unsaved.code().isEmpty() ? getTranslation("bankui.scratch.new") : unsaved.code();
        String words = unsaved.sealed()
                ? getTranslation("bankui.scratch.sealed")
                : unsaved.excerpt().isEmpty() ? getTranslation("bankui.scratch.blank") : unsaved.excerpt();
        return what + " · " + words;
    }

    private void ask(Unsaved unsaved) {
        Ask.once(
                this,
                getTranslation("bankui.scratch.discard-title"),
                getTranslation("bankui.scratch.discard-text"),
                getTranslation("bankui.scratch.discard"),
                () -> {
                    services.scratches().discard(actor, unsaved.id());
                    load();
                });
    }
}
