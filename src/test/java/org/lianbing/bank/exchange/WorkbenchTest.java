package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The workbench for all formats: whole questions beside rows of tables, two people, corrected files. */
class WorkbenchTest extends ImportTest {

    @Autowired
    ProblemFile problemFile;

    @Autowired
    ImportOutcomes outcomes;

    @Autowired
    PointGuesses guesses;

    @Autowired
    Forms forms;

    @Autowired
    SealedSets sets;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void questionsOfAnotherFormatAreMendedWhole() throws IOException {
        ImportFile file = read("题目.gift", "::一:: " + mark + "对吗？ {T}\n\n::二:: " + mark + "选哪个？ {=甲 ~乙 ~丙}\n");
        assertThat(file.count(RowState.READY)).isEqualTo(2);
        ItemContent mended = new ItemContent(mark + "改过了吗？", new Interaction.TrueFalse(false), "", 2);
        ImportRow row = mending.mend(trainer, file.id(), 1, 0, mended, RowTarget.NONE);
        assertThat(row.edit().version()).isEqualTo(1);
        ImportCommitted done = commit.commit(trainer, file.id(), false);
        assertThat(done.items()).hasSize(2);
        assertThat(content(done.items().getFirst())).isEqualTo(mended);
    }

    @Test
    void whereAnItemComesFromIsTakenOverWhole() throws IOException {
        ImportFile file = read("题目.yaml", """
                - type: true-false
                  stem: %s对吗？
                  key: true
                  origin: {source: 市赛 2025, permission: CC BY 4.0, edition: 第 3 版, credit: 张师傅}
                """.formatted(mark));
        ItemId item = commit.commit(trainer, file.id(), false).items().getFirst();
        assertThat(items.history(trainer, item))
                .singleElement()
                .extracting(ItemVersion::origin)
                .isEqualTo(new Origin("市赛 2025", "CC BY 4.0", "第 3 版", "张师傅"));
    }

    @Test
    void importTellsHowFarItsQuestionsHaveCome() throws IOException {
        ImportFile file = read("题目.gift", "::一:: " + mark + "对吗？ {T}\n\n::二:: " + mark + "选哪个？ {=甲 ~乙 ~丙}\n");
        assertThat(outcomes.of(trainer, file.id())).isEqualTo(new ImportOutcome(List.of(1, 2), Map.of(), 0, List.of()));
        List<ItemId> items = commit.commit(trainer, file.id(), true).items();
        assertThat(outcomes.of(trainer, file.id()))
                .isEqualTo(new ImportOutcome(List.of(), Map.of(ItemState.IN_REVIEW, 2), 2, items));
        ImportRow first = imports.row(trainer, file.id(), 1);
        assertThat(outcomes.states(trainer, file.id(), List.of(first)))
                .isEqualTo(Map.of(items.getFirst(), ItemState.IN_REVIEW));
        assertThatThrownBy(() -> outcomes.of(city.actor(unit, Role.TRAINER), file.id()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void pointsAreProposedForQuestionsThatNameNone() throws IOException {
        ImportFile file = read("题目.gift", "::一:: " + mark + "游标卡尺的读数对吗？ {T}\n\n::二:: " + mark + "哪个？ {=甲 ~乙 ~丙}\n");
        PointGuesses.Guess first = guesses.of(trainer, file.id()).getFirst();
        assertThat(first.row()).isEqualTo(1);
        mending.assign(
                trainer,
                file.id(),
                RowSelection.of(Set.of(1)),
                new RowTarget(null, Set.of(), Set.of(first.point().id())));
        assertThat(guesses.of(trainer, file.id()))
                .extracting(PointGuesses.Guess::row)
                .doesNotContain(1);
        assertThat(outcomes.of(trainer, file.id()).unmapped()).containsExactly(2);
    }

    @Test
    void questionWithoutItsKeyKeepsTheRestAndWaitsForIt() throws IOException {
        ImportFile file = read("卷.txt", "1、" + mark + "甲乙丙哪一个对？\nA. 甲\nB. 乙\nC. 丙\n答案：E\n");
        ImportRow row = imports.row(trainer, file.id(), 1);
        assertThat(row.state()).isEqualTo(RowState.FAULTY);
        assertThat(row.problems()).extracting(ImportProblem::code).containsExactly("exchange.problem.paper-letter");
        RowReading.Parsed read = (RowReading.Parsed) imports.reading(file, row);
        Interaction.SingleChoice choice =
                (Interaction.SingleChoice) read.content().interaction();
        ItemContent mended = new ItemContent(
                read.content().stem(),
                new Interaction.SingleChoice(choice.options().stream()
                        .map(option -> new Option(option.text(), option.text().equals("乙"), null))
                        .toList()),
                "",
                3);
        assertThat(mending.mend(trainer, file.id(), 1, 0, mended, RowTarget.NONE)
                        .state())
                .isEqualTo(RowState.READY);
    }

    @Test
    void secondOfTwoWhoSaveTheSameRowIsTold() {
        ImportFile file = preview(new Book().item(mark + "甲？", "E"));
        Actor colleague = city.actor(unit, Role.TRAINER);
        imports.invite(trainer, file.id(), colleague.person());
        mending.mend(colleague, file.id(), 1, 0, Map.of(ImportField.ANSWER, "A"));
        assertThatThrownBy(() -> mending.mend(trainer, file.id(), 1, 0, Map.of(ImportField.ANSWER, "B")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("exchange.row-changed");
                    assertThat(problem.arguments()[1]).isNotEqualTo("?");
                });
        assertThat(imports.row(trainer, file.id(), 1).cells().get(ImportField.ANSWER))
                .isEqualTo("A");
    }

    @Test
    void correctedFileChangesItsItemsInsteadOfMakingOthers() {
        ImportFile first = preview(new Book().item(mark + "甲多长？").item(mark + "乙多长？"));
        List<ItemId> made = commit.commit(trainer, first.id(), false).items();
        ImportFile again = preview(
                "题库-修改.xlsx",
                new Book().item(mark + "甲多长？").item(mark + "乙多长？", "C").item(mark + "全新的一题？"));
        assertThat(again.counts()).isEqualTo(Map.of(RowState.KNOWN, 1, RowState.READY, 2));
        assertThat(imports.row(trainer, again.id(), 2).standing().updates()).isEqualTo(made.get(1));
        commit.commit(trainer, again.id(), false);
        assertThat(content(made.get(1)).interaction())
                .isInstanceOfSatisfying(
                        Interaction.SingleChoice.class,
                        choice -> assertThat(choice.options().get(2).correct()).isTrue());
        assertThat(items.history(trainer, made.get(1))).hasSize(2);
    }

    @Test
    void sameFileAgainLeavesAloneWhatWasCorrectedInTheBank() {
        Book book = new Book().item(mark + "甲多长？").item(mark + "乙多长？");
        List<ItemId> made = commit.commit(trainer, preview(book).id(), false).items();
        correct(made.getFirst());
        ImportFile again = preview(book);
        assertThat(again.counts()).isEqualTo(Map.of(RowState.KNOWN, 2));
    }

    @Test
    void rowWaitsForAPersonWhereItsItemWasChangedToo() {
        Book book = new Book().item(mark + "甲多长？").item(mark + "乙多长？");
        ItemId item = commit.commit(trainer, preview(book).id(), false).items().getFirst();
        correct(item);
        ImportFile again =
                preview("题库-修改.xlsx", new Book().item(mark + "甲多长？", "C").item(mark + "乙多长？"));
        assertThat(again.counts()).isEqualTo(Map.of(RowState.KNOWN, 1, RowState.GUESSED, 1));
        assertThat(row(again, 1).problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("exchange.former-changed");
            assertThat(problem.arguments())
                    .containsExactly(items.get(trainer, item).code());
        });
        mending.settle(trainer, again.id(), settings());
        mending.confirm(trainer, again.id(), RowSelection.ALL);
        assertThat(row(again, 1).state()).isEqualTo(RowState.GUESSED);
        mending.confirm(trainer, again.id(), 1);
        assertThat(commit.commit(trainer, again.id(), false).items()).containsExactly(item);
        assertThat(items.history(trainer, item)).hasSize(3);
    }

    @Test
    void whatIsChangedInTheBankAfterTheFileWasReadIsNotReplacedUnseen() {
        Book book = new Book().item(mark + "甲多长？").item(mark + "乙多长？");
        List<ItemId> made = commit.commit(trainer, preview(book).id(), false).items();
        ImportFile again =
                preview("题库-修改.xlsx", new Book().item(mark + "甲多长？", "C").item(mark + "乙多长？", "C"));
        assertThat(again.counts()).isEqualTo(Map.of(RowState.READY, 2));
        correct(made.getFirst());
        ImportCommitted done = commit.commit(trainer, again.id(), false);
        assertThat(done.items()).containsExactly(made.get(1));
        assertThat(done.aside()).containsExactly(1);
        assertThat(row(again, 1).state()).isEqualTo(RowState.GUESSED);
        assertThat(content(made.getFirst()).explanation()).isEqualTo("在题库里改好的。");
        mending.confirm(trainer, again.id(), 1);
        assertThat(commit.commit(trainer, again.id(), false).items()).containsExactly(made.getFirst());
    }

    @Test
    void rowWhoseItemAPaperHoldsIsNamedAndKeepsNothingElseBack() {
        Book book = new Book().item(mark + "甲多长？").item(mark + "乙多长？");
        List<ItemId> made = commit.commit(trainer, preview(book).id(), false).items();
        ImportFile again =
                preview("题库-修改.xlsx", new Book().item(mark + "甲多长？", "C").item(mark + "乙多长？", "C"));
        ItemVersionId held = items.get(trainer, made.getFirst()).latest().id();
        forms.freezeForExam(
                "封存", List.of(new DraftSlot(held, ItemType.SINGLE_CHOICE, BigDecimal.ONE)), clock.instant());
        ImportCommitted done = commit.commit(trainer, again.id(), false);
        assertThat(done.items()).containsExactly(made.get(1));
        assertThat(done.aside()).containsExactly(1);
        assertThat(row(again, 1).state()).isEqualTo(RowState.GUESSED);
        assertThat(row(again, 1).problems()).extracting(ImportProblem::code).contains("exchange.update-held");
    }

    /** Somebody corrects the item in the bank. */
    private void correct(ItemId item) {
        ItemDraft before = items.proposal(trainer, item).orElseThrow();
        ItemContent content = before.content();
        items.revise(
                trainer,
                item,
                new ItemDraft(
                        before.code(),
                        before.trade(),
                        before.levels(),
                        before.points(),
                        new ItemContent(content.stem(), content.interaction(), "在题库里改好的。", content.difficulty()),
                        before.secrecy(),
                        before.origin()),
                "解析改好");
    }

    @Test
    void importKeepsNothingOfWhatIsSealed() throws IOException {
        Book book = new Book().item(mark + "甲多长？").item(mark + "乙多长？");
        ImportFile first = preview(book);
        List<ItemId> made = commit.commit(trainer, first.id(), false).items();
        ImportFile again = preview("题库-修改.xlsx", new Book().item(mark + "甲多长？").item(mark + "乙多长？", "C"));
        Actor setter = city.actor(unit, Role.TRAINER);
        SealedSetId set = sets.create(
                setter, "决赛" + mark, List.of(city.actor(unit, Role.TRAINER).person()));
        sets.seal(setter, set, List.of(made.getFirst()));

        ImportRow sealed = row(first, 1);
        assertThat(sealed.state()).isEqualTo(RowState.COMMITTED);
        assertThat(sealed.cells()).isEqualTo(ImportCells.NONE);
        assertThat(sealed.original()).isEqualTo(ImportCells.NONE);
        assertThat(row(again, 1).cells()).isEqualTo(ImportCells.NONE);
        assertThat(row(first, 2).cells().get(ImportField.STEM)).isEqualTo(mark + "乙多长？");
        assertThat(imports.uploads(trainer, first.id())).isEmpty();
        assertThat(imports.uploads(trainer, again.id())).isEmpty();
        Path back = folder.resolve("sealed.xlsx");
        try (OutputStream out = Files.newOutputStream(back)) {
            problemFile.write(trainer, first.id(), java.util.Locale.CHINESE, out);
        }

        sets.seal(setter, set, List.of(made.get(1)));
        assertThat(row(again, 2).state()).isEqualTo(RowState.FAULTY);
        assertThat(row(again, 2).cells()).isEqualTo(ImportCells.NONE);
        assertThat(row(again, 2).problems()).extracting(ImportProblem::code).containsExactly("exchange.row-sealed");
    }

    @Test
    void whoNoLongerTeachesTheTradeSeesNoImportOfIt() {
        ImportFile file = preview(new Book().item(mark + "甲？"));
        assertThat(imports.mine(trainer, 10)).extracting(ImportFile::id).containsExactly(file.id());
        Grant other = new Grant(
                Role.TRAINER,
                unit,
                Set.of(trades.find("electrician").orElseThrow().id()));
        Actor moved = new Actor(trainer.person(), trainer.name(), trainer.unit(), List.of(other));
        assertThatThrownBy(() -> imports.get(moved, file.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThat(imports.mine(moved, 10)).isEmpty();
    }

    @Test
    void namesOfFilesProposeTradeAndLevel() {
        ImportFile file = imports.preview(
                trainer,
                new ImportSettings(null, Set.of(), Secrecy.OPEN),
                "2025 钳工高级工题库.xlsx",
                new Book().item(mark + "甲？").file());
        assertThat(file.settings().trade()).isEqualTo(trade);
        assertThat(file.settings().levels()).containsExactly(Level.SENIOR);
    }

    @Test
    void manyRowsAreAssignedAtOnce() {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "乙？"));
        mending.assign(
                trainer,
                file.id(),
                new RowSelection(Set.of(), "单选题", Set.of()),
                new RowTarget(null, Set.of(Level.INTERMEDIATE), Set.of()));
        List<ItemId> made = commit.commit(trainer, file.id(), false).items();
        assertThat(items.get(trainer, made.getFirst()).levels()).containsExactly(Level.INTERMEDIATE);
    }

    @Test
    void wrongRowsGoBackInTheSameWorkbook() throws IOException {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "乙？", "E"));
        Path back = folder.resolve("back.xlsx");
        try (OutputStream out = Files.newOutputStream(back)) {
            problemFile.write(trainer, file.id(), java.util.Locale.CHINESE, out);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(back.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(9)).isEqualTo("要改的地方");
            assertThat(rows.get(2).getCellText(9)).contains("E");
            assertThat(rows.get(2).getCellText(1)).isEqualTo(mark + "乙？");
        }
        ImportFile again = imports.preview(trainer, settings(), "题库-问题行.xlsx", back);
        assertThat(again.rows()).isEqualTo(2);
    }

    @Test
    void brokenImportIsReadAgain() {
        ImportFile file = preview(new Book().item(mark + "甲？"));
        jdbc.sql("update bank.import set status = 'READING', alive_at = alive_at - interval '1 hour' where id = :id")
                .param("id", file.id().value())
                .update();
        assertThat(imports.get(trainer, file.id()).reading().status()).isEqualTo(ImportStatus.BROKEN);
        assertThatThrownBy(() -> mending.skip(trainer, file.id(), 1, true)).isInstanceOf(Problem.class);
        imports.restart(trainer, file.id());
        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .until(() -> imports.get(trainer, file.id()).reading().status() == ImportStatus.OPEN);
        assertThat(imports.get(trainer, file.id()).count(RowState.READY)).isEqualTo(1);
        imports.delete(trainer, file.id());
        assertThatThrownBy(() -> imports.get(trainer, file.id())).isInstanceOf(Problem.class);
    }

    private ItemContent content(ItemId id) {
        Item item = items.get(trainer, id);
        return java.util.Objects.requireNonNull(item.proposed()).content();
    }

    private ImportFile read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return imports.preview(trainer, settings(), List.of(new Upload(name, file)));
    }
}
