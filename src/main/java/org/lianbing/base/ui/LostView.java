package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere, or to a page that is not for this role. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class LostView extends Div implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        addClassName("lost");
        add(new EmptyState(
                "search",
                getTranslation("base.problem.title"),
                getTranslation("base.not-found"),
                EmptyState.way("/", getTranslation("base.home"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
