package org.lianbing.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportStatus;

/** How far the file of an import was read; where it broke off, why, and how to go on. */
class ImportProgress extends Div {

    private final transient Runnable again;
    private final transient Runnable away;

    /**
     * @param again reads the file once more
     * @param away throws the import away
     */
    ImportProgress(Runnable again, Runnable away) {
        this.again = again;
        this.away = away;
        addClassNames("card", "stack", "import-progress");
        getElement().setAttribute("role", "status");
    }

    /** Shows how far it is; nothing once all is read. */
    void show(ImportFile file) {
        removeAll();
        ImportStatus status = file.reading().status();
        setVisible(status != ImportStatus.OPEN);
        if (status == ImportStatus.READING) {
            ProgressBar bar = new ProgressBar();
            bar.setIndeterminate(true);
            Span rows =
                    new Span(getTranslation("bankui.import.read", file.reading().rows()));
            rows.addClassName("strong");
            Div buttons = new Div(new Button(getTranslation("bankui.import.cancel"), click -> away.run()));
            buttons.addClassName("row");
            add(rows, bar, buttons);
        } else if (status == ImportStatus.BROKEN) {
            ImportProblem failure = file.reading().failure();
            Paragraph why = new Paragraph(
                    failure == null
                            ? getTranslation("bankui.import.stopped")
                            : getTranslation(failure.code(), failure.arguments().toArray()));
            why.addClassName("error");
            Div buttons = new Div(
                    new Button(getTranslation("bankui.import.again"), click -> again.run()),
                    new Button(getTranslation("bankui.import.delete"), click -> away.run()));
            buttons.addClassName("row");
            add(why, buttons);
        }
    }
}
