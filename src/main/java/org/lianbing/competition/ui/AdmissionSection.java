package org.lianbing.competition.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Printing;
import org.lianbing.base.ui.Section;
import org.lianbing.competition.sheet.ResultWorkbook;
import org.lianbing.exam.Turnout;

/** Before the start: how many are ready, and the cards that let contestants in. */
class AdmissionSection extends Section {

    private final transient AdmissionActs acts;
    private final DescriptionList.Description prepared = new DescriptionList.Description();
    private final DescriptionList.Description ready = new DescriptionList.Description();
    private final DescriptionList.Description started = new DescriptionList.Description();
    private final DescriptionList.Description ended = new DescriptionList.Description();

    AdmissionSection(AdmissionActs acts) {
        this.acts = acts;
        Div head = new Div(new H2(getTranslation("competition.cards")));
        head.addClassName("card-head");
        DescriptionList figures = new DescriptionList();
        figures.addClassNames("facts-list", "turnout");
        line(figures, "prepared", prepared);
        line(figures, "ready", ready);
        line(figures, "started", started);
        line(figures, "ended", ended);
        Paragraph hint = new Paragraph(getTranslation("competition.cards.hint"));
        hint.addClassNames("muted", "small");
        Div buttons = new Div(print(), download(), renew());
        buttons.addClassName("admission-acts");
        add(head, figures, hint, buttons);
    }

    private void line(DescriptionList figures, String what, DescriptionList.Description value) {
        value.getElement().setAttribute("data-test", "turnout-" + what);
        figures.add(new DescriptionList.Term(getTranslation("competition.turnout." + what)), value);
    }

    /** Four counts, of how many on the roster. */
    void show(Turnout turnout) {
        prepared.setText(of(turnout.prepared(), turnout));
        ready.setText(of(turnout.ready(), turnout));
        started.setText(of(turnout.started(), turnout));
        ended.setText(of(turnout.ended(), turnout));
    }

    private static String of(int count, Turnout turnout) {
        return String.format(Locale.ROOT, "%,d / %,d", count, turnout.roster());
    }

    private Button print() {
        Button print = new Button(
                getTranslation("competition.cards.print"),
                click -> new CardsDialog(
                                acts.competition().draft(), acts.all(), Printing.site(acts.baseUrl()), acts.words())
                        .open());
        print.getElement().setAttribute("data-test", "print-cards");
        return print;
    }

    private Anchor download() {
        Anchor download = new Anchor();
        download.setText(getTranslation("competition.cards.download"));
        String site = Printing.site(acts.baseUrl());
        download.setHref(
                DownloadHandler.fromInputStream(event -> file(event.getUI().getLocale(), site)));
        download.addClassName("contest-act");
        download.getElement().setAttribute("data-test", "download-cards");
        return download;
    }

    private DownloadResponse file(Locale language, String site) throws IOException {
        byte[] bytes = acts.workbook().write(acts.competition(), acts.all(), site, language);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes),
                acts.workbook().fileName(acts.competition(), language),
                ResultWorkbook.CONTENT_TYPE,
                bytes.length);
    }

    private Button renew() {
        Button renew = new Button(
                getTranslation("competition.cards.renew"),
                click -> Ask.once(
                        this,
                        getTranslation("competition.cards.renew.ask"),
                        getTranslation("competition.cards.renew.text"),
                        getTranslation("competition.cards.renew"),
                        () -> {
                            acts.renewAll();
                            Notices.done(getTranslation("competition.cards.renewed"));
                        }));
        renew.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        renew.getElement().setAttribute("data-test", "renew-cards");
        return renew;
    }
}
