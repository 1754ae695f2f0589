package org.lianbing.base.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.Component;

/** Tells a view whether it stands on a screen of phone width, where a grid has room for little. */
public final class Narrow {

    private static final int DESK = 900;

    private Narrow() {}

    /** Calls back at once, and whenever the width crosses the border. */
    public static void follow(Component view, Consumer<Boolean> narrow) {
        view.addAttachListener(attached -> {
            attached.getUI()
                    .getPage()
                    .retrieveExtendedClientDetails(details -> narrow.accept(details.getWindowInnerWidth() < DESK));
            var registration = attached.getUI()
                    .getPage()
                    .addBrowserWindowResizeListener(resized -> narrow.accept(resized.getWidth() < DESK));
            view.addDetachListener(detached -> {
                registration.remove();
                detached.unregisterListener();
            });
        });
    }
}
