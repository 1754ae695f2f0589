package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * Embedded answers (cloze). A text with blanks is a 填空. Where several answers are to be ticked somewhere, or there are
 * more blanks than one item takes, it is a 案例: each paragraph that asks is a part of it. Source: Moodle's
 * documentation, "Embedded Answers (Cloze) question type".
 */
final class MoodleCloze {

    /** What looks like a place but says no answers. */
    private static final Pattern BROKEN = Pattern.compile(
            "\\{\\d*:[A-Z_]{2,}[:}]|\\{\\s*\\d*\\s*:\\s*(?i:MULTI(?:CHOICE|RESPONSE)|SHORTANSWER|NUMERICAL|M[CRW]|SA|NM)\\w{0,3}\\s*[:}]");
    /** A line that somebody drew is no blank. */
    private static final Pattern DRAWN = Pattern.compile("_{3,}");

    static final String BLANK = "____";
    /** Places begun times signs of the text; pictures may stand in it as text. */
    private static final long MOST_WORK = 1_000_000_000L;

    private final String raw;
    private final List<ClozePlace> places = new ArrayList<>();
    private final List<Remark> remarks;

    MoodleCloze(String raw, List<Remark> remarks) {
        this.raw = DRAWN.matcher(raw).replaceAll("…");
        this.remarks = remarks;
        long begun = ClozePlace.BEGIN.matcher(this.raw).results().count();
        if (begun * this.raw.length() > MOST_WORK) {
            // Each could be looked for to the end of the text.
            throw new IllegalArgumentException("places");
        }
        Matcher place = ClozePlace.PLACE.matcher(this.raw);
        while (place.find()) {
            places.add(ClozePlace.of(place.toMatchResult()));
        }
    }

    /** Why it is no item; empty where it is one. */
    Optional<Remark> problem() {
        Optional<Remark> problem = places.stream()
                .map(ClozePlace::problem)
                .flatMap(Optional::stream)
                .findFirst();
        if (problem.isPresent()) {
            return problem;
        }
        if (BROKEN.matcher(ClozePlace.PLACE.matcher(raw).replaceAll(" ")).find()) {
            return Optional.of(Remark.of("exchange.problem.answers-unreadable"));
        }
        // A brace of a formula that nobody escaped ended the place, and the rest of its answers stands in the text.
        String rest = ClozePlace.PLACE.matcher(raw).replaceAll(" ");
        if (places.stream().anyMatch(ClozePlace::cut) && count(rest, '}') > count(rest, '{')) {
            return Optional.of(Remark.of("exchange.problem.answers-unreadable"));
        }
        return places.isEmpty() ? Optional.of(Remark.of("exchange.problem.cloze-empty")) : Optional.empty();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    /**
     * What it asks.
     *
     * @param stem Markdown
     * @param credit by which rule it counts in part; null for the usual one
     * @param told feedback on single answers that has no place beside them
     */
    record Asked(
            String stem, Interaction interaction, @Nullable PartialCredit credit, List<String> told) {}

    /**
     * The question.
     *
     * @param name what to call a case that tells nothing before it asks
     * @param markdown reads a piece of the text
     */
    Asked asked(String name, UnaryOperator<String> markdown) {
        if (places.size() == 1 && places.getFirst().several()) {
            ClozePlace.Choice choice = places.getFirst().choice(markdown, remarks);
            return new Asked(blanked(markdown), choice.interaction(), choice.credit(), List.of());
        }
        if (places.size() <= ClozeCase.MOST_BLANKS && places.stream().noneMatch(ClozePlace::several)) {
            if (places.stream()
                            .map(ClozePlace::weight)
                            .map(BigDecimal::intValue)
                            .distinct()
                            .count()
                    > 1) {
                remarks.add(Remark.of("exchange.remark.weights-evened"));
            }
            return new Asked(
                    blanked(markdown),
                    new Interaction.FillIn(places.stream()
                            .map(place -> place.blank(markdown, remarks))
                            .toList()),
                    null,
                    places.stream()
                            .flatMap(place -> place.told(markdown).stream())
                            .toList());
        }
        ClozeCase all = new ClozeCase(raw, markdown, remarks);
        String stem = all.stem();
        return new Asked(stem.isEmpty() ? name : stem, new Interaction.Case(all.parts()), null, List.of());
    }

    private String blanked(UnaryOperator<String> markdown) {
        return markdown.apply(
                ClozePlace.PLACE.matcher(raw).replaceAll(BLANK).replace(BLANK + BLANK, BLANK + " " + BLANK));
    }
}
