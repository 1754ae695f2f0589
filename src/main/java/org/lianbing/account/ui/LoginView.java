package org.lianbing.account.ui;

import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

import org.lianbing.base.CurrentActor;

/** Signing in. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Gate implements BeforeEnterObserver, HasDynamicTitle {

    private static final String DEMO_PASSWORD = "lianbing";
    private static final List<String> DEMO_ACCOUNTS =
            List.of("worker1", "trainer", "reviewer", "organizer", "host", "admin");

    private final transient CurrentActor current;
    private final boolean demo;

    LoginView(CurrentActor current, Environment environment) {
        this.current = current;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        Set<String> said =
                event.getLocation().getQueryParameters().getParameters().keySet();
        LoginForm form = new LoginForm();
        Div demoPart = new Div();
        if (demo) {
            demoPart.add(demoAccounts(form));
        }
        show(new H2(getTranslation("account.sign-in")), refusal(said), form, cardHint(), demoPart);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.sign-in") + " · " + getTranslation("base.brand");
    }

    private Component refusal(Set<String> said) {
        Paragraph words = new Paragraph();
        words.addClassName("gate-refusal");
        words.getElement().setAttribute("role", "alert");
        if (said.contains("throttled")) {
            words.setText(getTranslation("account.sign-in.throttled"));
        } else if (said.contains("error")) {
            words.setText(getTranslation("sign-in.refused"));
        } else {
            words.setVisible(false);
        }
        return words;
    }

    private Component cardHint() {
        Anchor activate = new Anchor("activate", getTranslation("account.have-card"));
        Paragraph hint = new Paragraph(activate);
        hint.addClassName("gate-hint");
        return hint;
    }

    private Component demoAccounts(LoginForm form) {
        Paragraph title = new Paragraph(getTranslation("account.demo.title", DEMO_PASSWORD));
        title.addClassNames("small", "muted");
        Div accounts = new Div();
        accounts.addClassName("demo-accounts");
        for (String account : DEMO_ACCOUNTS) {
            Span what = new Span(getTranslation("account.demo." + account));
            NativeButton button = new NativeButton();
            button.add(new Span(account), what);
            button.getElement().setAttribute("type", "button");
            button.addClickListener(click -> form.fill(account, DEMO_PASSWORD));
            accounts.add(button);
        }
        Div demoPart = new Div(title, accounts);
        demoPart.addClassName("demo-part");
        return demoPart;
    }
}
