package org.lianbing.competition.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.PersonTokens;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.exam.Admission;
import org.lianbing.exam.MyExam;

/** The contests of a worker: what, when, and the one thing to do. From the door on, no Vaadin session is needed. */
@Route(CompetitionNavigation.CONTESTS)
@Menu(order = 3, icon = "contest", title = "competition.mine")
@RolesAllowed("WORKER")
class MyContestsView extends Div implements HasDynamicTitle {

    private final transient ContestCards cards;

    MyContestsView(Admission admission, PersonTokens tokens, Words words, CurrentActor current, Clock clock) {
        Actor actor = current.require();
        Instant now = clock.instant();
        cards = new ContestCards(actor, tokens, words, now);
        addClassNames("page", "narrow");
        add(new PageHeader(getTranslation("competition.mine")));
        List<MyExam> all = admission.mine(actor.person(), now);
        if (all.isEmpty()) {
            add(new EmptyState(
                    "contest", getTranslation("competition.mine.none"), getTranslation("competition.mine.none.hint")));
        }
        Comparator<MyExam> soonest =
                Comparator.comparing(mine -> mine.exam().draft().window().opensAt());
        show("", all.stream().filter(MyExam::isAhead).sorted(soonest).toList());
        show(
                getTranslation("competition.mine.past"),
                all.stream().filter(mine -> !mine.isAhead()).toList());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.mine");
    }

    private void show(String title, List<MyExam> exams) {
        if (exams.isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            add(new H2(title));
        }
        exams.forEach(exam -> add(cards.card(this, exam)));
    }
}
