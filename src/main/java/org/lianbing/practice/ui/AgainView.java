package org.lianbing.practice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.CurrentActor;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.Drills;
import org.lianbing.practice.Sitting;

/** Where the player leads for doing again what was missed: starts that drill and goes on to it at once. */
@Route("practice/again/:attempt")
@RolesAllowed("WORKER")
class AgainView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Drills drills;
    private final transient CurrentActor current;

    AgainView(Drills drills, CurrentActor current) {
        this.drills = drills;
        this.current = current;
        addClassNames("page", "narrow");
        add(new Paragraph(getTranslation("practice.again.coming")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AttemptId attempt =
                AttemptId.of(event.getRouteParameters().get("attempt").orElse(""));
        String url = Sitting.url(
                drills.start(current.require(), new DrillRequest.MissedIn(attempt), Device.name(), getLocale()));
        // This page must not stay in the history: going back would start yet another drill.
        UI.getCurrent().getPage().executeJs("window.location.replace($0)", url);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.menu");
    }
}
