package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.text.Numbers;

/**
 * What a response declaration says is right.
 *
 * @param single whether one value is expected
 * @param baseType such as {@code identifier}, {@code string}, {@code float}, {@code directedPair}, {@code point}
 * @param correct the values of the correct response, in their order
 * @param mapped what single values count
 * @param caseSensitive the values for which case matters
 * @param areas entries of an area mapping
 */
record QtiKey(
        boolean single,
        String baseType,
        List<String> correct,
        Map<String, BigDecimal> mapped,
        List<String> caseSensitive,
        List<Element> areas) {

    static final QtiKey NONE = new QtiKey(true, "", List.of(), Map.of(), List.of(), List.of());

    static QtiKey of(Element declaration) {
        List<String> correct = declaration.select("> correctresponse > value").stream()
                .map(value -> value.wholeText().strip())
                .toList();
        Map<String, BigDecimal> mapped = new LinkedHashMap<>();
        declaration
                .select("> mapping > mapentry")
                .forEach(entry -> mapped.put(entry.attr("mapkey").strip(), number(entry.attr("mappedvalue"))));
        return new QtiKey(
                declaration.attr("cardinality").equals("single"),
                declaration.attr("basetype"),
                correct,
                mapped,
                declaration.select("> mapping > mapentry[casesensitive=true]").stream()
                        .map(entry -> entry.attr("mapkey").strip())
                        .toList(),
                declaration.select("> areamapping > areamapentry"));
    }

    private static BigDecimal number(String text) {
        return Numbers.of(text);
    }

    /** Whether a value belongs to what is right: by the correct response, or where there is none by what it counts. */
    boolean right(String value) {
        return correct.isEmpty() ? mapped.getOrDefault(value, BigDecimal.ZERO).signum() > 0 : correct.contains(value);
    }

    /** What is right where one thing is: the correct response, or where there is none what counts most. */
    List<String> best() {
        return correct.isEmpty() ? accepted() : correct;
    }

    /** All that is accepted as a text: the correct response and whatever else counts as much as it does. */
    List<String> accepted() {
        BigDecimal most = mapped.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        // Some programs list among what is correct what they count less (Moodle).
        boolean listed = single && mapped.keySet().containsAll(correct);
        return java.util.stream.Stream.concat(
                        correct.stream()
                                .filter(value -> !listed
                                        || mapped.getOrDefault(value, most).compareTo(most) == 0),
                        mapped.entrySet().stream()
                                .filter(entry ->
                                        most.signum() > 0 && entry.getValue().compareTo(most) == 0)
                                .map(Map.Entry::getKey))
                .distinct()
                .toList();
    }

    /** The values that count something, but less than all, with their share in percent. */
    Map<String, String> partly() {
        BigDecimal most = mapped.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        Map<String, String> partly = new LinkedHashMap<>();
        mapped.forEach((value, counts) -> {
            if (counts.signum() > 0 && !accepted().contains(value)) {
                partly.put(
                        value,
                        counts.movePointRight(2)
                                .divide(most, 0, java.math.RoundingMode.HALF_UP)
                                .toPlainString());
            }
        });
        return partly;
    }

    /** Whether words that differ in nothing but capitals count differently. */
    boolean tellsCasesApart() {
        return mapped.keySet().stream()
                .anyMatch(one -> mapped.entrySet().stream()
                        .anyMatch(other -> other.getKey().equalsIgnoreCase(one)
                                && other.getValue().compareTo(mapped.getOrDefault(one, BigDecimal.ZERO)) != 0));
    }

    boolean numeric() {
        return baseType.equals("float") || baseType.equals("integer");
    }

    /** All pairs that are right, each as its two identifiers. */
    List<String[]> pairs() {
        List<String> pairs =
                correct.isEmpty() ? mapped.keySet().stream().filter(this::right).toList() : correct;
        return pairs.stream()
                .map(pair -> pair.split("\\s+", 2))
                .filter(pair -> pair.length == 2)
                .toList();
    }

    /** The same with what is right from elsewhere. */
    QtiKey with(List<String> values) {
        return new QtiKey(single, baseType, values, mapped, caseSensitive, areas);
    }

    /** Whether nothing says what is right. */
    boolean empty() {
        return correct.isEmpty() && mapped.isEmpty() && areas.isEmpty();
    }
}
