package org.lianbing.bank.exchange.qti;

import java.util.Locale;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.text.XmlParts;

/**
 * An item of any version under the same names: lower case, without prefix, without the {@code qti-} and the dashes of
 * 3.0. So {@code qti-choice-interaction response-identifier} and {@code choiceInteraction responseIdentifier} are alike.
 */
final class QtiTree {

    private QtiTree() {}

    static Element of(org.w3c.dom.Element xml) {
        Element element = new Element(name(XmlParts.name(xml)));
        NamedNodeMap attributes = xml.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            element.attr(name(XmlParts.name(attribute)), attribute.getNodeValue());
        }
        NodeList nodes = xml.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof org.w3c.dom.Element child) {
                element.appendChild(of(child));
            } else if (nodes.item(i) instanceof org.w3c.dom.Text text) {
                append(element, text.getData());
            }
        }
        return element;
    }

    /** Parsers part text where a sign was written as an entity; it is one text. */
    private static void append(Element element, String text) {
        if (element.childNodeSize() > 0 && element.childNode(element.childNodeSize() - 1) instanceof TextNode before) {
            before.text(before.getWholeText() + text);
        } else {
            element.appendChild(new TextNode(text));
        }
    }

    private static String name(String written) {
        return written.replaceFirst("^qti-", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
