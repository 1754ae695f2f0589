package org.lianbing.bank;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.DeskTest;
import org.lianbing.testing.TestDrafts;
import org.lianbing.testing.TestSolving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;

class ReviewTest extends DeskTest {

    private static final PageOf PAGE = new PageOf(0, 50);

    @Autowired
    Accounts accounts;

    @Autowired
    TestSolving solving;

    @Autowired
    Pool pool;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fromDraftOverReviewToPublished() {
        ItemId id = items.draft(trainer, draft("锉刀怎样清理？"));
        Item drafted = items.get(trainer, id);
        assertThat(drafted.state()).isEqualTo(ItemState.DRAFT);
        assertThat(drafted.code()).matches("fitter-c-\\d{4}");
        assertThat(inPool(id)).isFalse();

        review.submit(trainer, List.of(id));
        assertThat(items.get(trainer, id).state()).isEqualTo(ItemState.IN_REVIEW);

        review.publish(reviewer, id);
        Item published = items.get(trainer, id);
        assertThat(published.state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(published.proposed()).isNull();
        assertThat(inPool(id)).isTrue();
        assertThat(acts(id)).containsExactly("item.drafted", "item.submitted", "item.published");
    }

    @Test
    void nobodyPublishesWhatTheyWrote() {
        ItemId id = items.draft(both, draft("自己写的题"));
        refused(Problem.Kind.FORBIDDEN, () -> review.publish(both, id));
        items.revise(trainer, id, draft("别人改过的题"), "错字");
        review.publish(both, id);
        assertThat(items.get(both, id).state()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void whatIsPublishedStaysInForceWhileAChangeIsProposed() {
        ItemId id = published("旧的题干");
        items.revise(trainer, id, draft("新的题干"), "更清楚");
        Item item = items.get(trainer, id);
        assertThat(item.state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(Objects.requireNonNull(item.published()).content().stem()).isEqualTo("旧的题干");
        assertThat(items.proposal(reviewer, id))
                .hasValueSatisfying(
                        proposal -> assertThat(proposal.content().stem()).isEqualTo("新的题干"));
        assertThat(found(trainer, "新的题干", ItemState.DRAFT)).contains(id);

        review.publish(reviewer, id);
        assertThat(items.history(trainer, id)).extracting(ItemVersion::number).containsExactly(2, 1);
        assertThat(found(trainer, "旧的题干", null)).doesNotContain(id);
    }

    @Test
    void theLaterOfTwoWhoChangeTheSameVersionIsTold() {
        ItemId id = published("两个人一起改的题");
        ItemVersionId read = items.get(trainer, id).latest().id();
        items.revise(trainer, id, read, draft("先存的题干"), "先存");
        refused("bank.item.changed", () -> items.revise(both, id, read, draft("后存的题干"), "后存"));
        assertThat(items.proposal(trainer, id).orElseThrow().content().stem()).isEqualTo("先存的题干");
        items.revise(both, id, proposed(id), draft("后存的题干"), "看过先存的");
        assertThat(items.history(trainer, id)).hasSize(3);
    }

    @Test
    void whatIsSentBackIsADraftAgainWithAWord() {
        ItemId id = items.draft(trainer, draft("说不清的题"));
        review.submit(trainer, List.of(id));
        refused(Problem.Kind.INVALID, () -> review.sendBack(reviewer, id, " "));
        review.sendBack(reviewer, id, "题干有歧义");
        assertThat(items.get(trainer, id).state()).isEqualTo(ItemState.DRAFT);
        assertThat(items.lastComment(trainer, id)).hasValue("题干有歧义");
    }

    @Test
    void aReviewerDecidesOnWhatTheyWereShownAlone() {
        ItemId id = items.draft(trainer, draft("看过的题"));
        ItemVersionId read = proposed(id);
        refused("bank.review.not-waiting", () -> review.publish(reviewer, id, null, ""));
        refused("bank.review.changed", () -> review.publish(reviewer, id, read, ""));
        review.submit(trainer, List.of(id));
        items.revise(trainer, id, draft("没看过的题"), "还在写");
        refused("bank.review.changed", () -> review.publish(reviewer, id, read, ""));
        refused("bank.review.changed", () -> review.sendBack(reviewer, id, read, "题干有歧义"));
        refused("bank.review.not-waiting", () -> review.sendBack(reviewer, id, null, "题干有歧义"));
        review.submit(trainer, List.of(id));
        refused("bank.review.changed", () -> review.publish(reviewer, id, read, ""));
        refused("bank.review.changed", () -> review.sendBack(reviewer, id, read, "题干有歧义"));
        assertThat(items.get(trainer, id).proposalState()).isEqualTo(ItemState.IN_REVIEW);

        review.sendBack(reviewer, id, proposed(id), "题干有歧义");
        assertThat(items.get(trainer, id).proposalState()).isEqualTo(ItemState.DRAFT);
        review.submit(trainer, List.of(id));
        review.publish(reviewer, id, proposed(id), "");
        assertThat(items.get(trainer, id).state()).isEqualTo(ItemState.PUBLISHED);
        refused("bank.review.changed", () -> review.publish(reviewer, id, read, ""));
        refused("bank.nothing-proposed", () -> review.publish(reviewer, id, null, ""));
    }

    private ItemVersionId proposed(ItemId id) {
        return Objects.requireNonNull(items.get(trainer, id).proposed()).id();
    }

    @Test
    void retiredItemsAreNoLongerDrawnAndStayReadable() {
        ItemId id = published("要停用的题");
        review.retire(reviewer, id, "标准已换");
        assertThat(inPool(id)).isFalse();
        assertThat(items.get(trainer, id).state()).isEqualTo(ItemState.RETIRED);
    }

    @Test
    void everyStepNeedsItsRoleForTheTrade() {
        ItemId id = items.draft(trainer, draft("权限"));
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        Actor stranger = trainerOf("elderly-care");
        refused(Problem.Kind.NOT_FOUND, () -> items.draft(worker, draft("x")));
        refused(Problem.Kind.NOT_FOUND, () -> items.draft(stranger, draft("x")));
        refused(Problem.Kind.NOT_FOUND, () -> items.get(worker, id));
        refused(Problem.Kind.NOT_FOUND, () -> items.get(stranger, id));
        refused(Problem.Kind.NOT_FOUND, () -> items.revise(stranger, id, draft("x"), ""));
        refused(Problem.Kind.NOT_FOUND, () -> review.publish(worker, id));
        refused(Problem.Kind.NOT_FOUND, () -> review.submit(stranger, List.of(id)));
        refused(Problem.Kind.FORBIDDEN, () -> review.publish(trainer, id));
        refused(Problem.Kind.FORBIDDEN, () -> review.retire(trainer, id, ""));
        refused(Problem.Kind.FORBIDDEN, () -> items.find(worker, query("", null), PAGE));
    }

    @Test
    void aTrainerFindsOnlyItemsOfTheirTrades() {
        ItemId id = published("只有钳工看得到的锯条题");
        assertThat(found(trainer, "锯条题", null)).containsExactly(id);
        assertThat(found(trainerOf("elderly-care"), "锯条题", null)).isEmpty();
        ItemQuery ofTrade = new ItemQuery("", trade, null, null, null);
        assertThat(items.find(trainerOf("elderly-care"), ofTrade, PAGE).total()).isZero();
        assertThat(items.find(trainer, ofTrade, PAGE).total()).isPositive();
    }

    @Test
    void aTwoCharacterWordLevelAndTypeNarrow() {
        ItemId id = published("游标卡尺的示值误差");
        assertThat(found(trainer, "示值", null)).contains(id);
        ItemQuery query = new ItemQuery("示值误差", trade, Level.SENIOR, ItemType.TRUE_FALSE, ItemState.PUBLISHED);
        assertThat(items.find(trainer, query, PAGE).rows()).extracting(Item::id).contains(id);
        ItemQuery other = new ItemQuery("示值误差", trade, Level.SENIOR, ItemType.NUMERIC, null);
        assertThat(items.find(trainer, other, PAGE).rows()).extracting(Item::id).doesNotContain(id);
    }

    @Test
    void reservedItemsAreForExamsAlone() {
        ItemId reserved = items.draft(trainer, draft("备用题", Secrecy.RESERVED));
        solving.rightly(reviewer, reserved);
        review.publish(reviewer, reserved);
        assertThat(inPool(reserved)).isFalse();
        assertThat(pool.practicable(Set.of(reserved))).isEmpty();
        assertThat(pool.forExam(trade, List.of(Level.SENIOR), Set.of()))
                .extracting(PoolItem::item)
                .contains(reserved);
        refused(Problem.Kind.CONFLICT, () -> items.draft(trainer, draft("密题要在密题卷里写", Secrecy.SEALED)));
    }

    private ItemId published(String stem) {
        ItemId id = items.draft(trainer, draft(stem));
        review.publish(reviewer, id);
        return id;
    }

    private boolean inPool(ItemId id) {
        return pool.forPractice(trade, Level.SENIOR, Set.of()).stream()
                .anyMatch(item -> item.item().equals(id));
    }

    private List<ItemId> found(Actor actor, String text, @Nullable ItemState state) {
        return items.find(actor, query(text, state), PAGE).rows().stream()
                .map(Item::id)
                .toList();
    }

    private static ItemQuery query(String text, @Nullable ItemState state) {
        return new ItemQuery(text, null, null, null, state);
    }

    private Actor trainerOf(String code) {
        UnitId unit = city.enterprise();
        Actor person = city.actor(unit, Role.WORKER);
        Set<TradeId> only = Set.of(trades.find(code).orElseThrow().id());
        accounts.grant(city.administrator(), person.person(), new Grant(Role.TRAINER, unit, only));
        return accounts.actor(person.person()).orElseThrow();
    }

    private List<String> acts(ItemId id) {
        return jdbc.sql("select action from base.audit_entry where subject_id = :id order by id")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private ItemDraft draft(String stem) {
        return draft(stem, Secrecy.OPEN);
    }

    private ItemDraft draft(String stem, Secrecy secrecy) {
        return TestDrafts.statement(trade, stem, secrecy);
    }
}
