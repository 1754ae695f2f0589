package org.lianbing.account.ui;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.Accounts;
import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdministrationViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WORKER", "TRAINER", "REVIEWER", "ORGANIZER", "STUDIO_HOST", "AUDITOR"})
    void peopleAreForAdministratorsOnly(Role role) {
        city.actAs(city.actor(city.enterprise(), role).person());
        assertThatThrownBy(() -> navigate(PeopleView.class)).isNotNull();
    }

    @Test
    void anAuditorReadsTheAuditLog() {
        city.actAs(city.actor(city.enterprise(), Role.AUDITOR).person());
        navigate(AuditView.class);
        assertThat(find(Grid.class).exists()).isTrue();
    }

    @Test
    void anAdministratorSeesTheirOwnPeopleAndAddsOne() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        city.person(city.enterprise());
        city.actAs(admin.person());
        navigate(PeopleView.class);
        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);

        test(find(Button.class).withText("添加人员").first()).click();
        String name = "新来的" + city.number();
        test(find(TextField.class).withLabel("姓名").single()).setValue(name);
        test(find(TextField.class).withLabel("手机").single()).setValue("12");
        test(find(Button.class).withText("添加人员").last()).click();
        assertThat(find(Paragraph.class).withClassName("gate-refusal").single().getText())
                .contains("11 位");

        test(find(TextField.class).withLabel("手机").single()).setValue("13812345678");
        test(find(Button.class).withText("添加人员").last()).click();
        List<Person> found = people.find(admin, name, new PageOf(0, 10)).rows();
        assertThat(found).singleElement().satisfies(person -> {
            assertThat(person.phone()).isEqualTo("138****5678");
            assertThat(person.unit()).isEqualTo(admin.unit());
        });
        assertThat(find(H2.class).withText(name).exists())
                .as("the new person is open at the side")
                .isTrue();
    }

    @Test
    void detailsAreChangedInADialogThatShowsWhatStands() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId worker = city.person(admin.unit());
        city.actAs(admin.person());
        navigate(PeopleView.class, Map.of(PeopleView.PERSON, worker.toString()));

        test(find(Button.class).withText("修改资料").single()).click();
        TextField name = find(TextField.class).withLabel("姓名").single();
        assertThat(name.getValue()).isEqualTo(people.get(admin, worker).name());
        test(name).setValue("更名工");
        test(find(Button.class).withText("保存").single()).click();

        assertThat(people.get(admin, worker).name()).isEqualTo("更名工");
        assertThat(find(H2.class).withText("更名工").exists()).isTrue();
    }

    @Test
    void switchingOffAsksOnceAndShowsTheNewState() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId worker = city.person(admin.unit());
        city.actAs(admin.person());
        navigate(PeopleView.class, Map.of(PeopleView.PERSON, worker.toString()));

        test(find(Button.class).withText("停用账号").single()).click();
        assertThat(accounts.actor(worker)).as("not before the question").isPresent();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(accounts.actor(worker)).isEmpty();
        assertThat(find(Span.class).withText("已停用").exists()).isTrue();
        assertThat(find(Button.class).withText("启用账号").exists()).isTrue();
    }

    @Test
    void aCardIsShownOnceWithItsCode() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId worker = city.person(admin.unit());
        city.actAs(admin.person());
        navigate(PeopleView.class, Map.of(PeopleView.PERSON, worker.toString()));

        test(find(Button.class).withText("打印激活卡").single()).click();
        assertThat(find(Span.class).withClassName("card-code").single().getText())
                .matches("([2-9A-Z]{4}-){3}[2-9A-Z]{4}");
    }

    @Test
    void grantingARoleOffersOnlyOnesOwnUnits() {
        Actor admin = city.actor(city.enterprise(), Role.ADMIN);
        PersonId worker = city.person(admin.unit());
        city.actAs(admin.person());
        navigate(PeopleView.class, Map.of(PeopleView.PERSON, worker.toString()));

        test(find(Button.class).withText("授予职责").single()).click();
        @SuppressWarnings("unchecked")
        ComboBox<Unit> unit = find(ComboBox.class).withLabel("在哪个单位").single();
        assertThat(unit.getListDataView().getItems()).containsExactly(units.get(admin.unit()));
        assertThat(unit.getValue().id()).isEqualTo(admin.unit());
    }

    @Test
    void whoIsOutsideCannotBeOpenedByTheirAddress() {
        city.actAs(city.actor(city.enterprise(), Role.ADMIN).person());
        PersonId stranger = city.person(city.enterprise());
        assertThatThrownBy(() -> navigate(PeopleView.class, Map.of(PeopleView.PERSON, stranger.toString())))
                .isNotNull();
    }
}
