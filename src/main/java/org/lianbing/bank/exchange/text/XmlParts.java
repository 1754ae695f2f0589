package org.lianbing.bank.exchange.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** Looks into XML elements by local names, whatever prefix a file gives them. */
public final class XmlParts {

    private XmlParts() {}

    /** The name without its prefix. */
    public static String name(Node node) {
        String local = node.getLocalName();
        return local == null ? node.getNodeName() : local;
    }

    /** All elements directly in it. */
    public static List<Element> children(Element element) {
        List<Element> all = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child) {
                all.add(child);
            }
        }
        return all;
    }

    /** Those of a name directly in it. */
    public static List<Element> children(Element element, String name) {
        return children(element).stream()
                .filter(child -> name(child).equals(name))
                .toList();
    }

    /** The first of a name directly in it. */
    public static Optional<Element> child(Element element, String name) {
        return children(element, name).stream().findFirst();
    }

    /** All of a name in it, at any depth. */
    public static List<Element> all(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(element)) {
            if (name(child).equals(name)) {
                found.add(child);
            }
            found.addAll(all(child, name));
        }
        return found;
    }

    /** The words directly in it, without those of its elements and without space around. */
    public static String ownText(Element element) {
        StringBuilder own = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                own.append(text.getData());
            }
        }
        return own.toString().strip();
    }

    /** The words of the first element of a name directly in it, without space around; empty where there is none. */
    public static String text(Element element, String name) {
        return child(element, name).map(child -> child.getTextContent().strip()).orElse("");
    }
}
