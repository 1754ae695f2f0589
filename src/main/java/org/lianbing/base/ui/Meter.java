package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Div;

/** A bar that shows how far something is. */
public class Meter extends Div {

    /**
     * @param fraction 0 to 1
     * @param label what it measures, for those who do not see it
     */
    public Meter(double fraction, Tone tone, String label) {
        long percent = Math.round(Math.clamp(fraction, 0, 1) * 100);
        addClassNames("meter", tone.cssClass());
        getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-valuenow", String.valueOf(percent))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100")
                .setAttribute("aria-label", label)
                .getStyle()
                .set("--fraction", percent + "%");
    }
}
