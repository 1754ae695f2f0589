package org.lianbing.bank;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestDrafts;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What stands in a paper whose answers are not released is shown to nobody, trainers included. */
@IntegrationTest
class EmbargoedItemsTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Pool pool;

    @Autowired
    Forms forms;

    @Autowired
    Clock clock;

    @Test
    void anItemInAnUnreleasedFormIsOutOfPracticeSearchAndSight() {
        UnitId unit = city.enterprise();
        Actor trainer = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.REVIEWER);
        TradeId trade = trades.find("fitter").orElseThrow().id();
        String stem = "封存中的题" + city.number();
        ItemId id = items.draft(trainer, TestDrafts.statement(trade, stem, Secrecy.OPEN));
        review.publish(reviewer, id);
        ItemVersionId version =
                Objects.requireNonNull(items.get(trainer, id).published()).id();
        assertThat(drawn(trade)).contains(id);

        FormId form = forms.freezeForExam(
                "封存", List.of(new DraftSlot(version, ItemType.TRUE_FALSE, BigDecimal.ONE)), clock.instant());

        assertThat(drawn(trade)).doesNotContain(id);
        assertThat(pool.practicable(Set.of(id))).isEmpty();
        assertThat(found(trainer, stem)).doesNotContain(id);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> items.get(reviewer, id))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.embargo"));

        forms.release(form, clock.instant());

        assertThat(drawn(trade)).contains(id);
        assertThat(found(trainer, stem)).contains(id);
    }

    private List<ItemId> drawn(TradeId trade) {
        return pool.forPractice(trade, Level.SENIOR, Set.of()).stream()
                .map(PoolItem::item)
                .toList();
    }

    private List<ItemId> found(Actor actor, String text) {
        return items.find(actor, new ItemQuery(text, null, null, null, null), new PageOf(0, 20)).rows().stream()
                .map(Item::id)
                .toList();
    }
}
