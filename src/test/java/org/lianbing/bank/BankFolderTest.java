package org.lianbing.bank;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.disk.Flaw;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class BankFolderTest {

    @TempDir
    Path place;

    @Autowired
    TestCity city;

    @Autowired
    BankFolder loader;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Pool pool;

    private BankFiles files;
    private Actor trainer;
    private Actor reviewer;

    @BeforeEach
    void people() {
        files = new BankFiles(place, "folder" + city.number());
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.REVIEWER);
    }

    @Test
    void whatIsNewIsPublishedByTheApplicationItself() {
        LoadReport report = loader.load(files.item(1, "第一题").item(2, "第二题").write());

        assertThat(report).isEqualTo(new LoadReport(2, 2, 0, 0, List.of(), 0, 0, List.of()));
        ItemVersion version = published(1);
        assertThat(version.author()).isNull();
        assertThat(version.number()).isEqualTo(1);
        assertThat(pool.counts()).containsEntry(trade().id(), 2);
    }

    @Test
    void theSameFolderAgainChangesNothing() {
        loader.load(files.item(1, "第一题").write());
        assertThat(loader.load(place).changes()).isZero();
        files.write("trades/" + files.trade + "/notes.txt", "another hash, the same items");
        assertThat(loader.load(place).changes()).isZero();
        assertThat(published(1).number()).isEqualTo(1);
    }

    @Test
    void whatChangedOnDiskIsANewVersion() {
        loader.load(files.item(1, "旧题").write());
        ItemVersion old = published(1);
        LoadReport report = loader.load(files.clear().item(1, "新题").write());

        assertThat(report.changed()).isEqualTo(1);
        assertThat(published(1).content().stem()).isEqualTo("新题");
        assertThat(published(1).number()).isEqualTo(2);
        assertThat(stem(pool.versions(Set.of(old.id())).get(old.id()))).isEqualTo("旧题");
    }

    @Test
    void aChangeOnDiskWaitsForReviewWhereTheItemWasEditedInTheApplication() {
        loader.load(files.item(1, "磁盘上的题").write());
        edit(1, "人改过的题");
        review.publish(reviewer, item(1).id());

        LoadReport report = loader.load(files.clear().item(1, "磁盘上又改的题").write());

        assertThat(report.proposed()).isEqualTo(1);
        Item item = item(1);
        assertThat(stem(item.published())).isEqualTo("人改过的题");
        assertThat(stem(item.proposed())).isEqualTo("磁盘上又改的题");
        assertThat(items.find(trainer, query(ItemState.IN_REVIEW), new PageOf(0, 10))
                        .rows())
                .hasSize(1);
        assertThat(loader.load(place).changes()).isZero();

        review.publish(reviewer, item.id());
        assertThat(published(1).content().stem()).isEqualTo("磁盘上又改的题");
    }

    @Test
    void aProposalOfAPersonIsNeverOverwritten() {
        loader.load(files.item(1, "磁盘上的题").write());
        edit(1, "人改过的题");
        review.publish(reviewer, item(1).id());
        edit(1, "还在改的题");

        files.clear().item(1, "磁盘上又改的题").write();
        assertThat(loader.load(place).waiting()).containsExactly(files.code(1));
        assertThat(stem(item(1).proposed())).isEqualTo("还在改的题");

        review.publish(reviewer, item(1).id());
        assertThat(loader.load(place).proposed()).isEqualTo(1);
    }

    @Test
    void aDraftOfAPersonStaysWhileTheDiskPublishes() {
        loader.load(files.item(1, "磁盘上的题").write());
        edit(1, "人的草稿");
        assertThat(loader.load(files.clear().item(1, "磁盘上又改的题").write()).changed())
                .isEqualTo(1);
        assertThat(published(1).content().stem()).isEqualTo("磁盘上又改的题");
        assertThat(stem(item(1).proposed())).isEqualTo("人的草稿");
    }

    @Test
    void whatIsMissingOnDiskIsRetiredAndComesBackWithIt() {
        loader.load(files.item(1, "第一题").item(2, "第二题").write());
        assertThat(loader.load(files.clear().item(1, "第一题").write()).retired()).isEqualTo(1);
        assertThat(item(2).state()).isEqualTo(ItemState.RETIRED);
        assertThat(pool.counts()).containsEntry(trade().id(), 1);

        assertThat(loader.load(files.item(2, "第二题").write()).revived()).isEqualTo(1);
        assertThat(item(2).state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(published(2).number()).isEqualTo(1);
    }

    @Test
    void whatAPersonRetiredStaysRetired() {
        loader.load(files.item(1, "第一题").write());
        review.retire(reviewer, item(1).id(), "过时");
        files.item(2, "第二题").write();
        assertThat(loader.load(place).revived()).isZero();
        assertThat(item(1).state()).isEqualTo(ItemState.RETIRED);
    }

    @Test
    void anInvalidItemIsNamedWithFileAndLineAndTheOthersLoad() {
        files.item(1, "好题").raw("""
                - code: %s
                  type: single-choice
                  levels: [senior]
                  points: ["%s-senior:A-A-A-009"]
                  difficulty: 2
                  stem: 哪个对？
                  options:
                    - {text: 甲, key: true}
                    - {text: 乙}
                    - {text: 丙}
                  explanation: 因为。
                """.formatted(files.code(2), files.trade)).item(3, "也是好题");

        LoadReport report = loader.load(files.write());

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.flaws())
                .containsExactly(new Flaw(
                        "trades/" + files.trade + "/items/01.yaml", 12, "没有鉴定点 " + files.trade + "-senior:A-A-A-009。"));
    }

    @Test
    void anItemOfTheWrongShapeIsNamedAtItsLine() {
        files.item(1, "好题").raw("""
                - code: %s
                  type: single-choice
                  levels: [senior]
                  points: ["%s-senior:A-A-A-001"]
                  difficulty: 7
                  stem: 哪个对？
                  options:
                    - {text: 甲, key: true}
                    - {text: 乙, key: true}
                    - {text: 丙}
                  explanation: 因为。
                """.formatted(files.code(2), files.trade));

        List<Flaw> flaws = loader.load(files.write()).flaws();

        assertThat(flaws).extracting(Flaw::line).containsExactlyInAnyOrder(13, 15);
    }

    @Test
    void anItemThatIsInvalidNowKeepsWhatIsInForce() {
        loader.load(files.item(1, "好题").item(2, "第二题").write());
        files.clear().item(1, "").item(2, "第二题");
        LoadReport report = loader.load(files.write());
        assertThat(report.retired()).isZero();
        assertThat(report.flaws()).hasSize(1);
        assertThat(published(1).content().stem()).isEqualTo("好题");
    }

    @Test
    void aSlipInTheYamlCostsOneItem() {
        loader.load(files.item(1, "一").item(2, "二").item(3, "三").write());
        files.clear()
                .item(1, "一改")
                .raw("- code: " + files.code(2) + "\n  stem: \"没有收尾\n")
                .item(3, "三改");
        LoadReport report = loader.load(files.write());
        assertThat(report.changed()).isEqualTo(2);
        assertThat(report.retired()).isZero();
        assertThat(report.flaws()).hasSize(1);
        assertThat(report.flaws().getFirst().line()).isBetween(9, 11);
    }

    @Test
    void aCodeThatStandsTwiceIsNamed() {
        LoadReport report = loader.load(files.item(1, "一").item(1, "又一").write());
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.flaws()).extracting(Flaw::line).containsExactly(9);
    }

    @Test
    void picturesAreStoredAndMissingOnesNamed() {
        files.write("trades/" + files.trade + "/pictures/a.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>
                """);
        files.write("trades/" + files.trade + "/pictures/b.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>1</script></svg>
                """);
        files.item(1, "看图 ![甲](../pictures/a.svg)")
                .item(2, "看图 ![乙](../pictures/none.svg)")
                .item(3, "看图 ![丙](../../../../outside.svg)")
                .item(4, "看图 ![丁](../pictures/b.svg)");
        LoadReport report = loader.load(files.write());
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.flaws()).extracting(Flaw::line).containsExactly(9, 17, 25);
        assertThat(published(1).content().stem()).matches("看图 !\\[甲]\\(media:[0-9a-f]{64}\\)");
    }

    @Test
    void aFolderThatIsNotThereRetiresNothing() {
        loader.load(files.item(1, "第一题").write());
        assertThat(loader.load(place.resolve("none")).flaws()).hasSize(1);
        assertThat(item(1).state()).isEqualTo(ItemState.PUBLISHED);
    }

    private void edit(int number, String stem) {
        Item item = item(number);
        ItemDraft draft = new ItemDraft(
                null,
                item.trade(),
                item.levels(),
                item.points(),
                new ItemContent(stem, new Interaction.TrueFalse(true), "因为如此。", 2),
                Secrecy.OPEN,
                Origin.NONE);
        items.revise(trainer, item.id(), draft, "改一下");
    }

    private Trade trade() {
        return trades.find(files.trade).orElseThrow();
    }

    private ItemQuery query(ItemState state) {
        return new ItemQuery("", trade().id(), null, null, state);
    }

    private Item item(int number) {
        return items
                .find(reviewer, new ItemQuery("", trade().id(), null, null, null), new PageOf(0, 50))
                .rows()
                .stream()
                .filter(item -> item.code().equals(files.code(number)))
                .findFirst()
                .orElseThrow();
    }

    private ItemVersion published(int number) {
        return Objects.requireNonNull(item(number).published());
    }

    private static String stem(@Nullable ItemVersion version) {
        return Objects.requireNonNull(version).content().stem();
    }
}
