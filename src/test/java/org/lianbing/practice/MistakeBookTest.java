package org.lianbing.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.SlotChecked;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.practice.store.AnswerTable;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

@IntegrationTest
class MistakeBookTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T00:00:00Z");

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Pool pool;

    @Autowired
    PracticeRecords records;

    @Autowired
    AnswerTable answers;

    @Autowired
    MistakeBook book;

    /** w a wrong answer, r a right one, an hour between them. */
    @ParameterizedTest(name = "{0}: open {1}, wrong {2} times, right {3} since")
    @CsvSource({
        "r,      false, 0, 0",
        "w,      true,  1, 0",
        "wr,     true,  1, 1",
        "wrr,    false, 0, 0",
        "rrw,    true,  1, 0",
        "wrw,    true,  2, 0",
        "wrwr,   true,  2, 1",
        "wrwrr,  false, 0, 0",
        "wrrw,   true,  2, 0",
        "wrrwrr, false, 0, 0",
        "wwwr,   true,  3, 1",
    })
    void twoRightAnswersInARowSettleAMistake(String answers, boolean open, int wrong, int right) {
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        ItemId item = anItem();
        List<SlotChecked> told = new ArrayList<>();
        for (int i = 0; i < answers.length(); i++) {
            told.add(checked(worker, item, answers.charAt(i) == 'r', MORNING.plusSeconds(3600L * i)));
        }
        // Events may come late, twice and in any order.
        told.addAll(List.copyOf(told));
        Collections.shuffle(told, new Random(answers.hashCode()));

        told.forEach(records::on);

        // The listener works in threads of its own.
        await().until(() -> answered(worker), is(answers.length()));
        assertThat(book.count(worker)).isEqualTo(open ? 1 : 0);
        if (open) {
            Mistake mistake = book.open(worker, null).getFirst();
            assertThat(mistake.item()).isEqualTo(item);
            assertThat(mistake.wrongCount()).isEqualTo(wrong);
            assertThat(mistake.rightSince()).isEqualTo(right);
            assertThat(mistake.stem()).isNotBlank();
            assertThat(mistake.point()).isNotNull();
        }
    }

    @Test
    void answersInExamsAreNotTakenUp() {
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        SlotChecked inPractice = checked(worker, anItem(), false, MORNING);
        records.on(new SlotChecked(
                inPractice.attempt(),
                new Purpose("exam", inPractice.purpose().id()),
                worker.person(),
                1,
                inPractice.item(),
                false,
                MORNING));
        ItemId marker = pool.forPractice(electrician(), Level.SENIOR, List.of())
                .getLast()
                .item();
        records.on(checked(worker, marker, false, MORNING));
        await().until(() -> book.count(worker), is(1));
        assertThat(book.open(worker, null).getFirst().item()).isEqualTo(marker);
    }

    @Test
    void everybodyHasABookOfTheirOwn() {
        Actor one = city.actor(city.enterprise(), Role.WORKER);
        Actor other = city.actor(city.enterprise(), Role.WORKER);
        records.on(checked(one, anItem(), false, MORNING));
        await().until(() -> book.count(one), is(1));
        assertThat(book.open(other, null)).isEmpty();
    }

    private ItemId anItem() {
        return pool.forPractice(electrician(), Level.SENIOR, List.of())
                .getFirst()
                .item();
    }

    private TradeId electrician() {
        return trades.find("electrician").orElseThrow().id();
    }

    private int answered(Actor worker) {
        return answers.since(worker.person(), MORNING).size();
    }

    private static SlotChecked checked(Actor who, ItemId item, boolean correct, Instant at) {
        return new SlotChecked(
                AttemptId.next(),
                new Purpose(Drills.PURPOSE, DrillId.next().value()),
                who.person(),
                1,
                item,
                correct,
                at);
    }
}
