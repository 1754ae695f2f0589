package org.lianbing.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;

/** What holds for every session from its beginning: its language, and how problems are told. */
@Component
class Beginning implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(Beginning.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> {
            session.getSession().setLocale(Language.of(session.getRequest()));
            session.getSession().setErrorHandler(Beginning::tell);
        });
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .expectFirst("html")
                .attr("lang", Language.of(page.getVaadinRequest()).toLanguageTag()));
    }

    private static void tell(ErrorEvent error) {
        Throwable cause = error.getThrowable();
        while (!(cause instanceof Problem) && !(cause instanceof AccessDeniedException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        UI ui = UI.getCurrent();
        if (cause instanceof Problem problem) {
            Notices.problem(ui.getTranslation(problem.code(), problem.arguments()));
        } else if (cause instanceof AccessDeniedException) {
            Notices.problem(ui.getTranslation("base.forbidden"));
        } else {
            log.error("A view failed", error.getThrowable());
            Notices.problem(ui.getTranslation("base.unexpected"));
        }
    }
}
