package org.lianbing.studio.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.base.ui.Section;
import org.lianbing.studio.StudioWords;

/** What a studio says of itself: its field, its honours, its introduction. */
class WordFields extends Section {

    private final TextField field = new TextField();
    private final TextArea honours = new TextArea();
    private final TextArea introduction = new TextArea();

    WordFields() {
        field.setLabel(getTranslation("studio.field.label"));
        field.setRequired(true);
        field.setMaxLength(60);
        honours.setLabel(getTranslation("studio.honours"));
        honours.setHelperText(getTranslation("studio.honours.help"));
        introduction.setLabel(getTranslation("studio.introduction"));
        introduction.setMinRows(6);
        field.setWidthFull();
        honours.setWidthFull();
        introduction.setWidthFull();
        add(field, honours, introduction);
    }

    void show(StudioWords words) {
        field.setValue(words.field());
        honours.setValue(words.honours());
        introduction.setValue(words.introduction());
    }

    StudioWords words() {
        return new StudioWords(field.getValue(), honours.getValue(), introduction.getValue());
    }
}
