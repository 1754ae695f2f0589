package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.base.sheet.SheetCells;

/**
 * A workbook given back as it came, with a column behind the others that says what is wrong. Rows that are right are
 * hidden, not gone: formats, merged cells and pictures stay where they are, and when the file comes again what it says
 * anew changes what it said before.
 */
public final class MarkedWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /**
     * What is to be said in a sheet.
     *
     * @param told by the number of a row, from 1
     * @param right rows that are hidden
     * @param heading above the first of both
     */
    public record Marks(Map<Integer, String> told, Set<Integer> right, String heading) {

        /** Nothing yet. */
        public static Marks headed(String heading) {
            return new Marks(new HashMap<>(), new HashSet<>(), heading);
        }

        /** The first row of both. */
        int first() {
            int first = Integer.MAX_VALUE;
            for (int row : told.keySet()) {
                first = Math.min(first, row);
            }
            for (int row : right) {
                first = Math.min(first, row);
            }
            return first;
        }
    }

    private MarkedWorkbook() {}

    /**
     * Writes the workbook with its marks.
     *
     * @param file which was read before
     * @param bySheet marks by the name of their sheet; sheets without any stay as they are
     */
    public static void write(Path file, Map<String, Marks> bySheet, OutputStream out) throws IOException {
        try (SafeZip zip = SafeZip.open(file);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            Map<String, Marks> byEntry = entries(zip, bySheet);
            for (String name : zip.names()) {
                packed.putNextEntry(new ZipEntry(name));
                Marks marks = byEntry.get(name);
                try (InputStream in = zip.stream(name).orElseThrow()) {
                    if (marks == null) {
                        in.transferTo(packed);
                    } else {
                        sheet(in, marks, packed);
                    }
                }
                packed.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw SafeXml.broken(e);
        }
    }

    private static Map<String, Marks> entries(SafeZip zip, Map<String, Marks> bySheet) throws IOException {
        Map<String, String> targets = new HashMap<>();
        NodeList relations = document(zip, "xl/_rels/workbook.xml.rels").getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < relations.getLength(); i++) {
            Element relation = (Element) relations.item(i);
            String target = relation.getAttribute("Target");
            targets.put(relation.getAttribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
        Map<String, Marks> entries = new HashMap<>();
        NodeList sheets = document(zip, "xl/workbook.xml").getElementsByTagNameNS("*", "sheet");
        for (int i = 0; i < sheets.getLength(); i++) {
            Element sheet = (Element) sheets.item(i);
            Marks marks = bySheet.get(sheet.getAttribute("name"));
            String entry = targets.get(sheet.getAttributeNS(RELATION, "id"));
            if (marks != null && entry != null) {
                entries.put(entry, marks);
            }
        }
        return entries;
    }

    private static Document document(SafeZip zip, String name) throws IOException {
        try (InputStream in = zip.stream(name).orElseThrow()) {
            return SafeXml.document(in);
        }
    }

    private static void sheet(InputStream in, Marks marks, OutputStream out) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(in);
        XMLStreamWriter copy = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        copy.writeStartDocument("UTF-8", "1.0");
        int row = 0;
        int last = 0;
        int before = 0;
        int widest = 0;
        int first = marks.first();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (name.equals("row")) {
                        row = number(xml.getAttributeValue(null, "r"), row + 1);
                        last = -1;
                    } else if (name.equals("c")) {
                        last = column(xml.getAttributeValue(null, "r"), last + 1);
                        widest = Math.max(widest, last);
                    }
                    start(xml, copy, name.equals("row") && marks.right().contains(row));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("row")) {
                        String said = marks.told().get(row);
                        boolean heading = row == Math.max(1, first - 1) && said == null;
                        if (heading) {
                            before = widest;
                        }
                        String text = heading ? marks.heading() : said;
                        if (text != null) {
                            cell(copy, row, Math.max(last, before) + 1, text);
                        }
                    }
                    copy.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    copy.writeCharacters(xml.getText());
                default -> {
                    // Comments say nothing of a sheet.
                }
            }
        }
        copy.writeEndDocument();
        copy.flush();
    }

    private static void start(XMLStreamReader xml, XMLStreamWriter copy, boolean hidden) throws XMLStreamException {
        copy.writeStartElement(text(xml.getPrefix()), xml.getLocalName(), text(xml.getNamespaceURI()));
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            if (prefix == null) {
                copy.writeDefaultNamespace(text(xml.getNamespaceURI(i)));
            } else {
                copy.writeNamespace(prefix, text(xml.getNamespaceURI(i)));
            }
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            boolean width =
                    xml.getLocalName().equals("row") && (name.equals("spans") || hidden && name.equals("hidden"));
            if (!width) {
                copy.writeAttribute(
                        text(xml.getAttributePrefix(i)),
                        text(xml.getAttributeNamespace(i)),
                        name,
                        xml.getAttributeValue(i));
            }
        }
        if (hidden) {
            copy.writeAttribute("hidden", "1");
        }
    }

    private static void cell(XMLStreamWriter copy, int row, int column, String text) throws XMLStreamException {
        copy.writeStartElement("", "c", MAIN);
        copy.writeAttribute("r", SheetCells.letters(column) + row);
        copy.writeAttribute("t", "inlineStr");
        copy.writeStartElement("", "is", MAIN);
        copy.writeStartElement("", "t", MAIN);
        copy.writeCharacters(text);
        copy.writeEndElement();
        copy.writeEndElement();
        copy.writeEndElement();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    /** The column of a cell's name, from 0: AB12 is 27. */
    private static int column(@Nullable String name, int otherwise) {
        if (name == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(name.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }
}
