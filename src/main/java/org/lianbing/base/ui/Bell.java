package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.Actor;

/** The way to one's messages, with how many wait. */
public class Bell extends Anchor {

    private static final int MOST = 99;

    /** Knows the messages of a person; implemented by the module that keeps them. */
    public interface Source {

        /** How many wait to be read; asked once a navigation, so it must be quick. */
        int unread(Actor actor);

        /** Where they are read. */
        String path();
    }

    private final Span badge = badge();

    Bell(String path) {
        super("/" + path);
        setRouterIgnore(false);
        addClassName("bell");
        add(Icons.of("bell"), new Span(getTranslation("base.notices")), badge);
    }

    /** A number in a small field, not shown where it is nought. */
    static Span badge() {
        Span badge = new Span();
        badge.addClassName("badge");
        badge.setVisible(false);
        return badge;
    }

    void show(int unread) {
        show(badge, unread);
        getElement().setAttribute("aria-label", getTranslation("base.notices.unread", unread));
    }

    static void show(Span badge, int unread) {
        badge.setText(unread > MOST ? MOST + "+" : String.valueOf(unread));
        badge.setVisible(unread > 0);
    }
}
