package org.lianbing.studio.ui;

import java.time.LocalDate;
import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.studio.Studios;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestStudio;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StudioViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    TestStudio studio;

    @Autowired
    Studios studios;

    @Autowired
    Trades trades;

    @Test
    void everybodyReadsAStudioAndOnlyItsHostMayChangeIt() {
        TestStudio.Led led = led();
        city.actAs(city.actor(city.enterprise(), Role.WORKER).person());
        navigate(StudiosView.class);
        assertThat(find(H2.class).all()).isNotEmpty();
        navigate(StudioView.class, Map.of("studio", led.studio().toString()));
        assertThat(find(H1.class).single().getText())
                .isEqualTo(studios.get(led.host(), led.studio()).card().studio().name());
        assertThat(find(Button.class).withText("修改工作室").exists()).isFalse();
    }

    @Test
    void aHostAddsAMember() {
        TestStudio.Led led = led();
        city.actAs(led.host().person());
        navigate(StudioEditView.class, Map.of("studio", led.studio().toString()));
        test(find(Button.class).withText("加一名成员").single()).click();
        test(find(TextField.class).withPlaceholder("姓名").last()).setValue("高建平");
        test(find(Button.class).withText("保存").single()).click();
        assertThat(studios.get(led.host(), led.studio()).members())
                .extracting("name")
                .containsExactly("高建平");
    }

    @Test
    @SuppressWarnings("unchecked")
    void staffFoundAStudio() {
        UnitId unit = city.enterprise();
        Actor staff = city.actor(unit, Role.UNION_STAFF);
        Actor host = city.actor(unit);
        city.actAs(staff.person());
        navigate(StudiosView.class);
        test(find(Button.class).withText("建立工作室").single()).click();
        String name = "创新工作室 " + city.number();
        test(find(TextField.class).withLabel("名称").single()).setValue(name);
        find(ComboBox.class).withLabel("领衔人").single().setValue(new PersonName(host.person(), host.name(), unit));
        find(ComboBox.class)
                .withLabel("工种")
                .single()
                .setValue(trades.find("fitter").orElseThrow());
        test(find(TextField.class).withLabel("攻关方向").single()).setValue("模具");
        assertThatThrownBy(
                        () -> test(find(Button.class).withText("建立工作室").last()).click())
                .hasMessage("studio.choose-date");
        find(DatePicker.class).single().setValue(LocalDate.of(2024, 5, 1));
        test(find(Button.class).withText("建立工作室").last()).click();

        assertThat(find(H1.class).withText(name).exists()).isTrue();
        assertThat(studios.ledBy(host.person()))
                .singleElement()
                .satisfies(card -> assertThat(card.studio().unit()).isEqualTo(unit));
    }

    private TestStudio.Led led() {
        return studio.led(trades.find("fitter").orElseThrow().id());
    }

    @Test
    void theAddressNamesTheTradeWhoseStudiosAreShown() {
        TestStudio.Led fitters = led();
        TestStudio.Led welders = studio.led(trades.find("welder").orElseThrow().id());
        city.actAs(city.actor(city.enterprise(), Role.WORKER).person());
        UI.getCurrent().navigate("studios", QueryParameters.of("trade", "welder"));
        assertThat(text()).doesNotContain(name(fitters));
        assertThat(studios.all(trades.find("welder").orElseThrow().id(), new PageOf(0, 100))
                        .rows())
                .extracting(card -> card.studio().id())
                .contains(welders.studio())
                .doesNotContain(fitters.studio());
        test(find(TradeFilter.class).single()).selectItem("钳工");
        assertThat(text()).doesNotContain(name(welders));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private String name(TestStudio.Led led) {
        return studios.get(led.host(), led.studio()).card().studio().name();
    }
}
