package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.CellText;

/**
 * Pictures of a workbook by the cells they lie in: those that float belong to the cell of their upper left corner; WPS
 * puts some into cells by a formula, {@code =DISPIMG("ID_…",1)}.
 */
final class CellPictures {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern ID = Pattern.compile("\"(ID_[0-9A-Za-z]+)\"");
    private static final int MOST_BYTES = 8 << 20;

    private record Floating(int row, int column, String entry) {}

    private final Map<String, String> sheets = new HashMap<>();
    private final Map<String, String> inside;

    private CellPictures(Map<String, String> inside) {
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
    private static Map<String, String> inside(SafeZip zip) throws IOException {
        Map<String, String> found = new HashMap<>();
        Document images = document(zip, "xl/cellimages.xml").orElse(null);
        if (images == null) {
            return found;
        }
        Map<String, String> targets = relations(zip, "xl/cellimages.xml");
        NodeList all = images.getElementsByTagNameNS("*", "cellImage");
        for (int i = 0; i < all.getLength(); i++) {
            Element image = (Element) all.item(i);
            Element name = first(image, "cNvPr");
            String entry = blip(image, targets);
            if (name != null && entry != null) {
                found.put(name.getAttribute("name"), entry);
            }
        }
        return found;
    }

    /** The pictures of a sheet, kept where a cell shows them. */
    OfSheet of(String sheet, SafeZip zip, Pictures pictures) throws IOException {
        List<Floating> floating = new ArrayList<>();
        String path = sheets.get(sheet);
        if (path != null) {
            for (Map.Entry<String, String> relation : relations(zip, path).entrySet()) {
                if (relation.getValue().contains("/drawings/")
                        && relation.getValue().endsWith(".xml")) {
                    floating(zip, relation.getValue(), floating);
                }
            }
        }
        return new OfSheet(floating, inside, zip, pictures);
    }

    private static void floating(SafeZip zip, String path, List<Floating> found) throws IOException {
        Document drawing = document(zip, path).orElse(null);
        if (drawing == null) {
            return;
        }
        Map<String, String> targets = relations(zip, path);
        NodeList corners = drawing.getElementsByTagNameNS(DRAWING, "from");
        for (int i = 0; i < corners.getLength(); i++) {
            Element from = (Element) corners.item(i);
            Element anchor = (Element) from.getParentNode();
            String entry = blip(anchor, targets);
            Element row = first(from, "row");
            Element column = first(from, "col");
            if (entry != null && row != null && column != null) {
                found.add(new Floating(number(row), number(column), entry));
            }
        }
    }

    private static int number(Element element) {
        String text = element.getTextContent().strip();
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
    }

    private static @Nullable String blip(Element within, Map<String, String> targets) {
        Element blip = first(within, "blip");
        return blip == null ? null : targets.get(blip.getAttributeNS(RELATION, "embed"));
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

    /** The pictures of one sheet. */
    static final class OfSheet {

        private final Map<Integer, List<Floating>> byRow = new TreeMap<>();
        private final Map<String, String> inside;
        private final SafeZip zip;
        private final Pictures pictures;

        OfSheet(List<Floating> floating, Map<String, String> inside, SafeZip zip, Pictures pictures) {
            floating.forEach(one ->
                    byRow.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(one));
            this.inside = inside;
            this.zip = zip;
            this.pictures = pictures;
        }

        /** Puts the pictures that float over a row into its cells. */
        void add(int row, Map<Integer, CellText> cells) {
            for (Floating one : byRow.getOrDefault(row, List.of())) {
                CellText picture = kept(one.entry());
                cells.merge(
                        one.column(),
                        picture,
                        (cell, more) -> new CellText(
                                (cell.text() + "\n" + more.text()).strip(),
                                cell.flaw() == null ? more.flaw() : cell.flaw()));
            }
        }

        /** The picture that a cell shows by a formula. */
        CellText inside(String formula) {
            Matcher id = ID.matcher(formula);
            String entry = id.find() ? inside.get(id.group(1)) : null;
            return entry == null ? new CellText(formula, "exchange.problem.picture-missing") : kept(entry);
        }

        private CellText kept(String entry) {
            String name = entry.substring(entry.lastIndexOf('/') + 1);
            try {
                Optional<byte[]> bytes = zip.bytes(entry, MOST_BYTES);
                return bytes.isEmpty()
                        ? new CellText(name, "exchange.problem.picture-missing")
                        : new CellText("![](" + pictures.keep(name, bytes.get()) + ")", null);
            } catch (Problem problem) {
                return new CellText(name, "exchange.problem.picture-refused");
            } catch (IOException e) {
                return new CellText(name, "exchange.problem.picture-missing");
            }
        }
    }
}
