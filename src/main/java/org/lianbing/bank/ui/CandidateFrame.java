package org.lianbing.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The candidate's own page in a frame, showing one item. */
@Tag("lianbing-candidate")
@JsModule("./components/candidate.ts")
class CandidateFrame extends Component implements HasStyle {

    private String shown = "";

    CandidateFrame() {
        getElement().setAttribute("language", getLocale().getLanguage());
        getElement().setAttribute("name", getTranslation("bankui.live.title"));
        setDesk(false);
    }

    /** Shows a form with one item; the same once more costs nothing. */
    void show(String form) {
        if (!form.equals(shown)) {
            shown = form;
            getElement().setProperty("form", form);
        }
    }

    /** As on a desk, or as on a phone. */
    void setDesk(boolean desk) {
        getElement().setAttribute("screen", desk ? "desk" : "phone");
    }
}
