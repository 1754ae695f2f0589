package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A large figure under its name, with its unit. */
public class StatTile extends Div {

    private final Paragraph name = new Paragraph();
    private final Span value = new Span();
    private final Span unit = new Span();

    public StatTile(String label, String value, String unit, Tone tone) {
        addClassNames("stat-tile", tone.cssClass());
        name.setText(label);
        name.addClassName("label");
        Paragraph figure = new Paragraph(this.value, this.unit);
        figure.addClassName("figure");
        this.value.setText(value);
        this.unit.addClassName("unit");
        this.unit.setText(unit);
        add(name, figure);
    }

    /** Changes what the figure counts. */
    public void setLabel(String label) {
        name.setText(label);
    }

    /** Changes the figure in place, so that nothing jumps when data arrives. */
    public void setValue(String text) {
        value.setText(text);
    }
}
