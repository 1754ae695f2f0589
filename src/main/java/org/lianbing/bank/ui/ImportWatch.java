package org.lianbing.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** Looks again and again while a file is read. */
final class ImportWatch {

    private static final int POLL = 1_000;

    private ImportWatch() {}

    /** Looks from now on, until there is nothing more to see or the view is left. */
    static void begin(UI ui, Component view, Look look) {
        ui.setPollInterval(POLL);
        Registration[] polls = new Registration[1];
        polls[0] = ui.addPollListener(poll -> {
            if (!look.again()) {
                ui.setPollInterval(-1);
                polls[0].remove();
                look.done();
            }
        });
        view.addDetachListener(gone -> ui.setPollInterval(-1));
    }

    /** What looks. */
    interface Look {

        /** Shows what there is now; whether one has to look again. */
        boolean again();

        /** All there is was seen. */
        void done();
    }
}
