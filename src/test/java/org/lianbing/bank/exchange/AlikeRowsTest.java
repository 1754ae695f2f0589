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
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

/** What a file says nearly as the bank does, or twice over, is said to the one who uploads it. */
@IntegrationTest
class AlikeRowsTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    ImportService imports;

    @Autowired
    ImportMending mending;

    @Autowired
    ImportCommit commit;

    @Autowired
    Items items;

    @Autowired
    SealedSets sets;

    private Actor trainer;
    private TradeId trade;
    private String stem;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        trade = trades.find("fitter").orElseThrow().id();
        city.actAs(trainer.person());
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
        return imports.preview(trainer, new ImportSettings(trade, Set.of(), Secrecy.OPEN), name, book.file());
    }

    private ImportRow row(ImportFile file, int number) {
        return imports.row(trainer, file.id(), number);
    }
}
