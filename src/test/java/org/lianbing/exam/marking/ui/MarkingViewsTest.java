package org.lianbing.exam.marking.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.PersonName;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Mark;
import org.lianbing.attempt.Markings;
import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.Started;
import org.lianbing.attempt.TestWork;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Contest;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.marking.MarkingPlans;
import org.lianbing.exam.marking.Written;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The marker's queues and desk, worked by keys, and the organizer's page. */
class MarkingViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Written written;

    @Autowired
    MarkingPlans plans;

    @Autowired
    Markings markings;

    @Autowired
    Attempts attempts;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private Actor judge = organizer;
    private PersonId worker = PersonId.next();

    @BeforeEach
    void someUnit() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        judge = city.actor(unit, Role.JUDGE);
        worker = city.person(unit);
    }

    @Test
    void aMarkerWorksByKeysAndMendsTheLastMark() {
        PersonId other = city.person(unit);
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker, other);
        ExamId exam = Contest.exam(competition);
        plans.name(organizer, exam, List.of(judge.person()), contest.now());
        Started one = written.sit(competition, worker, "先告知，再看管路");
        Started two = written.sit(competition, other, "拉床栏");
        written.laidOut(organizer, competition);

        city.actAs(judge.person());
        navigate(MarkingView.class);
        assertThat(find(Anchor.class).withText("开始阅").single().getHref()).isEqualTo(MarkingNavigation.desk(exam, 1));
        MarkingDeskView desk = navigate(MarkingNavigation.desk(exam, 1), MarkingDeskView.class);
        String text =
                find(Paragraph.class).withClassName("answer-text").single().getText();
        Started shown = text.equals("拉床栏") ? two : one;
        desk.key("1");
        desk.key("3");
        test(find(TextArea.class).single()).setValue("还差检查皮肤");
        desk.key("Enter");
        assertThat(attempts.get(shown.attemptId()).score()).isEqualByComparingTo("6");
        assertThat(find(Paragraph.class).withClassName("answer-text").single().getText())
                .isNotEqualTo(text);

        desk.key("u");
        assertThat(find(Paragraph.class).withClassName("answer-text").single().getText())
                .isEqualTo(text);
        find(NumberField.class).all().get(1).setValue(2.5);
        desk.key("Enter");
        assertThat(attempts.get(shown.attemptId()).score()).isEqualByComparingTo("8.5");
        assertThat(markings.marks(shown.attemptId(), 1))
                .extracting(Mark::reason)
                .containsExactly(null, "刚才评错，当即改正");

        test(find(NativeButton.class).withClassName("chip").all().getFirst()).click();
        find(TextField.class).single().setValue("");
        desk.key("Enter");
        assertThat(find(TextField.class).single().isInvalid()).isTrue();
        desk.key("n");
        desk.key("f");
        desk.key("Enter");
        assertThat(find(EmptyState.class).exists()).isTrue();
        assertThat(attempts.get((shown == one ? two : one).attemptId()).score()).isEqualByComparingTo("10");
    }

    @Test
    void aMarkerSeesPicturesLargeAndSavesWhatIsNone() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = Contest.exam(competition);
        plans.name(organizer, exam, List.of(judge.person()), contest.now());
        byte[] photo = TestWork.picture("jpg", 640, 480, 1);
        byte[] pdf = TestWork.pdf(1);
        written.sit(competition, worker, "", photo, pdf);
        written.laidOut(organizer, competition);

        city.actAs(judge.person());
        navigate(MarkingNavigation.desk(exam, 1), MarkingDeskView.class);
        assertThat(find(Paragraph.class).withClassName("answer-text").single().getText())
                .isEqualTo("没有写字，只交了文件。");
        List<Anchor> files =
                find(Anchor.class).withAttribute("data-test", "work-file").all();
        assertThat(files).extracting(Anchor::getText).containsExactly("照片 1", "下载文件 2（PDF，1 KB）");
        assertThat(files.getFirst().getHref())
                .matches("/marking-work/" + exam + "/[0-9a-f-]{36}/" + TestWork.id(photo));
        assertThat(files.getFirst().getElement().hasAttribute("data-picture")).isTrue();
        assertThat(files.getLast().getElement().hasAttribute("download")).isTrue();
        assertThat(files.getFirst().getHref()).doesNotContain(worker.toString());
    }

    @Test
    void theOrganizerNamesMarkersAndSeesHowFarItIs() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = Contest.exam(competition);
        written.sit(competition, worker, "核对");
        city.actAs(organizer.person());
        navigate(MarkingNavigation.plan(exam), MarkingPlanView.class);
        assertThat(find(Paragraph.class).withClassName("remark").single().getText())
                .contains("还没有指定阅卷员");
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<PersonName> markers =
                find(MultiSelectComboBox.class).single();
        // Judges of the whole city may be named here, too.
        Set<PersonName> ours = markers.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(judge.person()))
                .collect(Collectors.toSet());
        assertThat(ours).hasSize(1);
        markers.setValue(ours);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Integer> opinions = find(RadioButtonGroup.class).single();
        opinions.setValue(2);
        find(NumberField.class).single().setValue(1.5);
        test(find(Button.class).withText("保存").single()).click();
        assertThat(plans.plan(organizer, exam).rule()).isEqualTo(new OpinionRule(2, new BigDecimal("1.50")));
        written.laidOut(organizer, competition);
        navigate(MarkingNavigation.plan(exam), MarkingPlanView.class);
        assertThat(find(PlainTable.class).all()).isNotEmpty();
    }

    @Test
    void strangersFindNothing() {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = Contest.exam(competition);
        city.actAs(judge.person());
        navigate(MarkingView.class);
        assertThat(find(EmptyState.class).exists()).isTrue();
        assertThatThrownBy(() -> navigate(MarkingNavigation.desk(exam, 1), MarkingDeskView.class))
                .isNotNull();
        city.actAs(worker);
        assertThatThrownBy(() -> navigate(MarkingView.class)).isNotNull();
        city.actAs(city.actor(city.enterprise(), Role.ORGANIZER).person());
        assertThatThrownBy(() -> navigate(MarkingNavigation.plan(exam), MarkingPlanView.class))
                .isNotNull();
    }
}
