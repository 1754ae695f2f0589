package org.lianbing.competition.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Notices;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.competition.ResultSheet;
import org.lianbing.competition.Results;
import org.lianbing.competition.sheet.ResultWorkbook;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Figures;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.marking.ui.MarkingNavigation;

/** What an organizer can do with an opened competition: release, take back, download. */
class ContestActs {

    private final Competitions competitions;
    private final Results results;
    private final ResultWorkbook workbook;
    private final ContestCorrections keys;
    private final Actor actor;
    private final Clock clock;
    private final Runnable changed;
    private final Div bar = new Div();
    private final Anchor fairness = new Anchor();
    private final Anchor download = new Anchor();
    private final Anchor corrections = new Anchor();
    private final Anchor marking = new Anchor();
    private final Button answers = new Button();
    private final Button explanations = new Button();
    private final Button release = new Button();
    private final Button withdraw = new Button();
    private final CompetitionId competition;
    private @Nullable Asked asked;
    private boolean keysOpen;

    /** How it stood when it was asked whether the keys are open: not at every look, but whenever that changes. */
    private record Asked(Stand stand, boolean over) {}

    ContestActs(
            CompetitionId competition,
            Competitions competitions,
            Results results,
            ResultWorkbook workbook,
            ContestCorrections keys,
            Actor actor,
            Clock clock,
            Runnable changed) {
        this.competition = competition;
        this.competitions = competitions;
        this.results = results;
        this.workbook = workbook;
        this.keys = keys;
        this.actor = actor;
        this.clock = clock;
        this.changed = changed;
        withdraw.setText(bar.getTranslation("competition.withdraw"));
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
        withdraw.addClickListener(click -> askToWithdraw());
        release.setText(bar.getTranslation("competition.release"));
        release.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        release.addClickListener(click -> askToRelease());
        download.setText(bar.getTranslation("competition.download"));
        download.setHref(
                DownloadHandler.fromInputStream(event -> file(event.getUI().getLocale())));
        download.addClassName("contest-act");
        download.getElement().setAttribute("data-test", "download");
        fairness.setText(bar.getTranslation("competition.fairness"));
        fairness.setHref(CompetitionNavigation.fairness(competition));
        fairness.addClassName("contest-act");
        fairness.getElement().setAttribute("data-test", "fairness");
        corrections.setText(bar.getTranslation("competition.correction.title"));
        corrections.setHref(CompetitionNavigation.corrections(competition));
        corrections.setRouterIgnore(false);
        corrections.addClassName("contest-act");
        corrections.setVisible(false);
        marking.setRouterIgnore(false);
        marking.addClassName("contest-act");
        marking.getElement().setAttribute("data-test", "marking");
        marking.setVisible(false);
        answers.setText(bar.getTranslation("competition.disclose.answers"));
        answers.addClickListener(click -> askToDisclose("answers", competitions::discloseAnswers));
        answers.setVisible(false);
        explanations.setText(bar.getTranslation("competition.disclose.explanations"));
        explanations.addClickListener(click -> askToDisclose("explanations", competitions::discloseExplanations));
        explanations.setVisible(false);
        Anchor papers = PapersView.link(bar.getTranslation("competition.papers"), competition);
        bar.add(withdraw, marking, corrections, fairness, papers, download, answers, explanations, release);
    }

    Div bar() {
        return bar;
    }

    void show(ReleaseRule rule, Figures figures, Stand stand) {
        boolean over = stand == Stand.CLOSED || stand == Stand.OVER && figures.sitting() == 0;
        Asked now = new Asked(stand, over);
        if (!now.equals(asked)) {
            asked = now;
            keysOpen = over && keys.areOpenTo(actor, competition);
        }
        corrections.setVisible(over && keysOpen);
        Set<Competitions.Disclosable> waiting =
                stand == Stand.CLOSED ? competitions.disclosable(actor, competition, clock.instant()) : Set.of();
        answers.setVisible(waiting.contains(Competitions.Disclosable.ANSWERS));
        explanations.setVisible(waiting.contains(Competitions.Disclosable.EXPLANATIONS));
        withdraw.setVisible(stand == Stand.BEFORE);
        release.setVisible(rule == ReleaseRule.MANUAL && (stand.isLive() || stand == Stand.OVER));
        // While somebody is at work, or has something to mark, there is nothing to release yet.
        release.setEnabled(stand == Stand.OVER && figures.sitting() == 0 && figures.marking() == 0);
        showMarking(figures.marking());
    }

    /** The way to the markers, where the paper asks for some. */
    private void showMarking(int waiting) {
        Optional<ExamId> exam = competitions.markedByPeople(actor, competition);
        marking.setVisible(exam.isPresent());
        exam.ifPresent(id -> marking.setHref(MarkingNavigation.plan(id)));
        marking.setText(
                waiting == 0
                        ? bar.getTranslation("competition.marking")
                        : bar.getTranslation("competition.marking.waits", waiting));
    }

    private DownloadResponse file(Locale language) throws IOException {
        ResultSheet sheet = results.sheet(actor, competition);
        byte[] bytes = workbook.write(sheet, language);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes),
                ResultWorkbook.fileName(sheet),
                ResultWorkbook.CONTENT_TYPE,
                bytes.length);
    }

    private void askToRelease() {
        Ask.once(
                bar,
                bar.getTranslation("competition.release.ask"),
                bar.getTranslation("competition.release.text"),
                bar.getTranslation("competition.release"),
                () -> {
                    competitions.release(actor, competition, clock.instant());
                    Notices.done(bar.getTranslation("competition.released"));
                    changed.run();
                });
    }

    /** Lets something out that comes after the scores. */
    private interface Disclosing {
        void act(Actor actor, CompetitionId id, Instant now);
    }

    private void askToDisclose(String what, Disclosing disclosing) {
        String key = "competition.disclose." + what;
        Ask.once(
                bar,
                bar.getTranslation(key + ".ask"),
                bar.getTranslation(key + ".text"),
                bar.getTranslation(key),
                () -> {
                    disclosing.act(actor, competition, clock.instant());
                    Notices.done(bar.getTranslation("competition.disclosed"));
                    changed.run();
                });
    }

    private void askToWithdraw() {
        Ask.once(
                bar,
                bar.getTranslation("competition.withdraw.ask"),
                bar.getTranslation("competition.withdraw.text"),
                bar.getTranslation("competition.withdraw"),
                () -> {
                    competitions.withdraw(actor, competition, clock.instant());
                    Notices.done(bar.getTranslation("competition.withdrawn"));
                    bar.getUI().ifPresent(ui -> ui.navigate(CompetitionNavigation.edit(competition)));
                });
    }
}
