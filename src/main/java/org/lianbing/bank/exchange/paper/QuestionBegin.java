package org.lianbing.bank.exchange.paper;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/**
 * What a line says before the text of its question: its number, its type in brackets, its answer in brackets.
 *
 * @param line the rest with its number
 * @param type as it is written in brackets; or null
 * @param led the answer that stands before the number, as in （ √ ）12、; empty for none
 * @param numbered the number and what follows; empty where no number begins the line
 */
record QuestionBegin(String line, @Nullable ItemType type, String led, Optional<PaperSigns.Numbered> numbered) {

    private static final Pattern LED = Pattern.compile(
            "^[(（][\\s\\u3000]*(?<said>[√×✓✔✗✘]|对|错|正确|错误|T|F|[A-HＡ-Ｈ]{1,8})?[\\s\\u3000]*[)）][\\s\\u3000]*"
                    + "(?<rest>(?:第\\s*)?\\d{1,5}\\s*(?:题\\s*[、.．:：]?|、|[.．](?!\\d)).*)$",
            Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("^[\\uE100\\uE101]+(?=\\d)");

    /**
     * Looks at the beginning of a line.
     *
     * @param due which numbers may come next
     */
    static QuestionBegin of(String line, IntPredicate due) {
        Matcher led = LED.matcher(Atoms.unmarked(line));
        String said = "";
        String rest = line;
        if (led.matches()) {
            said = led.group("said") == null ? "" : led.group("said");
            rest = led.group("rest");
        }
        Optional<PaperSigns.Tagged> tagged = PaperSigns.tagged(rest);
        String untagged =
                MARKS.matcher(tagged.map(PaperSigns.Tagged::line).orElse(rest)).replaceFirst("");
        return new QuestionBegin(
                untagged, tagged.map(PaperSigns.Tagged::type).orElse(null), said, PaperSigns.question(untagged, due));
    }

    /** The line without marks. */
    String plain() {
        return Atoms.unmarked(line).strip();
    }
}
