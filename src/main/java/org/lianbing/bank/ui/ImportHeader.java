package org.lianbing.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ProblemFile;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;

/** The head of the workbench: which file it is, when it was last kept, its problems as a workbook, and the commit. */
class ImportHeader extends PageHeader {

    private final transient ProblemFile problemFile;
    private final transient Moments moments;
    private final Anchor problems = new Anchor();
    private final Span saved = new Span();
    private final Button submit = new Button();

    ImportHeader(ProblemFile problemFile, Moments moments, Runnable commit) {
        super("");
        this.problemFile = problemFile;
        this.moments = moments;
        problems.addClassName("button-link");
        saved.addClassNames("muted", "small");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickListener(click -> commit.run());
    }

    /** Shows another file. */
    void open(ImportFile file, Actor actor) {
        setCrumb(getTranslation("bankui.import.crumb"));
        setTitle(file.name());
        problems.setHref(Downloads.file(
                problemFile.name(file, getLocale()),
                problemFile.contentType(file),
                (language, out) -> problemFile.write(actor, file.id(), language, out)));
        problems.setText(getTranslation("bankui.import.problems"));
        setActions(saved, problems, submit);
    }

    /** Shows how far it is. */
    void show(ImportFile now) {
        problems.setVisible(
                now.count(RowState.FAULTY) + now.count(RowState.GUESSED) + now.count(RowState.DUPLICATE) > 0);
        saved.setText(getTranslation("bankui.import.saved", moments.dayAndTime(this, now.changedAt())));
        submit.setText(
                maySubmit(now)
                        ? getTranslation("bankui.import.submit", now.count(RowState.READY))
                        : getTranslation("bankui.import.submit-none"));
        submit.setEnabled(maySubmit(now));
    }

    /** Whether there is something to put into the bank. */
    static boolean maySubmit(ImportFile now) {
        return now.count(RowState.READY) > 0;
    }
}
