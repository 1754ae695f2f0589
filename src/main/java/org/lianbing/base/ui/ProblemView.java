package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.lianbing.base.Problem;

/** A view could not be opened because of a problem: the sentence, and the way home. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class ProblemView extends Div implements HasErrorParameter<Problem> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Problem> parameter) {
        Problem problem = parameter.getException();
        removeAll();
        addClassName("lost");
        add(new EmptyState(
                "search",
                getTranslation("base.problem.title"),
                getTranslation(problem.code(), problem.arguments()),
                EmptyState.way("/", getTranslation("base.home"))));
        return problem.kind().status();
    }
}
