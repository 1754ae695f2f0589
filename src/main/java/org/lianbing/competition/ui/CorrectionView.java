package org.lianbing.competition.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.PersonName;
import org.lianbing.account.ui.Watermark;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.competition.sheet.PreviewWorkbook;
import org.lianbing.competition.sheet.ResultWorkbook;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionPreview;
import org.lianbing.exam.CorrectionProposal;

/** One proposal for the second person: the slot, what is to hold and why, and what that will do to whom. */
@Route("competitions/:competition/corrections/:correction")
@RolesAllowed({"ORGANIZER", "REVIEWER", "TRAINER"})
class CorrectionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CorrectionDesk desk;
    private final transient ContestCorrections contests;
    private final transient PreviewWorkbook workbook;
    private final transient Words words;
    private final transient Watermark watermark;
    private final transient Actor actor;
    private final transient Clock clock;

    CorrectionView(
            CorrectionDesk desk,
            ContestCorrections contests,
            PreviewWorkbook workbook,
            Words words,
            Watermark watermark,
            CurrentActor current,
            Clock clock) {
        this.desk = desk;
        this.contests = contests;
        this.workbook = workbook;
        this.words = words;
        this.watermark = watermark;
        this.actor = current.require();
        this.clock = clock;
        addClassNames("page", "correction-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CompetitionId competition = CompetitionId.of(parameter(event, "competition"));
        CorrectionId id = CorrectionId.of(parameter(event, "correction"));
        show(new CorrectionActs(competition, desk, contests, actor, clock), id);
    }

    private static String parameter(BeforeEnterEvent event, String name) {
        return event.getRouteParameters().get(name).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private void show(CorrectionActs acts, CorrectionId id) {
        removeAll();
        CorrectionProposal proposal = acts.get(id);
        if (!acts.areOpen()) {
            showOwn(acts, proposal);
            return;
        }
        Anchor back = new Anchor(
                CompetitionNavigation.corrections(acts.competition()), getTranslation("competition.correction.all"));
        back.setRouterIgnore(false);
        back.addClassName("contest-act");
        add(new PageHeader(acts.exam().draft().title(), said(proposal), back));
        add(told(proposal, acts));
        acts.slots().stream()
                .filter(sheet -> sheet.label().equals(proposal.draft().label()))
                .findFirst()
                .map(sheet -> proposal.waits() ? new ProposedCard(sheet, proposal) : new SlotCard(sheet, null))
                .ifPresent(card -> add(acts.isSealed() ? watermark.over(actor, card) : card));
        if (proposal.waits()) {
            decide(acts, proposal);
        }
    }

    /** For a setter whose proposal outlived the seal: what it was and what became of it, and the way to take it back. */
    private void showOwn(CorrectionActs acts, CorrectionProposal proposal) {
        add(
                new PageHeader(contests.title(proposal), said(proposal)),
                told(proposal, acts),
                muted(getTranslation("competition.correction.own-elsewhere")));
        if (proposal.waits()) {
            Div bar = ownBar(acts, proposal);
            bar.addClassName("decision-bar");
            add(bar);
        }
    }

    /** 第 3 题：更正答案. */
    private String said(CorrectionProposal proposal) {
        return getTranslation(
                "competition.erratum.short." + proposal.draft().ruling().code(),
                proposal.draft().label());
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }

    private Component told(CorrectionProposal proposal, CorrectionActs acts) {
        Map<PersonId, PersonName> names =
                acts.names(Stream.concat(Stream.of(proposal.proposedBy()), Stream.ofNullable(proposal.decidedBy()))
                        .toList());
        Div told = new Div(new Paragraph(getTranslation(
                "competition.correction.told",
                name(names, proposal.proposedBy()),
                words.moment(this, proposal.proposedAt()),
                proposal.draft().reason())));
        if (!proposal.waits()) {
            told.add(new Paragraph(getTranslation(
                    "competition.correction.told." + proposal.state(),
                    name(names, Objects.requireNonNull(proposal.decidedBy())),
                    words.moment(this, Objects.requireNonNull(proposal.decidedAt())),
                    proposal.decision())));
        }
        if (proposal.draft().reportsItem()) {
            told.add(muted(getTranslation("competition.correction.told.reports")));
        }
        told.addClassNames("card", "stack");
        return told;
    }

    private static String name(Map<PersonId, PersonName> names, PersonId person) {
        PersonName name = names.get(person);
        return name == null ? "" : name.name();
    }

    private void decide(CorrectionActs acts, CorrectionProposal proposal) {
        CorrectionPreview preview = acts.preview(proposal.id());
        Map<PersonId, PersonName> names = acts.names(
                preview.lines().stream().map(CorrectionPreview.Line::person).toList());
        Section section = new Section(
                getTranslation("competition.correction.preview"),
                getTranslation("competition.correction.nothing-yet"),
                new PreviewPanel(preview, names, true),
                files(acts, proposal, preview, names));
        add(section);
        boolean own = proposal.proposedBy().equals(acts.actor());
        Div bar = own ? ownBar(acts, proposal) : decisionBar(acts, proposal, preview);
        bar.addClassName("decision-bar");
        add(bar);
    }

    private Component files(
            CorrectionActs acts,
            CorrectionProposal proposal,
            CorrectionPreview preview,
            Map<PersonId, PersonName> names) {
        Anchor excel = new Anchor();
        excel.setText(getTranslation("competition.correction.excel"));
        excel.addClassName("contest-act");
        excel.setHref(DownloadHandler.fromInputStream(event -> {
            try {
                byte[] bytes = workbook.write(
                        acts.exam().draft().title(),
                        proposal.draft(),
                        preview,
                        names,
                        event.getUI().getLocale());
                return new DownloadResponse(
                        new ByteArrayInputStream(bytes),
                        getTranslation("competition.correction.preview") + ".xlsx",
                        ResultWorkbook.CONTENT_TYPE,
                        bytes.length);
            } catch (IOException e) {
                return DownloadResponse.error(500);
            }
        }));
        Button print = new Button(
                getTranslation("competition.correction.print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        Div files = new Div(excel, print);
        files.addClassName("file-acts");
        return files;
    }

    private Div ownBar(CorrectionActs acts, CorrectionProposal proposal) {
        Paragraph waits = new Paragraph(getTranslation("competition.correction.own-waits"));
        waits.addClassName("muted");
        Button withdraw = new Button(
                getTranslation("competition.correction.withdraw"),
                click -> Ask.once(
                        this,
                        getTranslation("competition.correction.withdraw.ask"),
                        getTranslation("competition.correction.withdraw.text"),
                        getTranslation("competition.correction.withdraw"),
                        () -> {
                            acts.withdraw(proposal.id());
                            show(acts, proposal.id());
                        }));
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return new Div(waits, withdraw);
    }

    private Div decisionBar(CorrectionActs acts, CorrectionProposal proposal, CorrectionPreview preview) {
        Button refuse = new Button(
                getTranslation("competition.correction.refuse"),
                click -> new RefusalDialog(why -> {
                            acts.refuse(proposal.id(), why);
                            Notices.done(getTranslation("competition.correction.refused"));
                            show(acts, proposal.id());
                        })
                        .open());
        Button approve = new Button(
                getTranslation("competition.correction.approve"),
                click -> Ask.once(
                        this,
                        getTranslation("competition.correction.approve.ask"),
                        getTranslation("competition.correction.approve.text", preview.changing()),
                        getTranslation("competition.correction.approve"),
                        () -> approve(acts, proposal, preview)));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Div(refuse, approve);
    }

    /** Where another correction came into force meanwhile, the page shows the new preview, and why. */
    private void approve(CorrectionActs acts, CorrectionProposal proposal, CorrectionPreview preview) {
        try {
            acts.approve(proposal.id(), preview.basis());
            Notices.done(getTranslation("competition.correction.approved"));
        } catch (Problem changed) {
            Notices.problem(getTranslation(changed.code(), changed.arguments()));
        }
        show(acts, proposal.id());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.correction.title");
    }
}
