package org.lianbing.bank.exchange.moodle;

import java.util.List;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;

/** What a person recognises a question by: its name, its text and its answers, as the file has them. */
final class MoodleSource {

    private static final int LONGEST = 4000;

    private MoodleSource() {}

    static String of(Element question) {
        StringBuilder source = new StringBuilder();
        XmlParts.child(question, "name")
                .ifPresent(name -> source.append(MoodleText.raw(name).strip()).append('\n'));
        XmlParts.child(question, "questiontext")
                .ifPresent(stem -> source.append(MoodleText.raw(stem).strip()).append('\n'));
        for (Element answer : XmlParts.children(question, "answer")) {
            source.append('[')
                    .append(answer.getAttribute("fraction"))
                    .append("] ")
                    .append(MoodleText.raw(answer).strip())
                    .append('\n');
        }
        for (Element sub : XmlParts.children(question, "subquestion")) {
            source.append(MoodleText.raw(sub).strip())
                    .append(" = ")
                    .append(XmlParts.child(sub, "answer")
                            .map(MoodleText::raw)
                            .orElse("")
                            .strip())
                    .append('\n');
        }
        for (Element row : XmlParts.children(question, "row")) {
            source.append("- ")
                    .append(row.getTextContent().strip().replaceAll("\\s+", " "))
                    .append('\n');
        }
        for (String name : List.of("selectoption", "dragbox", "drag")) {
            XmlParts.children(question, name)
                    .forEach(word -> source.append("- ")
                            .append(MoodleText.raw(word).strip())
                            .append('\n'));
        }
        String all = source.toString().strip();
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
    }
}
