package org.lianbing.exam.marking.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.MarkingDesk;
import org.lianbing.exam.marking.MarkingQueue;

/** What waits for a marker: a card an exam, a line a question, with what is left and until when. */
@Route(MarkingNavigation.QUEUES)
@Menu(title = "marking.menu", icon = "check", order = 26)
@RolesAllowed("JUDGE")
class MarkingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MarkingDesk desk;
    private final transient Moments moments;
    private final transient Actor actor;
    private final transient Clock clock;

    MarkingView(MarkingDesk desk, Moments moments, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.moments = moments;
        this.actor = current.require();
        this.clock = clock;
        addClassNames("page", "marking");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Instant now = clock.instant();
        List<MarkingQueue> queues = desk.queues(actor, now);
        int waiting = queues.stream().mapToInt(MarkingQueue::waiting).sum();
        add(new PageHeader(
                getTranslation("marking.crumb"),
                queues.isEmpty() ? getTranslation("marking.menu") : getTranslation("marking.waiting", waiting)));
        if (queues.isEmpty()) {
            add(new EmptyState("check", getTranslation("marking.none"), getTranslation("marking.none-hint")));
        }
        Map<ExamId, List<MarkingQueue>> byExam = queues.stream()
                .collect(Collectors.groupingBy(MarkingQueue::exam, LinkedHashMap::new, Collectors.toList()));
        byExam.values().forEach(each -> add(card(each, now)));
    }

    private Component card(List<MarkingQueue> queues, Instant now) {
        Instant due = queues.getFirst().dueAt();
        Div lines = new Div();
        lines.addClassName("marking-lines");
        queues.forEach(queue -> lines.add(line(queue)));
        Section card = new Section(queues.getFirst().title(), lines);
        if (due != null) {
            boolean late = now.isAfter(due);
            card.addComponentAsFirst(new Tag(
                    getTranslation(late ? "marking.late" : "marking.due", moments.dayAndTime(this, due)),
                    late ? Tone.BAD : Tone.SPARK));
        }
        return card;
    }

    private Component line(MarkingQueue queue) {
        Span name = new Span(Words.name(this, queue.question()));
        name.addClassName("strong");
        Paragraph stem = new Paragraph(Words.plain(queue.stem()));
        stem.addClassNames("marking-stem", "muted");
        Span counts = new Span(getTranslation("marking.counts", queue.waiting(), queue.mine()));
        counts.addClassNames("small", "muted");
        int all = queue.waiting() + queue.mine();
        Div left = new Div(
                name, stem, counts, new Meter(all == 0 ? 1 : (double) queue.mine() / all, Tone.BLUE, counts.getText()));
        left.addClassName("marking-words");
        Anchor go = EmptyState.way(
                MarkingNavigation.desk(queue.exam(), queue.question().number()),
                getTranslation(queue.waiting() > 0 ? "marking.begin" : "marking.look"));
        go.getElement().setAttribute("data-test", "mark-" + queue.question().number());
        if (queue.waiting() == 0) {
            go.removeClassName("primary");
        }
        Div line = new Div(left, go);
        line.addClassName("marking-line");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("marking.menu");
    }
}
