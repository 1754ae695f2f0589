package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Banks of what all trades share, such as safety, know no levels, whatever a file says of them. */
class LevellessBankTest extends ImportTest {

    @Autowired
    ExportService exports;

    @TempDir
    Path folder;

    @Test
    void aBankWithoutLevelsGoesInAndOutInEveryFormatAndBackIn() throws IOException {
        TradeId safety = trades.find("safety").orElseThrow().id();
        ImportFile file =
                imports.preview(trainer, new ImportSettings(safety, Set.of(), Secrecy.OPEN), "安康杯.xlsx", book());
        assertThat(file.count(RowState.READY)).isEqualTo(2);
        List<ItemId> made = commit.commit(trainer, file.id(), false).items();
        assertThat(made)
                .hasSize(2)
                .allSatisfy(
                        item -> assertThat(items.get(trainer, item).levels()).isEmpty());
        ExportSelection selection =
                new ExportSelection(new ItemQuery("", safety, null, null, null), Set.of(), made, Map.of());
        for (FormatWriter format : exports.formats()) {
            Path back = folder.resolve(format.format() + "." + format.extension());
            try (OutputStream out = Files.newOutputStream(back)) {
                exports.write(trainer, format, selection, Locale.SIMPLIFIED_CHINESE, out);
            }
            ImportFile again = imports.preview(
                    trainer,
                    new ImportSettings(safety, Set.of(), Secrecy.OPEN),
                    back.getFileName().toString(),
                    back);
            // They are there already, which each format lets us see.
            assertThat(again.rows()).as(format.format()).isEqualTo(2);
            assertThat(again.count(RowState.FAULTY)).as(format.format()).isZero();
        }
    }

    /** Until somebody says which it belongs to, nothing of a file goes into the bank, and nothing is lost. */
    @Test
    void aFileThatNamesNoTradeWaitsForOne() throws IOException {
        ImportFile file = imports.preview(trainer, new ImportSettings(null, Set.of(), Secrecy.OPEN), "题.xlsx", book());
        assertThat(file.settings().trade()).isNull();
        assertThat(file.rows()).isEqualTo(2);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> commit.commit(trainer, file.id(), false))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("exchange.trade-needed"));
        assertThat(imports.get(trainer, file.id()).rows()).isEqualTo(2);
        TradeId safety = trades.find("safety").orElseThrow().id();
        mending.assign(trainer, file.id(), RowSelection.of(Set.of(1, 2)), new RowTarget(safety, Set.of(), Set.of()));
        assertThat(commit.commit(trainer, file.id(), false).items()).hasSize(2);
    }

    private Path book() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("题");
            String[][] lines = {
                {"题型", "题干", "选项A", "选项B", "选项C", "答案", "等级"},
                {"单选", mark + "火警电话是？", "119", "120", "110", "A", "高级工"},
                {"判断", mark + "进厂先戴帽。", "", "", "", "对", ""}
            };
            for (int line = 0; line < lines.length; line++) {
                for (int column = 0; column < lines[line].length; column++) {
                    sheet.value(line, column, lines[line][column]);
                }
            }
        }
        return file;
    }
}
