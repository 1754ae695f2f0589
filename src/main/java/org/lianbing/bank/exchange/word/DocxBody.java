package org.lianbing.bank.exchange.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.paper.Atoms;
import org.lianbing.bank.exchange.paper.PaperParser;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.TableQuestions;

/** Hands the paragraphs and tables of a document to the parser as lines. */
final class DocxBody {

    private final PaperParser parser;
    private final DocxText text;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private int count;

    DocxBody(PaperParser parser, DocxText text, DocxStyles styles, DocxNumbering numbering) {
        this.parser = parser;
        this.text = text;
        this.styles = styles;
        this.numbering = numbering;
    }

    void paragraph(Element paragraph) {
        count++;
        for (String line : lines(paragraph)) {
            parser.line(count, line);
        }
    }

    /** A paragraph's lines with its automatic number before the first. */
    private List<String> lines(Element paragraph) {
        Optional<Element> properties = XmlParts.child(paragraph, "pPr");
        Optional<String> label = properties.flatMap(numbering::label);
        String words = text.of(paragraph);
        boolean empty = Atoms.unmarked(words).isBlank();
        String whole = label.isPresent() && !empty ? label.get() + " " + words : words;
        boolean more = properties
                .map(all -> styles.name(DocxText.property(all, "pStyle")))
                .filter(DocxRuns.MORE_STYLE::equals)
                .isPresent();
        return more && !empty ? whole.lines().map(line -> Atoms.MORE + line).toList() : List.of(whole.split("\n"));
    }

    /** A table with a heading is a bank; one whose cells are questions is only a layout; any other is one piece. */
    void table(Element table) {
        count++;
        List<Element> rows = XmlParts.children(table, "tr");
        List<List<String>> cells = new ArrayList<>();
        for (Element row : rows) {
            cells.add(XmlParts.children(row, "tc").stream().map(this::cell).toList());
        }
        List<Question> questions = TableQuestions.of(
                "¶" + count,
                cells.stream()
                        .map(row -> row.stream().map(parser::markdown).toList())
                        .toList());
        if (!questions.isEmpty()) {
            parser.take(questions);
            return;
        }
        boolean layout = cells.stream().allMatch(row -> row.size() <= 1)
                || cells.stream()
                        .flatMap(List::stream)
                        .anyMatch(cell ->
                                cell.lines().anyMatch(line -> line.strip().matches("^\\d{1,4}[、.．](?!\\d).{4,}")));
        if (layout) {
            rows.forEach(row -> XmlParts.children(row, "tc").forEach(this::cellLines));
        } else {
            parser.table(count, cells, markdown(cells));
        }
    }

    private void cellLines(Element cell) {
        for (Element child : XmlParts.children(cell)) {
            switch (XmlParts.name(child)) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                default -> {
                    // Properties of the cell.
                }
            }
        }
    }

    private String cell(Element cell) {
        return XmlParts.children(cell, "p").stream()
                .map(text::of)
                .map(Atoms::unmarked)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private String markdown(List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            out.append("| ")
                    .append(rows.get(i).stream()
                            .map(cell -> parser.markdown(cell).replaceAll("\\\\?\\n+", " "))
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
            if (i == 0) {
                out.append("|")
                        .append(" --- |".repeat(Math.max(1, rows.getFirst().size())))
                        .append('\n');
            }
        }
        return out.toString();
    }
}
