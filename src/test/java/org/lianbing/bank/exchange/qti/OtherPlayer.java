package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * As much of a player of QTI 3.0 as it takes to score what we write: a template that it knows instead of rules, variables
 * by their declarations, whatever it does not know an error, and so is what is mapped of no response.
 */
final class OtherPlayer {

    private final Element item;
    private final Map<String, List<String>> values = new HashMap<>();

    private OtherPlayer(String xml, Map<String, List<String>> responses) {
        item = Jsoup.parse(xml, "", Parser.xmlParser()).expectFirst("qti-assessment-item");
        values.putAll(responses);
        values.put("SCORE", List.of("0"));
        item.select("> qti-outcome-declaration:has(qti-default-value)")
                .forEach(one -> values.put(
                        one.attr("identifier"), one.select("qti-value").eachText()));
    }

    /** The outcomes after an attempt with these responses; those without value are missing. */
    static Map<String, List<String>> outcomes(String xml, Map<String, List<String>> responses) {
        OtherPlayer player = new OtherPlayer(xml, responses);
        player.score();
        return player.values;
    }

    private void score() {
        Element processing = item.selectFirst("> qti-response-processing");
        if (processing != null && !processing.hasAttr("template")) {
            processing.children().forEach(this::rule);
        } else if (processing != null) {
            boolean whole = processing.attr("template").endsWith("/match_correct.xml");
            BigDecimal score = whole
                    ? isRight("RESPONSE") ? BigDecimal.ONE : BigDecimal.ZERO
                    : values.containsKey("RESPONSE") ? mapped("RESPONSE") : BigDecimal.ZERO;
            values.put("SCORE", List.of(score.toPlainString()));
        }
    }

    private void rule(Element rule) {
        switch (rule.normalName()) {
            case "qti-set-outcome-value" -> {
                declared("qti-outcome-declaration", rule);
                values.put(rule.attr("identifier"), value(rule.child(0)));
            }
            case "qti-response-condition" -> {
                for (Element branch : rule.children()) {
                    boolean otherwise = branch.nameIs("qti-response-else");
                    if (otherwise || holds(branch.child(0))) {
                        branch.children().stream().skip(otherwise ? 0 : 1).forEach(this::rule);
                        return;
                    }
                }
            }
            default -> throw new AssertionError(rule.normalName());
        }
    }

    private boolean holds(Element one) {
        return switch (one.normalName()) {
            // Some look at all of them, whatever the first says.
            case "qti-and" ->
                one.children().stream().map(this::holds).toList().stream().allMatch(holds -> holds);
            case "qti-not" -> !holds(one.child(0));
            case "qti-is-null" -> value(one.child(0)).isEmpty();
            case "qti-match" -> isRight(one.child(0).attr("identifier"));
            case "qti-gt" -> number(one.child(0)).compareTo(number(one.child(1))) > 0;
            case "qti-equal" -> {
                BigDecimal off = one.attr("tolerance-mode").equals("exact")
                        ? BigDecimal.ZERO
                        : new BigDecimal(one.attr("tolerance").split(" ")[0]);
                yield !value(one.child(0)).isEmpty()
                        && number(one.child(0))
                                        .subtract(number(one.child(1)))
                                        .abs()
                                        .compareTo(off)
                                <= 0;
            }
            default -> throw new AssertionError(one.normalName());
        };
    }

    private List<String> value(Element one) {
        return switch (one.normalName()) {
            case "qti-variable" -> values.getOrDefault(declared(one).attr("identifier"), List.of());
            case "qti-correct" -> correct(one.attr("identifier"));
            case "qti-base-value" -> List.of(one.text());
            case "qti-multiple" -> {
                List<String> all = new ArrayList<>();
                one.children().forEach(child -> all.addAll(value(child)));
                yield all;
            }
            default -> List.of(number(one).toPlainString());
        };
    }

    private BigDecimal number(Element one) {
        List<BigDecimal> terms = switch (one.normalName()) {
            case "qti-sum", "qti-product", "qti-divide", "qti-max" ->
                one.children().stream().map(this::number).toList();
            default -> List.of();
        };
        return switch (one.normalName()) {
            case "qti-sum" -> terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case "qti-product" -> terms.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
            case "qti-divide" -> terms.get(0).divide(terms.get(1), MathContext.DECIMAL64);
            case "qti-max" -> terms.stream().max(BigDecimal::compareTo).orElseThrow();
            case "qti-map-response" -> mapped(one.attr("identifier"));
            case "qti-variable", "qti-correct", "qti-base-value" ->
                new BigDecimal(value(one).getFirst());
            default -> throw new AssertionError(one.normalName());
        };
    }

    private BigDecimal mapped(String response) {
        Element mapping = declaration("qti-response-declaration", response).expectFirst("> qti-mapping");
        if (!values.containsKey(response)) {
            throw new AssertionError("nothing is to be mapped of " + response);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String value : values.getOrDefault(response, List.of())) {
            String counts = mapping.attr("default-value");
            for (Element entry : mapping.select("> qti-map-entry")) {
                boolean same = entry.attr("case-sensitive").equals("false")
                        ? entry.attr("map-key").equalsIgnoreCase(value)
                        : entry.attr("map-key").equals(value);
                counts = same ? entry.attr("mapped-value") : counts;
            }
            sum = sum.add(new BigDecimal(counts));
        }
        sum = mapping.hasAttr("lower-bound") ? sum.max(new BigDecimal(mapping.attr("lower-bound"))) : sum;
        return mapping.hasAttr("upper-bound") ? sum.min(new BigDecimal(mapping.attr("upper-bound"))) : sum;
    }

    private boolean isRight(String response) {
        List<String> given = values.getOrDefault(response, List.of());
        List<String> right = correct(response);
        if (declaration("qti-response-declaration", response).attr("base-type").equals("float")) {
            throw new AssertionError("qti-match is not for numbers");
        }
        boolean ordered = declaration("qti-response-declaration", response)
                .attr("cardinality")
                .equals("ordered");
        return ordered
                ? given.equals(right)
                : given.stream()
                        .sorted()
                        .toList()
                        .equals(right.stream().sorted().toList());
    }

    private List<String> correct(String response) {
        List<String> right = declaration("qti-response-declaration", response)
                .select("> qti-correct-response > qti-value")
                .eachText();
        if (right.isEmpty()) {
            throw new AssertionError("no key of " + response);
        }
        return right;
    }

    private Element declared(Element one) {
        return item.select("> qti-outcome-declaration[identifier=" + one.attr("identifier") + "]")
                        .isEmpty()
                ? declared("qti-response-declaration", one)
                : one;
    }

    private Element declared(String kind, Element one) {
        declaration(kind, one.attr("identifier"));
        return one;
    }

    private Element declaration(String kind, String name) {
        @Nullable Element found = item.selectFirst("> " + kind + "[identifier=" + name + "]");
        if (found == null) {
            throw new AssertionError(name + " is not declared");
        }
        return found;
    }
}
