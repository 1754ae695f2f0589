package org.lianbing.bank.exchange.text;

import java.util.Locale;
import java.util.Set;

import org.jsoup.nodes.Entities;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What stands in an element of XML whose author wrote HTML into it as it is, instead of escaping it. */
public final class InnerHtml {

    /** Elements of HTML that have no end. */
    private static final Set<String> VOID = Set.of("br", "col", "embed", "hr", "img", "input", "source", "wbr");

    private InnerHtml() {}

    /** The words alone where there are no elements among them; else the HTML that they make. */
    public static String of(Element element) {
        return XmlParts.children(element).isEmpty() ? element.getTextContent() : inner(element);
    }

    private static String inner(Element element) {
        StringBuilder html = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                html.append(Entities.escape(text.getData()));
            } else if (node instanceof Element child) {
                append(child, html);
            }
        }
        return html.toString();
    }

    private static void append(Element element, StringBuilder html) {
        String name = XmlParts.name(element);
        html.append('<').append(name);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            html.append(' ')
                    .append(attribute.getName())
                    .append("=\"")
                    .append(Entities.escape(attribute.getValue()))
                    .append('"');
        }
        html.append('>');
        if (!VOID.contains(name.toLowerCase(Locale.ROOT))) {
            html.append(inner(element)).append("</").append(name).append('>');
        }
    }
}
