package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.qti.QtiExpressions.NotExact;
import org.lianbing.bank.exchange.qti.QtiExpressions.Value;

/**
 * The template variables of an item. What never changes is put in its place; where numbers are drawn by chance and the key
 * is computed from them, the item is a 计算. Only what means exactly the same here is taken: conditions, constraints,
 * numbers drawn from a continuous range and results without an end leave the item a problem.
 */
final class QtiVariables {

    private static final int VARIANTS = 10;
    /** A drawn number is shown by its place in the text; see {@link QtiText}. */
    static final String PLACE = "place";

    private static final int MOST_DECIMALS = 9;
    private static final String IDENTIFIER = "identifier";

    private final Element item;
    private final QtiExpressions expressions = new QtiExpressions();
    private final Set<String> set = new HashSet<>();
    private final Map<String, List<String>> constantKeys = new LinkedHashMap<>();
    private final Map<String, Value> computedKeys = new HashMap<>();

    private QtiVariables(Element item) {
        this.item = item;
    }

    /**
     * Reads the variables of an item and puts what is constant in its place.
     *
     * @throws NotExact where they mean more than can be said here
     */
    static QtiVariables of(Element item) throws NotExact {
        QtiVariables all = new QtiVariables(item);
        all.declarations();
        Element processing = item.selectFirst("> templateprocessing");
        for (Element rule : processing == null ? List.<Element>of() : processing.children()) {
            all.rule(rule);
        }
        all.demandNoOtherUse();
        all.put();
        return all;
    }

    /** Whether nothing that is shown, right or scored depends on them: some editors leave them behind. */
    static boolean areIdle(Element item) {
        List<String> names = item.select("> templatedeclaration").eachAttr(IDENTIFIER);
        return item.select("itembody *").stream()
                        .anyMatch(inner -> inner.normalName().endsWith("interaction"))
                && item.select("templateblock, templateinline, [templateidentifier]")
                        .isEmpty()
                && item.select("> templatedeclaration[mathvariable=true]").isEmpty()
                && item.select("> templateprocessing setcorrectresponse, > templateprocessing setdefaultvalue")
                        .isEmpty()
                && item.select("printedvariable, > responseprocessing variable").stream()
                        .noneMatch(one -> names.contains(one.attr(IDENTIFIER)));
    }

    private void declarations() throws NotExact {
        for (Element declaration : item.select("> templatedeclaration")) {
            List<Element> values = declaration.select("> defaultvalue > value");
            if (!declaration.attr("cardinality").equals("single") || values.size() > 1) {
                throw new NotExact();
            }
            expressions.declare(
                    declaration.attr(IDENTIFIER),
                    declaration.attr("basetype"),
                    values.isEmpty() ? null : values.getFirst().wholeText().strip());
        }
    }

    private void rule(Element rule) throws NotExact {
        String name = rule.attr(IDENTIFIER);
        if (rule.childrenSize() != 1 || !set.add(rule.normalName() + " " + name)) {
            throw new NotExact();
        }
        switch (rule.normalName()) {
            case "settemplatevalue" -> expressions.set(name, rule.child(0));
            case "setcorrectresponse" -> key(name, rule.child(0));
            default -> throw new NotExact();
        }
    }

    private void key(String response, Element expression) throws NotExact {
        boolean several = expression.nameIs("multiple") || expression.nameIs("ordered");
        List<Element> parts = several ? expression.children() : List.of(expression);
        List<Value> values = new ArrayList<>();
        for (Element part : parts) {
            values.add(expressions.value(part));
        }
        if (values.stream().allMatch(value -> value.constant() != null)) {
            constantKeys.put(
                    response,
                    values.stream()
                            .map(value -> Objects.requireNonNull(value.constant()))
                            .toList());
        } else if (several) {
            throw new NotExact();
        } else {
            computedKeys.put(response, values.getFirst());
        }
    }

    /** Parts of the text that are shown by a variable, and scores that depend on one. */
    private void demandNoOtherUse() throws NotExact {
        boolean shows = !item.select("[templateidentifier], > templatedeclaration[mathvariable=true]")
                .isEmpty();
        boolean scores = item.select("> responseprocessing variable").stream()
                .anyMatch(one -> expressions.knows(one.attr(IDENTIFIER)));
        boolean braces = !expressions.drawn().isEmpty() && item.wholeText().contains("{{");
        if (shows || scores || braces) {
            throw new NotExact();
        }
    }

    private void put() throws NotExact {
        for (Element printed : item.select("printedvariable")) {
            Value value = expressions.named(printed.attr(IDENTIFIER));
            if (printed.hasAttr("format")
                    && !(value.scale() == 0 && printed.attr("format").matches("%[di]"))) {
                throw new NotExact();
            }
            if (value.constant() != null) {
                printed.replaceWith(new TextNode(shown(value)));
            } else if (value.scale() > 0) {
                throw new NotExact();
            } else {
                printed.attr(PLACE, value.drawn() ? "{{" + value.formula() + "}}" : "{{= " + value.formula() + "}}");
            }
        }
        constantKeys.forEach((response, values) -> item.select("> responsedeclaration").stream()
                .filter(declaration -> declaration.attr(IDENTIFIER).equals(response))
                .forEach(declaration -> {
                    declaration.select("> correctresponse").remove();
                    Element correct = declaration.appendElement("correctresponse");
                    values.forEach(value -> correct.appendElement("value").text(value));
                }));
    }

    /** Six digits are shown of a number where nothing else is said, as C does it by {@code %g}. */
    private static String shown(Value value) throws NotExact {
        String constant = Objects.requireNonNull(value.constant());
        if (value.scale() <= 0) {
            return constant;
        }
        BigDecimal number = new BigDecimal(constant).stripTrailingZeros();
        if (number.precision() > 6 || number.scale() > 4) {
            throw new NotExact();
        }
        return number.toPlainString();
    }

    /** Whether nothing is drawn by chance, so that the item is as any other. */
    boolean constant() {
        return expressions.drawn().isEmpty() && computedKeys.isEmpty();
    }

    /** How the only response is computed. */
    Interaction.Calculated calculated(Element interaction) throws NotExact {
        String response = interaction.attr("responseidentifier");
        Value key = computedKeys.get(response);
        String type = declared(response).attr("basetype");
        if (computedKeys.size() != 1
                || key == null
                || key.scale() < 0
                || key.scale() > (type.equals("integer") ? 0 : MOST_DECIMALS)
                || !type.matches("integer|float")
                || !wholeCounts()) {
            throw new NotExact();
        }
        return new Interaction.Calculated(
                expressions.drawn(), key.formula(), key.scale(), tolerance(), "", List.of(), VARIANTS);
    }

    private Element declared(String response) throws NotExact {
        return item.select("> responsedeclaration").stream()
                .filter(declaration -> declaration.attr(IDENTIFIER).equals(response))
                .findFirst()
                .orElseThrow(NotExact::new);
    }

    private boolean wholeCounts() {
        Element processing = item.selectFirst("> responseprocessing");
        return processing != null
                && (processing.attr("template").toLowerCase(Locale.ROOT).contains("match_correct")
                                && processing.childrenSize() == 0
                        || QtiPlainRules.areWhole(item));
    }

    private BigDecimal tolerance() throws NotExact {
        Optional<Element> near = Optional.ofNullable(item.selectFirst("> responseprocessing equal"));
        if (near.isEmpty() || near.get().attr("tolerancemode").equals("exact")) {
            return BigDecimal.ZERO;
        }
        String said = near.get().attr("tolerance").strip();
        String[] both = said.split("\\s+");
        boolean open = near.get().attr("includelowerbound").equals("false")
                || near.get().attr("includeupperbound").equals("false");
        if (open || !near.get().attr("tolerancemode").equals("absolute") || !both[0].equals(both[both.length - 1])) {
            throw new NotExact();
        }
        return QtiExpressions.number(both[0]);
    }
}
