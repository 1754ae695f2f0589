package org.lianbing.paper.print;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Small steps of writing HTML. Texts are escaped; fragments are what was sanitized when they were written. */
final class Markup {

    private Markup() {}

    static Element div(Element parent, String name) {
        return parent.appendElement("div").addClass(name);
    }

    static Element span(Element parent, String name, String text) {
        return parent.appendElement("span").addClass(name).text(text);
    }

    static Element line(Element parent, String name, String text) {
        return div(parent, name).text(text);
    }

    /** A fragment of HTML by itself. */
    static Element fragment(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }

    /** An empty element to write into. */
    static Element empty(String name) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body().appendElement("div").addClass(name);
    }

    /** A cell of a table. */
    static Element cell(Element row, String tag, String text) {
        return row.appendElement(tag).text(text);
    }
}
