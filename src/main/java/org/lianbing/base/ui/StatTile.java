package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A large figure under its name, with its unit. */
public class StatTile extends Div {

    private final Span value = new Span();
    private final Span unit = new Span();

    public StatTile(String label, String value, String unit, Tone tone) {
        addClassNames("stat-tile", tone.cssClass());
        Paragraph name = new Paragraph(label);
        name.addClassName("label");
        Paragraph figure = new Paragraph(this.value, this.unit);
        figure.addClassName("figure");
        this.value.setText(value);
        this.unit.addClassName("unit");
        this.unit.setText(unit);
        add(name, figure);
    }

    /** Changes the figure in place, so that nothing jumps when data arrives. */
    public void setValue(String text) {
        value.setText(text);
    }
}
