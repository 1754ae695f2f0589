package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a file says nearly as the bank does, or twice over, is said to the one who uploads it. */
class AlikeRowsTest extends ImportTest {

    @Autowired
    ImportUpdates updates;

    @Autowired
    SealedSets sets;

    private String stem;

    @BeforeEach
    void stem() {
        stem = new Random(city.number())
                .ints(40, 0x4e00, 0x8000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append("的夹紧力不能超过")
                .toString();
    }

    @Test
    void aRowNearlyLikeAnItemIsReadyWithARemark() {
        ItemId item = draft(stem + "25牛");
        ImportRow row = row(preview(stem + "30牛"), 1);
        assertThat(row.state()).isEqualTo(RowState.READY);
        assertThat(row.problems()).extracting(ImportProblem::code).containsExactly("exchange.alike.item");
        assertThat(row.problems().getFirst().arguments().getFirst())
                .isEqualTo(items.get(trainer, item).code());
    }

    @Test
    void theVerySameIsADuplicateAndNoMore() {
        draft(stem + "25牛");
        ImportRow row = row(preview(stem + "２５牛。"), 1);
        assertThat(row.state()).isEqualTo(RowState.DUPLICATE);
        assertThat(alike(row)).isFalse();
    }

    @Test
    void rowsOfOneFileAreComparedToo() {
        ImportFile file = preview(stem + "25牛", "锉刀用完以后应当怎样存放？", stem + "30牛");
        assertThat(alike(row(file, 1))).isFalse();
        assertThat(row(file, 3).problems()).extracting(ImportProblem::code).containsExactly("exchange.alike.row");
        assertThat(row(file, 3).problems().getFirst().arguments().getFirst()).isEqualTo("1");
    }

    @Test
    void mendingTakesTheRemarkAway() {
        draft(stem + "25牛");
        ImportFile file = preview(stem + "30牛");
        ImportRow mended = mending.mend(
                trainer, file.id(), 1, Map.of(ImportField.STEM, "钻孔之前应当先做什么", ImportField.OPTIONS.getFirst(), "打样冲眼"));
        assertThat(alike(mended)).isFalse();
    }

    @Test
    void whatTheTrainerMayNotReadIsNotNamed() {
        RowReading reading = imports.reading(preview(stem + "25牛"), row(preview(stem + "25牛"), 1));
        Actor other = city.actor(trainer.unit(), Role.TRAINER);
        SealedSetId set = sets.create(trainer, "决赛 " + city.number(), List.of(other.person()));
        sets.draft(
                trainer,
                set,
                new ItemDraft(
                        null,
                        trade,
                        Set.of(Level.SENIOR),
                        Set.of(),
                        ((RowReading.Parsed) reading).content(),
                        Secrecy.OPEN,
                        Origin.NONE));
        assertThat(row(preview(stem + "25牛"), 1).duplicateOf()).isNull();
        assertThat(row(preview(stem + "30牛"), 1).problems()).isEmpty();
    }

    @Test
    void aRowBecomesANewVersionOfTheItemItResembles() {
        ItemId item = draft(stem + "25牛");
        ImportFile file = preview(stem + "30牛");
        assertThat(updates.updatable(trainer, row(file, 1)))
                .hasValueSatisfying(one -> assertThat(one.id()).isEqualTo(item));
        refused("exchange.update-reason", () -> updates.update(trainer, file.id(), 1, null, item, " "));
        ImportRow row = updates.update(trainer, file.id(), 1, 0, item, "新标准改成 30 牛");
        assertThat(row.state()).isEqualTo(RowState.READY);
        assertThat(row.standing().updates()).isEqualTo(item);
        assertThat(row.standing().reason()).isEqualTo("新标准改成 30 牛");
        // What is mended meanwhile stays an update of the same item.
        mending.mend(trainer, file.id(), 1, Map.of(ImportField.EXPLANATION, "见新标准"));
        String code = items.get(trainer, item).code();
        assertThat(commit.commit(trainer, file.id(), false).items()).containsExactly(item);
        assertThat(items.get(trainer, item).code()).isEqualTo(code);
        assertThat(items.history(trainer, item)).hasSize(2);
        assertThat(items.history(trainer, item).getFirst().reason()).isEqualTo("新标准改成 30 牛");
        assertThat(items.history(trainer, item).getFirst().content().stem()).endsWith("30牛");
    }

    @Test
    void orAnItemOfItsOwnAfterAllAndNeverTwoRowsOneItem() {
        ItemId item = draft(stem + "25牛");
        ImportFile file = preview(stem + "30牛", stem + "35牛");
        updates.update(trainer, file.id(), 1, null, item, "改数");
        ImportRow second = row(file, 2);
        if (item.equals(second.alike())) {
            refused("exchange.update-twice", () -> updates.update(trainer, file.id(), 2, null, item, "改数"));
        }
        ImportRow row = updates.separate(trainer, file.id(), 1, null);
        assertThat(row.standing().updates()).isNull();
        assertThat(row.standing().reason()).isNull();
        assertThat(commit.commit(trainer, file.id(), false).items()).doesNotContain(item);
        assertThat(items.history(trainer, item)).hasSize(1);
    }

    @Test
    void whoMayOnlyReadAnItemCannotUpdateIt() {
        ItemId item = draft(stem + "25牛");
        items.share(trainer, item, Sharing.ALL);
        Actor elsewhere = city.actor(city.enterprise(), Role.TRAINER);
        city.actAs(elsewhere.person());
        ImportFile file = imports.preview(
                elsewhere, settings(), "别家.xlsx", new Book().item(stem + "30牛").file());
        ImportRow row = imports.row(elsewhere, file.id(), 1);
        assertThat(row.alike()).isEqualTo(item);
        assertThat(updates.updatable(elsewhere, row)).isEmpty();
        refused("exchange.update-right", () -> updates.update(elsewhere, file.id(), 1, null, item, "改数"));
        refused(
                "exchange.update-whom",
                () -> updates.update(elsewhere, file.id(), 1, null, new ItemId(java.util.UUID.randomUUID()), "改数"));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static boolean alike(ImportRow row) {
        return row.problems().stream().anyMatch(problem -> problem.code().startsWith("exchange.alike."));
    }

    private ItemId draft(String text) {
        // Under another name: the same file again would be known by its rows.
        ImportFile file = preview("先前的题库.xlsx", List.of(text));
        return commit.commit(trainer, file.id(), false).items().getFirst();
    }

    private ImportFile preview(String... stems) {
        return preview("题库.xlsx", List.of(stems));
    }

    private ImportFile preview(String name, List<String> stems) {
        Book book = new Book();
        for (String one : stems) {
            book = book.item(one);
        }
        return preview(name, book);
    }
}
