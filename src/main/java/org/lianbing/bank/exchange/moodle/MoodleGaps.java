package org.lianbing.bank.exchange.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.PlainText;

/** Missing words to be chosen or dragged: {@code [[2]]} in the text is the second choice; choices go by groups. */
final class MoodleGaps {

    private static final Pattern PLACE = Pattern.compile("\\[\\[(\\d{1,3})]]");

    private record Choice(String text, String group) {}

    private final List<Choice> choices = new ArrayList<>();
    private final List<Blank> blanks = new ArrayList<>();

    MoodleGaps(Element question, MoodleText text) {
        for (String name : List.of("selectoption", "dragbox")) {
            XmlParts.children(question, name)
                    .forEach(option -> choices.add(
                            new Choice(PlainText.toMarkdown(text.plain(option)), XmlParts.text(option, "group"))));
        }
    }

    /** The text with blanks in its places. */
    String places(String raw) {
        Matcher place = PLACE.matcher(raw);
        return place.replaceAll(found -> {
                    Choice right = choices.get(Integer.parseInt(found.group(1)) - 1);
                    List<String> group = choices.stream()
                            .filter(choice -> choice.group().equals(right.group()))
                            .map(Choice::text)
                            .distinct()
                            .toList();
                    blanks.add(
                            group.size() < 2
                                    ? new Blank.Words(List.of(right.text()), false)
                                    : new Blank.Pick(group, group.indexOf(right.text())));
                    return "____";
                })
                .replace("________", "____ ____");
    }

    Interaction interaction() {
        return new Interaction.FillIn(blanks);
    }
}
