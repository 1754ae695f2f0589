package org.lianbing.bank.exchange.wide;

import java.io.OutputStream;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/** A part of a workbook that is written as it is read, with something added; under the prefix that it has for its own. */
final class XmlCopy {

    private final XMLStreamReader xml;
    private final XMLStreamWriter copy;
    private String prefix = "";
    private String namespace = "";

    XmlCopy(XMLStreamReader xml, OutputStream out) throws XMLStreamException {
        this.xml = xml;
        this.copy = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        copy.writeStartDocument("UTF-8", "1.0");
    }

    /** Writes the element that begins here, with all attributes but these. */
    void start(Predicate<String> left) throws XMLStreamException {
        if (namespace.isEmpty()) {
            prefix = text(xml.getPrefix());
            namespace = text(xml.getNamespaceURI());
        }
        copy.writeStartElement(text(xml.getPrefix()), xml.getLocalName(), text(xml.getNamespaceURI()));
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String declared = xml.getNamespacePrefix(i);
            if (declared == null) {
                copy.writeDefaultNamespace(text(xml.getNamespaceURI(i)));
            } else {
                copy.writeNamespace(declared, text(xml.getNamespaceURI(i)));
            }
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            if (!left.test(name)) {
                copy.writeAttribute(
                        text(xml.getAttributePrefix(i)),
                        text(xml.getAttributeNamespace(i)),
                        name,
                        xml.getAttributeValue(i));
            }
        }
    }

    /** Begins an element that is added. */
    void add(String name, String... attributes) throws XMLStreamException {
        copy.writeStartElement(prefix, name, namespace);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    void attribute(String name, String value) throws XMLStreamException {
        copy.writeAttribute(name, value);
    }

    void text(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            copy.writeCharacters(xml.getText());
        }
    }

    void say(String text) throws XMLStreamException {
        copy.writeCharacters(text);
    }

    /** Ends the innermost element. */
    void end() throws XMLStreamException {
        copy.writeEndElement();
    }

    /** All is written. */
    void close() throws XMLStreamException {
        copy.writeEndDocument();
        copy.flush();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
