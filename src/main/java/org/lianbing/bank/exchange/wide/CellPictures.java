package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.CellText;

/**
 * Pictures of a workbook by the cells they lie in: those that float belong to the cell of their upper left corner; WPS
 * puts some into cells by a formula, {@code =DISPIMG("ID_…",1)}.
 */
final class CellPictures {

    private static final Set<String> ANCHORS = Set.of("oneCellAnchor", "twoCellAnchor");
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern ID = Pattern.compile("\"(ID_[0-9A-Za-z]+)\"");
    private static final int MOST_BYTES = 8 << 20;
    /** Of a sheet. */
    private static final int MOST_FLOATING = 50_000;
    /** Copies of a row's pictures may lie under each other unseen. */
    private static final int MOST_IN_ROW = 200;

    /** The entries of one picture, the preferred first; its name may stand in a cell of its row, where it belongs. */
    private record Floating(int row, int column, String name, String alt, List<String> entries) {}

    private final Map<String, String> sheets = new HashMap<>();
    private final Map<String, List<String>> inside;
    /** What became of the files of a picture, which very many cells may show. */
    private final Map<List<String>, Kept> kept = new HashMap<>();

    /**
     * A picture that was kept, or not.
     *
     * @param address where it is stored; its name where it was not kept
     */
    private record Kept(String address, @Nullable String flaw) {

        CellText text(String alt) {
            return flaw == null ? new CellText("![" + alt + "](" + address + ")", null) : new CellText(address, flaw);
        }
    }

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
        return new OfSheet(floating, inside, zip, pictures, kept);
    }

    /** Anchor by anchor: a workbook of our own may hold very many. */
    private static void floating(SafeZip zip, String path, List<Floating> found) throws IOException {
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

    private static void anchor(Element anchor, Map<String, String> targets, List<Floating> found) {
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
                found.add(new Floating(number(row), number(column), name, alt, entries));
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

    /** The pictures of one sheet. */
    static final class OfSheet {

        private final Map<Integer, List<Floating>> byRow = new TreeMap<>();
        /** Those with a name that we gave, as long as no cell has named them. */
        private final Map<String, Floating> byName = new LinkedHashMap<>();

        private final List<String> unnamed = new ArrayList<>();
        private final Map<String, List<String>> inside;
        private final SafeZip zip;
        private final Pictures pictures;
        private final Map<List<String>, Kept> kept;

        private OfSheet(
                List<Floating> floating,
                Map<String, List<String>> inside,
                SafeZip zip,
                Pictures pictures,
                Map<List<String>, Kept> kept) {
            Set<String> twice = new HashSet<>();
            for (Floating one : floating) {
                if (ours(one) && byName.putIfAbsent(one.name(), one) != null) {
                    twice.add(one.name());
                }
            }
            // Where names begin anew in each row, or a row was copied, they are those of their rows.
            byName.keySet().removeAll(twice);
            for (Floating one : floating) {
                if (!byName.containsKey(one.name())) {
                    byRow.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(one);
                }
            }
            this.inside = inside;
            this.zip = zip;
            this.pictures = pictures;
            this.kept = kept;
        }

        private static boolean ours(Floating one) {
            return SheetPictures.NAME
                    .matcher(SheetPictures.OPEN + one.name() + SheetPictures.CLOSE)
                    .matches();
        }

        /**
         * Puts pictures into the cells of a row: where their name stands, wherever they lie; those that float over the
         * row and that nobody named behind the words.
         */
        void add(int row, Map<Integer, CellText> cells) {
            if (!byName.isEmpty()) {
                cells.replaceAll((column, cell) -> named(cell));
            }
            int count = 0;
            for (Floating one : byRow.getOrDefault(row, List.of())) {
                if (++count > MOST_IN_ROW) {
                    cells.merge(
                            one.column(),
                            new CellText(one.name(), "exchange.problem.picture-refused"),
                            OfSheet::behind);
                    break;
                }
                String name = SheetPictures.OPEN + one.name() + SheetPictures.CLOSE;
                Optional<Integer> named = one.name().isEmpty()
                        ? Optional.empty()
                        : cells.entrySet().stream()
                                .filter(cell -> cell.getValue().text().contains(name))
                                .map(Map.Entry::getKey)
                                .findFirst();
                if (named.isPresent()) {
                    CellText picture = kept(one.entries(), one.alt());
                    cells.computeIfPresent(named.get(), (column, cell) -> put(cell, name, picture));
                } else if (ours(one)) {
                    unnamed.add(one.name());
                } else {
                    cells.merge(one.column(), kept(one.entries(), ""), OfSheet::behind);
                }
            }
        }

        private CellText named(CellText cell) {
            Matcher names = SheetPictures.NAME.matcher(cell.text());
            CellText filled = cell;
            while (names.find()) {
                Floating one = byName.remove(names.group(1));
                if (one != null) {
                    filled = put(filled, names.group(), kept(one.entries(), one.alt()));
                }
            }
            return filled;
        }

        /** The names of pictures whose words no cell holds any more, as where a row was deleted; to be asked at the end. */
        List<String> orphans() {
            return Stream.concat(byName.keySet().stream(), unnamed.stream())
                    .distinct()
                    .toList();
        }

        private static CellText put(CellText cell, String name, CellText picture) {
            int at = cell.text().indexOf(name);
            return new CellText(
                    cell.text().substring(0, at) + picture.text() + cell.text().substring(at + name.length()),
                    cell.flaw() == null ? picture.flaw() : cell.flaw());
        }

        private static CellText behind(CellText cell, CellText picture) {
            return new CellText(
                    (cell.text() + "\n" + picture.text()).strip(), cell.flaw() == null ? picture.flaw() : cell.flaw());
        }

        /** The picture that a cell shows by a formula. */
        CellText inside(String formula) {
            Matcher id = ID.matcher(formula);
            List<String> entries = id.find() ? inside.get(id.group(1)) : null;
            return entries == null ? new CellText(formula, "exchange.problem.picture-missing") : kept(entries, "");
        }

        private CellText kept(List<String> entries, String alt) {
            return kept.computeIfAbsent(entries, this::kept).text(alt);
        }

        private Kept kept(List<String> entries) {
            String first = entries.getFirst();
            String name = first.substring(first.lastIndexOf('/') + 1);
            try {
                Map<String, byte[]> files = new LinkedHashMap<>();
                for (String entry : entries) {
                    zip.bytes(entry, MOST_BYTES)
                            .ifPresent(bytes -> files.put(entry.substring(entry.lastIndexOf('/') + 1), bytes));
                }
                return files.isEmpty()
                        ? new Kept(name, "exchange.problem.picture-missing")
                        : new Kept(OfficeBlips.keep(files, pictures), null);
            } catch (Problem problem) {
                return new Kept(name, "exchange.problem.picture-refused");
            } catch (IOException e) {
                return new Kept(name, "exchange.problem.picture-missing");
            }
        }
    }
}
