package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables whose keys are numbers that count from 0 or from 1. */
class NumberedKeysTest {

    private static final String HEADING = "题型|题干|选项A|选项B|选项C|选项D|答案";
    private static final String FROM_ZERO = "exchange.problem.answer-from-zero";
    private static final String FROM_ONE = "exchange.remark.answer-from-one";

    @TempDir
    Path folder;

    @Test
    void aZeroLeavesNoNumberOfItsTableSure() {
        assertThat(problems(choice("1"), choice("B"), choice("3"), choice("0"), choice("2")))
                .containsExactly("1 " + FROM_ZERO, "B", "3 " + FROM_ZERO, "0", "2 " + FROM_ZERO);
        assertThat(problems(several("13"), several("0,2"), several("1,2")))
                .containsExactly("13 " + FROM_ZERO, "0,2", "1,2 " + FROM_ZERO);
    }

    @Test
    void theNumberOfTheLastOptionSaysThatAllCountFromOne() {
        assertThat(problems(choice("1"), choice("2"), choice("4"), choice("3"))).containsExactly("1", "2", "4", "3");
    }

    @Test
    void aTableThatDoesNotSayIsToBeConfirmed() {
        assertThat(read(choice("1"), choice("2")))
                .flatExtracting(SheetRow::problems)
                .extracting(ImportProblem::field, ImportProblem::code, ImportProblem::guesses)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(ImportField.ANSWER, FROM_ONE, true))
                .hasSize(2);
    }

    /** A zero that is a truth, a text or a number asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {"判断|对。|||||0", "|对。|正确|错误|||0", "单选|多少？|0|1|2|3|0", "单选|多少？|A.0|B.5|C.2|D.3|0", "数值|多少？|||||0"})
    void otherZerosSayNothing(String row) {
        assertThat(problems(row, choice("4"), choice("1"))).containsExactly("0", "4", "1");
    }

    @Test
    void rowsKeepTheirOrderHoweverManyWait() {
        List<String> answers = Stream.concat(
                        IntStream.range(0, 250).mapToObj(i -> i % 3 == 0 ? "A" : "1"), Stream.of("0", "2"))
                .toList();
        List<SheetRow> rows =
                read(answers.stream().map(NumberedKeysTest::choice).toArray(String[]::new));
        assertThat(rows).extracting(row -> row.cells().get(ImportField.ANSWER)).containsExactlyElementsOf(answers);
        assertThat(rows.get(1).problems()).extracting(ImportProblem::code).containsExactly(FROM_ONE);
        assertThat(rows.getLast().problems()).extracting(ImportProblem::code).containsExactly(FROM_ZERO);
    }

    @Test
    void numbersMayBeVeryMany() {
        SheetRow row = read(several("1" + ",1".repeat(15_000))).getFirst();
        assertThat(row.problems()).hasSize(1);
        assertThat(RowParser.parse(row.cells(), false, RowContext.NONE)).isInstanceOf(RowReading.Parsed.class);
    }

    @Test
    void tablesOfTextsSayItToo() {
        List<List<String>> table = Stream.of(HEADING, choice("1"), choice("0"))
                .map(row -> List.of(row.split("\\|")))
                .toList();
        assertThat(TableQuestions.of("1", table))
                .first()
                .isInstanceOfSatisfying(
                        Question.Unread.class,
                        question -> assertThat(question.reason().code()).isEqualTo(FROM_ZERO));
    }

    private static String choice(String answer) {
        return "单选|哪个？|铁|铜|木|松|" + answer;
    }

    private static String several(String answer) {
        return "多选|哪些？|铁|铜|木|松|" + answer;
    }

    /** The answer of each row, and the problems it came with. */
    private List<String> problems(String... rows) {
        return read(rows).stream()
                .map(row -> Stream.concat(
                                Stream.of(row.cells().get(ImportField.ANSWER)),
                                row.problems().stream().map(ImportProblem::code))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private List<SheetRow> read(String... rows) {
        String table = Stream.concat(Stream.of(HEADING), Stream.of(rows))
                .map(row -> "\"" + row.replace("|", "\",\"") + "\"\n")
                .collect(Collectors.joining());
        Path file = folder.resolve("bank.csv");
        try {
            Files.writeString(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReadTables.of(new CsvTables(), file).rows();
    }
}
