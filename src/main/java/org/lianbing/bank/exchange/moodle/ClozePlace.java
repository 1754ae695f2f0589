package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.PickedShares;
import org.lianbing.bank.exchange.text.WeightedOptions;
import org.lianbing.bank.exchange.text.Wildcards;
import org.lianbing.bank.exchange.text.WordChoices;

/**
 * A place in a text where something is embedded: {@code {1:SHORTANSWER:=Berlin~%50%Bonn#why}}.
 *
 * @param weight of its score against the others
 * @param type as written
 * @param answers in their order
 */
record ClozePlace(BigDecimal weight, String type, List<Answer> answers) {

    static final Pattern BEGIN = Pattern.compile("\\{\\d{0,6}:[A-Z_]+:");

    /** How a place looks; its groups are weight, type and answers. */
    static final Pattern PLACE =
            Pattern.compile("\\{(\\d{0,6}):([A-Z_]+):([^\\\\}]*+(?:\\\\.[^\\\\}]*+){0,500}+)}", Pattern.DOTALL);

    private static final Pattern WEIGHT = Pattern.compile("^(=|%(-?[\\d.,]+)%)?(.*)$", Pattern.DOTALL);
    /** A sign behind a backslash is text; one behind an ampersand writes a character as a number. */
    private static final String NEXT = "(?<!\\\\)~";

    private static final String WHY = "(?<!\\\\)(?<!&)(?<!&amp;)#";
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /**
     * An answer.
     *
     * @param weight in percent
     * @param text its words
     * @param raw the same with what dresses them
     * @param why feedback, likewise; may be empty
     */
    record Answer(BigDecimal weight, String text, String raw, String why) {}

    static ClozePlace of(MatchResult found) {
        BigDecimal weight = found.group(1).isEmpty() ? BigDecimal.ONE : new BigDecimal(found.group(1));
        List<Answer> answers = new ArrayList<>();
        for (String part : found.group(3).split(NEXT)) {
            answer(part).ifPresent(answers::add);
        }
        return new ClozePlace(weight.signum() == 0 ? BigDecimal.ONE : weight, found.group(2), answers);
    }

    private static Optional<Answer> answer(String part) {
        String[] said = part.split(WHY, 2);
        Matcher weight = WEIGHT.matcher(said[0].strip());
        if (!weight.matches() || weight.group(3).isBlank()) {
            return Optional.empty();
        }
        String html = unescaped(weight.group(3));
        BigDecimal counts = weight.group(1) == null
                ? BigDecimal.ZERO
                : weight.group(2) == null ? FULL : Numbers.of(weight.group(2));
        return Optional.of(new Answer(
                counts, Jsoup.parseBodyFragment(html).text().strip(), html, said.length < 2 ? "" : unescaped(said[1])));
    }

    /** Commands of TeX begin with a backslash, too, and keep it. */
    private static String unescaped(String text) {
        return text.replaceAll("\\\\([}~#\"/])", "$1");
    }

    /** Whether its answers open a brace that they do not close, so that it may have ended too early. */
    boolean cut() {
        return answers.stream()
                        .flatMapToInt(answer -> (answer.raw() + answer.why()).chars())
                        .map(sign -> sign == '{' ? 1 : sign == '}' ? -1 : 0)
                        .sum()
                > 0;
    }

    /** Whether several answers are to be ticked. */
    boolean several() {
        return type.matches("(MULTIRESPONSE|MR)_?[VHS]*");
    }

    private boolean one() {
        return type.matches("(MULTICHOICE|MC)_?[VHS]*");
    }

    /** What the feedback explains; a mere "right" or "wrong" is left out. */
    List<String> told(UnaryOperator<String> markdown) {
        return answers.stream()
                .map(Answer::why)
                .map(markdown)
                .filter(said -> !said.isEmpty() && !StockFeedback.is(said))
                .toList();
    }

    private List<Answer> right() {
        return answers.stream()
                .filter(answer -> answer.weight().compareTo(FULL) >= 0)
                .toList();
    }

    /** What it is not read for; empty where it is. */
    Optional<Remark> problem() {
        boolean words = type.matches("SHORTANSWER(_C)?|SAC?|MWC?|NUMERICAL|NM");
        if (!words && !one() && !several()) {
            return Optional.of(Remark.of("exchange.problem.foreign-type", "cloze " + type));
        }
        boolean key =
                several() ? answers.stream().anyMatch(answer -> answer.weight().signum() > 0) : !right().isEmpty();
        return key ? Optional.empty() : Optional.of(Remark.of("exchange.problem.answers-unreadable"));
    }

    /**
     * As a choice of several.
     *
     * @param credit by which rule it counts in part; null for the usual one
     */
    record Choice(Interaction interaction, @Nullable PartialCredit credit) {}

    /** As a choice of several, whose right options share the score whatever each of them says. */
    Choice choice(UnaryOperator<String> markdown, List<Remark> remarks) {
        BigDecimal all = answers.stream()
                .map(Answer::weight)
                .filter(weight -> weight.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<WeightedOptions.Weighted> options = answers.stream()
                .map(answer -> new WeightedOptions.Weighted(
                        markdown.apply(answer.raw()),
                        answer.weight().signum() > 0
                                ? answer.weight().multiply(FULL).divide(all, 5, RoundingMode.HALF_UP)
                                : answer.weight(),
                        answer.why().isBlank() ? null : markdown.apply(answer.why())))
                .toList();
        Interaction read = WeightedOptions.choice(options, false, remarks);
        return new Choice(read, PickedShares.rule(options, read, false, remarks));
    }

    /** As a blank in the text. */
    Blank blank(UnaryOperator<String> markdown, List<Remark> remarks) {
        answers.stream()
                .filter(answer ->
                        answer.weight().signum() > 0 && answer.weight().compareTo(FULL) < 0)
                .forEach(answer -> remarks.add(Remark.of(
                        "exchange.remark.partial-answer",
                        answer.text(),
                        answer.weight().toPlainString())));
        if (one()) {
            Map<Answer, String> shown = new LinkedHashMap<>();
            answers.forEach(answer -> shown.computeIfAbsent(answer, one -> markdown.apply(one.raw())));
            List<String> right = right().stream().map(shown::get).distinct().toList();
            onlyOne(right, remarks);
            List<String> all = shown.values().stream().distinct().toList();
            WordChoices.remark(all, List.of(right.getFirst()), remarks);
            return WordChoices.pick(all, right.getFirst(), List.of(right.getFirst()));
        }
        List<String> right = right().stream().map(Answer::text).distinct().toList();
        if (type.startsWith("N")) {
            onlyOne(right, remarks);
            return number(right.getFirst());
        }
        right.stream()
                .filter(Wildcards::any)
                .forEach(words -> remarks.add(Remark.of("exchange.remark.wildcard", words)));
        return new Blank.Words(right.stream().map(Wildcards::read).distinct().toList(), type.endsWith("C"));
    }

    /** A number or a choice has one key here. */
    private static void onlyOne(List<String> right, List<Remark> remarks) {
        if (right.size() > 1) {
            remarks.add(Remark.guess(
                    0.5,
                    "exchange.remark.one-of-several",
                    right.getFirst(),
                    String.join(" / ", right.subList(1, right.size()))));
        }
    }

    private static Blank number(String text) {
        String[] parts = text.split(":", 2);
        return new Blank.Value(
                Numbers.of(parts[0]),
                parts.length > 1 && !parts[1].isBlank() ? Numbers.of(parts[1]).abs() : BigDecimal.ZERO);
    }
}
