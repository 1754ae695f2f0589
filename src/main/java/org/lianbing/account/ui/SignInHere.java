package org.lianbing.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

import org.lianbing.account.Doorway;
import org.lianbing.account.SignIns;
import org.lianbing.account.SignedIn;
import org.lianbing.account.security.DeviceCookie;
import org.lianbing.account.security.PersonAuthentication;
import org.lianbing.account.security.RememberedSignIn;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Signs somebody in from within a page, after the page has made sure who it is. */
@Component
class SignInHere {

    private final SignIns signIns;
    private final RememberedSignIn remembered;

    SignInHere(SignIns signIns, RememberedSignIn remembered) {
        this.signIns = signIns;
        this.remembered = remembered;
    }

    /** From where the running request comes. */
    Doorway doorway() {
        return DeviceCookie.doorway(request());
    }

    /** Puts the person into the session, under a new session id, and goes to their first page. */
    void enter(PersonId person, boolean remember) {
        SignedIn signedIn = signIns.enter(person).orElseThrow(() -> Problem.signIn("account.ended"));
        HttpServletRequest request = request();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(signedIn));
        request.changeSessionId();
        request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        if (remember) {
            remembered.remember(request, VaadinServletResponse.getCurrent().getHttpServletResponse(), signedIn);
        }
        UI.getCurrent().getPage().setLocation("/");
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
