package org.lianbing.base.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short words at the edge of the screen. */
public final class Notices {

    private static final int SHORT = 3_000;
    private static final int LONG = 8_000;

    private Notices() {}

    /** Something was done. */
    public static void done(String text) {
        Notification.show(text, SHORT, Notification.Position.BOTTOM_CENTER);
    }

    /** Something could not be done: what, and what to do. */
    public static void problem(String text) {
        Notification notice = Notification.show(text, LONG, Notification.Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
    }
}
