package org.lianbing.paper.print;

import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Texts of items on paper: blanks become lines, sound and film a note. */
final class Fragments {

    /** Where an author left room for the answer. */
    private static final Pattern ROOM = Pattern.compile("[（(][\\s\\u3000\\u00a0_]*[）)]");

    private static final String BRACKETS = "（\u2003\u2003\u2003）";

    private final Words words;

    Fragments(Words words) {
        this.words = words;
    }

    /** A text of an item; goes into the parent. */
    Element into(Element parent, String html) {
        Element text = Markup.fragment(html);
        text.select("video, audio")
                .forEach(clip -> clip.replaceWith(
                        new Element("span").addClass("clip").text(words.get("clip", clip.attr("aria-label")))));
        boolean several = text.select("span[data-blank]").size() > 1;
        for (Element blank : text.select("span[data-blank]")) {
            Element line = new Element("span").addClass("blank");
            if (several) {
                line.appendElement("i").text(blank.attr("data-blank"));
            }
            blank.replaceWith(line);
        }
        parent.append(text.html());
        return parent;
    }

    /** A stem with room for a sign behind it, unless its author left some. */
    void withRoom(Element parent, String html) {
        into(parent, html);
        if (!widened(parent)) {
            Element last =
                    parent.children().isEmpty() ? parent : parent.children().last();
            boolean paragraph = last != null && last.tagName().equals("p");
            Element end = paragraph && last != null ? last : parent;
            end.appendElement("span").addClass("room").text(BRACKETS);
        }
    }

    /** Whether there was room, which is now as wide as anywhere. */
    private static boolean widened(Element element) {
        boolean found = false;
        for (TextNode node : element.textNodes()) {
            String text = node.getWholeText();
            if (ROOM.matcher(text).find()) {
                node.text(ROOM.matcher(text).replaceAll(BRACKETS));
                found = true;
            }
        }
        for (Element child : element.children()) {
            found |= widened(child);
        }
        return found;
    }
}
