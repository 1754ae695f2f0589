package org.lianbing.account.ui;

import java.util.Objects;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.lianbing.account.ActivationCards;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Where the QR code of an activation card leads: choose a user name and a password, and be inside. */
@Route(value = "activate", autoLayout = false)
@AnonymousAllowed
class ActivateView extends Gate implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ActivationCards cards;
    private final transient SignInHere signInHere;
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Checkbox remember = new Checkbox();
    private final Paragraph refusal = new Paragraph();

    ActivateView(ActivationCards cards, SignInHere signInHere) {
        this.cards = cards;
        this.signInHere = signInHere;
        refusal.addClassName("gate-refusal");
        refusal.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("code")
                .ifPresentOrElse(this::look, this::askForCode);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.activate.title") + " · " + getTranslation("base.brand");
    }

    private void askForCode() {
        refuse("");
        showCodeField("");
    }

    private void showCodeField(String typed) {
        TextField code = new TextField(getTranslation("account.activate.code"));
        code.setValue(typed);
        code.setPlaceholder("XXXX-XXXX-XXXX-XXXX");
        code.setAutocapitalize(Autocapitalize.CHARACTERS);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        Button next = act("account.activate.next", () -> look(code.getValue()));
        show(
                new H2(getTranslation("account.activate.title")),
                new Paragraph(getTranslation("account.activate.type-code")),
                refusal,
                form(code, next));
    }

    private void look(String code) {
        try {
            ActivationCards.Holder holder = cards.look(code, signInHere.doorway());
            refuse("");
            showChoice(code, holder);
        } catch (Problem problem) {
            refuse(getTranslation(problem.code(), problem.arguments()));
            showCodeField(code);
        }
    }

    private void showChoice(String code, ActivationCards.Holder holder) {
        username.setLabel(getTranslation("account.username"));
        username.setHelperText(getTranslation("account.activate.username-hint"));
        username.setValue(Objects.requireNonNullElse(holder.username(), ""));
        username.setAutocapitalize(Autocapitalize.NONE);
        username.getElement().setAttribute("autocomplete", "username");
        password.setLabel(getTranslation("account.activate.new-password"));
        password.setHelperText(getTranslation("account.activate.password-hint"));
        password.getElement().setAttribute("autocomplete", "new-password");
        again.setLabel(getTranslation("account.activate.again"));
        again.getElement().setAttribute("autocomplete", "new-password");
        remember.setLabel(getTranslation("account.remember"));
        remember.setValue(true);
        show(
                new H2(getTranslation("account.activate.hello", holder.name())),
                new Paragraph(getTranslation("account.activate.choose", holder.unitName())),
                refusal,
                form(username, password, again, remember, act("account.activate.act", () -> activate(code))));
    }

    private void activate(String code) {
        if (!password.getValue().equals(again.getValue())) {
            refuse(getTranslation("account.activate.differ"));
            again.focus();
            return;
        }
        PersonId person;
        try {
            person = cards.activate(code, username.getValue(), password.getValue(), signInHere.doorway());
        } catch (Problem problem) {
            refuse(getTranslation(problem.code(), problem.arguments()));
            return;
        }
        signInHere.enter(person, remember.getValue());
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
    }

    private Button act(String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClickShortcut(Key.ENTER);
        return button;
    }

    private static Div form(com.vaadin.flow.component.Component... fields) {
        Div form = new Div(fields);
        form.addClassName("login-form");
        return form;
    }
}
