package org.lianbing.account.ui;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.base.ui.Language;

/** What stands around the pages before one is inside: the name of the house, one card, the language. */
class Gate extends Div {

    private final Main card = new Main();

    Gate() {
        addClassName("gate");
        card.addClassName("gate-card");
        Div inside = new Div(card, foot());
        inside.addClassName("gate-inside");
        add(house(), inside);
    }

    /** Replaces what the card holds. */
    void show(Component... content) {
        card.removeAll();
        card.add(content);
    }

    private Component house() {
        Span mark = new Span();
        mark.addClassName("gate-mark");
        H1 name = new H1(getTranslation("base.brand"));
        Paragraph line = new Paragraph(getTranslation("account.gate.line"));
        Div words = new Div(name, line);
        Div head = new Div(mark, words);
        head.addClassName("gate-head");
        Aside house = new Aside(head, promise("account.gate.practice"), promise("account.gate.offline"));
        house.add(promise("account.gate.contest"));
        house.addClassName("gate-house");
        return house;
    }

    private Component promise(String key) {
        Paragraph promise = new Paragraph(getTranslation(key));
        promise.addClassName("gate-promise");
        return promise;
    }

    private Component foot() {
        Locale other = Language.other(getLocale());
        NativeButton language = new NativeButton(getTranslation("base.language.other"));
        language.getElement().setAttribute("lang", other.toLanguageTag());
        language.addClickListener(click -> Language.choose(other));
        Footer foot = new Footer(language);
        foot.addClassName("gate-foot");
        return foot;
    }
}
