package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.wide.PlainText;

/**
 * Embedded answers (cloze): {@code {1:SHORTANSWER:=Berlin~%50%Bonn#why}} stands in the text where the answer goes.
 * Source: Moodle's documentation, "Embedded Answers (Cloze) question type".
 */
final class MoodleCloze {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d*):([A-Z_]+):((?:\\\\.|[^\\\\}])*)}", Pattern.DOTALL);
    private static final Pattern WEIGHT = Pattern.compile("^(=|%(-?[\\d.]+)%)?(.*)$", Pattern.DOTALL);
    /** What looks like a place but says no answers. */
    private static final Pattern BROKEN = Pattern.compile("\\{\\d*:[A-Z_]{2,}[:}]");

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private static final int SHORT = 12;

    private final List<Remark> remarks;
    private final List<Blank> blanks = new ArrayList<>();
    private final Set<String> weights = new HashSet<>();
    private @Nullable Remark problem;

    MoodleCloze(List<Remark> remarks) {
        this.remarks = remarks;
    }

    private record Answer(BigDecimal weight, String text) {}

    private final List<String> told = new ArrayList<>();

    /** The text with blanks in the places of the answers. */
    String places(String raw) {
        Matcher place = PLACE.matcher(raw);
        String text = place.replaceAll(found -> {
            weights.add(found.group(1).isEmpty() ? "1" : found.group(1));
            blank(found.group(2).toUpperCase(Locale.ROOT), found.group(3)).ifPresent(blanks::add);
            return "____";
        });
        if (problem == null && BROKEN.matcher(text).find()) {
            problem = Remark.of("exchange.problem.answers-unreadable");
        }
        if (problem == null && blanks.isEmpty()) {
            problem = Remark.of("exchange.problem.cloze-empty");
        }
        if (weights.size() > 1) {
            remarks.add(Remark.of("exchange.remark.weights-evened"));
        }
        return text.replace("________", "____ ____");
    }

    private Optional<Blank> blank(String type, String inner) {
        List<Answer> answers = answers(inner);
        List<String> right = answers.stream()
                .filter(answer -> answer.weight().compareTo(FULL) >= 0)
                .map(Answer::text)
                .distinct()
                .toList();
        answers.stream()
                .filter(answer ->
                        answer.weight().signum() > 0 && answer.weight().compareTo(FULL) < 0)
                .forEach(answer -> remarks.add(Remark.of(
                        "exchange.remark.partial-answer",
                        answer.text(),
                        answer.weight().toPlainString())));
        if (right.isEmpty()) {
            problem = Remark.of("exchange.problem.answers-unreadable");
            return Optional.empty();
        }
        return switch (type) {
            case "SHORTANSWER", "SA", "MW" -> Optional.of(new Blank.Words(right, false));
            case "SHORTANSWER_C", "SAC", "MWC" -> Optional.of(new Blank.Words(right, true));
            case "NUMERICAL", "NM" -> {
                onlyOne(right);
                yield number(right.getFirst());
            }
            case "MULTICHOICE",
                    "MC",
                    "MULTICHOICE_V",
                    "MCV",
                    "MULTICHOICE_H",
                    "MCH",
                    "MULTICHOICE_S",
                    "MCS",
                    "MULTICHOICE_VS",
                    "MCVS",
                    "MULTICHOICE_HS",
                    "MCHS" -> {
                onlyOne(right);
                yield pick(answers, right);
            }
            default -> {
                problem = Remark.of("exchange.problem.foreign-type", "cloze " + type);
                yield Optional.empty();
            }
        };
    }

    /** A number or a choice has one key here. */
    private void onlyOne(List<String> right) {
        if (right.stream().distinct().count() > 1) {
            remarks.add(Remark.guess(
                    0.5,
                    "exchange.remark.one-of-several",
                    right.getFirst(),
                    String.join(" / ", right.subList(1, right.size()))));
        }
    }

    private static Optional<Blank> number(String text) {
        String[] parts = text.split(":", 2);
        return Optional.of(new Blank.Value(
                MoodleNumbers.number(parts[0]),
                parts.length > 1 ? MoodleNumbers.number(parts[1]).abs() : BigDecimal.ZERO));
    }

    private static Optional<Blank> pick(List<Answer> answers, List<String> right) {
        List<String> choices = answers.stream()
                .map(Answer::text)
                .map(PlainText::toMarkdown)
                .distinct()
                .toList();
        return Optional.of(new Blank.Pick(choices, choices.indexOf(PlainText.toMarkdown(right.getFirst()))));
    }

    private List<Answer> answers(String inner) {
        List<Answer> answers = new ArrayList<>();
        for (String part : inner.split("(?<!\\\\)~")) {
            String[] said = part.split("(?<!\\\\)#", 2);
            if (said.length > 1) {
                told.add(HtmlToMarkdown.of(said[1].replaceAll("\\\\(.)", "$1"), picture -> Optional.empty()));
            }
            Matcher weight = WEIGHT.matcher(said[0].strip());
            if (weight.matches() && !weight.group(3).isBlank()) {
                String text = Jsoup.parseBodyFragment(weight.group(3).replaceAll("\\\\(.)", "$1"))
                        .text()
                        .strip();
                BigDecimal counts = weight.group(1) == null
                        ? BigDecimal.ZERO
                        : weight.group(2) == null ? FULL : new BigDecimal(weight.group(2));
                answers.add(new Answer(counts, text));
            }
        }
        return answers;
    }

    List<Blank> blanks() {
        return blanks;
    }

    /** Feedback on single answers that explains; a mere "right" or "wrong" is left out. */
    List<String> told() {
        return told.stream().filter(said -> said.length() > SHORT).toList();
    }

    /** Why it is no item; empty where it is one. */
    Optional<Remark> problem() {
        return Optional.ofNullable(problem);
    }
}
