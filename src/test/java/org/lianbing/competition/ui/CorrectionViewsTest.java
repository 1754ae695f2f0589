package org.lianbing.competition.ui;

import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.competition.SealedHall;
import org.lianbing.exam.Admission;
import org.lianbing.exam.CorrectionDesk;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.CorrectionState;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.SlotRuling;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The page on which keys are corrected, by one, and the one on which another decides. */
class CorrectionViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    SealedHall halls;

    @Autowired
    Competitions competitions;

    @Autowired
    Admission admission;

    @Autowired
    CorrectionDesk desk;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private Actor reviewer = organizer;
    private PersonId worker = organizer.person();

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        reviewer = city.actor(unit, Role.REVIEWER);
        worker = city.person(unit);
    }

    @Test
    void oneProposesWithAPreviewAndAnotherApproves() {
        Competition competition = released();
        city.actAs(organizer.person());
        navigate(CompetitionNavigation.corrections(competition.id()), CorrectionsView.class);
        test(find(Button.class).withText("更正").all().getFirst()).click();
        @SuppressWarnings("unchecked")
        CheckboxGroup<String> keys = find(CheckboxGroup.class).single();
        assertThat(keys.getValue()).hasSize(1);
        keys.setValue(Set.copyOf(keys.getListDataView().getItems().toList()));
        Button submit = find(Button.class).withText("提交审批").single();
        assertThat(submit.isEnabled()).isFalse();
        test(find(TextArea.class).withLabel("原因").single()).setValue("两种说法都有依据");
        test(find(Button.class).withText("预览影响").single()).click();
        assertThat(find(PreviewPanel.class).exists()).isTrue();
        test(submit).click();
        assertThat(getCurrentView()).isInstanceOf(CorrectionView.class);
        assertThat(find(Button.class).withText("批准并重判").exists()).isFalse();
        assertThat(find(Button.class).withText("撤回").exists()).isTrue();
        CorrectionProposal proposal = desk.waiting(organizer).getFirst();

        city.actAs(reviewer.person());
        navigate(CorrectionQueueView.class);
        assertThat(find(ProposalList.class).single().getElement().getTextRecursively())
                .contains("养老护理技能竞赛", "两种说法都有依据");
        navigate(CompetitionNavigation.correction(competition.id(), proposal.id()), CorrectionView.class);
        assertThat(find(Anchor.class).withText("下载 Excel").exists()).isTrue();
        test(find(Button.class).withText("批准并重判").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        CorrectionProposal decided = desk.get(reviewer, proposal.id(), contest.now());
        assertThat(decided.state()).isEqualTo(CorrectionState.APPROVED);
        assertThat(((SlotRuling.Keys) decided.draft().ruling()).any()).hasSize(2);
        navigate(CorrectionQueueView.class);
        assertThat(find(EmptyState.class).exists()).isTrue();
    }

    @Test
    void ofASealedPaperSettersReadUnderTheirNameAndOrganizersFindNoWayThere() {
        SealedHall.Hall hall = halls.done();
        CompetitionId competition = hall.competition().id();
        city.actAs(hall.setter().person());
        CorrectionsView view = navigate(CompetitionNavigation.corrections(competition), CorrectionsView.class);
        assertThat(view.getElement().getTextRecursively()).contains("另一位命题人");
        assertThat(find(SlotCard.class).all()).hasSize(1);
        assertThat(find(Div.class)
                        .withClassName("watermarked")
                        .single()
                        .getElement()
                        .getAttribute("data-watermark"))
                .startsWith(hall.setter().name());
        assertThat(find(Button.class).withText("更正").exists()).isTrue();

        city.actAs(hall.organizer().person());
        navigate("competitions/" + competition, CompetitionView.class);
        assertThat(find(Anchor.class).withText("答案更正").exists()).isFalse();
        assertThatThrownBy(() -> navigate(CompetitionNavigation.corrections(competition), CorrectionsView.class))
                .isNotNull();
    }

    @Test
    void afterTheResultsASetterStillReadsAndTakesBackWhatTheyProposed() {
        SealedHall.Hall hall = halls.done();
        CompetitionId competition = hall.competition().id();
        CorrectionId mine = desk.propose(
                hall.setter(),
                Contest.exam(hall.competition()),
                new CorrectionDraft(1, new SlotRuling.FullMarks(), "标准换版", false),
                contest.now());
        competitions.release(hall.organizer(), competition, contest.now());
        city.actAs(hall.setter().person());

        CorrectionView view = navigate(CompetitionNavigation.correction(competition, mine), CorrectionView.class);
        assertThat(view.getElement().getTextRecursively())
                .contains("标准换版", "成绩已经公布")
                .doesNotContain(hall.stem());
        assertThat(find(SlotCard.class).exists()).isFalse();
        assertThat(find(PreviewPanel.class).exists()).isFalse();
        test(find(Button.class).withText("撤回").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(desk.get(hall.setter(), mine, contest.now()).waits()).isFalse();
        assertThat(find(Button.class).withText("撤回").exists()).isFalse();

        assertThatThrownBy(() -> desk.get(hall.other(), mine, contest.now())).hasMessage("base.not-found");
    }

    @Test
    void workersAndStrangersFindNothing() {
        Competition competition = released();
        city.actAs(worker);
        assertThatThrownBy(() -> navigate(CompetitionNavigation.corrections(competition.id()), CorrectionsView.class))
                .isNotNull();
        city.actAs(city.actor(city.enterprise(), Role.ORGANIZER).person());
        assertThatThrownBy(() -> navigate(CompetitionNavigation.corrections(competition.id()), CorrectionsView.class))
                .isNotNull();
    }

    /** Nobody answered anything. */
    private Competition released() {
        Competition competition = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, worker));
        Started started = admission.start(worker, Contest.exam(competition), "", contest.now());
        contest.handIn(started);
        competitions.release(organizer, competition.id(), contest.now());
        return competition;
    }
}
