package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionProposal;

/** What waits for a second person, of all competitions in reach, the oldest first. */
@Route("corrections")
@Menu(title = "competition.correction.menu", icon = "flag", order = 21)
@RolesAllowed({"ORGANIZER", "REVIEWER"})
class CorrectionQueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CorrectionDesk desk;
    private final transient ContestCorrections contests;
    private final transient Words words;
    private final transient Actor actor;

    CorrectionQueueView(CorrectionDesk desk, ContestCorrections contests, Words words, CurrentActor current) {
        this.desk = desk;
        this.contests = contests;
        this.words = words;
        this.actor = current.require();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(getTranslation("competition.correction.menu")));
        List<CorrectionProposal> waiting = desk.waiting(actor).stream()
                .filter(one -> contests.competition(one.exam()).isPresent())
                .toList();
        if (waiting.isEmpty()) {
            add(new EmptyState(
                    "check",
                    getTranslation("competition.correction.queue.none"),
                    getTranslation("competition.correction.queue.hint")));
            return;
        }
        Paragraph hint = new Paragraph(getTranslation("competition.correction.queue.text"));
        hint.addClassName("muted");
        add(
                hint,
                new ProposalList(
                        waiting,
                        contests.names(waiting.stream()
                                .map(CorrectionProposal::proposedBy)
                                .toList()),
                        one -> CompetitionNavigation.correction(
                                contests.competition(one.exam()).orElseThrow(), one.id()),
                        one -> contests.title(one) + " · ",
                        words));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.correction.menu");
    }
}
