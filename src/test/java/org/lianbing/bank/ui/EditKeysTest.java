package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Items;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

/** An item is written without a mouse. */
class EditKeysTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    private final TypedFields typed = new TypedFields();
    private Actor trainer;

    @BeforeEach
    void trainer() {
        trainer = city.actor(city.enterprise(), Role.TRAINER);
        city.actAs(trainer.person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void optionsMoveWithTheirKeyAndTheirReason() {
        OptionFields fields = new OptionFields(
                List.of(new Option("甲", true, "因为"), new Option("乙", false, null), new Option("丙", false, null)),
                typed);
        UI.getCurrent().add(fields);
        press(line(fields, 0), "Alt+ArrowDown");
        assertThat(fields.options())
                .containsExactly(
                        new Option("乙", false, null), new Option("甲", true, "因为"), new Option("丙", false, null));
        press(line(fields, 1), "Alt+ArrowUp");
        press(line(fields, 0), "Alt+ArrowUp");
        assertThat(fields.options()).extracting(Option::text).containsExactly("甲", "乙", "丙");
        press(line(fields, 2), "Alt+Enter");
        press(line(fields, 0), "Alt+Delete");
        assertThat(fields.options()).containsExactly(new Option("乙", false, null), new Option("丙", true, null));
        assertThat(typed.values()).containsEntry("options/1/key", "true").containsEntry("options/2/text", "");
    }

    @Test
    void anOptionIsAddedUntilThereAreEnough() {
        OptionFields fields = new OptionFields(List.of(), typed);
        UI.getCurrent().add(fields);
        for (int press = 0; press < 12; press++) {
            press(fields, "Ctrl+Enter");
        }
        assertThat(lines(fields)).hasSize(8);
        press(fields, "Ctrl+Alt+Delete");
    }

    @Test
    void stepsMove() {
        StepFields fields = new StepFields(List.of("停电", "验电", "接地"), typed);
        UI.getCurrent().add(fields);
        List<Component> lines = lines(fields);
        press(lines.get(2), "Alt+ArrowUp");
        assertThat(fields.steps()).containsExactly("停电", "接地", "验电");
        press(lines.get(0), "Alt+Delete");
        assertThat(fields.steps()).containsExactly("接地", "验电");
    }

    @Test
    void aPartIsAdded() {
        PartFields fields = new PartFields(new Interaction.Case(List.of()), typed);
        UI.getCurrent().add(fields);
        press(fields, "Ctrl+Enter");
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").exists()).isTrue();
    }

    @Test
    void inTheStemOfAFillInPartABlankIsAdded() {
        CasePart fill = new CasePart("频率是", new Interaction.FillIn(List.of()), BigDecimal.ONE, "", null);
        CasePart truth = new CasePart("对吗", new Interaction.TrueFalse(true), BigDecimal.ONE, "", null);
        PartFields fields = new PartFields(new Interaction.Case(List.of(fill, truth)), typed);
        UI.getCurrent().add(fields);
        List<TextArea> stems = find(TextArea.class).withLabel("题干（Markdown）").all();
        press(stems.getFirst(), "Ctrl+Enter");
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").all()).hasSize(2);
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .filteredOn(pending -> pending.getInvocation().getExpression().contains("setRangeText('____'"))
                .hasSize(1);
        press(stems.get(1), "Ctrl+Enter");
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").all()).hasSize(3);
    }

    @Test
    @SuppressWarnings("unchecked")
    void savingAndGoingOnBeginsAnotherOfTheSameKind() {
        UI.getCurrent().navigate("items/new", new QueryParameters(Map.of("type", List.of("true-false"))));
        test(stem()).setValue("写完的一道" + city.number());
        find(MultiSelectComboBox.class).withLabel("等级").single().setValue(Set.of(Level.SENIOR));
        press(find(ItemNewView.class).single(), EditKeys.SAVE_AND_NEXT);
        assertThat(stem().getValue()).isEmpty();
        assertThat(find(ItemForm.class).single().draft().content().interaction())
                .isInstanceOf(Interaction.TrueFalse.class);
    }

    @Test
    void aNewVersionIsSavedAndHandedOver() {
        Interaction truth = new Interaction.TrueFalse(true);
        ItemContent content = new ItemContent("原来的" + city.number(), truth, "", 2);
        ItemId id = items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trades.find("fitter").orElseThrow().id(),
                        Set.of(Level.SENIOR),
                        Set.of(),
                        content,
                        Secrecy.OPEN,
                        Origin.NONE));
        navigate("items/" + id + "/edit", ItemEditView.class);
        test(stem()).setValue("改过的");
        press(find(ItemEditView.class).single(), EditKeys.SAVE);
        assertThat(items.get(trainer, id).latest().number()).isEqualTo(1);
        test(find(TextField.class).withLabel("改了什么，为什么").single()).setValue("说清楚些");
        press(find(ItemEditView.class).single(), EditKeys.SUBMIT);
        Item saved = items.get(trainer, id);
        assertThat(saved.latest().content().stem()).isEqualTo("改过的");
        assertThat(saved.state()).isEqualTo(ItemState.IN_REVIEW);
    }

    @Test
    void theKeysAreToldInBothLanguages() {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            UI.getCurrent().setLocale(language);
            EditKeys keys = new EditKeys(List.of(EditKeys.SAVE, EditKeys.SAVE_AND_NEXT, EditKeys.SUBMIT));
            assertThat(keys.getContent().getChildren())
                    .filteredOn(DescriptionList.Description.class::isInstance)
                    .hasSize(9)
                    .allSatisfy(told -> assertThat(((DescriptionList.Description) told).getText())
                            .isNotBlank()
                            .doesNotContain("bankui"));
        }
    }

    private TextArea stem() {
        return find(TextArea.class).withLabel("题干（Markdown）").single();
    }

    private static Component line(OptionFields fields, int at) {
        return lines(fields).get(at);
    }

    private static List<Component> lines(Component fields) {
        return fields.getChildren().findFirst().orElseThrow().getChildren().toList();
    }

    private static void press(Component component, String chord) {
        ObjectNode data = new JsonMapper().createObjectNode().put("event.detail", chord);
        component
                .getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(component.getElement(), "desk-chord", data));
    }
}
