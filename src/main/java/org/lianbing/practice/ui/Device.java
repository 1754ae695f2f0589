package org.lianbing.practice.ui;

import com.vaadin.flow.server.VaadinSession;

import org.lianbing.base.Ids;

/** A random name for the browser of this session, so that going on in another one is seen as a take-over. */
final class Device {

    private static final String NAME = "practice.device";

    private Device() {}

    static String name() {
        VaadinSession session = VaadinSession.getCurrent();
        Object known = session.getAttribute(NAME);
        if (known instanceof String name) {
            return name;
        }
        String name = Ids.next().toString();
        session.setAttribute(NAME, name);
        return name;
    }
}
