package org.lianbing.competition.ui;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.ui.Watermark;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestCorrections;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.KeyRules;

/** The keys of one competition: every slot with how it was answered, what may be wrong first in reach, and all proposals. */
@Route("competitions/:competition/corrections")
@RolesAllowed({"ORGANIZER", "REVIEWER", "TRAINER"})
class CorrectionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private enum Filter {
        ALL,
        FLAGGED,
        CORRECTED
    }

    private final transient CorrectionDesk desk;
    private final transient ContestCorrections contests;
    private final transient KeyRules rules;
    private final transient Words words;
    private final transient Watermark watermark;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Div slots = new Div();

    CorrectionsView(
            CorrectionDesk desk,
            ContestCorrections contests,
            KeyRules rules,
            Words words,
            Watermark watermark,
            CurrentActor current,
            Clock clock) {
        this.desk = desk;
        this.contests = contests;
        this.rules = rules;
        this.words = words;
        this.watermark = watermark;
        this.actor = current.require();
        this.clock = clock;
        addClassName("page");
        slots.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CompetitionId id = CompetitionId.of(
                event.getRouteParameters().get("competition").orElseThrow(() -> Problem.notFound("base.not-found")));
        removeAll();
        show(new CorrectionActs(id, desk, contests, actor, clock));
    }

    private void show(CorrectionActs acts) {
        boolean proposes = acts.mayPropose();
        boolean sealed = acts.isSealed();
        PageHeader header = new PageHeader(acts.exam().draft().title(), getTranslation("competition.correction.title"));
        if (actor.has(Role.ORGANIZER)) {
            Anchor back = new Anchor(
                    CompetitionNavigation.address(acts.competition()), getTranslation("competition.correction.back"));
            back.setRouterIgnore(false);
            back.addClassName("contest-act");
            header.setActions(back);
        }
        Paragraph hint = new Paragraph(
                getTranslation(sealed ? "competition.correction.hint.sealed" : "competition.correction.hint"));
        hint.addClassName("muted");
        add(header, hint);
        List<CorrectionProposal> proposals = acts.proposals();
        if (!proposals.isEmpty()) {
            add(
                    new H2(getTranslation("competition.correction.proposals")),
                    new ProposalList(
                            proposals,
                            acts.names(proposals.stream()
                                    .flatMap(one -> Stream.concat(
                                            Stream.of(one.proposedBy()), Stream.ofNullable(one.decidedBy())))
                                    .toList()),
                            one -> CompetitionNavigation.correction(acts.competition(), one.id()),
                            one -> "",
                            words));
        }
        List<SlotSheet> all = acts.slots();
        Chips<Filter> chips = new Chips<>(
                getTranslation("competition.correction.filter"), filter -> fill(acts, all, filter, proposes));
        for (Filter filter : Filter.values()) {
            chips.put(
                    filter,
                    getTranslation(
                            "competition.correction.filter." + filter,
                            all.stream().filter(shown(filter)).count()));
        }
        Filter first = all.stream().anyMatch(shown(Filter.FLAGGED)) ? Filter.FLAGGED : Filter.ALL;
        chips.mark(first);
        add(new H2(getTranslation("competition.correction.slots")), chips, marked(acts, slots));
        fill(acts, all, first, proposes);
    }

    private Component marked(CorrectionActs acts, Component content) {
        return acts.isSealed() ? watermark.over(actor, content) : content;
    }

    private static Predicate<SlotSheet> shown(Filter filter) {
        return switch (filter) {
            case ALL -> sheet -> true;
            case FLAGGED -> sheet -> !sheet.flags().isEmpty();
            case CORRECTED -> sheet -> sheet.slot().correction() != null;
        };
    }

    private void fill(CorrectionActs acts, List<SlotSheet> all, Filter filter, boolean proposes) {
        slots.removeAll();
        List<SlotSheet> some = all.stream().filter(shown(filter)).toList();
        if (some.isEmpty()) {
            slots.add(new EmptyState(
                    "check",
                    getTranslation("competition.correction.none." + filter),
                    getTranslation("competition.correction.none.hint")));
        }
        some.forEach(sheet -> slots.add(new SlotCard(sheet, proposes ? act(acts, sheet) : null)));
    }

    private Button act(CorrectionActs acts, SlotSheet sheet) {
        return new Button(
                getTranslation("competition.correction.open"),
                click -> new CorrectionDialog(acts, sheet, rules, content -> marked(acts, content), id -> {
                            Notices.done(getTranslation("competition.correction.submitted"));
                            UI.getCurrent().navigate(CompetitionNavigation.correction(acts.competition(), id));
                        })
                        .open());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.correction.title");
    }
}
