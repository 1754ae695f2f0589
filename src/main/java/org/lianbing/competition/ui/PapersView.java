package org.lianbing.competition.ui;

import java.time.Clock;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestPapers;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.PaperPrints;
import org.lianbing.exam.PrintOffer;
import org.lianbing.exam.PrintWish;

/** A competition on paper: papers, answer sheets and keys, each opened as a page of its own to be printed. */
@Route("competitions/:competition/papers")
@RolesAllowed({"ORGANIZER", "TRAINER", "REVIEWER"})
class PapersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHEETS_AT_FIRST = 60;
    private static final int MOST_SPARE = 100;

    private final transient PaperPrints prints;
    private final transient ContestPapers contests;
    private final transient Actor actor;
    private final transient Clock clock;

    private final FormSelect form = new FormSelect();
    private final TextArea notes = new TextArea();
    private final Checkbox onPaper = new Checkbox();
    private final IntegerField from = new IntegerField();
    private final IntegerField to = new IntegerField();
    private final IntegerField spare = new IntegerField();
    private final PrintLink paper = new PrintLink("print-paper");
    private final PrintLink sheets = new PrintLink("print-sheets");
    private final PrintLink keys = new PrintLink("print-keys");

    PapersView(PaperPrints prints, ContestPapers contests, CurrentActor current, Clock clock) {
        this.prints = prints;
        this.contests = contests;
        this.actor = current.require();
        this.clock = clock;
        addClassNames("page", "papers");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CompetitionId id =
                CompetitionId.of(event.getRouteParameters().get("competition").orElse(""));
        ExamId exam = contests.exam(id);
        PrintOffer offer = prints.offer(actor, exam, clock.instant());
        removeAll();
        form.offer(offer.forms());
        add(new PageHeader(offer.title(), getTranslation("competition.papers"), head(offer)));
        Div cards = new Div(papers(exam, offer), sheets(exam, offer), keys(exam, offer));
        cards.addClassName("papers-cards");
        add(cards);
    }

    private Component head(PrintOffer offer) {
        Div head = new Div();
        if (offer.forms() > 1) {
            head.add(form);
        }
        return head;
    }

    private Component papers(ExamId exam, PrintOffer offer) {
        notes.setLabel(getTranslation("competition.papers.notes"));
        notes.setPlaceholder(getTranslation("competition.papers.notes.usual"));
        notes.setHelperText(
                getTranslation("competition.papers.notes.help", PrintWish.MOST_NOTES, PrintWish.LONGEST_NOTE));
        notes.setMaxLength(PrintWish.MOST_NOTES * (PrintWish.LONGEST_NOTE + 1));
        notes.setMinRows(4);
        notes.setWidthFull();
        notes.addValueChangeListener(change -> checkNotes(offer));
        onPaper.setLabel(getTranslation("competition.papers.on-paper"));
        paper.setText(getTranslation("competition.papers.paper.print"));
        paper.opens(language -> prints.paper(actor, exam, form.number(), wish(language), clock.instant()));
        paper.setAllowed(offer.items());
        return new Section(
                getTranslation("competition.papers.paper"),
                hint(offer.items() ? "competition.papers.paper.hint" : "competition.papers.sealed"),
                notes,
                onPaper,
                paper);
    }

    private void checkNotes(PrintOffer offer) {
        long lines = notes.getValue().lines().filter(line -> !line.isBlank()).count();
        boolean fits = lines <= PrintWish.MOST_NOTES
                && notes.getValue().lines().allMatch(line -> line.strip().length() <= PrintWish.LONGEST_NOTE);
        notes.setInvalid(!fits);
        notes.setErrorMessage(getTranslation("exam.print.notes", PrintWish.MOST_NOTES, PrintWish.LONGEST_NOTE));
        paper.setAllowed(offer.items() && fits);
    }

    private PrintWish wish(Locale language) {
        return new PrintWish(!onPaper.getValue(), notes.getValue().lines().toList(), language);
    }

    private Component sheets(ExamId exam, PrintOffer offer) {
        seat(from, "from", 1, 1, offer.roster());
        seat(to, "to", Math.min(offer.roster(), SHEETS_AT_FIRST), 1, offer.roster());
        seat(spare, "spare", 0, 0, MOST_SPARE);
        Div range = new Div(from, to, spare);
        range.addClassName("papers-range");
        sheets.setText(getTranslation("competition.papers.sheets.print"));
        sheets.opens(language -> prints.sheets(
                actor, exam, value(from, 1), value(to, 0), value(spare, 0), form.number(), language, clock.instant()));
        range.getChildren()
                .map(IntegerField.class::cast)
                .forEach(field -> field.addValueChangeListener(change -> checkRange(offer)));
        sheets.setAllowed(offer.sheets());
        return new Section(
                getTranslation("competition.papers.sheets"),
                hint("competition.papers.sheets.hint"),
                range,
                hint("competition.papers.sheets.most"),
                sheets);
    }

    private void checkRange(PrintOffer offer) {
        int named = Math.max(0, value(to, 0) - value(from, 1) + 1);
        int all = named + value(spare, 0);
        boolean fits = all > 0 && all <= PaperPrints.MOST_SHEETS && value(spare, 0) <= MOST_SPARE;
        to.setInvalid(!fits);
        to.setErrorMessage(getTranslation("exam.print.range", PaperPrints.MOST_SHEETS));
        sheets.setAllowed(offer.sheets() && fits);
    }

    private void seat(IntegerField field, String what, int value, int least, int most) {
        field.setLabel(getTranslation("competition.papers." + what));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.getElement().setAttribute("data-test", "sheets-" + what);
    }

    private static int value(IntegerField field, int otherwise) {
        return field.getValue() == null ? otherwise : field.getValue();
    }

    private Component keys(ExamId exam, PrintOffer offer) {
        keys.setText(getTranslation("competition.papers.keys.print"));
        keys.opens(language -> prints.keys(actor, exam, form.number(), language, clock.instant()));
        keys.setAllowed(offer.keys());
        return new Section(
                getTranslation("competition.papers.keys"),
                hint(offer.keys() ? "competition.papers.keys.hint" : "competition.papers.keys.later"),
                keys);
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key, PaperPrints.MOST_SHEETS));
        hint.addClassNames("muted", "small");
        return hint;
    }

    /** The page's own way in for other views. */
    static Anchor link(String text, CompetitionId competition) {
        Anchor link = new Anchor(CompetitionNavigation.papers(competition), text);
        link.addClassName("contest-act");
        link.getElement().setAttribute("data-test", "papers");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.papers");
    }
}
