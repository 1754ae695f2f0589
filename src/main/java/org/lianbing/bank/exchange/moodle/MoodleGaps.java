package org.lianbing.bank.exchange.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.WordChoices;
import org.lianbing.bank.exchange.text.XmlParts;

/** Missing words to be chosen or dragged: {@code [[2]]} in the text is the second choice; choices go by groups. */
final class MoodleGaps {

    private static final Pattern PLACE = Pattern.compile("\\[\\[(\\d{1,3})]]");

    /**
     * A word to choose.
     *
     * @param typed as somebody would type it
     * @param text Markdown
     */
    private record Choice(String typed, String text, String group) {}

    private final List<Choice> choices = new ArrayList<>();
    private final List<Blank> blanks = new ArrayList<>();

    private final List<Remark> remarks;

    MoodleGaps(Element question, MoodleText text, List<Remark> remarks) {
        this.remarks = remarks;
        for (String name : List.of("selectoption", "dragbox")) {
            XmlParts.children(question, name)
                    .forEach(option -> choices.add(
                            new Choice(text.plain(option), text.shown(option), XmlParts.text(option, "group"))));
        }
    }

    /** The text with blanks in its places. */
    String places(String raw) {
        List<Choice> used = PLACE.matcher(raw)
                .results()
                .map(found -> choices.get(Integer.parseInt(found.group(1)) - 1))
                .toList();
        used.stream()
                .map(Choice::group)
                .distinct()
                .forEach(group -> WordChoices.remark(words(choices, group), words(used, group), remarks));
        return PLACE.matcher(raw)
                .replaceAll(found -> {
                    blanks.add(blank(choices.get(Integer.parseInt(found.group(1)) - 1), used));
                    return "____";
                })
                .replace("________", "____ ____");
    }

    private Blank blank(Choice right, List<Choice> used) {
        List<String> group = words(choices, right.group());
        return group.size() < 2
                ? new Blank.Words(List.of(right.typed()), false)
                : WordChoices.pick(group, right.text(), words(used, right.group()));
    }

    private static List<String> words(List<Choice> choices, String group) {
        return choices.stream()
                .filter(choice -> choice.group().equals(group))
                .map(Choice::text)
                .distinct()
                .toList();
    }

    Interaction interaction() {
        return new Interaction.FillIn(blanks);
    }
}
