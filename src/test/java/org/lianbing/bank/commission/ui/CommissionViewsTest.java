package org.lianbing.bank.commission.ui;

import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionState;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

class CommissionViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Commissions commissions;

    @Autowired
    Trades trades;

    private Actor lead;
    private Actor author;
    private Trade trade;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        lead = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        author = city.actor(unit, Role.TRAINER);
        trade = trades.find("fitter").orElseThrow();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void itemsAreAskedForWrittenAndThankedFor() {
        city.actAs(lead.person());
        open(CommissionNavigation.create(trade.id(), trade.levels().getLast(), null, ItemType.TRUE_FALSE));
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<PersonName> authors =
                find(MultiSelectComboBox.class).withLabel("请谁出").single();
        authors.setValue(Set.of(new PersonName(author.person(), author.name(), author.unit())));
        IntegerField count = find(IntegerField.class).withLabel("判断").single();
        assertThat(count.getValue()).isEqualTo(5);
        count.setValue(1);
        test(find(Button.class).withText("发给出题人").single()).click();
        Commission made = commissions.made(lead).getFirst();
        assertThat(made.asked().level()).isEqualTo(trade.levels().getLast());

        city.actAs(author.person());
        navigate("commissions", CommissionsView.class);
        assertThat(find(NativeButton.class).withClassName("chip").all())
                .extracting(NativeButton::getText)
                .contains("请我出的 1");
        open("items/new?commission=" + made.id() + "&type=true-false");
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue("锉削时可以用嘴吹铁屑。" + city.number());
        test(find(Button.class).withText("存好并送审").single()).click();
        assertThat(find(Span.class).withText("草稿 0 · 在审 1 · 已发布 0，共要 1 题").exists())
                .isTrue();

        city.actAs(lead.person());
        navigate("commissions", CommissionsView.class);
        navigate("commissions/" + made.id(), CommissionView.class);
        test(find(Button.class).withText("收下并道谢").single()).click();
        test(find(TextArea.class).withLabel("道一声谢").single()).setValue("辛苦了");
        test(find(Button.class).withText("收下").single()).click();
        assertThat(commissions.get(lead, made.id()).state()).isEqualTo(CommissionState.CLOSED);
        assertThat(commissions.get(lead, made.id()).thanks()).isEqualTo("辛苦了");
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts[1]));
    }
}
