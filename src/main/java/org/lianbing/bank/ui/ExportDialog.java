package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.exchange.ExportForecast;
import org.lianbing.bank.exchange.ExportSelection;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;

/** Items as a file: which, in what form, and what that form cannot carry, before it is taken away. */
final class ExportDialog extends Dialog {

    /** The forms a person knows, in the order of how often they are wanted. */
    enum Form {
        EXCEL("xlsx", true),
        WORD_WITH_KEYS("docx", true),
        WORD_WITHOUT_KEYS("docx", false),
        MOODLE("moodle-xml", true),
        GIFT("gift", true),
        QTI("qti-package", true),
        YAML("yaml", true);

        private final String format;
        private final boolean keys;

        Form(String format, boolean keys) {
            this.format = format;
            this.keys = keys;
        }
    }

    private final transient ExportService exports;
    private final transient Actor actor;
    private final transient ItemQuery query;
    private final transient List<ItemId> chosen;

    private final RadioButtonGroup<Boolean> whole = new RadioButtonGroup<>();
    private final Select<Form> form = new Select<>();
    private final Paragraph hint = new Paragraph();
    private final Div told = new Div();
    private final Anchor take = new Anchor();

    /**
     * @param query what the list finds
     * @param chosen what is chosen in it; may be nothing
     * @param total how many the list finds
     */
    ExportDialog(ExportService exports, Actor actor, ItemQuery query, Set<ItemId> chosen, int total) {
        this.exports = exports;
        this.actor = actor;
        this.query = query;
        this.chosen = List.copyOf(chosen);
        setHeaderTitle(getTranslation("bankui.export.title"));
        whole.setLabel(getTranslation("bankui.export.which"));
        whole.setItems(chosen.isEmpty() ? List.of(true) : List.of(false, true));
        whole.setItemLabelGenerator(all -> all
                ? getTranslation("bankui.export.all", total)
                : getTranslation("bankui.export.chosen", chosen.size()));
        whole.setValue(chosen.isEmpty());
        form.setLabel(getTranslation("bankui.export.form"));
        form.setItems(Form.values());
        form.setItemLabelGenerator(one -> getTranslation("bankui.export.form." + one));
        form.setValue(Form.EXCEL);
        hint.addClassNames("muted", "small");
        told.addClassName("notes");
        told.getElement().setAttribute("role", "status");
        take.addClassNames("button-link", "primary");
        take.setText(getTranslation("bankui.export.take"));
        Div fields = new Div(whole, form, hint, told);
        fields.addClassNames("stack", "dialog-fields");
        add(fields);
        whole.addValueChangeListener(change -> show());
        form.addValueChangeListener(change -> show());
        Button close = new Button(getTranslation("base.cancel"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(close, take);
        show();
    }

    private ExportSelection selection() {
        return new ExportSelection(
                query,
                Set.of(),
                whole.getValue() ? null : chosen,
                form.getValue().keys ? Map.of() : Map.of("keys", "false"));
    }

    private void show() {
        FormatWriter writer = exports.format(form.getValue().format);
        hint.setText(getTranslation("bankui.export.hint." + form.getValue()));
        told.removeAll();
        try {
            tell(exports.forecast(actor, writer, selection()));
        } catch (Problem problem) {
            told.add(new Paragraph(getTranslation(problem.code(), problem.arguments())));
            take.setVisible(false);
            return;
        }
        ExportSelection selection = selection();
        take.setHref(Downloads.file(
                getTranslation("bankui.export.file") + "." + writer.extension(),
                writer.contentType(),
                (language, out) -> exports.write(actor, writer, selection, language, out)));
    }

    private void tell(ExportForecast forecast) {
        told.add(new Paragraph(getTranslation("bankui.export.items", forecast.items())));
        if (forecast.named() > 0) {
            told.add(new Paragraph(getTranslation("bankui.export.named", forecast.named())));
        }
        if (forecast.partly() > 0) {
            told.add(new Paragraph(getTranslation("bankui.export.partly", forecast.partly())));
        }
        new TreeMap<>(forecast.scored())
                .forEach((how, count) ->
                        told.add(new Paragraph(getTranslation("bankui.export.scored", count, getTranslation(how)))));
        take.setVisible(forecast.items() > 0);
    }
}
