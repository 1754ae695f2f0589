package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.paper.Atoms;
import org.lianbing.bank.exchange.paper.PaperParser;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.TableQuestions;

/** Hands the paragraphs and tables of a document to the parser as lines. */
final class DocxBody {

    private static final Pattern OPTION = Pattern.compile("^[(（]?[A-HＡ-Ｈ]\\s*[)）、.．:：]");

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
        if (!empty && words.indexOf(Atoms.MARK) < 0 && option(label.orElse(""), words) && text.isBold(paragraph)) {
            words = Atoms.MARK + words + Atoms.UNMARK;
        }
        String whole = label.isPresent() && !empty ? label.get() + " " + words : words;
        boolean more = properties
                .map(all -> styles.name(DocxText.property(all, "pStyle")))
                .filter(DocxRuns.MORE_STYLE::equals)
                .isPresent();
        return more && !empty ? whole.lines().map(line -> Atoms.MORE + line).toList() : List.of(whole.split("\n"));
    }

    /** Whether a paragraph is a single option, which may be bold where it is right. */
    private static boolean option(String label, String words) {
        return OPTION.matcher(label + words).find();
    }

    /** A table with a heading is a bank; one whose cells are questions is only a layout; any other is one piece. */
    void table(Element table) {
        count++;
        List<List<Element>> elements = DocxTables.rows(table);
        List<List<String>> cells = elements.stream()
                .map(row -> row.stream().map(this::cell).toList())
                .toList();
        List<Question> questions = TableQuestions.of(
                "¶" + count,
                cells.stream()
                        .map(row -> row.stream().map(parser::markdown).toList())
                        .toList());
        if (!questions.isEmpty()) {
            parser.take(questions);
            return;
        }
        boolean numbered = elements.stream()
                .flatMap(List::stream)
                .flatMap(cell -> DocxTables.blocks(cell).stream())
                .anyMatch(block -> XmlParts.child(block, "pPr")
                        .filter(numbering::isNumbered)
                        .isPresent());
        if (numbered || DocxTables.isLayout(cells)) {
            elements.forEach(row -> layout(row, DocxTables.options(cells)));
        } else {
            parser.table(count, cells, markdown(cells));
        }
    }

    /** The cells of a row one after the other; brackets to be filled and a letter alone stand before the next cell. */
    private void layout(List<Element> row, boolean options) {
        String before = "";
        for (Element cell : row) {
            String said = cell(cell);
            if (DocxTables.belongsBefore(said, options)) {
                before += said + (said.matches("[A-HＡ-Ｈ]") ? "、" : "");
                continue;
            }
            String led = before;
            before = "";
            cellLines(cell, led);
        }
        if (!before.isEmpty()) {
            parser.line(count, before);
        }
    }

    private void cellLines(Element cell, String before) {
        String led = before;
        for (Element child : DocxTables.blocks(cell)) {
            if (XmlParts.name(child).equals("tbl")) {
                table(child);
                continue;
            }
            count++;
            for (String line : lines(child)) {
                parser.line(count, Atoms.unmarked(line).isBlank() ? line : led + line);
                led = Atoms.unmarked(line).isBlank() ? led : "";
            }
        }
    }

    private String cell(Element cell) {
        return DocxTables.blocks(cell).stream()
                .map(child -> XmlParts.name(child).equals("tbl") ? nested(child) : text.of(child))
                .map(Atoms::unmarked)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private String nested(Element table) {
        return DocxTables.rows(table).stream()
                .map(row -> row.stream().map(this::cell).collect(Collectors.joining("　")))
                .collect(Collectors.joining("\n"));
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
