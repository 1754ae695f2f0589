package org.lianbing.bank.exchange.gift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * Gathers the lines of a GIFT file into questions. A question ends at a blank line outside braces, or where the next
 * one plainly begins, so that a forgotten brace costs one question and not the rest of the file.
 */
final class GiftParagraphs {

    private static final Pattern CATEGORY = Pattern.compile("^\\s*\\$CATEGORY:\\s*(.*)$");
    private static final Pattern MARK = Pattern.compile("\\[(id|tag):((?:\\\\]|[^\\]]){1,200})]");
    private static final int LONGEST = 200_000;

    private final Pictures pictures;
    private final Consumer<Question> found;
    private final StringBuilder text = new StringBuilder();
    private List<String> path = List.of();
    private String id = "";
    private final List<String> tags = new ArrayList<>();
    private int number;
    private int line;
    private int began;
    /** Where the last blank line between braces stood in the text, and in the file; 0 for none. */
    private int gap;

    private int gapLine;
    /** Whether a block of code is open, whose blank lines end nothing. */
    private boolean fenced;
    /** Whether signs of code count; not those of a block that was never closed. */
    private boolean fences = true;

    private final GiftEnding ending = new GiftEnding();

    GiftParagraphs(Pictures pictures, Consumer<Question> found) {
        this.pictures = pictures;
        this.found = found;
    }

    void line(String raw) {
        line++;
        Matcher category = CATEGORY.matcher(raw);
        if (!fenced && raw.stripLeading().startsWith("//")) {
            marks(raw);
        } else if (category.matches()) {
            end();
            path = Arrays.stream(category.group(1).split("(?<!/)/(?!/)"))
                    .map(part -> part.strip().replace("//", "/"))
                    .filter(part -> !part.isEmpty() && !part.startsWith("$") && !part.equals("top"))
                    .toList();
        } else if (!raw.isBlank()) {
            words(raw);
        } else if (fenced) {
            text.append('\n');
        } else if (!ending.open()) {
            end();
        } else {
            gap = text.length();
            gapLine = line + 1;
        }
    }

    private void words(String raw) {
        boolean titled = raw.stripLeading().startsWith("::");
        if (gap > 0 && (titled || GiftSigns.aside(raw).indexOf('{') >= 0)) {
            // Braces hold no braces: the one before was never closed, and another question began behind the blank line.
            String rest = text.substring(gap);
            int restBegan = gapLine;
            text.setLength(gap);
            end();
            text.append(rest);
            ending.take(rest);
            began = restBegan;
        } else if (!text.isEmpty()
                && !ending.open()
                && (titled || ending.answered() && GiftSigns.aside(raw).indexOf('{') >= 0)) {
            // Some leave no blank line between one question and the next.
            end();
        }
        if (text.isEmpty()) {
            began = line;
        }
        fenced ^= fences && raw.strip().startsWith("```");
        text.append(raw).append('\n');
        ending.take(raw + "\n");
        if (text.length() > LONGEST) {
            end();
        }
    }

    private void marks(String comment) {
        Matcher mark = MARK.matcher(comment);
        while (mark.find()) {
            String words = mark.group(2).replace("\\]", "]");
            if (mark.group(1).equals("id")) {
                id = words;
            } else {
                tags.add(words);
            }
        }
    }

    /** The same lines once more, where nothing closed a block of code: it costs one question and not the rest of the file. */
    private void again() {
        List<String> lines = text.toString().lines().toList();
        int now = line;
        line = began - 1;
        text.setLength(0);
        fenced = false;
        fences = false;
        gap = 0;
        ending.clear();
        lines.forEach(this::line);
        end();
        fences = true;
        line = now;
    }

    void end() {
        if (fenced && text.indexOf("\n\n") >= 0) {
            again();
            return;
        }
        String source = text.toString().strip();
        text.setLength(0);
        gap = 0;
        fenced = false;
        ending.clear();
        if (source.isEmpty()) {
            return;
        }
        Labels labels = new Labels(id, path, List.copyOf(tags), "", "", "", "");
        String place = "#" + ++number + " · line " + began;
        id = "";
        tags.clear();
        found.accept(
                source.length() > LONGEST / 2
                        ? new Question.Unread(
                                place, source.substring(0, 2000), labels, Remark.of("exchange.problem.gift-braces"))
                        : new GiftQuestion(place, source, labels, pictures).read());
    }
}
