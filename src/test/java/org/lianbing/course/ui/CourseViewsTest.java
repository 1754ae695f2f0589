package org.lianbing.course.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.course.CourseCard;
import org.lianbing.course.CourseDraft;
import org.lianbing.course.CourseId;
import org.lianbing.course.CoursePage;
import org.lianbing.course.CourseState;
import org.lianbing.course.Courses;
import org.lianbing.course.LessonDraft;
import org.lianbing.course.LessonId;
import org.lianbing.course.Lessons;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestStudio;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CourseViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    TestStudio studio;

    @Autowired
    Courses courses;

    @Autowired
    Lessons lessons;

    @Autowired
    Trades trades;

    @Test
    void aWorkerReadsALessonAndTicksItOff() {
        TestStudio.Led led = studio.led(fitter().id());
        CourseId course =
                courses.draft(led.host(), new CourseDraft("钻孔 " + city.number(), "", fitter().id(), led.asHost()));
        LessonId first = lessons.add(led.host(), course, new LessonDraft("磨钻头", "看刃口", Set.of()));
        lessons.add(led.host(), course, new LessonDraft("定中心", "打样冲", Set.of()));
        courses.publish(led.host(), course);
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        city.actAs(worker.person());

        navigate(LessonView.class, Map.of("lesson", first.toString()));
        assertThat(find(H1.class).withText("磨钻头").exists()).isTrue();
        assertThat(find(Button.class).withText("修改").exists()).isFalse();
        test(find(Button.class).withText("学完了").single()).click();

        assertThat(courses.get(worker, course).finished()).isOne();
        assertThat(find(Button.class).withText("学完了").exists()).isFalse();
        test(find(Button.class).withText("下一课：定中心").single()).click();
        assertThat(find(H1.class).withText("定中心").exists()).isTrue();
    }

    @Test
    void aHostOpensACourseWritesALessonAndPublishes() {
        TestStudio.Led led = studio.led(fitter().id());
        city.actAs(led.host().person());
        navigate(TeachingView.class);
        test(find(Button.class).withText("新开一门课").single()).click();
        String title = "刮研 " + city.number();
        test(find(TextField.class).withLabel("课程名称").single()).setValue(title);
        find(ComboBox.class).withLabel("工种").single().setValue(fitter());
        test(find(Button.class).withText("保存").single()).click();

        assertThat(find(Button.class).withText("发布").single().isEnabled())
                .as("no lesson yet")
                .isFalse();
        test(find(Button.class).withText("加一个课时").single()).click();
        test(find(TextField.class).withLabel("课时标题").single()).setValue("显点");
        test(find(TextArea.class).withLabel("正文").single()).setValue("## 涂色\n\n薄薄一层。");
        test(find(Button.class).withText("保存").single()).click();
        test(find(Button.class).withText("发布").single()).click();

        List<CourseCard> given = courses.of(led.host(), led.asHost());
        assertThat(given).singleElement().satisfies(card -> {
            assertThat(card.course().title()).isEqualTo(title);
            assertThat(card.course().state()).isEqualTo(CourseState.PUBLISHED);
            assertThat(card.course().lessons()).isOne();
        });
    }

    @Test
    void theCoursesOfOneTradeAreShownAlone() {
        TestStudio.Led led = studio.led(fitter().id());
        String title = "锉削 " + city.number();
        CourseId course = courses.draft(led.host(), new CourseDraft(title, "", fitter().id(), led.asHost()));
        lessons.add(led.host(), course, new LessonDraft("握锉", "站姿", Set.of()));
        courses.publish(led.host(), course);
        city.actAs(city.actor(city.enterprise(), Role.WORKER).person());
        navigate(CoursesView.class);
        TradeBox narrow = find(TradeBox.class).single();
        narrow.setValue(trades.find("electrician").orElseThrow());
        assertThat(shown(title)).isFalse();
        narrow.setValue(fitter());
        assertThat(shown(title)).isTrue();
        narrow.clear();
        assertThat(shown(title)).isTrue();
    }

    private boolean shown(String title) {
        return find(CourseCardLink.class).all().stream()
                .anyMatch(card -> card.getElement().getTextRecursively().contains(title));
    }

    @Test
    void aHostMovesALessonWithAButton() {
        TestStudio.Led led = studio.led(fitter().id());
        CourseId course =
                courses.draft(led.host(), new CourseDraft("划线 " + city.number(), "", fitter().id(), led.asHost()));
        lessons.add(led.host(), course, new LessonDraft("涂色", "薄", Set.of()));
        LessonId second = lessons.add(led.host(), course, new LessonDraft("找正", "准", Set.of()));
        city.actAs(led.host().person());
        navigate(CourseEditView.class, Map.of("course", course.toString()));

        test(find(Button.class).withId("up-" + second).single()).click();

        assertThat(courses.get(led.host(), course).lessons())
                .extracting(CoursePage.Line::title)
                .containsExactly("找正", "涂色");
        assertThat(find(Button.class).withId("up-" + second).single().isEnabled())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WORKER", "TRAINER", "REVIEWER", "ORGANIZER", "ADMIN"})
    void onlyHostsWriteCourses(Role role) {
        city.actAs(city.actor(city.enterprise(), role).person());
        assertThatThrownBy(() -> navigate(TeachingView.class)).isNotNull();
    }

    @Test
    void anotherHostsCourseIsNotThereToBeChanged() {
        TestStudio.Led led = studio.led(fitter().id());
        CourseId course =
                courses.draft(led.host(), new CourseDraft("锉削 " + city.number(), "", fitter().id(), led.asHost()));
        city.actAs(studio.led(fitter().id()).host().person());
        UI.getCurrent().navigate("teaching/courses/" + course);
        assertThat(find(H2.class).withText("打不开这一页").exists()).isTrue();
    }

    private Trade fitter() {
        return trades.find("fitter").orElseThrow();
    }
}
