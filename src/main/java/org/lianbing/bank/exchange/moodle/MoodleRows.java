package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.w3c.dom.Element;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Pair;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.TruthWords;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.PlainText;

/**
 * Rows that each get one of the columns: {@code kprime} and {@code mtf}, whose columns say true and false, and
 * {@code matrix}. With true and false it is a 案例 of 判断, else a 连线. Source of the formats: the exports of these
 * plugins of Moodle.
 */
final class MoodleRows {

    private final Element question;
    private final MoodleText text;
    private final List<Remark> remarks;

    MoodleRows(Element question, MoodleText text, List<Remark> remarks) {
        this.question = question;
        this.text = text;
        this.remarks = remarks;
    }

    /** How it is answered; empty where a row has several right columns, or none. */
    Optional<Interaction> interaction() {
        List<String> rows = texts("row", "optiontext");
        List<String> columns = texts("column", "responsetext");
        return answered(rows, columns, weights());
    }

    /** The same of a {@code matrix}. */
    Optional<Interaction> matrix() {
        return answered(words("row"), words("col"), matrixWeights());
    }

    private Optional<Interaction> answered(List<String> rows, List<String> columns, Map<List<Integer>, BigDecimal> by) {
        List<Integer> right = new ArrayList<>();
        for (int row = 1; row <= rows.size(); row++) {
            List<Integer> found = new ArrayList<>();
            for (int column = 1; column <= columns.size(); column++) {
                if (by.getOrDefault(List.of(row, column), BigDecimal.ZERO).signum() > 0) {
                    found.add(column - 1);
                }
            }
            if (found.size() != 1) {
                return Optional.empty();
            }
            right.add(found.getFirst());
        }
        Optional<Integer> yes = TruthWords.yes(columns);
        return Optional.of(yes.isPresent() ? truths(rows, right, yes.get()) : pairs(rows, columns, right));
    }

    private Interaction truths(List<String> rows, List<Integer> right, int yes) {
        if (rows.size() > 1 && !XmlParts.text(question, "scoringmethod").startsWith("subpoints")) {
            remarks.add(Remark.of("exchange.remark.each-row-counts"));
        }
        if (XmlParts.text(question, "deduction").matches("0?[.,]0*[1-9].*|[1-9].*")) {
            // A row judged wrongly takes something off there.
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        List<CasePart> parts = new ArrayList<>();
        List<Element> all = XmlParts.children(question, "row");
        for (int i = 0; i < rows.size(); i++) {
            parts.add(new CasePart(
                    rows.get(i),
                    new Interaction.TrueFalse(right.get(i) == yes),
                    BigDecimal.ONE,
                    told("feedbacktext", all.get(i)),
                    null));
        }
        return new Interaction.Case(parts);
    }

    /** What is told on the rows, where it has no place beside them. */
    List<String> told(Interaction interaction) {
        List<String> told = new ArrayList<>();
        for (Element row : XmlParts.children(question, "row")) {
            told.add(interaction instanceof Interaction.Case ? "" : told("feedbacktext", row));
            told.add(told("description", row));
            told.add(told("feedback", row));
        }
        return told;
    }

    private String told(String element, Element row) {
        return text.markdown(XmlParts.child(row, element));
    }

    private static Interaction pairs(List<String> rows, List<String> columns, List<Integer> right) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            pairs.add(new Pair(rows.get(i), columns.get(right.get(i))));
        }
        List<String> extras = new ArrayList<>(columns);
        pairs.forEach(pair -> extras.remove(pair.right()));
        return new Interaction.Matching(pairs, extras);
    }

    private List<String> texts(String element, String inner) {
        return XmlParts.children(question, element).stream()
                .map(one -> text.markdown(XmlParts.child(one, inner)))
                .toList();
    }

    private List<String> words(String element) {
        return XmlParts.children(question, element).stream()
                .map(one -> PlainText.toMarkdown(XmlParts.text(one, "shorttext")))
                .toList();
    }

    private Map<List<Integer>, BigDecimal> weights() {
        Map<List<Integer>, BigDecimal> by = new HashMap<>();
        for (Element weight : XmlParts.children(question, "weight")) {
            by.put(
                    List.of(number(weight, "rownumber"), number(weight, "columnnumber")),
                    Numbers.of(XmlParts.text(weight, "value")));
        }
        return by;
    }

    private Map<List<Integer>, BigDecimal> matrixWeights() {
        Map<List<Integer>, BigDecimal> by = new HashMap<>();
        List<Element> rows = XmlParts.children(question, "weights-of-row");
        for (int row = 0; row < rows.size(); row++) {
            List<Element> cells = XmlParts.children(rows.get(row), "weight-of-col");
            for (int column = 0; column < cells.size(); column++) {
                by.put(
                        List.of(row + 1, column + 1),
                        Numbers.of(cells.get(column).getTextContent().strip()));
            }
        }
        return by;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute).strip());
    }
}
