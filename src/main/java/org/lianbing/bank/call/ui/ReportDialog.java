package org.lianbing.bank.call.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.modulith.NamedInterface;

import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.base.ui.Notices;

/** 报错: a reason and a few words, for pages that show an item with its key to somebody who practised it. */
@NamedInterface("report")
public final class ReportDialog extends Dialog {

    /** Sends what was said; a problem is told and the dialog stays with its words. */
    @FunctionalInterface
    public interface Sending {
        void send(ReportReason reason, String words);
    }

    private ReportDialog(Sending sending) {
        setHeaderTitle(getTranslation("call.report.title"));
        setWidth("420px");
        addClassName("report-dialog");
        RadioButtonGroup<ReportReason> reason = new RadioButtonGroup<>();
        reason.setAriaLabel(getTranslation("call.report.title"));
        reason.setItems(ReportReason.values());
        reason.setItemLabelGenerator(one -> getTranslation("call.reason." + one.code()));
        reason.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        TextArea words = new TextArea(getTranslation("call.report.words"));
        words.setMaxLength(ReportDraft.LONGEST);
        words.setWidthFull();
        Button send = new Button(getTranslation("call.report.send"), click -> {
            sending.send(reason.getValue(), words.getValue());
            close();
            Notices.done(getTranslation("call.report.sent"));
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setEnabled(false);
        reason.addValueChangeListener(change -> send.setEnabled(change.getValue() != null));
        add(reason, words);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), send);
    }

    /** The quiet button that opens it. */
    public static Component button(Component reader, Sending sending) {
        Button open = new Button(reader.getTranslation("call.report"), click -> new ReportDialog(sending).open());
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.addClassName("report-button");
        return open;
    }
}
