package org.lianbing.attempt;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.Form;
import org.lianbing.paper.SlotKey;

import static org.assertj.core.api.Assertions.assertThat;

class ArrangementTest {

    private static final Form FORM = FormOf.form(
            FormOf.slot(1, 1, ItemType.TRUE_FALSE, "1", "RW", new SlotKey.One("R")),
            FormOf.slot(2, 1, ItemType.TRUE_FALSE, "1", "RW", new SlotKey.One("R")),
            FormOf.slot(3, 1, ItemType.TRUE_FALSE, "1", "RW", new SlotKey.One("R")),
            FormOf.slot(4, 2, ItemType.SINGLE_CHOICE, "1", "ABCD", new SlotKey.One("A")),
            FormOf.slot(5, 2, ItemType.SINGLE_CHOICE, "1", "ABCD", new SlotKey.One("A")),
            FormOf.numeric("1", "0"));

    @Test
    void slotsChangePlacesOnlyWithinTheirSection() {
        for (int seed = 0; seed < 50; seed++) {
            List<Integer> slots = Arrangement.shuffled(FORM, new Random(seed)).slots();
            assertThat(slots.subList(0, 4)).containsExactlyInAnyOrder(1, 2, 3, 6);
            assertThat(slots.subList(4, 6)).containsExactlyInAnyOrder(4, 5);
        }
    }

    @Test
    void optionsArePermutedButNeverThoseOfTrueFalse() {
        Arrangement arrangement = Arrangement.shuffled(FORM, new Random(7));

        assertThat(arrangement.options()).containsOnlyKeys(4, 5);
        assertThat(arrangement.options().get(4)).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void candidatesGetDifferentOrdersAndTheSameSeedTheSame() {
        assertThat(Arrangement.shuffled(FORM, new Random(1))).isEqualTo(Arrangement.shuffled(FORM, new Random(1)));
        assertThat(Arrangement.shuffled(FORM, new Random(1))).isNotEqualTo(Arrangement.shuffled(FORM, new Random(2)));
    }

    @Test
    void anUnshuffledAttemptHasTheOrderOfTheForm() {
        assertThat(Arrangement.plain(FORM).slots()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Arrangement.plain(FORM).options()).isEmpty();
    }

    @Test
    void partsOfACaseStayTogetherAndInOrder() {
        Form form = FormOf.form(
                FormOf.single(),
                FormOf.part(1, 1, 3, FormOf.single()),
                FormOf.part(1, 2, 3, FormOf.trueFalse()),
                FormOf.part(1, 3, 3, FormOf.single()),
                FormOf.part(2, 1, 2, FormOf.single()),
                FormOf.part(2, 2, 2, FormOf.single()));
        for (int seed = 0; seed < 30; seed++) {
            List<Integer> slots =
                    Arrangement.shuffled(form, new java.util.Random(seed)).slots();
            assertThat(slots).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6).containsSubsequence(2, 3, 4);
            assertThat(slots.indexOf(4) - slots.indexOf(2)).isEqualTo(2);
            assertThat(slots.indexOf(6) - slots.indexOf(5)).isEqualTo(1);
        }
    }
}
