package org.lianbing.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Notices;

/** Opens a sealed set, to practice or to exams; it cannot be sealed again. */
class ReleaseDialog extends Dialog {

    ReleaseDialog(SealedSets sets, Actor actor, SealedSet set, Runnable released) {
        setHeaderTitle(getTranslation("bankui.sealed.release-title", set.title()));
        RadioButtonGroup<Secrecy> to = new RadioButtonGroup<>(getTranslation("bankui.sealed.release-to"));
        to.setItems(Secrecy.OPEN, Secrecy.RESERVED);
        to.setItemLabelGenerator(secrecy -> Words.of(this, secrecy));
        to.setValue(Secrecy.RESERVED);
        Div content = new Div(new Paragraph(getTranslation("bankui.sealed.release-text", set.items())), to);
        content.addClassNames("stack", "dialog-fields");
        add(content);
        Button cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button yes = new Button(getTranslation("bankui.sealed.release"), click -> {
            sets.release(actor, set.id(), to.getValue());
            close();
            Notices.done(getTranslation("bankui.sealed.release-done", set.title()));
            released.run();
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(cancel, yes);
    }
}
