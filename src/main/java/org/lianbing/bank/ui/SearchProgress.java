package org.lianbing.bank.ui;

import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.alike.Duplicates;
import org.lianbing.bank.alike.SearchRun;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Tone;

/** Starts a search for duplicates and follows it, every second; tells when a new one has come to its end. */
class SearchProgress extends Div {

    private static final int POLL_MILLISECONDS = 1000;

    private final transient Duplicates duplicates;
    private final transient Actor actor;
    private final transient Runnable ended;
    private final Button search = new Button();
    private boolean asked;
    private transient @Nullable SearchRun seen;
    private transient @Nullable Registration polls;

    SearchProgress(Duplicates duplicates, Actor actor, Runnable ended) {
        this.duplicates = duplicates;
        this.actor = actor;
        this.ended = ended;
        addClassName("search-progress");
        getElement().setAttribute("role", "status");
        search.setText(getTranslation("bankui.duplicates.run"));
        search.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        search.addClickListener(click -> search());
    }

    /** The act that starts a search; it stands elsewhere on the page. */
    Button button() {
        return search;
    }

    /** The last search that came to its end, whose groups are shown. */
    Optional<SearchRun> seen() {
        return Optional.ofNullable(seen);
    }

    /** Begins with what there is. */
    void begin() {
        seen = duplicates.lastRun(actor).orElse(null);
        follow();
    }

    private void search() {
        duplicates.search(actor);
        asked = true;
        follow();
    }

    private void follow() {
        Optional<SearchRun> working = duplicates.working(actor);
        SearchRun newest = duplicates.lastRun(actor).orElse(null);
        if (newest != null && !newest.equals(seen)) {
            seen = newest;
            asked = false;
            ended.run();
        }
        boolean busy = asked || working.isPresent();
        search.setEnabled(!busy);
        setVisible(busy);
        removeAll();
        if (busy) {
            String words =
                    getTranslation(working.isPresent() ? "bankui.duplicates.running" : "bankui.duplicates.waiting");
            add(new Span(words), new Meter(working.map(SearchRun::fraction).orElse(0.0), Tone.BLUE, words));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(POLL_MILLISECONDS);
        polls = attached.getUI().addPollListener(poll -> follow());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (polls != null) {
            polls.remove();
        }
    }
}
