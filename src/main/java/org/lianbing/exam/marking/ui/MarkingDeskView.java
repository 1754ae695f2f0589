package org.lianbing.exam.marking.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.DeskKeys;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerId;
import org.lianbing.exam.marking.AnswerSheet;
import org.lianbing.exam.marking.GivenMark;
import org.lianbing.exam.marking.MarkingDesk;
import org.lianbing.exam.marking.MarkingQueue;

/** One answer at a time: what was written at the left, by what it is marked at the right, worked by keys. */
@Route(MarkingNavigation.QUEUES + "/:exam/:question([0-9]{1,4})")
@RolesAllowed("JUDGE")
class MarkingDeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MarkingDesk desk;
    private final transient Actor actor;
    private final transient Clock clock;
    private final PageHeader header = new PageHeader("");
    private final Div place = new Div();
    private transient @Nullable ExamId exam;
    private int question;
    private transient @Nullable AnswerSheet open;
    private @Nullable RubricPanel rubric;

    MarkingDeskView(MarkingDesk desk, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.actor = current.require();
        this.clock = clock;
        addClassNames("page", "workbench", "marking-desk");
        Span keys = new Span(getTranslation("marking.keys"));
        keys.addClassNames("small", "muted", "desk-only");
        Anchor back = new Anchor(MarkingNavigation.QUEUES, getTranslation("marking.back"));
        back.setRouterIgnore(false);
        header.setActions(keys, back);
        add(header, place);
        DeskKeys.follow(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        exam = ExamId.of(event.getRouteParameters().get("exam").orElse(""));
        question = Integer.parseInt(event.getRouteParameters().get("question").orElse("0"));
        next(0);
    }

    /** A key pressed anywhere on the page but in a field. */
    @ClientCallable
    void key(String key) {
        RubricPanel panel = rubric;
        if (panel == null) {
            return;
        }
        switch (key) {
            case "Enter", "Ctrl+Enter" -> save();
            case "n", "N", "ArrowDown" -> skip();
            case "u", "U", "Backspace" -> undo();
            case "f", "F" -> panel.setAll(true);
            case "x", "X" -> panel.setAll(false);
            case "c", "C" -> panel.focusComment();
            default -> {
                if (key.matches("[1-9]")) {
                    panel.press(Integer.parseInt(key));
                }
            }
        }
    }

    private void next(int after) {
        show(desk.next(actor, id(), question, after, clock.instant()));
    }

    private void show(Optional<AnswerSheet> sheet) {
        open = sheet.orElse(null);
        place.removeAll();
        rubric = null;
        MarkingQueue queue = desk.queue(actor, id(), question, clock.instant());
        header.setCrumb(queue.title() + " · " + getTranslation("marking.counts", queue.waiting(), queue.mine()));
        header.setTitle(Words.name(this, queue.question()));
        List<GivenMark> given = desk.given(actor, id(), question);
        if (sheet.isPresent()) {
            RubricPanel panel = new RubricPanel(sheet.get());
            rubric = panel;
            panel.add(bar(sheet.get()));
            Div columns = new Div(new AnswerPanel(id(), sheet.get()), panel);
            columns.addClassName("marking-columns");
            place.add(columns);
        } else {
            place.add(new EmptyState(
                    "check",
                    getTranslation("marking.done"),
                    getTranslation("marking.done-hint"),
                    EmptyState.way(MarkingNavigation.QUEUES, getTranslation("marking.back"))));
        }
        place.add(new GivenList(given, sheet.map(AnswerSheet::id).orElse(null), this::reopen));
    }

    private Component bar(AnswerSheet sheet) {
        boolean again = sheet.mark() != null;
        Button skip = new Button(getTranslation(again ? "marking.keep" : "marking.skip"), click -> skip());
        skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation(again ? "marking.change" : "marking.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-test", "save-mark");
        Div bar = new Div(skip, save);
        bar.addClassNames("panel-buttons", "desk-bar");
        return bar;
    }

    private void save() {
        AnswerSheet sheet = open;
        RubricPanel panel = rubric;
        if (sheet == null || panel == null || panel.lacksReason()) {
            return;
        }
        if (sheet.mark() == null) {
            give(sheet, panel);
        } else {
            desk.rethink(actor, id(), sheet.id(), panel.draft(), panel.reason(), clock.instant());
            Notices.done(getTranslation("marking.changed", sheet.number()));
        }
        next(sheet.number());
    }

    /** Whose claim ran out and was taken by somebody else goes on with the next answer, and is told why. */
    private void give(AnswerSheet sheet, RubricPanel panel) {
        try {
            desk.mark(actor, id(), sheet.id(), panel.draft(), clock.instant());
        } catch (Problem problem) {
            if (!"exam.marking.claim-lost".equals(problem.getMessage())) {
                throw problem;
            }
            Notices.problem(getTranslation("exam.marking.claim-lost"));
        }
    }

    /** The next one; what was taken and not marked goes back to the others. */
    private void skip() {
        AnswerSheet sheet = open;
        if (sheet == null) {
            return;
        }
        if (sheet.mark() == null) {
            desk.giveBack(actor, id(), sheet.id());
        }
        next(sheet.number());
    }

    /** Back to the mark that was given last, to be changed at once. */
    private void undo() {
        List<GivenMark> given = desk.given(actor, id(), question);
        if (given.isEmpty()) {
            Notices.problem(getTranslation("marking.undo.none"));
            return;
        }
        reopen(given.getFirst().answer());
        RubricPanel panel = rubric;
        if (panel != null) {
            panel.setReason(getTranslation("marking.undo.reason"));
        }
    }

    private void reopen(AnswerId answer) {
        show(Optional.of(desk.answer(actor, id(), answer)));
    }

    private ExamId id() {
        ExamId known = exam;
        if (known == null) {
            throw Problem.notFound("base.not-found");
        }
        return known;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("marking.menu");
    }
}
