package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.ImportField;

/** Which options an answer names: by their letters, their numbers, their texts, or their letters and texts together. */
sealed interface ChoiceKeys {

    /** The letters of these options, each once. */
    record Named(List<String> letters) implements ChoiceKeys {}

    /** Nothing that is understood. */
    record Unclear() implements ChoiceKeys {}

    /** A number that is one option's text and another's place. */
    record Ambiguous() implements ChoiceKeys {}

    /** Letters, of which some name no option. */
    record Strange(List<String> letters) implements ChoiceKeys {}

    Pattern NUMBERS = Pattern.compile("[1-9](?:[.]0+)?(?:[,，、;；|/\\s]++[1-9])*+");
    /** Several of them without anything between. */
    Pattern RISING = Pattern.compile("(?=\\d\\d)1?2?3?4?5?6?7?8?");

    Pattern BETWEEN = Pattern.compile("(?:[;；|｜\\n]|##?)\\s*+");
    Pattern COMMAS = Pattern.compile("[,，、]");
    Pattern LETTER_AND_TEXT =
            Pattern.compile("[(（]?\\s*([A-LＡ-Ｌa-l])\\s*[)）]?\\s*[、.．:：)）,，\\s]\\s*(\\S.*)", Pattern.DOTALL);

    /**
     * Reads an answer.
     *
     * @param texts of the options in their order, without their letters
     * @param several whether the item takes more than one
     */
    static ChoiceKeys of(String answer, List<String> texts, boolean several) {
        List<String> letters = Letters.find(answer).orElse(List.of());
        Set<String> known = new HashSet<>(all(texts));
        boolean inRange = !letters.isEmpty() && known.containsAll(letters);
        int same = place(answer, texts);
        if (same >= 0 && (answer.length() > 1 || letters.isEmpty()) && !(several && inRange && letters.size() > 1)) {
            int place = NUMBERS.matcher(answer).matches() ? answer.charAt(0) - '1' : same;
            boolean other = answer.length() == 1 && place != same && place < texts.size();
            return other ? new Ambiguous() : new Named(List.of(letter(same)));
        }
        if (inRange) {
            return new Named(letters);
        }
        String bare = answer.strip();
        if (several && RISING.matcher(bare).matches()) {
            bare = String.join(",", bare.split(""));
        }
        if (NUMBERS.matcher(bare).matches()) {
            return numbers(bare, texts);
        }
        for (Pattern separator : List.of(BETWEEN, COMMAS)) {
            List<String> named = named(separator.split(bare), texts);
            if (!named.isEmpty()) {
                return new Named(named);
            }
        }
        return letters.isEmpty()
                ? new Unclear()
                : new Strange(letters.stream()
                        .filter(letter -> !known.contains(letter))
                        .toList());
    }

    private static ChoiceKeys numbers(String answer, List<String> texts) {
        List<String> letters = new ArrayList<>();
        for (String number : answer.replaceAll("[.]0+$", "").split("\\D+")) {
            int place = number.isEmpty() ? -1 : Integer.parseInt(number) - 1;
            if (place >= texts.size()) {
                return new Unclear();
            }
            int same = place(number, texts);
            if (same >= 0 && same != place) {
                return new Ambiguous();
            }
            if (place >= 0 && !letters.contains(letter(place))) {
                letters.add(letter(place));
            }
        }
        return new Named(letters);
    }

    /** The letters of options whose texts these are, perhaps behind their letters; none where one is not. */
    private static List<String> named(String[] parts, List<String> texts) {
        List<String> letters = new ArrayList<>();
        for (String part : parts) {
            int place = place(part, texts);
            Matcher both = LETTER_AND_TEXT.matcher(part.strip());
            if (place < 0 && both.matches()) {
                int told = Folded.of(both.group(1)).charAt(0) - 'A';
                place = told < texts.size() && Folded.of(texts.get(told)).equals(Folded.of(both.group(2))) ? told : -1;
            }
            if (place < 0) {
                return List.of();
            }
            if (!letters.contains(letter(place))) {
                letters.add(letter(place));
            }
        }
        return letters;
    }

    /** The place of the only option that says this; -1 for none. */
    private static int place(String text, List<String> texts) {
        String folded = Folded.of(text.strip());
        int place = -1;
        for (int i = 0; i < texts.size(); i++) {
            if (Folded.of(texts.get(i)).equals(folded)) {
                if (place >= 0) {
                    return texts.indexOf(text.strip());
                }
                place = i;
            }
        }
        return place;
    }

    private static List<String> all(List<String> texts) {
        return ImportField.OPTIONS.subList(0, Math.min(texts.size(), ImportField.OPTIONS.size())).stream()
                .map(ImportField::letter)
                .toList();
    }

    private static String letter(int place) {
        return ImportField.OPTIONS.get(place).letter();
    }
}
