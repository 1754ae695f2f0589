package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.qti.QtiExpressions.NotExact;

/**
 * What the response processing of an item gives for a response: its rules are followed one by one ("QTI Information Model"
 * 2.2, 2.10). QTI has no loops, but what a rule compares may be long: each step is counted.
 */
final class QtiRun {

    private static final String IDENTIFIER = "identifier";
    private static final String SCORE = "SCORE";
    /** What a look at a rule costs in comparisons. */
    private static final int LOOK = 10;

    private final QtiDeclarations item;
    private final Map<String, QtiValue> responses;
    private final Map<String, QtiValue> outcomes = new HashMap<>();

    /** The rules are over before their end. */
    private static final class Exit extends Exception {
        private static final long serialVersionUID = 1L;

        Exit() {
            super(null, null, false, false);
        }
    }

    private QtiRun(QtiDeclarations item, Map<String, QtiValue> responses) {
        this.item = item;
        this.responses = responses;
    }

    /**
     * The score for a response.
     *
     * @param responses by name; what is not in it was not answered
     * @throws NotExact where the rules use what cannot be followed here
     */
    static double score(QtiDeclarations item, Map<String, QtiValue> responses) throws NotExact {
        QtiValue score = outcomes(item, responses).getOrDefault(SCORE, QtiValue.NULL);
        try {
            return score.isNull() ? 0 : score.number();
        } catch (NumberFormatException none) {
            throw new NotExact();
        }
    }

    /** All outcomes after a response. */
    static Map<String, QtiValue> outcomes(QtiDeclarations item, Map<String, QtiValue> responses) throws NotExact {
        QtiRun run = new QtiRun(item, responses);
        for (Element declaration : item.all("outcomedeclaration").values()) {
            item.spend(LOOK);
            run.outcomes.put(declaration.attr(IDENTIFIER), defaultOf(declaration));
        }
        try {
            if (item.processing().isPresent()) {
                Element processing = item.processing().get();
                run.all(processing.childrenSize() > 0 ? processing.children() : run.template(processing));
            }
        } catch (Exit over) {
            return run.outcomes;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException broken) {
            throw new NotExact();
        }
        return run.outcomes;
    }

    private static QtiValue defaultOf(Element declaration) {
        String type = declaration.attr("basetype");
        List<String> values = declaration.select("> defaultvalue > value").stream()
                .map(value -> value.wholeText().strip())
                .toList();
        boolean number = declaration.attr("cardinality").equals("single")
                && Set.of("float", "integer").contains(type);
        return values.isEmpty() && number
                ? QtiValue.of(0)
                : new QtiValue(values, type, declaration.attr("cardinality").equals("ordered"));
    }

    /** A template of the standard, as the rule that it is. */
    private List<Element> template(Element processing) throws NotExact {
        String name = processing.attr("template").toLowerCase(Locale.ROOT);
        Set<String> declared = item.all("responsedeclaration").keySet();
        String response = declared.size() == 1 ? declared.iterator().next() : "RESPONSE";
        Element set = new Element("setoutcomevalue").attr(IDENTIFIER, SCORE);
        if (name.contains("map_response") && !name.contains("point")) {
            set.appendElement("mapresponse").attr(IDENTIFIER, response);
            return List.of(set);
        }
        if (!name.contains("match_correct")) {
            throw new NotExact();
        }
        set.appendElement("basevalue").attr("basetype", "float").text("1");
        Element branch = new Element("responseif");
        Element match = branch.appendElement("match");
        match.appendElement("variable").attr(IDENTIFIER, response);
        match.appendElement("correct").attr(IDENTIFIER, response);
        branch.appendChild(set);
        return List.of(new Element("responsecondition").appendChild(branch));
    }

    private void all(List<Element> rules) throws NotExact, Exit {
        for (Element rule : rules) {
            item.spend(LOOK);
            switch (rule.normalName()) {
                case "responsecondition" -> condition(rule);
                case "setoutcomevalue" -> outcomes.put(rule.attr(IDENTIFIER), value(rule.child(0)));
                case "lookupoutcomevalue" -> outcomes.put(rule.attr(IDENTIFIER), lookedUp(rule));
                case "responseprocessingfragment" -> all(rule.children());
                case "exitresponse" -> throw new Exit();
                default -> throw new NotExact();
            }
        }
    }

    private void condition(Element condition) throws NotExact, Exit {
        for (Element branch : condition.children()) {
            boolean otherwise = branch.nameIs("responseelse");
            if (otherwise || value(branch.child(0)).isTrue()) {
                all(
                        otherwise
                                ? branch.children()
                                : branch.children().subList(1, branch.children().size()));
                return;
            }
        }
    }

    private QtiValue lookedUp(Element rule) throws NotExact {
        Element table =
                item.one("outcomedeclaration", rule.attr(IDENTIFIER)).selectFirst("> matchtable, > interpolationtable");
        if (table == null) {
            throw new NotExact();
        }
        QtiValue source = value(rule.child(0));
        for (Element entry : table.children()) {
            item.spend(LOOK);
            double at = QtiValue.number(entry.attr("sourcevalue"));
            boolean exact = table.nameIs("matchtable") || "false".equals(entry.attr("includeboundary"));
            if (!source.isNull() && (source.number() == at || !exact && source.number() > at)) {
                return QtiValue.of(QtiValue.number(entry.attr("targetvalue")));
            }
        }
        return table.hasAttr("defaultvalue") ? QtiValue.of(QtiValue.number(table.attr("defaultvalue"))) : QtiValue.NULL;
    }

    private QtiValue value(Element expression) throws NotExact {
        String name = expression.attr(IDENTIFIER);
        item.spend(LOOK);
        return switch (expression.normalName()) {
            case "basevalue" -> QtiValue.of(expression.wholeText().strip(), expression.attr("basetype"));
            case "variable" -> variable(name);
            case "correct" -> {
                Element declaration = item.one("responsedeclaration", name);
                yield new QtiValue(
                        item.correct(declaration),
                        declaration.attr("basetype"),
                        declaration.attr("cardinality").equals("ordered"));
            }
            case "default" -> defaultOf(item.one("outcomedeclaration", name));
            case "mapresponse" -> mapped(item.one("responsedeclaration", name), variable(name));
            default -> {
                List<QtiValue> parts = new ArrayList<>();
                for (Element part : expression.children()) {
                    parts.add(value(part));
                }
                item.spend(compared(parts));
                yield QtiOperators.of(expression, parts);
            }
        };
    }

    /** How much an operator goes through: of two lists each with each, else all there is. */
    private static long compared(List<QtiValue> parts) {
        long signs = parts.stream()
                .flatMap(part -> part.all().stream())
                .mapToLong(String::length)
                .sum();
        return signs / LOOK
                + (parts.size() == 2
                        ? (long) parts.getFirst().all().size()
                                * parts.getLast().all().size()
                        : parts.stream().mapToLong(part -> part.all().size()).sum());
    }

    private QtiValue variable(String name) throws NotExact {
        if (name.equals("numAttempts")) {
            return QtiValue.of(1);
        }
        if (item.all("templatedeclaration").containsKey(name)) {
            throw new NotExact();
        }
        // What nobody declared is nothing until it is set.
        QtiValue set = outcomes.getOrDefault(name, name.equals(SCORE) ? QtiValue.of(0) : QtiValue.NULL);
        return responses.getOrDefault(name, set);
    }

    /** The sum of what is mapped, each value once, within the bounds. */
    private QtiValue mapped(Element declaration, QtiValue response) throws NotExact {
        Element mapping = declaration.selectFirst("> mapping");
        if (mapping == null) {
            throw new NotExact();
        }
        double sum = 0;
        for (String one : response.all().stream().distinct().toList()) {
            sum += mapped(mapping, one, declaration.attr("basetype"));
        }
        if (mapping.hasAttr("lowerbound")) {
            sum = Math.max(sum, QtiValue.number(mapping.attr("lowerbound")));
        }
        if (mapping.hasAttr("upperbound")) {
            sum = Math.min(sum, QtiValue.number(mapping.attr("upperbound")));
        }
        return QtiValue.of(sum);
    }

    private double mapped(Element mapping, String one, String type) throws NotExact {
        for (Element entry : item.entries(mapping)) {
            item.spend(1);
            String key = entry.attr("mapkey").strip();
            boolean loose = entry.attr("casesensitive").equals("false") && type.equals("string");
            if (QtiValue.same(key, one, type) || loose && key.equalsIgnoreCase(one)) {
                return QtiValue.number(entry.attr("mappedvalue"));
            }
        }
        return mapping.hasAttr("defaultvalue") ? QtiValue.number(mapping.attr("defaultvalue")) : 0;
    }
}
