package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Variable;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.XmlParts;

/** Calculated questions: {@code {x}} is a wild card with a range, {@code {={x}*2}} is computed in the text. */
final class MoodleCalculation {

    private static final Pattern CARD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,19})}");
    private static final Pattern COMPUTED = Pattern.compile("\\{=((?:[^{}]++|\\{[^{}]*+}){0,200}+)}");
    private static final int VARIANTS = 10;
    private static final int MOST_DECIMALS = 9;

    private final Element question;
    private final MoodleText text;
    private final List<Remark> remarks;

    MoodleCalculation(Element question, MoodleText text, List<Remark> remarks) {
        this.question = question;
        this.text = text;
        this.remarks = remarks;
    }

    /** The text with its places as ours. */
    String places(String raw) {
        String computed = COMPUTED.matcher(raw)
                .replaceAll(found -> Matcher.quoteReplacement("{{= " + MoodleFormula.of(found.group(1)) + "}}"));
        return CARD.matcher(computed).replaceAll("{{$1}}").replaceAll("\\{\\{\\{([^{}]+)}}}", "{{$1}}");
    }

    Interaction interaction() {
        List<Element> answers = XmlParts.children(question, "answer").stream()
                .sorted(Comparator.comparing(MoodleQuestion::weight).reversed())
                .toList();
        Element key = answers.getFirst();
        boolean choice = question.getAttribute("type").equals("calculatedmulti");
        List<Distractor> distractors = new ArrayList<>();
        for (Element answer : answers.subList(1, answers.size())) {
            boolean counts = MoodleQuestion.weight(answer).signum() > 0;
            if (choice && !counts) {
                distractors.add(new Distractor(answered(answer), text.why(answer)));
            } else if (counts) {
                remarks.add(Remark.of(
                        "exchange.remark.partial-answer",
                        text.plain(answer),
                        MoodleQuestion.weight(answer).toPlainString()));
            }
        }
        String unit = choice ? behind(answers) : unit();
        int decimals = decimals(key);
        return new Interaction.Calculated(
                variables(),
                answered(key),
                decimals,
                choice ? BigDecimal.ZERO : tolerance(key, decimals),
                unit,
                distractors,
                VARIANTS);
    }

    private String answered(Element answer) {
        Matcher computed = COMPUTED.matcher(text.plain(answer));
        return MoodleFormula.of(computed.find() ? computed.group(1) : text.plain(answer));
    }

    /** The unit behind all results that are to be picked. Other words around them have no place here. */
    private String behind(List<Element> answers) {
        Set<String> units = new HashSet<>();
        for (Element answer : answers) {
            String said = text.plain(answer);
            Matcher computed = COMPUTED.matcher(said);
            boolean found = computed.find();
            String rest = found ? said.substring(computed.end()).strip() : "";
            if (found && computed.start() > 0 || rest.indexOf('{') >= 0) {
                throw new IllegalArgumentException("words");
            }
            units.add(rest);
        }
        if (units.size() > 1) {
            throw new IllegalArgumentException("units");
        }
        return units.iterator().next();
    }

    private int decimals(Element key) {
        String length = XmlParts.text(key, "correctanswerlength");
        if (XmlParts.text(key, "correctanswerformat").equals("2")) {
            remarks.add(Remark.guess(0.6, "exchange.remark.figures-as-places", length));
        }
        return length.isEmpty() ? 2 : Math.clamp(Integer.parseInt(length), 0, MOST_DECIMALS);
    }

    /** A tolerance in parts of the key has no single value here; half of the last place is taken instead. */
    private BigDecimal tolerance(Element key, int decimals) {
        String written = XmlParts.text(key, "tolerance");
        if (!XmlParts.text(key, "tolerancetype").equals("1") && !written.isEmpty()) {
            return MoodleNumbers.number(written).abs();
        }
        remarks.add(Remark.guess(0.6, "exchange.remark.relative-tolerance", written));
        return BigDecimal.valueOf(5, decimals + 1);
    }

    private String unit() {
        return XmlParts.child(question, "units").stream()
                .flatMap(all -> XmlParts.children(all, "unit").stream())
                .findFirst()
                .map(unit -> XmlParts.text(unit, "unit_name"))
                .orElse("");
    }

    private List<Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        XmlParts.all(question, "dataset_definition").forEach(definition -> {
            Variable variable = variable(definition);
            variables.put(variable.name(), variable);
        });
        StringBuilder all = new StringBuilder();
        XmlParts.child(question, "questiontext").map(MoodleText::raw).ifPresent(all::append);
        XmlParts.children(question, "answer").forEach(answer -> all.append(' ').append(MoodleText.raw(answer)));
        Matcher card = CARD.matcher(all);
        while (card.find()) {
            variables.computeIfAbsent(card.group(1), name -> {
                remarks.add(Remark.guess(0.3, "exchange.remark.range-unknown", name));
                return new Variable(name, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE);
            });
        }
        return List.copyOf(variables.values());
    }

    private static Variable variable(Element definition) {
        int decimals = Integer.parseInt(nested(definition, "decimals", "0"));
        return new Variable(
                nested(definition, "name", "x"),
                MoodleNumbers.number(nested(definition, "minimum", "1")),
                MoodleNumbers.number(nested(definition, "maximum", "10")),
                BigDecimal.ONE.movePointLeft(Math.clamp(decimals, 0, MOST_DECIMALS)));
    }

    private static String nested(Element definition, String name, String otherwise) {
        return XmlParts.child(definition, name)
                .map(part -> XmlParts.text(part, "text"))
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }
}
