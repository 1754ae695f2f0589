package org.lianbing.practice.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.SlotReports;
import org.lianbing.attempt.SlotResult;
import org.lianbing.bank.call.ui.ReportDialog;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.StatTile;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.course.LessonRef;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.DrillResult;
import org.lianbing.practice.DrillResults;
import org.lianbing.practice.Drills;
import org.lianbing.practice.Practical;
import org.lianbing.practice.Sitting;

/** The result of a drill of one's own, to look at later: what was missed and the lesson that teaches it come first. */
@Route("practice/results/:attempt")
@RolesAllowed("WORKER")
class DrillResultView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DrillResults results;
    private final transient Drills drills;
    private final transient SlotReports reports;
    private final transient Actor actor;

    DrillResultView(DrillResults results, Drills drills, SlotReports reports, CurrentActor current) {
        this.reports = reports;
        this.results = results;
        this.drills = drills;
        this.actor = current.require();
        addClassNames("page", "narrow", "practice");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AttemptId attempt =
                AttemptId.of(event.getRouteParameters().get("attempt").orElse(""));
        show(results.of(actor.person(), attempt));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.result");
    }

    private void show(DrillResult result) {
        removeAll();
        add(new PageHeader(getTranslation("practice.result"), result.summary().title()), tiles(result));
        if (result.keptBack() > 0) {
            add(new Paragraph(getTranslation("practice.result.kept-back", result.keptBack())));
        }
        int missed = result.items() - result.correct();
        if (missed > 0) {
            Button again = new Button(getTranslation("practice.result.again", missed), click -> again(result));
            again.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
            again.addClassName("main-act");
            add(again);
        }
        AttemptId id = result.summary().id();
        result.told().stream()
                .filter(line -> !line.correct())
                .forEach(line -> add(slot(id, line, result.practical(line))));
        result.told().stream()
                .filter(DrillResult.Line::correct)
                .forEach(line -> add(slot(id, line, result.practical(line))));
    }

    private Component tiles(DrillResult result) {
        Duration used = result.summary().timeUsed();
        Div tiles = new Div(
                new StatTile(
                        getTranslation("practice.result.correct"),
                        String.valueOf(result.correct()),
                        getTranslation("practice.result.of", result.items()),
                        Tone.PLAIN),
                new StatTile(
                        getTranslation("practice.result.time"),
                        Moments.clock(used == null ? Duration.ZERO : used),
                        "",
                        Tone.PLAIN));
        tiles.addClassNames("tiles", "two");
        return tiles;
    }

    private Component slot(AttemptId attempt, DrillResult.Line line, Optional<Practical> practical) {
        Div head = new Div(verdict(line));
        head.addClassNames("row", "wrap");
        if (line.point() != null) {
            Span point = new Span(line.point().name());
            point.addClassNames("muted", "small");
            head.add(point);
        }
        Section card = new Section(head);
        SlotFeedback feedback = line.result().feedback();
        if (feedback != null) {
            if (feedback.caseStem() != null) {
                card.add(new Details(getTranslation("practice.result.case"), prose(feedback.caseStem())));
            }
            card.add(prose(feedback.stem()), SlotAnswer.of(this, line.result(), feedback));
            card.add(prose(feedback.explanation()));
        }
        practical.ifPresent(found -> card.add(said(found)));
        if (line.lesson() != null) {
            card.add(lesson(line.lesson()));
        }
        if (feedback != null) {
            int number = line.result().slot();
            card.add(ReportDialog.button(
                    this, (reason, words) -> reports.report(actor.person(), attempt, number, reason, words)));
        }
        return card;
    }

    /** What somebody found in the own work says so, and says how much it came to. */
    private Tag verdict(DrillResult.Line line) {
        SlotResult result = line.result();
        if (result.isUnmarked()) {
            return new Tag(getTranslation("practice.result.unmarked"), Tone.WARN);
        }
        if (result.isSelfAssessed()) {
            long percent = Math.round(result.fraction().doubleValue() * 100);
            return new Tag(
                    getTranslation("practice.result.self-assessed", percent), line.correct() ? Tone.GOOD : Tone.WARN);
        }
        boolean partly = !line.correct() && result.fraction().signum() > 0;
        return new Tag(
                getTranslation(line.correct() ? "practice.right" : partly ? "practice.partly" : "practice.wrong"),
                line.correct() ? Tone.GOOD : partly ? Tone.WARN : Tone.BAD);
    }

    /** What a trainer said about a practical task, or that nobody has yet. */
    private Component said(Practical practical) {
        Practical.Decision decision = practical.decision();
        if (decision == null) {
            return new Tag(getTranslation("practice.practical.waiting"), Tone.PLAIN);
        }
        BigDecimal points = decision.points();
        Tag tag = points == null
                ? new Tag(getTranslation("practice.practical.not-confirmed"), Tone.BAD)
                : new Tag(
                        getTranslation(
                                "practice.practical.confirmed",
                                Points.plain(points),
                                Points.plain(practical.ofPoints())),
                        Tone.GOOD);
        Div all = new Div(tag);
        if (!decision.word().isEmpty()) {
            all.add(new Paragraph(getTranslation("practice.practical.said", decision.word())));
        }
        return all;
    }

    private Component lesson(LessonRef lesson) {
        Span title = new Span(getTranslation("practice.lesson", lesson.title()));
        title.addClassName("strong");
        Span giver = new Span(String.join(" · ", lesson.course(), lesson.studio(), lesson.host()));
        giver.addClassNames("muted", "small");
        Div words = new Div(title, giver);
        words.addClassNames("grow", "lesson-words");
        Anchor link = new Anchor(lesson.url());
        link.add(Icons.of("lesson"), words, Icons.of("next"));
        link.addClassNames("row", "lesson-link");
        return link;
    }

    /** The text of an item was sanitised when its form was frozen. */
    static Component prose(String html) {
        return new Prose(html, "prose");
    }

    private void again(DrillResult result) {
        DrillRequest request = new DrillRequest.MissedIn(result.summary().id());
        UI.getCurrent().getPage().setLocation(Sitting.url(drills.start(actor, request, Device.name(), getLocale())));
    }
}
