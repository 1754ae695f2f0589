package org.lianbing.bank.ui;

import java.time.Clock;
import java.util.Map;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import org.lianbing.bank.scratch.Scratch;
import org.lianbing.bank.scratch.ScratchMark;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.bank.scratch.Scratches;
import org.lianbing.bank.scratch.Typed;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Moments;

/** Keeps by itself what is typed into a form, and says when it did. Each page keeps its own, beside what others kept. */
final class AutoSave extends Span {

    private static final Logger LOG = LoggerFactory.getLogger(AutoSave.class);

    /** What it asks of the application. */
    @org.springframework.stereotype.Component
    record Services(Scratches scratches, Moments moments, Clock clock) {}

    private final transient Services services;
    private final transient Actor actor;
    private transient ScratchPlace place;
    private transient @Nullable ItemForm form;
    private transient @Nullable ScratchMark mark;
    private transient Map<String, String> begun = Map.of();
    private transient Map<String, String> kept = Map.of();

    AutoSave(Services services, Actor actor, ScratchPlace place) {
        this.services = services;
        this.actor = actor;
        this.place = place;
        addClassNames("autosave", "small", "muted");
        getElement().setAttribute("role", "status");
    }

    /**
     * Keeps from now on what is typed into this form.
     *
     * @param carried whether something in it was typed into the form before
     */
    void follow(ItemForm next, boolean carried) {
        form = next;
        next.typed().onTyped(this::keep);
        // A field that was left tells at once what stands in it; without this it waits for its pause.
        next.getElement().addEventListener("focusout", left -> {}).debounce(0);
        begun = carried ? Map.of() : next.typed().values();
        kept = begun;
        if (carried || mark != null) {
            keep();
        }
    }

    /** Goes on with what was kept; the form has it in its fields already. */
    void goOn(Scratch scratch) {
        mark = scratch.mark();
        place = scratch.place();
        kept = form == null ? Map.of() : form.typed().values();
        say(scratch.mark());
    }

    /** Leaves what was kept where it is, for another time. */
    void leave() {
        form = null;
        mark = null;
        setText("");
    }

    /** It was saved: nothing waits any more. */
    void saved() {
        form = null;
        forget();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        // Only what could not be kept before is left to do; nobody reads a word here any more.
        try {
            keep(false);
        } catch (RuntimeException lost) {
            LOG.warn("What was typed could not be kept when its page went", lost);
        }
    }

    private void keep() {
        keep(true);
    }

    private void keep(boolean shown) {
        ItemForm read = form;
        Map<String, String> now = read == null ? kept : read.typed().values();
        if (read == null || now.equals(kept)) {
            return;
        }
        try {
            if (now.equals(begun)) {
                forget();
            } else {
                mark = services.scratches().keep(actor, mark, place, new Typed(read.trade(), read.type(), now));
            }
            kept = now;
            if (shown && mark != null) {
                say(mark);
            }
        } catch (Problem refused) {
            warn(shown, refused.code(), refused.arguments());
        } catch (DataAccessException | TransactionException down) {
            LOG.warn("What was typed could not be kept now", down);
            warn(shown, "bankui.scratch.failing");
        }
    }

    private void forget() {
        if (mark != null) {
            services.scratches().discard(actor, mark.id());
            mark = null;
        }
        setText("");
    }

    private void say(ScratchMark when) {
        removeClassName("warn");
        setText(getTranslation(
                "bankui.scratch.kept",
                services.moments().lately(this, when.keptAt(), services.clock().instant())));
    }

    private void warn(boolean shown, String code, Object... arguments) {
        if (shown) {
            addClassName("warn");
            setText(getTranslation("bankui.scratch.not-kept", getTranslation(code, arguments)));
        }
    }
}
