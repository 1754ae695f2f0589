package org.lianbing.bank.scratch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.scratch.store.ScratchTable;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class ScratchesTest {

    private static final ScratchPlace NEW = new ScratchPlace.Fresh();

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    SealedSets sets;

    @Autowired
    Scratches scratches;

    @Autowired
    ScratchTable table;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit;
    private Actor trainer;
    private Actor colleague;
    private Actor administrator;
    private TradeId trade;

    @BeforeEach
    void people() {
        unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        colleague = city.actor(unit, Role.TRAINER);
        administrator = city.actor(city.administrator().unit(), Role.ADMIN, Role.TRAINER, Role.REVIEWER);
        trade = trades.find("fitter").orElseThrow().id();
    }

    @Test
    void whatWasTypedIsThereAgainForItsOwnerAlone() {
        ScratchMark mark = scratches.keep(trainer, null, NEW, typed("写到一半 |"));
        assertThat(scratches.get(trainer, mark.id()).typed().fields()).containsEntry("stem", "写到一半 |");
        assertThat(scratches.waiting(trainer, NEW)).extracting(Scratch::mark).containsExactly(mark);
        for (Actor other : List.of(colleague, administrator)) {
            refused(() -> scratches.get(other, mark.id()));
            assertThat(scratches.waiting(other, NEW)).isEmpty();
            assertThat(scratches.mine(other)).isEmpty();
            scratches.discard(other, mark.id());
        }
        assertThat(scratches.mine(trainer)).singleElement().satisfies(unsaved -> {
            assertThat(unsaved.excerpt()).isEqualTo("写到一半 |");
            assertThat(unsaved.sealed()).isFalse();
        });
        scratches.discard(trainer, mark.id());
        assertThat(scratches.mine(trainer)).isEmpty();
    }

    @Test
    void typingOnChangesTheSameAndAnotherPageWritesBesideIt() {
        ScratchMark first = scratches.keep(trainer, null, NEW, typed("一"));
        ScratchMark second = scratches.keep(trainer, first, NEW, typed("一二"));
        assertThat(second.id()).isEqualTo(first.id());
        ScratchMark beside = scratches.keep(trainer, first, NEW, typed("另一页"));
        assertThat(beside.id()).isNotEqualTo(first.id());
        scratches.discard(trainer, second.id());
        ScratchMark after = scratches.keep(trainer, second, NEW, typed("一二三"));
        assertThat(after.id()).isNotEqualTo(second.id());
        assertThat(scratches.mine(trainer)).extracting(Unsaved::excerpt).containsExactlyInAnyOrder("另一页", "一二三");
    }

    @Test
    void whoMayNoLongerWriteTheItemDoesNotReadTheirDraftOfItEither() {
        ItemId item = items.draft(trainer, draft(Secrecy.OPEN));
        ScratchPlace place = new ScratchPlace.Existing(item, version(item));
        ScratchMark mark = scratches.keep(trainer, null, place, typed("改一改"));
        assertThat(scratches.waiting(trainer, place)).hasSize(1);
        Actor stripped = new Actor(trainer.person(), trainer.name(), trainer.unit(), List.of());
        assertThat(scratches.waiting(stripped, place)).isEmpty();
        refused(() -> scratches.get(stripped, mark.id()));
        Actor elsewhere = city.actor(city.enterprise(), Role.TRAINER);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> scratches.keep(elsewhere, null, place, typed("外单位")));
    }

    @Test
    void aNewerVersionDoesNotHideTheDraft() {
        ItemId item = items.draft(trainer, draft(Secrecy.OPEN));
        ScratchPlace old = new ScratchPlace.Existing(item, version(item));
        scratches.keep(trainer, null, old, typed("改一改"));
        items.revise(colleague, item, draft(Secrecy.OPEN), "同事先改了");
        ScratchPlace now = new ScratchPlace.Existing(item, version(item));
        assertThat(now).isNotEqualTo(old);
        assertThat(scratches.waiting(trainer, now)).extracting(Scratch::place).containsExactly(old);
    }

    @Test
    void aDraftOfASealedItemEndsWithTheRightToIt() {
        Actor third = city.actor(unit, Role.TRAINER);
        SealedSetId set = sets.create(trainer, "决赛", List.of(colleague.person(), third.person()));
        ItemId item = sets.draft(trainer, set, draft(Secrecy.OPEN));
        ScratchPlace place = new ScratchPlace.Existing(item, version(item));
        ScratchPlace fresh = new ScratchPlace.Sealed(set);
        ScratchMark mark = scratches.keep(colleague, null, place, typed("密题改一改"));
        scratches.keep(colleague, null, fresh, typed("新密题"));
        refused(() -> scratches.keep(administrator, null, place, typed("x")));
        refused(() -> scratches.keep(administrator, null, fresh, typed("x")));
        assertThat(scratches.mine(colleague)).hasSize(2).allSatisfy(unsaved -> {
            assertThat(unsaved.sealed()).isTrue();
            assertThat(unsaved.excerpt()).isEmpty();
        });
        assertThat(lookers(set)).doesNotContain(colleague.person());
        scratches.get(colleague, mark.id());
        assertThat(lookers(set)).contains(colleague.person());

        sets.removeSetter(trainer, set, colleague.person());
        assertThat(scratches.mine(colleague)).isEmpty();
        sets.addSetter(trainer, set, colleague.person());
        assertThat(scratches.mine(colleague)).isEmpty();
        refused(() -> scratches.get(colleague, mark.id()));
    }

    @Test
    void sealingAnItemEndsTheDraftsOfWhoIsNoSetter() {
        ItemId item = items.draft(trainer, draft(Secrecy.RESERVED));
        ScratchPlace place = new ScratchPlace.Existing(item, version(item));
        Actor outsider = city.actor(unit, Role.TRAINER);
        scratches.keep(outsider, null, place, typed("外人的草稿"));
        scratches.keep(trainer, null, place, typed("出题人的草稿"));
        SealedSetId set = sets.create(trainer, "决赛", List.of(colleague.person()));
        sets.seal(trainer, set, List.of(item));
        assertThat(table.of(outsider.person())).isEmpty();
        assertThat(scratches.waiting(trainer, place)).hasSize(1);
    }

    @Test
    void whatWasWrittenForASetThatIsOpenedBecomesAnItemLikeAnyOther() {
        SealedSetId set = sets.create(trainer, "决赛", List.of(colleague.person()));
        scratches.keep(trainer, null, new ScratchPlace.Sealed(set), typed("没写完"));
        sets.release(colleague, set, Secrecy.OPEN);
        assertThat(scratches.waiting(trainer, NEW)).hasSize(1);
    }

    @Test
    void sizeAndNumberAreBounded() {
        String much = "字".repeat(Typed.MOST_LETTERS);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> typed(much))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.scratch.large"));
        scratches.keep(trainer, null, NEW, typed("𠮷".repeat(Typed.MOST_LETTERS / 2 - 10)));
        ScratchMark last = scratches.keep(trainer, null, NEW, typed("1"));
        for (int more = 2; more < Scratches.MOST; more++) {
            scratches.keep(trainer, null, NEW, typed("" + more));
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> scratches.keep(trainer, null, NEW, typed("多一份")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.scratch.many"));
        assertThat(scratches.keep(trainer, last, NEW, typed("还能接着写")).revision())
                .isEqualTo(2);
    }

    @Test
    void afterNinetyDaysItIsSwept() {
        ScratchMark old = scratches.keep(trainer, null, NEW, typed("旧"));
        ScratchMark young = scratches.keep(trainer, null, NEW, typed("新"));
        age(old, Scratches.LIFE.plusMinutes(1));
        age(young, Scratches.LIFE.minusMinutes(5));
        scratches.sweep();
        assertThat(scratches.mine(trainer)).extracting(Unsaved::id).containsExactly(young.id());
    }

    private void age(ScratchMark mark, Duration age) {
        Instant then = mark.keptAt().minus(age);
        jdbc.sql("update bank.scratch set kept_at = :then where id = :id")
                .param("then", Sql.at(then))
                .param("id", mark.id().value())
                .update();
    }

    private List<PersonId> lookers(SealedSetId set) {
        return sets.looks(trainer, set, new PageOf(0, 10)).stream()
                .map(SealedSet.Look::person)
                .toList();
    }

    private ItemVersionId version(ItemId item) {
        return items.history(trainer, item).getFirst().id();
    }

    private Typed typed(String stem) {
        return new Typed(trade, ItemType.SINGLE_CHOICE, Map.of("stem", stem));
    }

    private ItemDraft draft(Secrecy secrecy) {
        ItemContent content = new ItemContent("草稿题" + city.number(), new Interaction.TrueFalse(true), "", 2);
        return new ItemDraft(null, trade, Set.of(Level.SENIOR), Set.of(), content, secrecy, Origin.NONE);
    }

    private static void refused(Runnable act) {
        assertThatExceptionOfType(Problem.class).isThrownBy(act::run);
    }
}
