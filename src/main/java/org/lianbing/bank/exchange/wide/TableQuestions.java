package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.base.sheet.CellText;

/** A table in a text whose heading names columns as in Excel, so that each row is a question. */
public final class TableQuestions implements TableReader.Found {

    private final String place;
    private final List<Question> questions = new ArrayList<>();

    private TableQuestions(String place) {
        this.place = place;
    }

    /**
     * The questions of a table; empty where it has no such heading.
     *
     * @param place where the table stands
     * @param rows the cells as Markdown
     */
    public static List<Question> of(String place, List<List<String>> rows) {
        boolean headed = rows.stream()
                .limit(3)
                .anyMatch(row -> Heading.of(texts(row))
                        .filter(names -> names.columns().containsKey(ImportField.STEM)
                                && names.columns().containsKey(ImportField.ANSWER))
                        .isPresent());
        if (!headed) {
            return List.of();
        }
        TableQuestions found = new TableQuestions(place);
        SheetReader reader = new SheetReader("", found);
        for (int i = 0; i < rows.size(); i++) {
            Map<Integer, CellText> cells = new TreeMap<>();
            texts(rows.get(i)).forEach((column, text) -> cells.put(column, new CellText(text, null)));
            reader.line(i + 1, cells);
        }
        reader.end();
        return List.copyOf(found.questions);
    }

    private static Map<Integer, String> texts(List<String> row) {
        Map<Integer, String> texts = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                texts.put(i, row.get(i).strip());
            }
        }
        return texts;
    }

    @Override
    public void row(SheetRow row) {
        ImportCells cells = row.cells();
        Labels labels = new Labels(
                row.id(),
                List.of(),
                List.of(),
                cells.get(ImportField.POINTS),
                cells.get(ImportField.LEVELS),
                cells.get(ImportField.SOURCE),
                "");
        String source = cells.texts().values().stream().collect(Collectors.joining("\n"));
        String where = place + " · " + row.line();
        RowReading reading =
                RowParser.parse(cells.with(ImportField.POINTS, "").with(ImportField.LEVELS, ""), true, RowContext.NONE);
        List<ImportProblem> problems = Stream.concat(row.problems().stream(), reading.problems().stream())
                .toList();
        boolean whole = problems.stream().noneMatch(ImportProblem::blocks);
        questions.add(
                whole && reading instanceof RowReading.Parsed parsed
                        ? new Question.Read(
                                where,
                                source,
                                labels,
                                parsed.content(),
                                problems.stream().map(TableQuestions::remark).toList())
                        : new Question.Unread(where, source, labels, reason(problems)));
    }

    private static Remark reason(List<ImportProblem> problems) {
        Optional<ImportProblem> first =
                problems.stream().filter(ImportProblem::blocks).findFirst();
        return first.map(TableQuestions::remark).orElseGet(() -> Remark.of("exchange.problem.answers-unreadable"));
    }

    private static Remark remark(ImportProblem problem) {
        Double confidence = problem.confidence();
        return new Remark(problem.code(), problem.arguments(), confidence == null ? 1 : confidence);
    }

    @Override
    public void question(Question question) {
        questions.add(question);
    }

    @Override
    public void note(ImportProblem note) {
        // A table without rows says nothing that a person would miss.
    }
}
