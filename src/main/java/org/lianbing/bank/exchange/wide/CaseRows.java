package org.lianbing.bank.exchange.wide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.Place;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Question;

/** A 案例 while its rows come in: one that tells it, and below it one for each question. */
final class CaseRows {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    /** More than anybody asks of one case; what lies behind is counted only. */
    private static final int MOST_PARTS = 200;

    private record Part(SheetRow row, BigDecimal weight) {}

    private final SheetRow told;
    private final List<Part> parts = new ArrayList<>();
    private int count;

    CaseRows(SheetRow told) {
        this.told = told;
    }

    /** What tells the case. */
    String stem() {
        return told.cells().get(ImportField.STEM);
    }

    void part(SheetRow row, String weight) {
        if (++count > MOST_PARTS) {
            return;
        }
        Matcher number = NUMBER.matcher(weight);
        parts.add(new Part(row, number.find() ? new BigDecimal(number.group()) : BigDecimal.ONE));
    }

    /** All of it as one question; a part that cannot be read keeps the whole from being one. */
    Question question() {
        ImportCells cells = told.cells();
        Labels labels = new Labels(
                told.id(),
                List.of(told.sheet()),
                List.of(),
                cells.get(ImportField.POINTS),
                cells.get(ImportField.LEVELS),
                cells.get(ImportField.SOURCE),
                "");
        String place = new Place(told.sheet(), told.line(), "").toString();
        if (count > MOST_PARTS) {
            return new Question.Unread(
                    place,
                    source(),
                    labels,
                    Question.Remark.of(
                            "exchange.problem.case-long", String.valueOf(count), String.valueOf(MOST_PARTS)));
        }
        List<CasePart> read = new ArrayList<>();
        for (Part part : parts) {
            Optional<ImportProblem> flaw =
                    part.row().problems().stream().filter(ImportProblem::blocks).findFirst();
            if (flaw.isPresent()) {
                return new Question.Unread(place, source(), labels, reason(flaw.get()));
            }
            switch (RowParser.parse(part.row().cells(), part.row().markdown(), RowContext.NONE)) {
                case RowReading.Parsed parsed ->
                    read.add(new CasePart(
                            parsed.content().stem(),
                            parsed.content().interaction(),
                            part.weight(),
                            parsed.content().explanation(),
                            parsed.content().credit()));
                case RowReading.Unreadable wrong -> {
                    return new Question.Unread(place, source(), labels, reason(wrong));
                }
            }
        }
        if (read.isEmpty()) {
            return new Question.Unread(place, source(), labels, Question.Remark.of("exchange.problem.case-empty"));
        }
        ItemContent content = new ItemContent(
                said(cells.get(ImportField.STEM)),
                new Interaction.Case(read),
                said(cells.get(ImportField.EXPLANATION)),
                DifficultyText.find(cells.get(ImportField.DIFFICULTY)).orElse(DifficultyText.MIDDLE));
        return new Question.Read(place, source(), labels, content, List.of());
    }

    private static Question.Remark reason(RowReading.Unreadable wrong) {
        ImportProblem first = wrong.problems().stream()
                .filter(ImportProblem::blocks)
                .findFirst()
                .orElseThrow();
        return reason(first);
    }

    private static Question.Remark reason(ImportProblem problem) {
        return new Question.Remark(problem.code(), problem.arguments(), 1);
    }

    private String said(String text) {
        return told.markdown() ? text : PlainText.toMarkdown(text);
    }

    private String source() {
        return text(told) + parts.stream().map(part -> "\n" + text(part.row())).collect(Collectors.joining());
    }

    private static String text(SheetRow row) {
        return row.cells().texts().values().stream().collect(Collectors.joining("\n"));
    }
}
