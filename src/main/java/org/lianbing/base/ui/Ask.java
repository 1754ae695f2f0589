package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once before something that is not easily undone. */
public final class Ask {

    private Ask() {}

    /** Opens a question; {@code yes} is the word for the act itself, never just "OK". */
    public static void once(Component host, String title, String text, String yes, Runnable act) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(host.getTranslation("base.cancel"));
        dialog.setConfirmText(yes);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> act.run());
        dialog.open();
    }
}
