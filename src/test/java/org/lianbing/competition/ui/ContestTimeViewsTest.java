package org.lianbing.competition.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.lianbing.account.Doorway;
import org.lianbing.account.SignIns;
import org.lianbing.account.security.PersonAuthentication;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.competition.ContestTime;
import org.lianbing.competition.Contestants;
import org.lianbing.exam.Admission;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.TimeDecision;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What an organizer decides about the time of a contest, at the desk. */
class ContestTimeViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Contestants contestants;

    @Autowired
    org.lianbing.competition.AdmissionCards cards;

    @Autowired
    ContestTime time;

    @Autowired
    Admission admission;

    @Autowired
    SignIns signIns;

    @Autowired
    Words words;

    @Autowired
    Clock clock;

    private Actor organizer = new Actor(PersonId.next(), "", UnitId.next(), List.of());
    private PersonId worker = organizer.person();

    @BeforeEach
    void someUnit() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        UnitId unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        worker = city.person(unit, contest.trade());
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void extraTimeForAllSaysWhomItReachesAndStandsInTheList() {
        Competition running = atWork();
        test(button("time-extend")).click();
        assertThat(texts()).anyMatch(text -> text.contains("在考 1 人的截止时间立刻推后"));
        test(find(TextArea.class).withLabel("原因").single()).setValue("停电十分钟");
        test(find(Button.class).withText("全体加时").last()).click();

        List<TimeDecision> decisions = time.decisions(organizer, running.id());
        assertThat(decisions).hasSize(1);
        assertThat(decisions.getFirst().by()).isEqualTo(Duration.ofMinutes(10));
        String desk = getCurrentView().getElement().getTextRecursively();
        assertThat(desk).contains("加时 10 分钟 · 所有人").contains("停电十分钟").contains(organizer.name());
    }

    @Test
    void aPausedContestSaysSoAndGoesOnByOneAct() {
        Competition running = atWork();
        test(button("time-pause")).click();
        test(find(TextArea.class).withLabel("原因").single()).setValue("消防警报");
        test(find(Button.class).withText("暂停考试").last()).click();

        assertThat(getCurrentView().getElement().getTextRecursively()).contains("已暂停，计时停住");
        assertThat(button("time-resume").isVisible()).isTrue();
        time.resume(organizer, running.id(), null, clock);
        navigate(CompetitionNavigation.address(running.id()), CompetitionView.class);
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("恢复，停了")
                .contains("正在进行");
    }

    @Test
    void onePersonGetsExtraTimeAndAPauseFromTheirOwnDialog() {
        Competition running = atWork();
        new ContestantDialog(
                        new ContestantActs(
                                running.id(),
                                contestants,
                                new TimeActs(running.id(), time, organizer, clock),
                                cards,
                                organizer,
                                clock),
                        worker,
                        words,
                        () -> {})
                .open();
        test(button("time-extend-one")).click();
        test(find(IntegerField.class).withLabel("分钟").single()).setValue(7);
        test(find(TextArea.class).withLabel("原因").single()).setValue("设备故障");
        test(find(Button.class).withText("加时").last()).click();
        assertThat(contestants.get(organizer, running.id(), worker).time())
                .satisfies(own -> assertThat(own == null ? null : own.extra()).isEqualTo(Duration.ofMinutes(7)));

        test(button("time-pause-one")).click();
        test(find(TextArea.class).withLabel("原因").single()).setValue("换一台电脑");
        test(find(Button.class).withText("暂停此人").last()).click();
        assertThat(texts()).contains("这位考生的计时停着。");
        test(button("time-resume-one")).click();
        assertThat(time.decisions(organizer, running.id()))
                .extracting(TimeDecision::kind)
                .containsExactly(TimeDecision.Kind.RESUME, TimeDecision.Kind.PAUSE, TimeDecision.Kind.EXTRA);
    }

    @Test
    void theRuleForLateStartersIsChosenInTheEditor() {
        Competition draft = competitions.get(
                organizer,
                competitions.create(
                        organizer,
                        contest.draft(
                                contest.tomorrow().with(LateStart.REMAINING, Duration.ofSeconds(15)),
                                ReleaseRule.MANUAL,
                                worker),
                        contest.now()));
        signIn(organizer.person());
        navigate(CompetitionNavigation.edit(draft.id()), CompetitionEditView.class);
        assertThat(find(IntegerField.class).withLabel("收卷宽限（秒）").single().getValue())
                .isEqualTo(15);
        RadioButtonGroup<?> rule =
                find(RadioButtonGroup.class).withLabel("晚开始的人").single();
        assertThat(rule.getValue()).isEqualTo(LateStart.REMAINING);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<LateStart> rules = (RadioButtonGroup<LateStart>) rule;
        rules.setValue(LateStart.FULL);
        test(find(Button.class).withText("保存草稿").single()).click();
        assertThat(competitions.get(organizer, draft.id()).draft().window().lateStart())
                .isEqualTo(LateStart.FULL);
    }

    private Competition atWork() {
        Competition running = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, worker));
        admission.start(worker, Contest.exam(running), "", contest.now());
        signIn(organizer.person());
        navigate(CompetitionNavigation.address(running.id()), CompetitionView.class);
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("时间");
        return running;
    }

    private Button button(String test) {
        return find(Button.class).withAttribute("data-test", test).single();
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private void signIn(PersonId person) {
        var signedIn = signIns.signIn(city.enable(person), TestCity.PASSWORD, new Doorway("127.0.0.1", null));
        SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(signedIn));
    }
}
