package org.lianbing.account.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;

import org.lianbing.account.security.RememberedSignIn;

/** A plain HTML form that posts to Spring Security, so that password managers know what it is. */
@Tag("form")
class LoginForm extends HtmlContainer {

    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();

    LoginForm() {
        addClassName("login-form");
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        username.setLabel(getTranslation("account.username"));
        username.setAutofocus(true);
        name(username, "username", "username");
        username.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.NONE);
        password.setLabel(getTranslation("account.password"));
        name(password, "password", "current-password");
        add(username, password, remember(), submit(), csrf());
    }

    /** Fills the form in, for the accounts of the demonstration. */
    void fill(String name, String secret) {
        username.setValue(name);
        password.setValue(secret);
    }

    private static void name(TextField field, String name, String autocomplete) {
        field.getElement().setAttribute("name", name).setAttribute("autocomplete", autocomplete);
    }

    private static void name(PasswordField field, String name, String autocomplete) {
        field.getElement().setAttribute("name", name).setAttribute("autocomplete", autocomplete);
    }

    private Checkbox remember() {
        Checkbox remember = new Checkbox(getTranslation("account.remember"));
        remember.getElement().setAttribute("name", RememberedSignIn.PARAMETER).setAttribute("value", "on");
        return remember;
    }

    private NativeButton submit() {
        NativeButton submit = new NativeButton(getTranslation("account.sign-in"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("gate-act");
        return submit;
    }

    /** Vaadin guards its own requests; this one is Spring Security's and needs its token. */
    private static Input csrf() {
        Input field = new Input();
        field.setType("hidden");
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            field.getElement().setAttribute("name", token.getParameterName());
            field.getElement().setAttribute("value", token.getToken());
        }
        return field;
    }
}
