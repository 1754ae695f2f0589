package org.lianbing.bank.ui;

import java.util.Arrays;
import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Every type can be written, changed and looked at. */
class EveryTypeFieldsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    ItemText text;

    @BeforeEach
    void signIn() {
        Actor trainer = city.actor(city.enterprise(), Role.TRAINER);
        city.actAs(trainer.person());
    }

    @Test
    void fieldsSayWhatTheyWereGiven() {
        EveryType.contents().forEach(content -> {
            AnswerFields fields = AnswerFields.of(content.interaction(), new TypedFields());
            UI.getCurrent().add(fields);
            assertThat(fields.interaction()).isEqualTo(content.interaction());
        });
    }

    @Test
    void everyTypeBeginsEmptyAndIsShown() {
        Arrays.stream(ItemType.values()).forEach(type -> {
            AnswerFields fields = AnswerFields.of(Starters.of(type), new TypedFields());
            UI.getCurrent().add(fields);
            assertThat(fields.getChildren()).isNotEmpty();
        });
        EveryType.contents()
                .forEach(content ->
                        assertThat(new ItemPaper(text, content).getChildren()).isNotEmpty());
    }

    @Test
    void thePartsOfAnAnswerStandUnderTheirNames() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        EveryType.contents()
                .filter(content -> content.interaction() instanceof Interaction.Practical)
                .forEach(content -> UI.getCurrent().add(new ItemPaper(text, content)));
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).contains("准备工作", "限时", "评分表");
        assertThat(find(Span.class).withTextContaining("分钟").exists()).isTrue();
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        assertThat(new KeyParts(text, Starters.of(ItemType.CALCULATED)).getChildren())
                .isEmpty();
        assertThat(new KeyParts(text, Starters.of(ItemType.HOTSPOT)).getChildren())
                .isEmpty();
    }
}
