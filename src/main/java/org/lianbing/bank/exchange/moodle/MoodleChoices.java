package org.lianbing.bank.exchange.moodle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.PickedShares;
import org.lianbing.bank.exchange.text.TruthWords;
import org.lianbing.bank.exchange.text.WeightedOptions;
import org.lianbing.bank.exchange.text.XmlParts;

/** Questions whose answers all stand in the file and are picked, paired or put in order. */
final class MoodleChoices {

    private final Element question;
    private final MoodleText text;
    private final List<Remark> remarks;
    private final List<Element> answers;

    MoodleChoices(Element question, MoodleText text, List<Remark> remarks) {
        this.question = question;
        this.text = text;
        this.remarks = remarks;
        this.answers = XmlParts.children(question, "answer");
    }

    /** True or false. Moodle, too, takes the first answer for the yes where the words are of another language. */
    Interaction truth() {
        Element right = answers.stream()
                .max(Comparator.comparing(MoodleQuestion::weight))
                .orElseThrow(() -> new NumberFormatException("no answer"));
        long best = answers.stream()
                .filter(answer -> MoodleQuestion.weight(answer).compareTo(MoodleQuestion.weight(right)) == 0)
                .count();
        if (MoodleQuestion.weight(right).signum() <= 0 || best > 1) {
            throw new NumberFormatException("no key");
        }
        if (answers.size() == 1) {
            return new Interaction.TrueFalse(
                    switch (text.plain(right).toLowerCase(Locale.ROOT)) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> throw new NumberFormatException("one answer");
                    });
        }
        int yes = TruthWords.yes(answers.stream().map(text::plain).toList()).orElse(0);
        return new Interaction.TrueFalse(answers.indexOf(right) == yes);
    }

    /**
     * A choice and what its weights say.
     *
     * @param credit by which rule it counts in part; null for the usual one
     */
    record Weighed(Interaction interaction, @Nullable PartialCredit credit) {}

    /** One or several options of which each has its weight. */
    Weighed weighed() {
        boolean single = !XmlParts.text(question, "single").matches("(?i)false|0");
        List<WeightedOptions.Weighted> options = options();
        Interaction read = WeightedOptions.choice(options, single, remarks);
        return new Weighed(read, PickedShares.rule(options, read, single, remarks));
    }

    /** Several options, right or wrong, under a rule that their type has. */
    Interaction several() {
        return WeightedOptions.choice(options(), false, remarks);
    }

    private List<WeightedOptions.Weighted> options() {
        return answers.stream()
                .map(answer -> new WeightedOptions.Weighted(
                        text.markdown(Optional.of(answer)), MoodleQuestion.weight(answer), text.why(answer)))
                .toList();
    }

    /** One of rows, the type {@code sc}: the file says which by its number. */
    Interaction row() {
        if (!XmlParts.text(question, "scoringmethod").equals("sconezero")) {
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        String right = XmlParts.text(question, "correctrow");
        return new Interaction.SingleChoice(XmlParts.children(question, "row").stream()
                .map(row -> {
                    String why = text.markdown(XmlParts.child(row, "feedbacktext"));
                    return new Option(
                            text.markdown(XmlParts.child(row, "optiontext")),
                            row.getAttribute("number").strip().equals(right),
                            why.isEmpty() ? null : why);
                })
                .toList());
    }

    Interaction pairs() {
        List<Pair> pairs = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        for (Element sub : XmlParts.children(question, "subquestion")) {
            String left = text.markdown(Optional.of(sub));
            String right = XmlParts.child(sub, "answer").map(this::right).orElse("");
            if (!left.isEmpty()) {
                pairs.add(new Pair(left, right));
            } else if (!right.isEmpty()) {
                extras.add(right);
            }
        }
        return new Interaction.Matching(pairs, extras);
    }

    /** The right side of a pair: words, or HTML where the file says so. */
    private String right(Element answer) {
        return answer.hasAttribute("format") ? text.markdown(Optional.of(answer)) : text.shown(answer);
    }

    Interaction order() {
        String graded = XmlParts.text(question, "gradingtype");
        if (!graded.isEmpty() && !graded.equals("ALL_OR_NOTHING")) {
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        return new Interaction.Ordering(answers.stream()
                .sorted(Comparator.comparing(MoodleQuestion::weight))
                .map(answer -> text.markdown(Optional.of(answer)))
                .toList());
    }
}
