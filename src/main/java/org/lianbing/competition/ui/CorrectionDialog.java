package org.lianbing.competition.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.KeyRules;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

/** Says what is to hold for a slot and why; shows what that will do before it is handed to a second person. */
class CorrectionDialog extends Dialog {

    private static final String KEY = "key";
    private static final String FULL = "full-marks";
    private static final String OUT = "taken-out";

    private final transient CorrectionActs acts;
    private final transient SlotSheet sheet;
    private final transient Slot slot;
    private final RadioButtonGroup<String> kind = new RadioButtonGroup<>();
    private final Div keys = new Div();
    private final TextArea reason = new TextArea();
    private final Checkbox reports = new Checkbox();
    private final Div preview = new Div();
    private final Button submit = new Button();
    private transient KeyEditor editor;

    /**
     * @param marked lays the name of who looks over what is sealed
     * @param proposed called with the proposal
     */
    CorrectionDialog(
            CorrectionActs acts,
            SlotSheet sheet,
            KeyRules rules,
            UnaryOperator<Component> marked,
            Consumer<CorrectionId> proposed) {
        this.acts = acts;
        this.sheet = sheet;
        this.slot = sheet.slot();
        FrozenSlot frozen = acts.frozen(sheet);
        setHeaderTitle(getTranslation("competition.correction.ask", sheet.label()));
        addClassName("form-dialog");
        setWidth("720px");
        setMaxWidth("calc(100vw - 32px)");
        boolean scored = slot.type().scoredByMachine();
        kind.setItems(scored ? List.of(KEY, FULL, OUT) : List.of(FULL, OUT));
        kind.setLabel(getTranslation("competition.correction.kind"));
        kind.setItemLabelGenerator(one -> getTranslation("competition.correction.kind." + one));
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        editor = new KeyEditor(new KeyFields(this, new SlotWords(sheet), frozen, rules), standing(slot));
        keys.add(editor);
        kind.addValueChangeListener(change -> keys.setVisible(KEY.equals(change.getValue())));
        kind.setValue(scored ? KEY : FULL);
        reason.setLabel(getTranslation("competition.correction.reason"));
        reason.setHelperText(getTranslation("competition.correction.reason.help"));
        reason.setMaxLength(Corrections.LONGEST_REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(
                change -> submit.setEnabled(!change.getValue().isBlank()));
        reports.setLabel(getTranslation("competition.correction.reports"));
        reports.setValue(true);
        Div form = new Div(kind, keys, reason, reports, preview);
        form.addClassName("stack");
        add(marked.apply(form));
        Button look = new Button(getTranslation("competition.correction.look"), click -> look());
        submit.setText(getTranslation("competition.correction.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setEnabled(false);
        submit.addClickListener(click -> {
            CorrectionId id = acts.propose(new CorrectionDraft(
                    sheet.form(), slot.number(), ruling(), reason.getValue(), Boolean.TRUE.equals(reports.getValue())));
            close();
            proposed.accept(id);
        });
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), look, submit);
    }

    private static List<SlotKey> standing(Slot slot) {
        return slot.ruling() instanceof SlotRuling.Keys(List<SlotKey> any) ? any : List.of(slot.key());
    }

    private SlotRuling ruling() {
        return switch (kind.getValue()) {
            case FULL -> new SlotRuling.FullMarks();
            case OUT -> new SlotRuling.TakenOut();
            default -> editor.ruling();
        };
    }

    private void look() {
        CorrectionPreview shown = acts.preview(sheet, ruling());
        preview.removeAll();
        preview.add(new PreviewPanel(shown, Map.of(), false));
        if (shown.changing() == 0) {
            preview.add(new Paragraph(getTranslation("competition.correction.nobody")));
        }
    }
}
