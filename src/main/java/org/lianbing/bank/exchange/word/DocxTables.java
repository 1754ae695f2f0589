package org.lianbing.bank.exchange.word;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** The rows and cells of a table, and whether it only sets questions or options side by side. */
final class DocxTables {

    private static final Pattern QUESTION = Pattern.compile(
            "(?m)^\\s*(?:[(（][\\s\\u3000√×A-H对错]*[)）]\\s*)?\\d{1,4}\\s*[、.．](?!\\d)(?:.{4,}|.*[)）。？?])\\s*$");
    private static final Pattern OPTION = Pattern.compile("^[(（]?\\s*[A-HＡ-Ｈ]\\s*[)）、.．:：]\\s*\\S[\\s\\S]*$");
    private static final Pattern LETTER = Pattern.compile("^[A-HＡ-Ｈ]$");
    private static final Pattern BRACKETS = Pattern.compile("^[(（][\\s\\u3000√×✓✗A-H对错]*[)）]$");

    private DocxTables() {}

    /** The cells of all rows, also of those within fields of a form. */
    static List<List<Element>> rows(Element table) {
        return within(table, "tr").stream().map(row -> within(row, "tc")).toList();
    }

    /** The paragraphs and tables of a cell in their order. */
    static List<Element> blocks(Element cell) {
        List<Element> found = new ArrayList<>();
        for (Element child : XmlParts.children(cell)) {
            switch (XmlParts.name(child)) {
                case "p", "tbl" -> found.add(child);
                case "sdt", "sdtContent", "customXml", "ins", "smartTag" -> found.addAll(blocks(child));
                default -> {
                    // Properties of the cell.
                }
            }
        }
        return found;
    }

    /** All paragraphs of a cell or a box, with those of tables in it; a box within one of them belongs to that. */
    static List<Element> paragraphs(Element cell) {
        List<Element> found = new ArrayList<>();
        for (Element block : blocks(cell)) {
            if (XmlParts.name(block).equals("tbl")) {
                rows(block).forEach(row -> row.forEach(inner -> found.addAll(paragraphs(inner))));
            } else {
                found.add(block);
            }
        }
        return found;
    }

    private static List<Element> within(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : XmlParts.children(parent)) {
            String own = XmlParts.name(child);
            if (own.equals(name)) {
                found.add(child);
            } else if (own.equals("sdt") || own.equals("sdtContent") || own.equals("customXml")) {
                found.addAll(within(child, name));
            }
        }
        return found;
    }

    /** Whether questions or options stand in it. */
    static boolean isLayout(List<List<String>> cells) {
        return cells.stream().allMatch(row -> row.size() <= 1)
                || cells.stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> QUESTION.matcher(cell).find())
                || options(cells);
    }

    /** Whether all that is said in it are options: A. in one cell with its text, or alone before that. */
    static boolean options(List<List<String>> cells) {
        List<String> said = cells.stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.isBlank())
                .toList();
        boolean whole = said.size() > 1
                && said.stream().allMatch(cell -> OPTION.matcher(cell).matches());
        boolean apart = said.size() > 3 && said.size() % 2 == 0;
        for (int i = 0; apart && i < said.size(); i += 2) {
            apart = LETTER.matcher(said.get(i)).matches() && said.get(i).charAt(0) % 0x20 == i / 2 + 1;
        }
        return whole || apart;
    }

    /** Whether a cell belongs to the text of the next one. */
    static boolean belongsBefore(String said, boolean options) {
        return BRACKETS.matcher(said).matches()
                || options && LETTER.matcher(said).matches();
    }
}
