package org.lianbing.exam.marking.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.StatTile;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.Difference;
import org.lianbing.exam.marking.MarkingPlan;
import org.lianbing.exam.marking.MarkingPlans;
import org.lianbing.exam.marking.MarkingProgress;

/** How an exam is marked, for its organizer: the rule and the markers, how far it is, how far opinions lie apart. */
@Route("exams/:exam/marking")
@RolesAllowed("ORGANIZER")
class MarkingPlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final double HUNDRED = 100;

    private final transient MarkingPlans plans;
    private final transient Actor actor;
    private final transient ZoneId zone;
    private final transient Clock clock;

    MarkingPlanView(MarkingPlans plans, CurrentActor current, ZoneId zone, Clock clock) {
        this.plans = plans;
        this.actor = current.require();
        this.zone = zone;
        this.clock = clock;
        addClassNames("page", "marking-plan");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ExamId exam = ExamId.of(event.getRouteParameters().get("exam").orElse(""));
        show(exam);
    }

    private void show(ExamId exam) {
        removeAll();
        Anchor back = new Anchor("competitions", getTranslation("marking.plan.back"));
        back.setRouterIgnore(false);
        add(new PageHeader(plans.title(actor, exam), getTranslation("marking.plan"), back));
        if (!plans.asks(actor, exam)) {
            add(new EmptyState(
                    "check", getTranslation("marking.plan.nothing"), getTranslation("marking.plan.nothing-hint")));
            return;
        }
        MarkingPlan plan = plans.plan(actor, exam);
        MarkingProgress progress = plans.progress(actor, exam);
        add(tiles(progress));
        if (plan.markers().isEmpty()) {
            add(remark(getTranslation("marking.plan.nobody")));
        } else if (plan.openedAt() == null) {
            add(remark(getTranslation("marking.plan.early")));
        } else if (progress.stuck() > 0) {
            add(remark(getTranslation("marking.plan.stuck", progress.stuck())));
        }
        Section form = new Section(
                getTranslation("marking.plan.how"), new PlanForm(plan, plans.candidates(actor, exam), zone, chosen -> {
                    plans.lay(actor, exam, chosen.rule(), chosen.dueAt(), clock.instant());
                    plans.name(actor, exam, chosen.markers(), clock.instant());
                    Notices.done(getTranslation("marking.plan.saved"));
                    show(exam);
                }));
        add(form, questions(progress), markers(progress));
        List<Difference> apart = plans.differences(actor, exam);
        if (!apart.isEmpty()) {
            add(differences(apart));
        }
    }

    private Div tiles(MarkingProgress progress) {
        int twice = progress.questions().stream()
                .mapToInt(MarkingProgress.OfQuestion::twice)
                .sum();
        int thirds = progress.questions().stream()
                .mapToInt(MarkingProgress.OfQuestion::thirds)
                .sum();
        String unit = getTranslation("marking.unit");
        Div tiles = new Div(
                new StatTile(getTranslation("marking.tile.answers"), text(progress.answers()), unit, Tone.PLAIN),
                new StatTile(
                        getTranslation("marking.tile.open"),
                        text(progress.open()),
                        unit,
                        progress.open() > 0 ? Tone.SPARK : Tone.GOOD),
                new StatTile(
                        getTranslation("marking.tile.blank"),
                        text(progress.questions().stream()
                                .mapToInt(MarkingProgress.OfQuestion::blank)
                                .sum()),
                        unit,
                        Tone.PLAIN),
                new StatTile(
                        getTranslation("marking.tile.thirds"),
                        twice == 0 ? "—" : String.format(Locale.ROOT, "%.0f", HUNDRED * thirds / twice),
                        "%",
                        Tone.PLAIN));
        tiles.addClassName("tiles");
        return tiles;
    }

    private static String text(int figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    private Section questions(MarkingProgress progress) {
        Div lines = new Div();
        lines.addClassName("marking-lines");
        for (MarkingProgress.OfQuestion one : progress.questions()) {
            Paragraph name = new Paragraph(Words.name(this, one.question()));
            name.addClassName("strong");
            String asked = one.stem();
            Paragraph stem = new Paragraph(asked == null ? getTranslation("marking.plan.sealed") : Words.plain(asked));
            stem.addClassNames("marking-stem", "muted");
            Paragraph counts = new Paragraph(getTranslation(
                    "marking.plan.counts", one.done(), one.answers(), one.blank(), Words.mean(one.mean())));
            counts.addClassNames("small", "muted");
            Div words = new Div(
                    name,
                    stem,
                    new Meter(
                            one.answers() == 0 ? 1 : (double) one.done() / one.answers(),
                            one.open() == 0 ? Tone.GOOD : Tone.BLUE,
                            counts.getText()),
                    counts);
            words.addClassName("marking-words");
            if (one.twice() > 0) {
                Paragraph apart = new Paragraph(getTranslation(
                        "marking.plan.apart", one.twice(), Words.mean(one.meanDifference()), one.thirds()));
                apart.addClassNames("small", "muted");
                words.add(apart);
            }
            lines.add(words);
        }
        return new Section(getTranslation("marking.plan.questions"), lines);
    }

    private Section markers(MarkingProgress progress) {
        PlainTable table = new PlainTable(
                getTranslation("marking.column.marker"),
                getTranslation("marking.column.marked"),
                getTranslation("marking.column.claimed"),
                getTranslation("marking.column.mean"),
                getTranslation("marking.column.apart"));
        progress.markers()
                .forEach(one -> table.line(
                        one.name(),
                        text(one.marked()),
                        text(one.claimed()),
                        Words.mean(one.mean()),
                        Words.mean(one.meanDifference())));
        Paragraph hint = new Paragraph(getTranslation("marking.plan.apart-hint"));
        hint.addClassNames("small", "muted");
        return new Section(getTranslation("marking.plan.markers"), table, hint);
    }

    private Section differences(List<Difference> apart) {
        PlainTable table = new PlainTable(
                getTranslation("marking.column.answer"),
                getTranslation("marking.column.first"),
                getTranslation("marking.column.second"),
                getTranslation("marking.column.third"));
        apart.forEach(one -> table.line(
                getTranslation("marking.difference", one.question(), one.number()),
                Words.points(one.first()),
                Words.points(one.second()),
                one.third() == null ? getTranslation("marking.third.waits") : Words.points(one.third())));
        return new Section(getTranslation("marking.plan.thirds"), table);
    }

    private static Paragraph remark(String sentence) {
        Paragraph remark = new Paragraph(sentence);
        remark.addClassName("remark");
        return remark;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("marking.plan");
    }
}
