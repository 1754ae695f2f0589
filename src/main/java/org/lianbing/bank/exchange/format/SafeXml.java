package org.lianbing.bank.exchange.format;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import org.lianbing.base.Problem;

/**
 * XML from a stranger: no document type is followed, no entity expanded but the five of XML itself and the signs that
 * HTML names, no connection opened, and no nesting deeper than people write. A plain {@code <!DOCTYPE>} is passed over; what uses an entity of
 * its own is refused.
 */
public final class SafeXml {

    /** Else a CDATA section cannot be told from any other text. */
    private static final String TELL_CDATA = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private static final int DEEPEST = 200;
    /** Nodes of a tree: some 100 MB of memory. */
    private static final int MOST_NODES = 500_000;

    private SafeXml() {}

    /** A reader that hands over what comes; its {@link XMLStreamException}s are told by {@link #broken}. */
    public static XMLStreamReader reader(InputStream in) {
        try {
            return factory().createXMLStreamReader(named(in));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** A file as {@link #reader} reads it, the signs that HTML names as numbers: the places that it tells are places here. */
    public static InputStream named(InputStream in) {
        return new NamedSigns(in);
    }

    /** The sentence for a file that is no sound XML. */
    public static Problem broken(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return Problem.invalid("exchange.xml-broken", Math.max(line, 1));
    }

    /** A small file whole. */
    public static Document document(InputStream in) {
        Document document = blank();
        try {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    document.appendChild(tree(document, xml));
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        if (document.getDocumentElement() == null) {
            throw Problem.invalid("exchange.xml-broken", 1);
        }
        return document;
    }

    /** The element at whose beginning the reader stands, with all in it; the reader then stands at its end. */
    public static Element element(XMLStreamReader xml) {
        try {
            Document document = blank();
            Element element = tree(document, xml);
            document.appendChild(element);
            return element;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(TELL_CDATA, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("no entity is fetched");
        });
        return factory;
    }

    private static Document blank() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element tree(Document document, XMLStreamReader xml) throws XMLStreamException {
        Element root = started(document, xml);
        Node at = root;
        int depth = 1;
        int nodes = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element child = started(document, xml);
                    at.appendChild(child);
                    at = child;
                    depth++;
                    nodes++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    at = depth == 0 ? at : at.getParentNode();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    append(document, at, xml.getText());
                    nodes++;
                }
                case XMLStreamConstants.CDATA -> {
                    at.appendChild(document.createCDATASection(xml.getText()));
                    nodes++;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw Problem.invalid("exchange.xml-entity");
                default -> {
                    // Comments and processing instructions say nothing of a question.
                }
            }
            if (depth > DEEPEST || nodes > MOST_NODES) {
                throw Problem.tooLarge("exchange.xml-deep");
            }
        }
        return root;
    }

    private static void append(Document document, Node at, String text) {
        at.appendChild(document.createTextNode(text));
    }

    private static Element started(Document document, XMLStreamReader xml) {
        Element element =
                document.createElementNS(uri(xml.getNamespaceURI()), named(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttributeNS(
                    uri(xml.getAttributeNamespace(i)),
                    named(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)),
                    xml.getAttributeValue(i));
        }
        return element;
    }

    private static @Nullable String uri(@Nullable String uri) {
        return uri == null || uri.isEmpty() ? null : uri;
    }

    private static String named(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
