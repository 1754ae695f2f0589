package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.text.Numbers;
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

    /** How a place looks; its groups are weight, type and answers. */
    static final Pattern PLACE = Pattern.compile("\\{(\\d{0,6}):([A-Z_]+):((?:\\\\.|[^\\\\}])*)}", Pattern.DOTALL);

    private static final Pattern WEIGHT = Pattern.compile("^(=|%(-?[\\d.,]+)%)?(.*)$", Pattern.DOTALL);
    /** A sign behind a backslash is text; one behind an ampersand writes a character as a number. */
    private static final String NEXT = "(?<!\\\\)~";

    private static final String WHY = "(?<!\\\\)(?<!&)(?<!&amp;)#";
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int SHORT = 12;

    /**
     * An answer.
     *
     * @param weight in percent
     * @param text its words
     * @param shown the same as Markdown
     * @param why feedback; may be empty
     */
    record Answer(BigDecimal weight, String text, String shown, String why) {}

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
                counts,
                Jsoup.parseBodyFragment(html).text().strip(),
                markdown(html),
                said.length < 2 ? "" : markdown(unescaped(said[1]))));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static String markdown(String html) {
        return HtmlToMarkdown.of(html, picture -> Optional.empty());
    }

    /** Whether several answers are to be ticked. */
    boolean several() {
        return type.matches("(MULTIRESPONSE|MR)_?[VHS]*");
    }

    private boolean one() {
        return type.matches("(MULTICHOICE|MC)_?[VHS]*");
    }

    /** What the feedback explains; a mere "right" or "wrong" is left out. */
    List<String> told() {
        return answers.stream()
                .map(Answer::why)
                .filter(said -> said.length() > SHORT)
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

    /** As a choice of several. */
    Interaction choice(List<Remark> remarks) {
        return WeightedOptions.choice(
                answers.stream()
                        .map(answer -> new WeightedOptions.Weighted(
                                answer.shown(), answer.weight(), answer.why().isEmpty() ? null : answer.why()))
                        .toList(),
                false,
                remarks);
    }

    /** As a blank in the text. */
    Blank blank(List<Remark> remarks) {
        answers.stream()
                .filter(answer ->
                        answer.weight().signum() > 0 && answer.weight().compareTo(FULL) < 0)
                .forEach(answer -> remarks.add(Remark.of(
                        "exchange.remark.partial-answer",
                        answer.text(),
                        answer.weight().toPlainString())));
        if (one()) {
            List<String> right = right().stream().map(Answer::shown).distinct().toList();
            onlyOne(right, remarks);
            List<String> all = answers.stream().map(Answer::shown).distinct().toList();
            WordChoices.remark(all, List.of(right.getFirst()), remarks);
            return WordChoices.pick(all, right.getFirst(), List.of(right.getFirst()));
        }
        List<String> right = right().stream().map(Answer::text).distinct().toList();
        if (type.startsWith("N")) {
            onlyOne(right, remarks);
            return number(right.getFirst());
        }
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
