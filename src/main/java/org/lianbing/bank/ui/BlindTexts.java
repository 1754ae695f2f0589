package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;

/** A number, the blanks of a stem, or a text in one's own words. */
class BlindTexts extends BlindAnswer {

    private final transient List<Supplier<@Nullable String>> values = new ArrayList<>();
    private final String hint;

    BlindTexts(Ask.Number asked, Runnable enter) {
        hint = "bankui.blind.hint.number";
        TextField number = typed(getTranslation("bankui.blind.number"), enter);
        number.setSuffixComponent(new Span(asked.unit()));
    }

    BlindTexts(Ask.Fill asked, ItemText text, Runnable enter) {
        hint = "bankui.blind.hint.words";
        addClassName("options");
        int blanks = asked.fields().size();
        for (int i = 0; i < blanks; i++) {
            String label =
                    blanks == 1 ? getTranslation("bankui.blind.number") : getTranslation("bankui.blind.blank", i + 1);
            List<String> choices = asked.fields().get(i).choices();
            if (choices.isEmpty()) {
                typed(label, enter);
            } else {
                Select<String> select = new Select<>();
                select.setLabel(label);
                select.setItems(choices.stream().distinct().toList());
                select.setItemLabelGenerator(text::plain);
                values.add(select::getValue);
                add(select);
            }
        }
    }

    BlindTexts() {
        hint = "bankui.blind.hint.own-words";
        TextArea words = new TextArea(getTranslation("bankui.blind.number"));
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setAutofocus(true);
        words.setWidthFull();
        values.add(words::getValue);
        add(words);
    }

    private TextField typed(String label, Runnable enter) {
        TextField field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setAutofocus(values.isEmpty());
        field.addKeyDownListener(Key.ENTER, pressed -> enter.run());
        values.add(field::getValue);
        add(field);
        return field;
    }

    @Override
    List<String> response() {
        List<String> response = new ArrayList<>();
        for (Supplier<@Nullable String> value : values) {
            String said = value.get();
            if (said == null || said.isBlank()) {
                return List.of();
            }
            response.add(said.strip());
        }
        return response;
    }

    @Override
    String hint() {
        return hint;
    }
}
