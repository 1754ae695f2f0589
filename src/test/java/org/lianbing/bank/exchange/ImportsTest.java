package org.lianbing.bank.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.store.UploadTable;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportsTest extends ImportTest {

    @Autowired
    ExportService exports;

    @Autowired
    UploadTable uploads;

    @TempDir
    Path folder;

    /** It is kept in pieces, and there are several. */
    @Test
    void aLargeFileIsKeptAsItCame() throws IOException {
        ImportFile file = preview(new Book().item(mark + "甲？"));
        byte[] bytes = new byte[17 << 20];
        new Random(1).nextBytes(bytes);
        uploads.insert(file.id(), 1, "大.csv", Files.write(folder.resolve("large.csv"), bytes));
        assertThat(uploads.names(file.id())).hasSize(2).last().isEqualTo("大.csv");
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        uploads.write(file.id(), 1, back);
        assertThat(back.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void rowsAreReadyFaultyOrDuplicate() {
        ImportFile file =
                preview(new Book().item(mark + "甲？").item(mark + "乙？", "E").item(" " + mark + "甲 ？"));
        assertThat(file.counts()).isEqualTo(Map.of(RowState.READY, 1, RowState.FAULTY, 1, RowState.DUPLICATE, 1));
        ImportRow faulty = row(file, 2);
        assertThat(faulty.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("exchange.problem.answer-no-option");
            assertThat(faulty.place(problem)).hasToString("单选题!G3");
            assertThat(problem.source()).isEqualTo("E");
        });
        assertThat(row(file, 3).duplicateOf()).isEqualTo("#1");
    }

    @Test
    void aMendedRowIsCheckedAgain() {
        ImportFile file = preview(new Book().item(mark + "甲？", "E"));
        assertThat(mending.mend(trainer, file.id(), 1, Map.of(ImportField.ANSWER, "F"))
                        .state())
                .isEqualTo(RowState.FAULTY);
        assertThat(mending.mend(trainer, file.id(), 1, Map.of(ImportField.ANSWER, "D"))
                        .state())
                .isEqualTo(RowState.READY);
        assertThat(row(file, 1).original().get(ImportField.ANSWER)).isEqualTo("E");
    }

    @Test
    void aDuplicateIsKeptWhenAPersonSaysSo() {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "甲？"));
        assertThat(mending.keep(trainer, file.id(), 2, true).state()).isEqualTo(RowState.READY);
        assertThat(mending.keep(trainer, file.id(), 2, false).state()).isEqualTo(RowState.DUPLICATE);
        mending.mend(trainer, file.id(), 1, Map.of(ImportField.STEM, mark + "另一题？"));
        assertThat(row(file, 2).state()).isEqualTo(RowState.READY);
    }

    @Test
    void commitMakesDraftsOnceAndLeavesTheRest() {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "乙？", "E"));
        ImportCommitted done = commit.commit(trainer, file.id(), false);
        assertThat(done.items()).hasSize(1);
        assertThat(done.left()).isEqualTo(1);
        ItemId item = done.items().getFirst();
        assertThat(items.get(trainer, item).state()).isEqualTo(ItemState.DRAFT);
        assertConflict(() -> commit.commit(trainer, file.id(), false), "exchange.committed-already");

        mending.mend(trainer, file.id(), 2, Map.of(ImportField.ANSWER, "A"));
        assertThat(commit.commit(trainer, file.id(), true).items())
                .singleElement()
                .satisfies(
                        second -> assertThat(items.get(trainer, second).state()).isEqualTo(ItemState.IN_REVIEW));
        assertConflict(() -> mending.mend(trainer, file.id(), 2, Map.of()), "exchange.row-committed");
    }

    @Test
    void whatTheBankHasIsMarkedWhenTheFileComesAgain() {
        Book book = new Book().item(mark + "甲？").item(mark + "乙？");
        commit.commit(trainer, preview(book).id(), false);
        ImportFile again = preview(book);
        assertThat(again.counts()).isEqualTo(Map.of(RowState.KNOWN, 2));
        assertThat(row(again, 1).duplicateOf()).startsWith("fitter-");
        assertConflict(() -> commit.commit(trainer, again.id(), false), "exchange.nothing-ready");
    }

    @Test
    void whereOneRowIsRefusedNothingIsCommitted() {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "乙？"));
        // What the rules of the bank refuse now although the row was marked as ready before.
        jdbc.sql("""
            update bank.import_row set cells = jsonb_set(cells, '{OPTION_B}', '"十毫米"')
            where import_id = :id and number = 2
            """).param("id", file.id().value()).update();
        assertConflict(() -> commit.commit(trainer, file.id(), false), "exchange.row-refused");
        assertThat(found()).isEmpty();
        assertThat(imports.get(trainer, file.id()).count(RowState.READY)).isEqualTo(2);
    }

    @Test
    void ofTwoCommitsAtOnceOneMakesTheDrafts() throws Exception {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "乙？"));
        Callable<String> once = () -> {
            try {
                return String.valueOf(
                        commit.commit(trainer, file.id(), false).items().size());
            } catch (Problem problem) {
                return problem.code();
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = List.of(
                    two.submit(new DelegatingSecurityContextCallable<>(once)),
                    two.submit(new DelegatingSecurityContextCallable<>(once)));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .containsExactlyInAnyOrder("2", "exchange.committed-already");
        }
        assertThat(found()).hasSize(2);
    }

    @Test
    void anImportIsSeenByWhoUploadedItOnly() {
        ImportFile file = preview(new Book().item(mark + "甲？"));
        Actor other = city.actor(unit, Role.TRAINER);
        assertThatThrownBy(() -> imports.get(other, file.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void withoutATradeRowsWaitUntilSomebodySays() {
        ImportFile file = imports.preview(
                trainer,
                new ImportSettings(null, Set.of(), Secrecy.OPEN),
                "x.xlsx",
                new Book().item(mark + "甲？").file());
        assertThatThrownBy(() -> commit.commit(trainer, file.id(), false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("exchange.trade-needed"));
        mending.settle(trainer, file.id(), settings());
        assertThat(commit.commit(trainer, file.id(), false).items()).hasSize(1);
    }

    @Test
    void whatIsExportedIsReadAgainAsTheSame() throws Exception {
        Path file = Files.createTempFile("export", ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            exports.items(trainer, trades.find("electrician").orElseThrow().id(), java.util.Locale.CHINA, out);
        }
        ImportFile again = imports.preview(
                trainer,
                new ImportSettings(trades.find("electrician").orElseThrow().id(), Set.of(), Secrecy.OPEN),
                "export.xlsx",
                file);
        assertThat(again.rows()).isGreaterThanOrEqualTo(40);
        assertThat(again.count(RowState.DUPLICATE)).isEqualTo(again.rows());
        assertThat(imports.rows(trainer, again.id(), EnumSet.allOf(RowState.class), new PageOf(0, 500))
                        .rows())
                .allSatisfy(row -> assertThat(row.problems()).isEmpty());
        Files.delete(file);
    }

    private List<?> found() {
        return items.find(trainer, new ItemQuery(mark, trade, null, null, null), new PageOf(0, 50))
                .rows();
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
