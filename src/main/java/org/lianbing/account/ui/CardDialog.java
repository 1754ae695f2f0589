package org.lianbing.account.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.account.ActivationCards;
import org.lianbing.base.ui.Printing;
import org.lianbing.base.ui.QrCode;

/** An activation card to print, shown this once. */
class CardDialog extends Dialog {

    CardDialog(ActivationCards.Card card, String unitName, String baseUrl) {
        setHeaderTitle(getTranslation("account.card.title"));
        setMaxWidth("calc(100vw - 32px)");
        String site = Printing.site(baseUrl);
        String link = site + "/activate?code=" + URLEncoder.encode(card.code(), StandardCharsets.UTF_8);
        Div sheet = sheet(card, unitName, site, link);
        Paragraph once = new Paragraph(getTranslation("account.card.once"));
        once.addClassNames("small", "muted");
        add(sheet, once);
        Button print = new Button(getTranslation("account.card.print-now"), click -> Printing.print(sheet, "account"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("account.card.close"), click -> close()), print);
    }

    private Div sheet(ActivationCards.Card card, String unitName, String site, String link) {
        H2 name = new H2(card.name());
        Paragraph unit = new Paragraph(unitName);
        Span code = new Span(card.code());
        code.addClassName("card-code");
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("account.card.step1")),
                new ListItem(getTranslation("account.card.step2")),
                new ListItem(getTranslation("account.card.step3")));
        Paragraph byHand = new Paragraph(getTranslation("account.card.by-hand", site + "/activate"));
        Paragraph until = new Paragraph(getTranslation("account.card.good-for", ActivationCards.GOOD_FOR.toDays()));
        until.addClassName("card-until");
        Div words = new Div(name, unit, steps);
        words.addClassName("card-words");
        Div sheet = new Div(words, qr(link), code, byHand, until);
        sheet.addClassName("card-sheet");
        return sheet;
    }

    private QrCode qr(String link) {
        return new QrCode(link, getTranslation("account.card.qr"));
    }
}
