package org.lianbing.competition.ui;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.lianbing.exam.Timekeeping;

/** Asks once before a decision about time: says whom it reaches, and asks for the reason that they will read. */
class TimeDialog extends Dialog {

    private final IntegerField minutes = new IntegerField();
    private final TextArea reason = new TextArea();
    private final Button act = new Button();
    private final boolean asksForMinutes;

    /**
     * @param text whom it reaches
     * @param yes the word for the act
     * @param usual how many minutes stand there at first; null where none are asked for
     * @param decide hears minutes, or 0, and the reason
     */
    TimeDialog(String title, String text, String yes, @Nullable Integer usual, BiConsumer<Integer, String> decide) {
        asksForMinutes = usual != null;
        setHeaderTitle(title);
        addClassName("form-dialog");
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        int most = (int) Timekeeping.MOST.toMinutes();
        minutes.setLabel(getTranslation("competition.time.minutes"));
        minutes.setHelperText(getTranslation("competition.time.minutes.help"));
        minutes.setMin(-most);
        minutes.setMax(most);
        minutes.setStepButtonsVisible(true);
        minutes.setValue(usual);
        minutes.setVisible(asksForMinutes);
        minutes.addValueChangeListener(change -> check());
        reason.setLabel(getTranslation("competition.time.reason"));
        reason.setHelperText(getTranslation("competition.time.reason.help"));
        reason.setMaxLength(Timekeeping.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> check());
        act.setText(yes);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.addClickListener(click -> {
            Integer value = minutes.getValue();
            decide.accept(value == null ? 0 : value, reason.getValue());
            close();
        });
        Div form = new Div(new Paragraph(text), minutes, reason);
        form.addClassName("stack");
        add(form);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), act);
        check();
    }

    private void check() {
        Integer value = minutes.getValue();
        boolean counts = !asksForMinutes || value != null && value != 0 && !minutes.isInvalid();
        act.setEnabled(counts && !reason.getValue().isBlank());
    }
}
