package org.lianbing.practice.ui;

import java.time.Instant;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.ui.Moments;

/** One drill in a list: what it was, when, and how it went. */
class DrillLine extends Div {

    DrillLine(AttemptSummary summary, boolean keptBack, Moments moments, Consumer<AttemptSummary> goOn) {
        addClassNames("row", "row-line");
        Div words = new Div(title(summary));
        words.addClassName("grow");
        Instant started = summary.startedAt();
        if (started != null) {
            Div when = new Div(moments.dayAndTime(this, started));
            when.addClassNames("muted", "small");
            words.add(when);
        }
        add(words, state(summary, keptBack, goOn));
    }

    private static Component title(AttemptSummary summary) {
        if (summary.score() == null) {
            return new Span(summary.title());
        }
        RouterLink link = new RouterLink(
                summary.title(),
                DrillResultView.class,
                new RouteParameters("attempt", summary.id().toString()));
        link.addClassName("quiet");
        return link;
    }

    private Component state(AttemptSummary summary, boolean keptBack, Consumer<AttemptSummary> goOn) {
        if (summary.state() == AttemptState.STARTED) {
            Button button = new Button(getTranslation("practice.go-on.short"), click -> goOn.accept(summary));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            return button;
        }
        if (summary.score() == null) {
            return new Span(getTranslation("practice.scoring"));
        }
        if (keptBack) {
            Span later = new Span(getTranslation("practice.score.kept-back"));
            later.addClassNames("muted", "small");
            return later;
        }
        Span score = new Span(getTranslation("practice.score", summary.score(), summary.maxScore()));
        score.addClassNames("strong", "number");
        return score;
    }
}
