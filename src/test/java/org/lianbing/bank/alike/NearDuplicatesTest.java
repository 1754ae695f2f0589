package org.lianbing.bank.alike;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.lianbing.account.Accounts;
import org.lianbing.bank.Fingerprint;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.AlikeItems.Desk;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class NearDuplicatesTest {

    @Autowired
    AlikeItems some;

    @Autowired
    NearDuplicates near;

    @Autowired
    AlikeIndex index;

    @Autowired
    SealedSets sets;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Forms forms;

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Desk desk;
    private String word;

    @BeforeEach
    void desk() {
        desk = some.desk();
        word = some.word();
    }

    @Test
    void anotherNumberIsNearAndSaid() {
        ItemId item = some.published(desk, AlikeItems.motor(word, "380V"));
        List<AlikeItem> found = near.of(desk.trainer(), AlikeItems.motor(word, "220V"), 5);
        assertThat(found.getFirst().item().id()).isEqualTo(item);
        assertThat(found.getFirst().isNear()).isTrue();
        assertThat(found.getFirst().percent()).isBetween(80, 99);
        assertThat(found.getFirst().differences()).containsExactly(Difference.NUMBERS);
        assertThat(near.of(desk.trainer(), AlikeItems.motor(word, "380V"), 1)
                        .getFirst()
                        .percent())
                .isEqualTo(100);
    }

    @Test
    void draftsCountAndChangesAreFollowedAtOnce() {
        ItemContent before = AlikeItems.choice(word + "接触器的线圈断电以后衔铁靠什么复位", "反作用弹簧", "剩磁", "重力");
        ItemContent after = AlikeItems.choice(word + "游标卡尺读数时应先读主尺再读游标", "对", "不对", "都行");
        ItemId item = some.draft(desk, before);
        assertThat(found(before)).contains(item);
        items.revise(desk.trainer(), item, some.draft(after, Secrecy.OPEN, Set.of()), "换题");
        assertThat(found(before)).doesNotContain(item);
        assertThat(found(after)).contains(item);
    }

    @Test
    void theVersionInForceAndTheProposedOneCountUntilTheItemIsRetired() {
        ItemContent before = AlikeItems.choice(word + "钳形电流表测量电流时导线应放在钳口的", "中央", "边上", "外面");
        ItemContent after = AlikeItems.choice(word + "兆欧表使用之前应当做开路试验和短路试验", "对", "不对", "都行");
        ItemId item = some.published(desk, before);
        items.revise(desk.trainer(), item, some.draft(after, Secrecy.OPEN, Set.of()), "换题");
        assertThat(found(before)).contains(item);
        assertThat(found(after)).contains(item);
        review.retire(desk.reviewer(), item, "");
        assertThat(found(before)).doesNotContain(item);
        assertThat(found(after)).doesNotContain(item);
    }

    @Test
    void anItemIsNotLikeItselfAndNotLikeWhatWasSetApart() {
        ItemId one = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId other = some.draft(desk, AlikeItems.motor(word, "220V"));
        assertThat(near.of(desk.trainer(), one, 5))
                .extracting(alike -> alike.item().id())
                .contains(other)
                .doesNotContain(one);
        duplicates.setApart(desk.trainer(), Set.of(one, other));
        assertThat(near.of(desk.trainer(), one, 5))
                .extracting(alike -> alike.item().id())
                .doesNotContain(other);
        assertThat(near.of(desk.trainer(), other, 5))
                .extracting(alike -> alike.item().id())
                .doesNotContain(one);
        duplicates.takeBack(desk.trainer(), Set.of(one, other));
        assertThat(near.of(desk.trainer(), one, 5))
                .extracting(alike -> alike.item().id())
                .contains(other);
    }

    @Test
    void whatWasSealedOnceIsComparedAgainAfterItsRelease() {
        ItemContent content = AlikeItems.motor(word, "380V");
        SealedSetId set = sets.create(
                desk.trainer(), "决赛 " + word, List.of(desk.reviewer().person()));
        ItemId item = sets.draft(desk.trainer(), set, some.draft(content, Secrecy.OPEN, Set.of()));
        assertThat(found(content)).doesNotContain(item);
        sets.release(desk.trainer(), set, Secrecy.OPEN);
        assertThat(found(content)).contains(item);
        assertThat(near.same(desk.trainer(), List.of(Fingerprint.of(content)))).hasSize(1);

        // What was released before such items were compared is caught up with.
        jdbc.sql("update bank.alike_entry set scheme = 0 where item_id = :item")
                .param("item", item.value())
                .update();
        index.catchUp();
        assertThat(jdbc.sql("select scheme from bank.alike_entry where item_id = :item")
                        .param("item", item.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(Shingles.SCHEME);
    }

    @Test
    void whatMayNotBeReadIsAsIfItWereNotThere() {
        ItemContent content = AlikeItems.motor(word, "380V");
        ItemId sealed = some.sealed(desk, content);
        assertThat(found(content)).doesNotContain(sealed);
        assertThat(near.same(desk.trainer(), List.of(Fingerprint.of(content)))).isEmpty();
        assertThat(near.best(desk.trainer(), List.of(Shingles.of(content)), 0.8))
                .isEmpty();
        assertThat(near.of(desk.reviewer(), content, 5)).isEmpty();
        assertThat(jdbc.sql("select count(*) from bank.alike_entry where item_id = :item")
                        .param("item", sealed.value())
                        .query(Integer.class)
                        .single())
                .isZero();

        ItemId open = some.published(desk, AlikeItems.motor(word, "10kV"));
        Actor fitter = trainerOf("fitter");
        assertThat(near.of(fitter, content, 5)).isEmpty();
        assertThat(near.best(fitter, List.of(Shingles.of(content)), 0.8)).isEmpty();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> near.of(fitter, open, 5));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> near.of(city.actor(city.enterprise(), Role.WORKER), content, 5));
    }

    @Test
    void underEmbargoAnItemIsNobodysDuplicate() {
        ItemContent content = AlikeItems.motor(word, "380V");
        ItemId item = some.published(desk, content);
        FormId form = forms.freezeForExam(
                "封存",
                List.of(new DraftSlot(
                        Objects.requireNonNull(items.get(desk.trainer(), item).published())
                                .id(),
                        ItemType.SINGLE_CHOICE,
                        BigDecimal.ONE)),
                clock.instant());
        assertThat(near.of(desk.reviewer(), content, 5)).isEmpty();
        assertThat(near.same(desk.reviewer(), List.of(Fingerprint.of(content)))).isEmpty();
        forms.release(form, clock.instant());
        assertThat(found(content)).contains(item);
    }

    @Test
    void manyAreCheckedAtOnceAgainstTheBankAndAmongThemselves() {
        ItemId item = some.published(desk, AlikeItems.motor(word, "380V"));
        List<ItemContent> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(AlikeItems.choice(some.word() + "之" + i, "某" + i, "另" + i));
        }
        rows.add(AlikeItems.motor(word, "220V"));
        rows.add(AlikeItems.motor(word, "660V"));
        List<Shingles> texts = rows.stream().map(Shingles::of).toList();
        Map<Integer, NearDuplicates.Nearest> inBank = near.best(desk.trainer(), texts, NearDuplicates.NEAR);
        assertThat(inBank).containsOnlyKeys(300, 301);
        assertThat(Objects.requireNonNull(inBank.get(301)).item()).isEqualTo(item);
        assertThat(near.among(texts, NearDuplicates.NEAR))
                .filteredOn(pair -> pair.second() >= 300)
                .extracting(AlikePair::first, AlikePair::second)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(300, 301));
    }

    @Test
    void whatIsMissingIsCaughtUpWith() {
        ItemContent content = AlikeItems.motor(word, "380V");
        ItemId item = some.published(desk, content);
        jdbc.sql("update bank.alike_entry set scheme = 0 where item_id = :item")
                .param("item", item.value())
                .update();
        index.catchUp();
        assertThat(found(content)).contains(item);
        assertThat(jdbc.sql("""
                                select count(*) from bank.alike_entry e join bank.alike_band b on b.entry = e.number
                                where e.item_id = :item and e.scheme = :scheme and b.band = any(e.bands)
                                """)
                        .param("item", item.value())
                        .param("scheme", Shingles.SCHEME)
                        .query(Integer.class)
                        .single())
                .isEqualTo(MinHash.BANDS);
        assertThat(jdbc.sql("""
                                select count(*) from bank.alike_band b
                                where not exists (select 1 from bank.alike_entry e where e.number = b.entry)
                                """).query(Integer.class).single()).isZero();
    }

    private List<ItemId> found(ItemContent content) {
        return near.of(desk.trainer(), content, 5).stream()
                .map(alike -> alike.item().id())
                .toList();
    }

    private Actor trainerOf(String code) {
        UnitId unit = city.enterprise();
        Actor person = city.actor(unit, Role.WORKER);
        accounts.grant(
                city.administrator(),
                person.person(),
                new Grant(
                        Role.TRAINER,
                        unit,
                        Set.of(trades.find(code).orElseThrow().id())));
        return accounts.actor(person.person()).orElseThrow();
    }
}
