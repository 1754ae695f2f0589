package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.Sitting;
import org.lianbing.attempt.Started;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Ids;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestPapers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.lianbing.testing.Refusals.refused;

/** What a worker scored alone waits for a trainer of the trade and the unit, and for nobody else. */
@IntegrationTest
class PracticalsTest {

    @Autowired
    Practicals practicals;

    @Autowired
    TestPapers papers;

    @Autowired
    TestCity city;

    @Autowired
    Forms forms;

    @Autowired
    Attempts attempts;

    @Autowired
    Sitting sitting;

    @Autowired
    Inbox inbox;

    @Autowired
    JsonMapper json;

    private final UnitId[] home = new UnitId[1];
    private final Actor[] worker = new Actor[1];
    private int slot;

    /** A worker of a new enterprise does the practical task of a drill and gives it everything but ten points. */
    private AttemptId done() {
        return done(papers.everyType());
    }

    private AttemptId done(FormId form) {
        AttemptId attempt = checked(form).attempt();
        Slot.Part part = forms.get(form).slot(slot).part();
        // Of a case it is told at its first part.
        int told = part == null ? slot : slot - part.place() + 1;
        practicals.queue(attempt, told);
        practicals.queue(attempt, told);
        return attempt;
    }

    /** The same, before anybody was told. */
    private Candidate checked(FormId form) {
        Slot task = forms.get(form).slots().stream()
                .filter(each -> each.type() == ItemType.PRACTICAL)
                .findFirst()
                .orElseThrow();
        slot = task.number();
        home[0] = city.enterprise();
        Actor worker = city.actor(home[0], Role.WORKER);
        this.worker[0] = worker;
        Instant now = Instant.now();
        Started started = attempts.start(
                new AttemptRequest(
                        form,
                        worker.person(),
                        new Purpose(Drills.PURPOSE, Ids.next()),
                        Behaviour.IMMEDIATE,
                        "练习",
                        "",
                        null,
                        Duration.ZERO,
                        true,
                        "/practice"),
                "phone",
                now);
        Map<String, String> deductions =
                Map.of(task.tokens().get(0), "10", task.tokens().get(1), "0");
        Candidate candidate = new Candidate(started.attemptId(), worker.person(), 1);
        sitting.check(
                candidate,
                new Sitting.Sent(slot, 1, json.valueToTree(Map.of("deductions", deductions, "seconds", 90))),
                now);
        return candidate;
    }

    private Actor trainer(UnitId unit, TradeId... trades) {
        Actor plain = city.actor(unit, Role.TRAINER);
        return new Actor(
                plain.person(), plain.name(), plain.unit(), List.of(new Grant(Role.TRAINER, unit, Set.of(trades))));
    }

    @Test
    void aTrainerOfTheTradeConfirmsItOnceAndTheWorkerSeesIt() {
        AttemptId attempt = done();
        Actor trainer = trainer(home[0], papers.trade());
        city.actAs(trainer.person());

        assertThat(practicals.waiting(trainer, new PageOf(0, 10)).rows())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.practical().attempt()).isEqualTo(attempt);
                    assertThat(line.practical().ownPoints()).isEqualByComparingTo("90");
                    assertThat(line.practical().took()).isEqualTo(Duration.ofSeconds(90));
                    assertThat(line.task()).contains("三相电能表");
                });
        practicals.decide(trainer, attempt, slot, new BigDecimal("85.5"), "接线慢了些");

        assertThat(practicals.waiting(trainer, new PageOf(0, 10)).total()).isZero();
        assertThat(practicals.of(attempt)).singleElement().satisfies(practical -> {
            assertThat(Objects.requireNonNull(practical.decision()).points()).isEqualByComparingTo("85.5");
            assertThat(Objects.requireNonNull(practical.decision()).word()).isEqualTo("接线慢了些");
        });
        refused("practice.practical.decided", () -> practicals.decide(trainer, attempt, slot, BigDecimal.TEN, ""));
        assertThat(inbox.of(worker[0], true, new PageOf(0, 10)).rows())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("practice.notice.confirmed");
                    assertThat(notice.arguments().getFirst()).contains("三相电能表");
                    assertThat(notice.arguments().subList(1, 3)).containsExactly("85.5", "100");
                    assertThat(notice.words()).isEqualTo("接线慢了些");
                    assertThat(notice.link()).isEqualTo("practice/results/" + attempt);
                });
    }

    @Test
    void aTaskWithinACaseWaitsUnderItsOwnWords() {
        AttemptId attempt = done(papers.practice(EveryType.workshop()));
        Actor trainer = trainer(home[0], papers.trade());
        city.actAs(trainer.person());
        assertThat(practicals.waiting(trainer, new PageOf(0, 10)).rows())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.practical().slot()).isEqualTo(3);
                    assertThat(line.practical().part()).isEqualTo(3);
                    assertThat(line.practical().ownPoints()).isEqualByComparingTo("90");
                    assertThat(line.task()).contains("把电炉接好");
                });
        practicals.decide(trainer, attempt, slot, BigDecimal.TEN, "");
        assertThat(inbox.of(worker[0], true, new PageOf(0, 10)).rows())
                .singleElement()
                .satisfies(notice -> assertThat(notice.arguments().getFirst()).contains("把电炉接好"));
    }

    @Test
    void aSheetBesideATextThatNobodyMarkedWaitsToo() {
        ItemContent workshop = EveryType.workshop();
        CasePart task = ((Interaction.Case) workshop.interaction()).parts().getLast();
        CasePart why = new CasePart(
                "为什么先断电？",
                new Interaction.ShortAnswer(new Rubric(List.of(new Rubric.Point("防止触电", BigDecimal.ONE)), "防止触电。", "")),
                BigDecimal.ONE,
                "",
                null);
        FormId form = papers.practice(
                new ItemContent("给电炉接线 " + city.number(), new Interaction.Case(List.of(task, why)), "", 3));
        Candidate candidate = checked(form);
        Instant now = Instant.now();
        sitting.check(candidate, new Sitting.Sent(2, 2, json.valueToTree(Map.of("text", "怕触电"))), now);
        Actor trainer = trainer(home[0], papers.trade());
        city.actAs(trainer.person());
        assertThat(practicals.waiting(trainer, new PageOf(0, 10)).total()).isZero();

        sitting.handIn(candidate, false, now);
        await().until(() -> practicals.of(candidate.attempt()).size(), is(1));
        assertThat(practicals.waiting(trainer, new PageOf(0, 10)).rows())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.practical().ownPoints()).isEqualByComparingTo("90");
                    assertThat(line.task()).contains("把电炉接好");
                });
    }

    @Test
    void theWorkerIsToldWhyItWasReturnedAndNobodyElseIs() {
        AttemptId attempt = done();
        Actor trainer = trainer(home[0], papers.trade());
        city.actAs(trainer.person());
        refused("practice.practical.word", () -> practicals.decide(trainer, attempt, slot, null, " "));
        assertThat(inbox.of(worker[0], true, new PageOf(0, 10)).rows()).isEmpty();
        practicals.decide(trainer, attempt, slot, null, "零线没有接");
        assertThat(inbox.of(worker[0], true, new PageOf(0, 10)).rows())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("practice.notice.returned");
                    assertThat(notice.words()).isEqualTo("零线没有接");
                });
        assertThat(inbox.unread(trainer)).isZero();
    }

    @Test
    void nobodyElseSeesItOrDecides() {
        AttemptId attempt = done();
        Actor elsewhere = trainer(city.enterprise(), papers.trade());
        Actor otherTrade = trainer(home[0], new TradeId(Ids.next()));
        for (Actor stranger : List.of(elsewhere, otherTrade)) {
            city.actAs(stranger.person());
            assertThat(practicals.waiting(stranger, new PageOf(0, 10)).total()).isZero();
            refused("base.not-found", () -> practicals.decide(stranger, attempt, slot, BigDecimal.TEN, ""));
        }
    }

    @Test
    void aRefusalNeedsAWordAndPointsStayWithinTheSheet() {
        AttemptId attempt = done();
        Actor trainer = trainer(home[0]);
        city.actAs(trainer.person());

        refused("practice.practical.word", () -> practicals.decide(trainer, attempt, slot, null, " "));
        refused(
                "practice.practical.points",
                () -> practicals.decide(trainer, attempt, slot, new BigDecimal("100.5"), ""));
        practicals.decide(trainer, attempt, slot, null, "没有看到实物");
        assertThat(Objects.requireNonNull(practicals.of(attempt).getFirst().decision())
                        .confirmed())
                .isFalse();
    }
}
