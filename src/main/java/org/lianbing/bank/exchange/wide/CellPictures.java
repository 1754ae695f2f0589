package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.office.PaintedPictures;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.base.Problem;

/**
 * Pictures of a workbook by the cells they lie in: those that float belong to the cell of their upper left corner; WPS
 * puts some into cells by a formula, {@code =DISPIMG("ID_…",1)}.
 */
final class CellPictures {

    private static final Set<String> ANCHORS = Set.of("oneCellAnchor", "twoCellAnchor");
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /** Of a sheet. */
    private static final int MOST_FLOATING = 50_000;

    private final Map<String, String> sheets = new HashMap<>();
    private final Map<String, List<String>> inside;
    /** What became of the files of a picture, which very many cells may show. */
    private final Map<List<String>, SheetFloats.Kept> kept = new HashMap<>();

    private CellPictures(Map<String, List<String>> inside) {
        this.inside = inside;
    }

    static CellPictures of(SafeZip zip) throws IOException {
        CellPictures pictures = new CellPictures(inside(zip));
        Map<String, String> targets = relations(zip, "xl/workbook.xml");
        Document workbook = document(zip, "xl/workbook.xml").orElse(null);
        if (workbook != null) {
            NodeList all = workbook.getElementsByTagNameNS("*", "sheet");
            for (int i = 0; i < all.getLength(); i++) {
                Element sheet = (Element) all.item(i);
                String target = targets.get(sheet.getAttributeNS(RELATION, "id"));
                if (target != null) {
                    pictures.sheets.put(sheet.getAttribute("name"), target);
                }
            }
        }
        return pictures;
    }

    /** The pictures of WPS by their ids. */
    private static Map<String, List<String>> inside(SafeZip zip) throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        Document images = document(zip, "xl/cellimages.xml").orElse(null);
        if (images == null) {
            return found;
        }
        Map<String, String> targets = relations(zip, "xl/cellimages.xml");
        NodeList all = images.getElementsByTagNameNS("*", "cellImage");
        for (int i = 0; i < all.getLength(); i++) {
            Element image = (Element) all.item(i);
            Element name = first(image, "cNvPr");
            List<List<String>> entries = entries(image, targets);
            if (name != null && !entries.isEmpty()) {
                found.put(name.getAttribute("name"), entries.getFirst());
            }
        }
        return found;
    }

    /** The pictures of a sheet, kept where a cell shows them. */
    SheetFloats of(String sheet, SafeZip zip, PaintedPictures pictures) throws IOException {
        List<SheetFloats.Floating> floating = new ArrayList<>();
        String path = sheets.get(sheet);
        if (path != null) {
            for (Map.Entry<String, String> relation : relations(zip, path).entrySet()) {
                if (relation.getValue().contains("/drawings/")
                        && relation.getValue().endsWith(".xml")) {
                    floating(zip, relation.getValue(), floating);
                }
            }
        }
        return new SheetFloats(floating, inside, entries -> SheetFloats.keep(entries, zip, pictures), kept);
    }

    /** Anchor by anchor: a workbook of our own may hold very many. */
    private static void floating(SafeZip zip, String path, List<SheetFloats.Floating> found) throws IOException {
        Optional<InputStream> stream = zip.stream(path);
        if (stream.isEmpty()) {
            return;
        }
        Map<String, String> targets = relations(zip, path);
        try (InputStream in = stream.get()) {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && ANCHORS.contains(xml.getLocalName())) {
                    anchor(SafeXml.element(xml), targets, found);
                }
            }
        } catch (XMLStreamException e) {
            throw SafeXml.broken(e);
        }
    }

    private static void anchor(Element anchor, Map<String, String> targets, List<SheetFloats.Floating> found) {
        Element from = first(anchor, "from");
        Element row = from == null ? null : first(from, "row");
        Element column = from == null ? null : first(from, "col");
        if (row == null || column == null) {
            return;
        }
        // Several where they were grouped.
        List<Element> pictures = XmlParts.all(anchor, "pic");
        for (Element picture : pictures.isEmpty() ? List.of(anchor) : pictures) {
            Element named = first(picture, "cNvPr");
            String name = named == null ? "" : named.getAttribute("name");
            String alt = named == null ? "" : named.getAttribute("descr");
            for (List<String> entries : entries(picture, targets)) {
                if (found.size() == MOST_FLOATING) {
                    throw Problem.tooLarge("exchange.many-pictures", MOST_FLOATING);
                }
                found.add(new SheetFloats.Floating(number(row), number(column), name, alt, entries));
            }
        }
    }

    private static int number(Element element) {
        String text = element.getTextContent().strip();
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
    }

    /** Where the files of each picture stand in the archive; none where they lie elsewhere. */
    private static List<List<String>> entries(Element within, Map<String, String> targets) {
        return OfficeBlips.ids(within).stream()
                .map(ids ->
                        ids.stream().map(targets::get).filter(Objects::nonNull).toList())
                .filter(entries -> !entries.isEmpty())
                .toList();
    }

    private static @Nullable Element first(Element within, String name) {
        return (Element) within.getElementsByTagNameNS("*", name).item(0);
    }

    /** What a part of the workbook refers to, by the ids of its references; never anything outside. */
    private static Map<String, String> relations(SafeZip zip, String path) throws IOException {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        Map<String, String> targets = new HashMap<>();
        Document document = document(zip, folder + "_rels/" + path.substring(slash + 1) + ".rels")
                .orElse(null);
        if (document == null) {
            return targets;
        }
        NodeList all = document.getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            Element relation = (Element) all.item(i);
            if (!relation.getAttribute("TargetMode").equals("External")) {
                targets.put(relation.getAttribute("Id"), resolved(folder, relation.getAttribute("Target")));
            }
        }
        return targets;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder + target;
        String before;
        do {
            before = path;
            path = path.replaceFirst("[^/]+/\\.\\./", "");
        } while (!path.equals(before));
        return path;
    }

    private static Optional<Document> document(SafeZip zip, String path) throws IOException {
        Optional<InputStream> stream = zip.stream(path);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stream.get()) {
            return Optional.of(SafeXml.document(in));
        }
    }
}
