package org.lianbing.bank.exchange.qti;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.w3c.dom.CDATASection;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.text.XmlParts;

/**
 * An item of any version under the same names: lower case, without prefix, without the {@code qti-} and the dashes of
 * 3.0. So {@code qti-choice-interaction response-identifier} and {@code choiceInteraction responseIdentifier} are alike.
 */
final class QtiTree {

    private static final Pattern MARKUP = Pattern.compile(
            "</(p|div|span|b|strong|i|em|u|sub|sup|ul|ol|table|h[1-6])>|<(br|img)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);

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
            } else if (nodes.item(i) instanceof CDATASection section && isMarkup(element, section.getData())) {
                element.appendChildren(
                        Jsoup.parseBodyFragment(section.getData()).body().childNodesCopy());
            } else if (nodes.item(i) instanceof org.w3c.dom.Text text) {
                append(element, text.getData());
            }
        }
        return element;
    }

    /** Some programs write HTML as words that are not to be read as XML; keys and values are words. */
    private static boolean isMarkup(Element element, String text) {
        return !Set.of("value", "basevalue", "fieldentry", "mattext", "mat_formattedtext")
                        .contains(element.normalName())
                && MARKUP.matcher(text).find();
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
