package org.lianbing.bank.ui;

import java.util.Arrays;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
}
