package org.lianbing.attempt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.content.EveryType;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A 案例 asks for what is computed and for what is done with tools in hand as well. */
@IntegrationTest
class CasePartsTest {

    private static final Instant SOON = Sat.NINE.plusSeconds(30);

    @Autowired
    Sat sat;

    @Autowired
    Sitting sitting;

    @Autowired
    Attempts attempts;

    @Autowired
    Pool pool;

    @Test
    void eachPartIsDeliveredByItselfWithItsVariantsAndWithoutItsKey() throws IOException {
        FormId id = sat.papers.practice(EveryType.workshop());
        List<Slot> slots = sat.forms.get(id).slots();
        assertThat(slots)
                .extracting(Slot::type)
                .containsExactly(ItemType.CALCULATED, ItemType.CALCULATED, ItemType.PRACTICAL);
        assertThat(slots).extracting(slot -> slot.maxScore().toPlainString()).containsExactly("0.25", "0.25", "0.50");
        String form = new String(
                new GZIPInputStream(
                                new ByteArrayInputStream(sat.forms.rendered(id).gzip()))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(form)
                .contains("电源电压 12 V", "电源电压 48 V", "电压 24 V，功率是多少", "接线正确", "某车间要给一台电炉接线")
                .doesNotContain("{{", "÷", "乘了电阻", "先断电", "formula");
    }

    @Test
    void aCandidateHasOneVariantOfEachOnEveryDeviceAndIsScoredByIt() {
        AttemptRequest request = sat.drill(sat.papers.practice(EveryType.workshop()), sat.somebody());
        Candidate phone = sat.start(request, "phone", Sat.NINE);
        Map<Integer, Integer> variants =
                sitting.open(phone).attempt().arrangement().variants();
        Candidate desk = sat.start(request, "desk", SOON);
        assertThat(variants).containsOnlyKeys(1, 2);
        assertThat(sitting.open(desk).attempt().arrangement().variants()).isEqualTo(variants);

        Form form = sat.form(desk);
        int sequence = 0;
        for (Slot slot : form.slots()) {
            sequence++;
            Feedback told =
                    sitting.check(desk, sat.sent(slot.number(), sequence, sat.right(desk, slot.number())), SOON);
            assertThat(told.score().correct()).as(slot.type().code()).isTrue();
        }
        SlotFeedback computed = sat.forms.feedback(attempts.get(desk.attempt()).form(), 1, variants);
        String key = Objects.requireNonNull(computed.key().value());
        assertThat(computed.stem()).contains("电源电压").doesNotContain("{{");
        assertThat(computed.explanation()).contains("÷ 4 &#61; " + key).doesNotContain("{{");
        sitting.handIn(desk, false, SOON);
        assertThat(attempts.get(desk.attempt()).score()).isEqualByComparingTo(form.maxScore());
    }

    @Test
    void withATaskInItACaseIsATaskAndNoExamDrawsIt() {
        Slot slot = sat.forms.get(sat.papers.practice(EveryType.workshop())).slot(1);
        PoolItem item =
                Objects.requireNonNull(pool.items(List.of(slot.version())).get(slot.version()));
        assertThat(item.type()).isEqualTo(ItemType.CASE);
        assertThat(item.task()).isTrue();
        assertThat(pool.forExam(sat.papers.trade(), List.of(), List.of()))
                .isNotEmpty()
                .noneMatch(PoolItem::task)
                .noneMatch(drawn -> drawn.item().equals(slot.item()));
    }

    @Test
    void theScoreSheetOfAPartIsFoundFromAnyPart() {
        Candidate candidate =
                sat.start(sat.drill(sat.papers.practice(EveryType.workshop()), sat.somebody()), "phone", Sat.NINE);
        sitting.check(candidate, sat.sent(3, 1, sat.right(candidate, 3)), SOON);
        for (int part = 1; part <= 3; part++) {
            assertThat(attempts.ownSheets(candidate.attempt(), part))
                    .singleElement()
                    .satisfies(sheet -> {
                        assertThat(sheet.slot()).isEqualTo(3);
                        assertThat(sheet.part()).isEqualTo(3);
                        assertThat(sheet.points()).isEqualByComparingTo("100");
                    });
        }
    }
}
