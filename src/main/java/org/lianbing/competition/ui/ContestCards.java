package org.lianbing.competition.ui;

import java.time.Duration;
import java.time.Instant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

import org.lianbing.account.PersonTokens;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.ExamDraft;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.MyExam;
import org.lianbing.ranking.BoardId;

/** Draws a worker's contests, a card each. */
class ContestCards {

    /** Long enough to wait for the opening and to sit a paper. */
    private static final Duration TICKET = Duration.ofHours(2);

    private final Actor actor;
    private final PersonTokens tokens;
    private final Words words;
    private final Instant now;

    ContestCards(Actor actor, PersonTokens tokens, Words words, Instant now) {
        this.actor = actor;
        this.tokens = tokens;
        this.words = words;
        this.now = now;
    }

    Component card(Component host, MyExam mine) {
        ExamDraft draft = mine.exam().draft();
        Div acts = new Div(enter(host, mine));
        acts.addClassName("acts");
        if (mine.exam().isReleased() && draft.board() != null) {
            acts.add(board(host, draft.board()));
        }
        Section card = new Section(
                tag(host, mine),
                new H3(draft.title()),
                muted(words.trade(host, draft.trade(), draft.level()) + " · "
                        + words.duration(host, draft.window().duration())),
                muted(words.window(host, draft.window())),
                acts);
        card.addClassName("contest-card");
        AttemptSummary attempt = mine.attempt();
        if (attempt != null && attempt.voidReason() != null) {
            card.addComponentAtIndex(
                    4, new Paragraph(host.getTranslation("competition.void.because", attempt.voidReason())));
        }
        return card;
    }

    private Tag tag(Component host, MyExam mine) {
        if (mine.isVoid()) {
            return new Tag(host.getTranslation("competition.contestant.VOID"), Tone.BAD);
        }
        if (mine.hasResult()) {
            return new Tag(host.getTranslation("competition.mine.released"), Tone.GOOD);
        }
        if (mine.hasEnded()) {
            return new Tag(host.getTranslation("competition.mine.done"), Tone.PLAIN);
        }
        return switch (mine.phase()) {
            case BEFORE -> new Tag(host.getTranslation("competition.mine.before", ahead(host, mine)), Tone.BLUE);
            case OPEN -> new Tag(host.getTranslation("competition.mine.open"), Tone.SPARK);
            case OVER ->
                mine.isRunning()
                        ? new Tag(host.getTranslation("competition.mine.open"), Tone.SPARK)
                        : new Tag(host.getTranslation("competition.mine.missed"), Tone.PLAIN);
        };
    }

    private String ahead(Component host, MyExam mine) {
        Duration left = Duration.between(now, mine.exam().clock().opensAt());
        if (left.toDays() > 0) {
            return host.getTranslation("competition.ahead.days", left.toDays());
        }
        return left.toHours() > 0
                ? host.getTranslation("competition.ahead.hours", left.toHours())
                : host.getTranslation("competition.ahead.minutes", left.toMinutes() + 1);
    }

    private Button enter(Component host, MyExam mine) {
        Button enter = new Button(
                host.getTranslation(doorKey(mine)), click -> open(mine.exam().id()));
        enter.getElement().setAttribute("data-test", "enter");
        if (mine.isRunning() || mine.isAhead() && mine.phase() == ExamPhase.OPEN) {
            enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        enter.setVisible(!mine.isVoid() && (mine.phase() != ExamPhase.OVER || mine.hasBegun()));
        return enter;
    }

    private static String doorKey(MyExam mine) {
        if (mine.hasResult()) {
            return "competition.door.result";
        }
        if (mine.hasEnded()) {
            return "competition.door.receipt";
        }
        if (mine.phase() == ExamPhase.BEFORE) {
            return "competition.door.wait";
        }
        return !mine.hasBegun() ? "competition.door.enter" : "competition.door.resume";
    }

    /** The token travels in the fragment, which no server and no log ever sees. */
    private void open(ExamId exam) {
        String ticket = tokens.issue(actor.person(), TICKET).text();
        UI.getCurrent().getPage().setLocation(CompetitionNavigation.admission(exam) + "#ticket=" + ticket);
    }

    private static Anchor board(Component host, BoardId board) {
        Anchor link = new Anchor(CompetitionNavigation.board(board), host.getTranslation("competition.board"));
        link.addClassName("contest-act");
        return link;
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }
}
