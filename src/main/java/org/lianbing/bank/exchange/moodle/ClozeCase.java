package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * A text with embedded answers as a 案例. What stands before the first place tells the case; each paragraph that asks is
 * a part, with what stands between it and the one before; paragraphs of blanks that follow one another are one part.
 */
final class ClozeCase {

    /** As many as an item takes. */
    static final int MOST_BLANKS = 10;

    private static final Pattern PARAGRAPH = Pattern.compile(
            "(?i)(?=<(?:p|div|li|h[1-6]|blockquote)[\\s>])|(?<=</(?:p|div|li|h[1-6]|blockquote)>)|(?<=<br>|<br/>|<br />)|(?<=\\n)(?=\\s*\\n)");

    private final UnaryOperator<String> markdown;
    private final List<Remark> remarks;
    private final List<Part> parts = new ArrayList<>();
    private String stem = "";

    /** A piece of the text with the places that are asked in it. */
    private static final class Part {
        private final StringBuilder raw = new StringBuilder();
        private final List<ClozePlace> places = new ArrayList<>();
    }

    ClozeCase(String raw, UnaryOperator<String> markdown, List<Remark> remarks) {
        this.markdown = markdown;
        this.remarks = remarks;
        StringBuilder between = new StringBuilder();
        for (String paragraph : PARAGRAPH.split(raw)) {
            List<ClozePlace> asked = places(paragraph);
            if (asked.isEmpty()) {
                between.append(paragraph);
                continue;
            }
            if (parts.isEmpty()) {
                stem = markdown.apply(between.toString());
                between.setLength(0);
            }
            add(between.toString(), paragraph, asked);
            between.setLength(0);
        }
        if (!parts.isEmpty()) {
            parts.getLast().raw.append(between);
        }
    }

    private static List<ClozePlace> places(String text) {
        return ClozePlace.PLACE.matcher(text).results().map(ClozePlace::of).toList();
    }

    private void add(String before, String paragraph, List<ClozePlace> asked) {
        boolean ticks = asked.stream().anyMatch(ClozePlace::several);
        if (asked.size() > 1 && (ticks || asked.size() > MOST_BLANKS)) {
            for (int i = 0; i < asked.size(); i++) {
                Part part = new Part();
                part.raw.append(i == 0 ? before : "").append(only(paragraph, i));
                part.places.add(asked.get(i));
                parts.add(part);
            }
            return;
        }
        boolean goesOn = !ticks
                && !parts.isEmpty()
                && parts.getLast().places.stream().noneMatch(ClozePlace::several)
                && parts.getLast().places.size() + asked.size() <= MOST_BLANKS;
        Part part = goesOn ? parts.getLast() : new Part();
        if (!goesOn) {
            parts.add(part);
        }
        part.raw.append(before).append(paragraph);
        part.places.addAll(asked);
    }

    /** A paragraph in which one place alone is asked. */
    private static String only(String paragraph, int place) {
        Matcher places = ClozePlace.PLACE.matcher(paragraph);
        int[] number = {0};
        return places.replaceAll(found -> number[0]++ == place ? Matcher.quoteReplacement(found.group()) : "…");
    }

    /** What stands before the first place; may be empty. */
    String stem() {
        return stem;
    }

    List<CasePart> parts() {
        return parts.stream().map(this::part).toList();
    }

    private CasePart part(Part part) {
        String text = markdown.apply(ClozePlace.PLACE
                        .matcher(part.raw)
                        .replaceAll(MoodleCloze.BLANK)
                        .replace(MoodleCloze.BLANK + MoodleCloze.BLANK, MoodleCloze.BLANK + " " + MoodleCloze.BLANK))
                .replaceFirst("^(?:---\\s*)+", "");
        boolean ticks = part.places.getFirst().several();
        BigDecimal weight = part.places.stream().map(ClozePlace::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (ticks) {
            ClozePlace.Choice choice = part.places.getFirst().choice(markdown, remarks);
            return new CasePart(text, choice.interaction(), weight, "", choice.credit());
        }
        Interaction interaction = new Interaction.FillIn(part.places.stream()
                .map(place -> place.blank(markdown, remarks))
                .toList());
        String told = part.places.stream()
                .flatMap(place -> place.told(markdown).stream())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return new CasePart(text, interaction, weight, told, null);
    }
}
