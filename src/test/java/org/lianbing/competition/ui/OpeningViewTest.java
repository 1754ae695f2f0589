package org.lianbing.competition.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.CompetitionState;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What an organizer sees while the papers of many forms are made. */
class OpeningViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Accounts accounts;

    private Actor organizer = new Actor(PersonId.next(), "", UnitId.next(), List.of());
    private UnitId unit = UnitId.next();
    private CompetitionId id = CompetitionId.next();

    @BeforeEach
    void aDraft() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        id = competitions.create(organizer, contest.ofForms(120, city.person(unit)), contest.now());
        city.actAs(organizer.person());
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theDeskSaysHowFarItIsUntilItIsOpen() {
        navigate(CompetitionNavigation.edit(id), CompetitionEditView.class);
        test(find(Button.class).withAttribute("data-test", "open").single()).click();

        assertThat(getCurrentView()).isInstanceOf(CompetitionView.class);
        assertThat(text()).contains("正在制卷", "正在抽题组卷，共 120 套");
        contest.step(id, 3);
        poll();
        assertThat(text()).contains("已制好 40 套，共 120 套");
        navigate(CompetitionsView.class);
        assertThat(text()).contains("正在制卷", "已制好 40 套，共 120 套");

        navigate(CompetitionNavigation.address(id), CompetitionView.class);
        contest.goOn(id);
        poll();
        assertThat(find(OpeningPanel.class).exists()).isFalse();
        assertThat(find(ContestTiles.class).exists()).isTrue();
    }

    @Test
    void whoHasGoneToAnotherDeskStaysThere() {
        Competition other =
                contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, city.person(unit)));
        competitions.open(organizer, id, contest.now());
        CompetitionView view = navigate(CompetitionNavigation.address(id), CompetitionView.class);
        assertThat(navigate(CompetitionNavigation.address(other.id()), CompetitionView.class))
                .isSameAs(view);

        contest.goOn(id);
        poll();

        assertThat(find(Notification.class).exists())
                .as("that the first one opened")
                .isFalse();
    }

    @Test
    void whoCallsOffIsBackAtTheDraft() {
        competitions.open(organizer, id, contest.now());
        contest.step(id, 2);
        navigate(CompetitionNavigation.edit(id), CompetitionView.class);

        test(find(Button.class).withAttribute("data-test", "call-off").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(competitions.get(organizer, id).state()).isEqualTo(CompetitionState.DRAFT);
        assertThat(getCurrentView()).isInstanceOf(CompetitionEditView.class);
        assertThat(text()).doesNotContain("上次开放没有完成");
    }

    @Test
    void whatCameToNothingSaysWhyAtTheDraft() {
        competitions.open(organizer, id, contest.now());
        navigate(CompetitionNavigation.address(id), CompetitionView.class);
        accounts.revoke(city.administrator(), organizer.person(), Role.ORGANIZER);
        contest.goOn(id);

        Actor other = city.actor(unit, Role.ORGANIZER);
        city.actAs(other.person());
        navigate(CompetitionNavigation.edit(id), CompetitionEditView.class);
        assertThat(text()).contains("上次开放没有完成，没有留下任何试卷。原因：");
    }

    @Test
    void aFormForEachCandidateIsOfferedAndKept() {
        navigate(CompetitionNavigation.edit(id), CompetitionEditView.class);
        IntegerField forms = find(IntegerField.class)
                .withAttribute("data-test", "paper-forms")
                .single();
        assertThat(forms.getMax()).isEqualTo(PaperRules.MOST_FORMS);
        RadioButtonGroup<?> kind = find(RadioButtonGroup.class)
                .withAttribute("data-test", "paper-kind")
                .single();
        test(kind).selectItem("一人一卷：每名考生一套，考点和难度相当");
        assertThat(forms.isVisible()).isFalse();
        assertThat(kind.getHelperText()).contains("练习里可能没有题");
        test(find(Button.class).withAttribute("data-test", "save").single()).click();

        assertThat(competitions.get(organizer, id).draft().paperRules().forms()).isEqualTo(PaperRules.EACH);
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
