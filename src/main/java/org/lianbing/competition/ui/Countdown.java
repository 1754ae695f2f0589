package org.lianbing.competition.ui;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Counts down in the browser, from the time that the server says is left. */
@Tag("lianbing-countdown")
@JsModule("./components/countdown.ts")
class Countdown extends Component implements HasStyle {

    Countdown(String days) {
        getElement().setAttribute("days", days);
        addClassName("countdown");
    }

    /** Sets the clock; the browser counts on from here. */
    void setLeft(Duration left) {
        getElement().setAttribute("left", String.valueOf(Math.max(0, left.toMillis())));
    }
}
