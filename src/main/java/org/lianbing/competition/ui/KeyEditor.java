package org.lianbing.competition.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

import org.lianbing.base.Problem;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotRuling;

/** Every key that is to be right: the first is what candidates read as the answer, further ones count too. */
class KeyEditor extends Div {

    private final transient KeyFields fields;
    private final transient List<KeyField> made = new ArrayList<>();
    private final Div rows = new Div();
    private final Button more = new Button();

    KeyEditor(KeyFields fields, List<SlotKey> standing) {
        this.fields = fields;
        addClassNames("stack", "key-editor");
        rows.addClassName("stack");
        more.setText(getTranslation("competition.correction.more"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> add(List.of(standing.getFirst())));
        more.setVisible(fields.addsMore());
        add(rows, more);
        if (fields.addsMore()) {
            standing.forEach(key -> add(List.of(key)));
        } else {
            add(standing);
        }
    }

    private void add(List<SlotKey> keys) {
        KeyField field = fields.of(keys);
        Div row = new Div(field.component());
        row.addClassName("key-alternative");
        if (!made.isEmpty()) {
            Button remove = new Button(getTranslation("competition.correction.less"), click -> {
                made.remove(field);
                rows.remove(row);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            row.add(remove);
        }
        made.add(field);
        rows.add(row);
    }

    /**
     * What is filled in.
     *
     * @throws Problem invalid, where nothing is or it does not fit
     */
    SlotRuling ruling() {
        List<SlotKey> keys =
                made.stream().flatMap(field -> field.keys().stream()).distinct().toList();
        if (keys.isEmpty()) {
            throw Problem.invalid("paper.key-shape");
        }
        return new SlotRuling.Keys(keys);
    }
}
