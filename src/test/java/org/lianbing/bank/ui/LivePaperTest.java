package org.lianbing.bank.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Role;
import org.lianbing.base.ui.Prose;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Beside the form stands what a candidate sees, and apart from it the key. */
class LivePaperTest extends ViewTest {

    @Autowired
    TestCity city;

    @BeforeEach
    void trainer() {
        city.actAs(city.actor(city.enterprise(), Role.TRAINER).person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theFrameShowsTheBlanksOfAFillInAndTheKeyStandsBelow() {
        open("fill-in");
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue("频率是 ____ Hz。");
        test(find(TextArea.class).withLabel("每个空的答案，一行一个空").single()).setValue("工频五十");
        assertThat(shown()).contains("data-blank", "频率是").doesNotContain("工频五十");
        assertThat(find(Prose.class).all())
                .extracting(prose -> prose.getElement().getProperty("html"))
                .anySatisfy(html -> assertThat(html).contains("工频五十"));
    }

    @Test
    void anUnfinishedLineLeavesWhatWasShown() {
        open("matching");
        TextArea pairs = find(TextArea.class).withLabel("连线，一行一对").single();
        test(pairs).setValue("KM | 接触器");
        assertThat(shown()).contains("KM", "接触器");
        test(pairs).setValue("KM 接触器");
        assertThat(shown()).contains("接触器");
        assertThat(find(Span.class).withTextContaining("有一行还没写完").exists()).isTrue();
    }

    @Test
    void aNumberOutOfAllProportionIsUnfinished() {
        open("numeric");
        TextField key = find(TextField.class).withLabel("答案").single();
        for (String endless : List.of("1e999999999", "1e-999999999", "1".repeat(100_000))) {
            test(key).setValue(endless);
            assertThat(find(Span.class).withTextContaining("有一行还没写完").exists()).isTrue();
            assertThat(key.isInvalid()).isTrue();
        }
        test(key).setValue("50");
        assertThat(find(Span.class).withTextContaining("有一行还没写完").exists()).isFalse();
    }

    @Test
    void aWeightOutOfAllProportionIsUnfinished() {
        open("case");
        find(Button.class).withText("加一道小题").single().click();
        test(find(TextArea.class).withLabel("题干（Markdown）").all().getLast()).setValue("问");
        TextField weight = find(TextField.class).withLabel("分值比重").single();
        assertThat(find(Span.class).withTextContaining("有一行还没写完").exists()).isFalse();
        test(weight).setValue("1e999999999");
        assertThat(find(Span.class).withTextContaining("有一行还没写完").exists()).isTrue();
        test(weight).setValue("");
        assertThat(find(Span.class).withTextContaining("有一行还没写完").exists()).isFalse();
    }

    @Test
    void itTurnsFromThePhoneToTheDesk() {
        open("single-choice");
        test(find(TextField.class).withLabel("选项 A").single()).setValue("五毫米");
        assertThat(shown()).contains("五毫米");
        assertThat(frame().getElement().getAttribute("screen")).isEqualTo("phone");
        test(find(Button.class).withText("按电脑宽度看").single()).click();
        assertThat(frame().getElement().getAttribute("screen")).isEqualTo("desk");
        assertThat(find(Button.class).withText("按手机宽度看").exists()).isTrue();
    }

    private void open(String type) {
        UI.getCurrent().navigate("items/new", new QueryParameters(Map.of("type", List.of(type))));
    }

    private CandidateFrame frame() {
        return find(CandidateFrame.class).single();
    }

    private String shown() {
        return frame().getElement().getProperty("form");
    }
}
