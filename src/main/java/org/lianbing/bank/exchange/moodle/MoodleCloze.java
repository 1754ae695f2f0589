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
import org.lianbing.bank.exchange.wide.PlainText;

/**
 * Embedded answers (cloze): {@code {1:SHORTANSWER:=Berlin~%50%Bonn#why}} stands in the text where the answer goes.
 * Source: Moodle's documentation, "Embedded Answers (Cloze) question type".
 */
final class MoodleCloze {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d*):([A-Z_]+):((?:\\\\.|[^\\\\}])*)}", Pattern.DOTALL);
    private static final Pattern WEIGHT = Pattern.compile("^(=|%(-?[\\d.]+)%)?(.*)$", Pattern.DOTALL);
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final List<Remark> remarks;
    private final List<Blank> blanks = new ArrayList<>();
    private final Set<String> weights = new HashSet<>();
    private @Nullable Remark problem;

    MoodleCloze(List<Remark> remarks) {
        this.remarks = remarks;
    }

    private record Answer(BigDecimal weight, String text) {}

    /** The text with blanks in the places of the answers. */
    String places(String raw) {
        Matcher place = PLACE.matcher(raw);
        String text = place.replaceAll(found -> {
            weights.add(found.group(1).isEmpty() ? "1" : found.group(1));
            blank(found.group(2).toUpperCase(Locale.ROOT), found.group(3)).ifPresent(blanks::add);
            return "____";
        });
        if (blanks.isEmpty() && problem == null) {
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
            case "NUMERICAL", "NM" -> number(right.getFirst());
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
                    "MCHS" -> pick(answers, right);
            default -> {
                problem = Remark.of("exchange.problem.foreign-type", "cloze " + type);
                yield Optional.empty();
            }
        };
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

    private static List<Answer> answers(String inner) {
        List<Answer> answers = new ArrayList<>();
        for (String part : inner.split("(?<!\\\\)~")) {
            String said = part.split("(?<!\\\\)#", 2)[0];
            Matcher weight = WEIGHT.matcher(said.strip());
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

    /** Why it is no item; empty where it is one. */
    Optional<Remark> problem() {
        return Optional.ofNullable(problem);
    }
}
