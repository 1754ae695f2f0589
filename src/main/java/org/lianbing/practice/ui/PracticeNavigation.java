package org.lianbing.practice.ui;

import com.vaadin.flow.component.UI;
import org.springframework.modulith.NamedInterface;

/** The ways to the pages of practice. */
@NamedInterface("navigation")
public final class PracticeNavigation {

    private PracticeNavigation() {}

    /** To the page on which a drill begins. */
    public static void toPractice() {
        UI.getCurrent().navigate(PracticeView.class);
    }

    /** To the mistake book. */
    public static void toMistakes() {
        UI.getCurrent().navigate(MistakesView.class);
    }
}
