package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Region;
import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Regions are drawn on their picture; what the browser says of them is believed only where it can be. */
class RegionBoardTest extends ViewTest {

    private static final String HASH = "a".repeat(64);
    private static final Interaction.Hotspot HOTSPOT = new Interaction.Hotspot(
            "![图](media:" + HASH + ")", 400, 300, List.of(new Region(new Region.Circle(100, 80, 20), "热继电器", true)));

    @Autowired
    TestCity city;

    private final List<String> told = new ArrayList<>();
    private final TypedFields typed = new TypedFields();

    @BeforeEach
    void trainer() {
        city.actAs(city.actor(city.enterprise(), Role.TRAINER).person());
        typed.onTyped(() -> told.add("changed"));
    }

    @Test
    void whatIsDrawnIsTheValueAndStandsInNumbersToo() throws PropertyChangeDeniedException {
        HotspotFields fields = fields(HOTSPOT);
        draw(
                "[{'shape':{'kind':'rectangle','x':10,'y':20,'width':30,'height':40},'name':'停|止','correct':true},"
                        + "{'shape':{'kind':'polygon','corners':[{'x':0,'y':0},{'x':9,'y':0},{'x':0,'y':9}]},'name':'','correct':false}]");
        assertThat(fields.hotspot().regions())
                .containsExactly(
                        new Region(new Region.Rectangle(10, 20, 30, 40), "停 止", true),
                        new Region(
                                new Region.Polygon(
                                        List.of(new Region.Spot(0, 0), new Region.Spot(9, 0), new Region.Spot(0, 9))),
                                "",
                                false));
        assertThat(numbers().getValue()).startsWith("* 10,20,30,40 | 停 止");
        assertThat(told).isNotEmpty();
    }

    @Test
    void numbersThatAreTypedAreDrawn() {
        fields(HOTSPOT);
        test(numbers()).setValue("* 1,2,3 | 甲");
        assertThat(board().getElement().getProperty("regions")).contains("\"radius\":3", "甲");
        assertThat(board().getElement().getAttribute("src")).isEqualTo("/media/" + HASH);
    }

    @Test
    void aLineThatCannotBeReadIsToldAndNothingIsDrawnOverIt() throws PropertyChangeDeniedException {
        fields(HOTSPOT);
        String typing = "* 1,2,3 | 甲\n4,5,x | 乙\n6,7,8 | 丙";
        test(numbers()).setValue(typing);
        assertThat(numbers().isInvalid()).isTrue();
        assertThat(numbers().getErrorMessage()).contains("4,5,x | 乙");
        assertThat(find(NativeDetails.class).single().isOpen()).isTrue();
        assertThat(board().getElement().hasAttribute("inert")).isTrue();
        draw("[{'shape':{'kind':'circle','x':100,'y':81,'radius':20},'name':'热继电器','correct':true}]");
        assertThat(numbers().getValue()).isEqualTo(typing);
        assertThat(board().getElement().getProperty("regions")).contains("\"y\":80");

        test(numbers()).setValue("* 1,2,3 | 甲\n4,5,6 | 乙\n6,7,8 | 丙");
        assertThat(numbers().isInvalid()).isFalse();
        assertThat(board().getElement().hasAttribute("inert")).isFalse();
        draw("[{'shape':{'kind':'circle','x':9,'y':9,'radius':9},'name':'丁','correct':true}]");
        assertThat(numbers().getValue()).isEqualTo("* 9,9,9 | 丁");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "null",
                "[null]",
                "{}",
                "[{}]",
                "[{'shape':{'kind':'star'},'name':'','correct':true}]",
                "[{'shape':null,'name':'','correct':true}]",
                "[{'shape':{'kind':'circle','x':1,'y':1,'radius':5},'name':null,'correct':true}]",
                "[{'shape':{'kind':'polygon','corners':null},'name':'','correct':true}]",
                "[{'shape':{'kind':'polygon','corners':[null,null,null]},'name':'','correct':true}]",
                "[{'shape':{'kind':'circle','x':401,'y':1,'radius':5},'name':'','correct':true}]",
                "[{'shape':{'kind':'rectangle','x':2147483647,'y':1,'width':2147483647,'height':5},'name':'','correct':true}]",
                "[{'shape':{'kind':'rectangle','x':1,'y':1,'width':2147483647,'height':5},'name':'','correct':true}]",
                "[{'shape':{'kind':'circle','x':1.5,'y':1,'radius':99999999999},'name':'','correct':true}]",
            })
    void whatCannotBeIsAnsweredByWhatIsKnown(String hostile) throws PropertyChangeDeniedException {
        HotspotFields fields = fields(HOTSPOT);
        draw(hostile);
        assertThat(fields.hotspot()).isEqualTo(HOTSPOT);
        assertThat(told).isEmpty();
        assertThat(board().getElement().getProperty("regions")).contains("热继电器");
    }

    @Test
    void moreThanAPictureMayHaveIsRefused() throws PropertyChangeDeniedException {
        HotspotFields fields = fields(HOTSPOT);
        String one = "{'shape':{'kind':'circle','x':1,'y':1,'radius':5},'name':'','correct':true}";
        draw("[" + String.join(",", java.util.Collections.nCopies(21, one)) + "]");
        assertThat(fields.hotspot()).isEqualTo(HOTSPOT);
        draw("[" + one.replace("''", "'" + "长".repeat(101) + "'") + "]");
        assertThat(fields.hotspot()).isEqualTo(HOTSPOT);
    }

    @Test
    void aNewPictureBringsItsSizeUntilRegionsCountInIt() {
        HotspotFields fields = fields(new Interaction.Hotspot("", 800, 600, List.of()));
        size(420, 540);
        assertThat(fields.hotspot().width()).isEqualTo(420);
        size(0, 999_999);
        assertThat(fields.hotspot().height()).isEqualTo(540);
        test(numbers()).setValue("* 1,2,3");
        size(100, 100);
        assertThat(find(IntegerField.class).all())
                .extracting(IntegerField::getValue)
                .containsExactly(420, 540);
    }

    private HotspotFields fields(Interaction.Hotspot hotspot) {
        HotspotFields fields = new HotspotFields(hotspot, typed);
        UI.getCurrent().add(fields);
        return fields;
    }

    private RegionBoard board() {
        return find(RegionBoard.class).single();
    }

    private TextArea numbers() {
        return find(TextArea.class).single();
    }

    /** As the browser does: the property, and then its event. */
    private void draw(String json) throws PropertyChangeDeniedException {
        board().getElement()
                .getNode()
                .getFeature(ElementPropertyMap.class)
                .deferredUpdateFromClient("regions", json.replace('\'', '"'))
                .run();
    }

    private void size(int width, int height) {
        ObjectNode data = new JsonMapper().createObjectNode();
        data.put("event.detail.width", width);
        data.put("event.detail.height", height);
        board().getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(board().getElement(), "sized", data));
    }
}
