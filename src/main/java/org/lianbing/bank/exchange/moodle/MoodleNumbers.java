package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.XmlParts;

/** Numerical questions: the answer that counts most is the key. */
final class MoodleNumbers {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(?:,\\d{3})+");

    private final MoodleText text;
    private final List<Remark> remarks;

    MoodleNumbers(MoodleText text, List<Remark> remarks) {
        this.text = text;
        this.remarks = remarks;
    }

    Interaction numerical(Element question) {
        List<Element> answers = XmlParts.children(question, "answer").stream()
                .filter(answer -> !text.plain(answer).equals("*"))
                .sorted(Comparator.comparing(MoodleQuestion::weight).reversed())
                .toList();
        Element key = answers.getFirst();
        if (MoodleQuestion.weight(key).compareTo(FULL) < 0) {
            remarks.add(Remark.guess(0.6, "exchange.remark.no-full-answer"));
        }
        List<String> others = answers.stream()
                .skip(1)
                .filter(answer -> MoodleQuestion.weight(answer).compareTo(FULL) >= 0)
                .map(text::plain)
                .toList();
        if (!others.isEmpty()) {
            remarks.add(
                    Remark.guess(0.5, "exchange.remark.one-of-several", text.plain(key), String.join(" / ", others)));
        }
        answers.stream()
                .skip(1)
                .filter(answer -> MoodleQuestion.weight(answer).signum() > 0
                        && MoodleQuestion.weight(answer).compareTo(FULL) < 0)
                .forEach(answer -> remarks.add(Remark.of(
                        "exchange.remark.partial-answer",
                        text.plain(answer),
                        MoodleQuestion.weight(answer).toPlainString())));
        if (THOUSANDS.matcher(text.plain(key)).matches()) {
            // Nobody can tell a thousand from one.
            throw new NumberFormatException("comma");
        }
        // Once it stood beside the answer.
        String tolerance = XmlParts.child(key, "tolerance").isPresent()
                ? XmlParts.text(key, "tolerance")
                : XmlParts.text(question, "tolerance");
        return new Interaction.Numeric(
                number(text.plain(key)),
                tolerance.isEmpty() ? BigDecimal.ZERO : number(tolerance).abs(),
                unit(question));
    }

    /** The unit whose multiplier is one; others cannot be typed here. */
    private String unit(Element question) {
        List<Element> units = XmlParts.child(question, "units").stream()
                .flatMap(all -> XmlParts.children(all, "unit").stream())
                .toList();
        if (units.size() > 1) {
            remarks.add(Remark.of("exchange.remark.units-left-out", String.valueOf(units.size() - 1)));
        }
        return units.stream()
                .filter(unit -> number(XmlParts.text(unit, "multiplier")).compareTo(BigDecimal.ONE) == 0)
                .findFirst()
                .map(unit -> XmlParts.text(unit, "unit_name"))
                .orElse("");
    }

    static BigDecimal number(String text) {
        return Numbers.of(text);
    }
}
