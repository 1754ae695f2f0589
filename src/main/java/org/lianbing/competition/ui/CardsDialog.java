package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;

import org.lianbing.base.ui.Printing;
import org.lianbing.base.ui.QrCode;
import org.lianbing.competition.AdmissionCard;
import org.lianbing.competition.CompetitionDraft;

/** Admission cards to print, eight to a page, by a range of seats. */
class CardsDialog extends Dialog {

    /** More in one go would make the browser slow; a hall is printed in portions anyway. */
    private static final int MOST = 96;

    private static final int AT_FIRST = 24;

    private final transient CompetitionDraft draft;
    private final transient List<AdmissionCard> cards;
    private final transient Words words;
    private final String site;
    private final Div sheet = new Div();
    private final IntegerField from;
    private final IntegerField to;

    CardsDialog(CompetitionDraft draft, List<AdmissionCard> cards, String site, Words words) {
        this.draft = draft;
        this.words = words;
        this.cards = List.copyOf(cards);
        this.site = site;
        int last = cards.getLast().seat();
        setHeaderTitle(getTranslation("competition.cards.print"));
        addClassName("form-dialog");
        setWidth("760px");
        setMaxWidth("calc(100vw - 32px)");
        from = seat("from", 1, last);
        to = seat("to", Math.min(last, AT_FIRST), last);
        Div range = new Div(from, to, new Span(getTranslation("competition.cards.most", MOST)));
        range.addClassName("cards-range");
        sheet.addClassName("admission-cards");
        add(range, sheet);
        Button print =
                new Button(getTranslation("competition.cards.print-now"), click -> Printing.print(sheet, "contest"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("base.close"), click -> close()), print);
        show();
    }

    private IntegerField seat(String what, int value, int last) {
        IntegerField field = new IntegerField(getTranslation("competition.cards." + what));
        field.setMin(1);
        field.setMax(last);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.addValueChangeListener(change -> show());
        return field;
    }

    private void show() {
        int first = from.getValue() == null ? 1 : from.getValue();
        int last = to.getValue() == null ? first : to.getValue();
        sheet.removeAll();
        cards.stream()
                .filter(card -> card.seat() >= first && card.seat() <= last)
                .limit(MOST)
                .forEach(card -> sheet.add(card(card)));
    }

    private Div card(AdmissionCard card) {
        Paragraph contest = new Paragraph(draft.name());
        contest.addClassName("card-contest");
        Paragraph when = new Paragraph(words.window(this, draft.window()));
        H2 name = new H2(card.name());
        Span seat = new Span(getTranslation("competition.cards.seat-number", card.seat()));
        seat.addClassName("card-seat");
        Div who = new Div(name, seat);
        who.addClassName("card-who");
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("competition.cards.step1")),
                new ListItem(getTranslation("competition.cards.step2")),
                new ListItem(getTranslation("competition.cards.step3")));
        Div text = new Div(contest, when, who, new Paragraph(card.unit()), steps);
        text.addClassName("card-words");
        Div whole = new Div(text, new QrCode(site + card.path(), getTranslation("competition.cards.qr", card.name())));
        whole.addClassName("admission-card");
        return whole;
    }
}
