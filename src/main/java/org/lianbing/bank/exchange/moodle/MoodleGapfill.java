package org.lianbing.bank.exchange.moodle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.w3c.dom.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.WordChoices;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.PlainText;

/**
 * Gapfill, a type that is often added to Moodle: {@code The [cat] sat on the [mat|rug]}. What stands between the signs
 * is the key; whether it is typed, dragged or picked from a list, the file says beside the text.
 */
final class MoodleGapfill {

    private static final Pattern EXPRESSION = Pattern.compile("[*+?()^\\\\]|\\[.*]");

    private final Element question;
    private final List<Remark> remarks;
    private final List<Blank> blanks = new ArrayList<>();
    private final List<String> words;
    private final List<String> keys;

    MoodleGapfill(Element question, MoodleText text, List<Remark> remarks) {
        this.question = question;
        this.remarks = remarks;
        List<Element> answers = XmlParts.children(question, "answer");
        this.words = answers.stream().map(MoodleGapfill::word).distinct().toList();
        this.keys = answers.stream()
                .filter(answer -> MoodleQuestion.weight(answer).signum() > 0)
                .map(MoodleGapfill::word)
                .distinct()
                .toList();
    }

    private static String word(Element answer) {
        return Jsoup.parseBodyFragment(MoodleText.raw(answer)).text().strip();
    }

    /** The text with blanks in its gaps. */
    String places(String raw) {
        String signs = XmlParts.text(question, "delimitchars");
        String open = signs.isEmpty() ? "[" : signs.substring(0, 1);
        String close = signs.length() < 2 ? "]" : signs.substring(1, 2);
        Pattern gap = Pattern.compile(Pattern.quote(open) + "(.{1,300}?)" + Pattern.quote(close), Pattern.DOTALL);
        String text = gap.matcher(raw).replaceAll(found -> {
            String key = Jsoup.parseBodyFragment(found.group(1)).text().strip();
            if (key.isEmpty() || !keys.isEmpty() && !keys.contains(key)) {
                return Matcher.quoteReplacement(found.group());
            }
            blanks.add(blank(key));
            return MoodleCloze.BLANK;
        });
        if (XmlParts.text(question, "noduplicates").equals("1") && blanks.size() > 1) {
            // There each word counts but once.
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        if (picked()) {
            WordChoices.remark(shown(words), shown(keys), remarks);
        }
        return text.replace(MoodleCloze.BLANK + MoodleCloze.BLANK, MoodleCloze.BLANK + " " + MoodleCloze.BLANK);
    }

    private boolean picked() {
        return words.size() > 1 && List.of("dragdrop", "dropdown").contains(XmlParts.text(question, "answerdisplay"));
    }

    private static List<String> shown(List<String> words) {
        return words.stream().map(PlainText::toMarkdown).toList();
    }

    private Blank blank(String key) {
        boolean literal = XmlParts.text(question, "disableregex").equals("1");
        // Of several words that belong here one alone could be picked.
        if (picked() && words.contains(key) && (literal || key.indexOf('|') < 0)) {
            return WordChoices.pick(shown(words), PlainText.toMarkdown(key), shown(keys));
        }
        List<String> accepted = literal
                ? List.of(key)
                : Arrays.stream(key.split("\\|"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (!literal && EXPRESSION.matcher(key).find()) {
            remarks.add(Remark.guess(0.5, "exchange.remark.expression", key));
        }
        return new Blank.Words(
                accepted, XmlParts.text(question, "casesensitive").equals("1"));
    }

    Interaction interaction() {
        return new Interaction.FillIn(blanks);
    }

    boolean empty() {
        return blanks.isEmpty();
    }
}
