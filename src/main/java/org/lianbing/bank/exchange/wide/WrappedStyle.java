package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;

/**
 * One more style of cells in a workbook, whose texts are broken into lines.
 *
 * @param part where the styles are; empty for a workbook without any
 * @param number of the style, from 0; -1 where there can be none
 */
record WrappedStyle(String part, int number) {

    /** What the relation to the styles is called. */
    static final String PART = "styles";

    private static final String CELLS = "cellXfs";

    /** The style behind those that are there. */
    static WrappedStyle of(SafeZip zip, String part) throws IOException, XMLStreamException {
        Optional<InputStream> styles = part.isEmpty() ? Optional.empty() : zip.stream(part);
        if (styles.isEmpty()) {
            return new WrappedStyle("", -1);
        }
        int count = -1;
        try (InputStream in = styles.get()) {
            XMLStreamReader xml = SafeXml.reader(in);
            boolean inside = false;
            while (xml.hasNext()) {
                int event = xml.next();
                boolean cells = xml.hasName() && xml.getLocalName().equals(CELLS);
                if (event == XMLStreamConstants.START_ELEMENT && cells) {
                    inside = true;
                    count = 0;
                } else if (event == XMLStreamConstants.END_ELEMENT && cells) {
                    inside = false;
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && inside
                        && xml.getLocalName().equals("xf")) {
                    count++;
                }
            }
        }
        return new WrappedStyle(part, count);
    }

    /** Whether this part of the workbook must be written with it. */
    boolean isIn(String name) {
        return number >= 0 && name.equals(part);
    }

    /** Writes the styles with it. */
    void copy(InputStream in, OutputStream out) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(in);
        XmlCopy copy = new XmlCopy(xml, out);
        while (xml.hasNext()) {
            int event = xml.next();
            boolean cells = xml.hasName() && xml.getLocalName().equals(CELLS);
            if (event == XMLStreamConstants.START_ELEMENT) {
                copy.start(attribute -> cells && attribute.equals("count"));
                if (cells) {
                    copy.attribute("count", String.valueOf(number + 1));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (cells) {
                    wrapped(copy);
                }
                copy.end();
            } else {
                copy.text(event);
            }
        }
        copy.close();
    }

    /** As text, so that a problem is never taken for a formula or a number. */
    private static void wrapped(XmlCopy copy) throws XMLStreamException {
        copy.add("xf", "numFmtId", "49", "fontId", "0", "fillId", "0", "borderId", "0", "xfId", "0");
        copy.attribute("applyNumberFormat", "1");
        copy.attribute("applyAlignment", "1");
        copy.add("alignment", "vertical", "top", "wrapText", "1");
        copy.end();
        copy.end();
    }
}
