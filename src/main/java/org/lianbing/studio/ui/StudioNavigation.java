package org.lianbing.studio.ui;

import com.vaadin.flow.component.UI;
import org.springframework.modulith.NamedInterface;

import org.lianbing.studio.StudioId;

/** The ways to studios. */
@NamedInterface("navigation")
public final class StudioNavigation {

    private StudioNavigation() {}

    /** To the list of studios. */
    public static void toStudios() {
        UI.getCurrent().navigate(StudiosView.class);
    }

    /** The address of a studio. */
    public static String studio(StudioId id) {
        return "/studios/" + id;
    }
}
