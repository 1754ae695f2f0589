package org.lianbing.bank.exchange.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.text.XmlParts;

/** What a drawing of a document holds: pictures, boxes with text, and what is neither. */
final class DocxDrawn {

    private static final String BOX = "txbxContent";
    /** Charts, diagrams and shapes in groups say something that is neither picture nor text. */
    private static final Set<String> SHOWS = Set.of("chart", "relIds", "wgp", "wpc", "group");

    private DocxDrawn() {}

    /** The boxes with text that lie in no other box, each once though old and new programs have one of their own. */
    static List<Element> boxes(Element drawing) {
        List<Element> found = new ArrayList<>();
        for (Element child : XmlParts.children(drawing)) {
            switch (XmlParts.name(child)) {
                case BOX -> found.add(child);
                case "AlternateContent" ->
                    XmlParts.children(child).stream().findFirst().ifPresent(choice -> found.addAll(boxes(choice)));
                default -> found.addAll(boxes(child));
            }
        }
        return found;
    }

    /** The ids of its pictures, without those in boxes, which belong to the text there. */
    static List<List<String>> pictures(Element drawing) {
        List<List<String>> all = new ArrayList<>(OfficeBlips.ids(drawing));
        boxes(drawing).forEach(box -> OfficeBlips.ids(box).forEach(all::remove));
        return all;
    }

    /** Whether there is something in it besides that a person would miss. */
    static boolean shows(Element drawing) {
        return SHOWS.stream().anyMatch(name -> !XmlParts.all(drawing, name).isEmpty());
    }
}
