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
import javax.xml.stream.XMLStreamException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;

/**
 * A workbook given back as it came, with a column behind the others that says what is wrong. Rows that are right are
 * hidden, not gone: formats, merged cells and pictures stay where they are, and when the file comes again what it says
 * anew changes what it said before.
 */
public final class MarkedWorkbook {

    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";
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
            Map<String, String> targets = targets(zip);
            Map<String, Marks> byEntry = entries(zip, targets, bySheet);
            WrappedStyle style = WrappedStyle.of(zip, targets.getOrDefault(WrappedStyle.PART, ""));
            for (String name : zip.names()) {
                packed.putNextEntry(new ZipEntry(name));
                Marks marks = byEntry.get(name);
                if (marks != null) {
                    MarkedSheet sheet = new MarkedSheet(marks, style.number());
                    try (InputStream in = zip.stream(name).orElseThrow()) {
                        sheet.look(in);
                    }
                    try (InputStream in = zip.stream(name).orElseThrow()) {
                        sheet.copy(in, packed);
                    }
                } else {
                    try (InputStream in = zip.stream(name).orElseThrow()) {
                        if (style.isIn(name)) {
                            style.copy(in, packed);
                        } else {
                            in.transferTo(packed);
                        }
                    }
                }
                packed.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw SafeXml.broken(e);
        }
    }

    /** The parts of the workbook by their ids, and the one of its styles. */
    private static Map<String, String> targets(SafeZip zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        NodeList relations = document(zip, "xl/_rels/workbook.xml.rels").getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < relations.getLength(); i++) {
            Element relation = (Element) relations.item(i);
            String target = relation.getAttribute("Target");
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            targets.put(relation.getAttribute("Id"), part);
            if (relation.getAttribute("Type").endsWith("/" + WrappedStyle.PART)) {
                targets.put(WrappedStyle.PART, part);
            }
        }
        return targets;
    }

    private static Map<String, Marks> entries(SafeZip zip, Map<String, String> targets, Map<String, Marks> bySheet)
            throws IOException {
        Map<String, Marks> entries = new HashMap<>();
        NodeList sheets = document(zip, "xl/workbook.xml").getElementsByTagNameNS("*", "sheet");
        for (int i = 0; i < sheets.getLength(); i++) {
            Element sheet = (Element) sheets.item(i);
            Marks marks = bySheet.get(sheet.getAttribute("name"));
            String entry = targets.get(id(sheet));
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

    private static String id(Element sheet) {
        String id = sheet.getAttributeNS(RELATION, "id");
        return id.isEmpty() ? sheet.getAttributeNS(STRICT_RELATION, "id") : id;
    }
}
