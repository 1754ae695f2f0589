package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.dhatim.fastexcel.reader.CellRangeAddress;

/**
 * Cells that run over several rows, by sheet: the reader of the rows tells nothing of them. What stands in the first
 * cell holds for all rows beside it.
 */
public final class MergedCells {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int MOST = 50_000;

    private final Map<String, List<CellRangeAddress>> bySheet = new HashMap<>();

    private MergedCells() {}

    /** Reads where cells are merged; the file was checked before. */
    public static MergedCells of(Path file) throws IOException {
        MergedCells merged = new MergedCells();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, String> targets = new HashMap<>();
            read(zip, "xl/_rels/workbook.xml.rels", xml -> {
                if (xml.getLocalName().equals("Relationship")) {
                    targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
                }
            });
            Map<String, String> sheets = new HashMap<>();
            read(zip, "xl/workbook.xml", xml -> {
                if (xml.getLocalName().equals("sheet")) {
                    String target = targets.get(String.valueOf(xml.getAttributeValue(RELATIONS, "id")));
                    if (target != null) {
                        sheets.put(
                                xml.getAttributeValue(null, "name"),
                                target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            });
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                List<CellRangeAddress> ranges = new ArrayList<>();
                read(zip, sheet.getValue(), xml -> {
                    String range = xml.getLocalName().equals("mergeCell") ? xml.getAttributeValue(null, "ref") : null;
                    if (range != null && range.contains(":") && ranges.size() < MOST) {
                        ranges.add(CellRangeAddress.valueOf(range));
                    }
                });
                merged.bySheet.put(sheet.getKey(), ranges);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return merged;
    }

    /** The ranges of a sheet that are more than one row high. */
    public List<CellRangeAddress> of(String sheet) {
        return bySheet.getOrDefault(sheet, List.of()).stream()
                .filter(range -> range.getLastRow() > range.getFirstRow())
                .toList();
    }

    /** All merged ranges of a sheet, beside each other or above. */
    public List<CellRangeAddress> all(String sheet) {
        return List.copyOf(bySheet.getOrDefault(sheet, List.of()));
    }

    private static void read(ZipFile zip, String name, Consumer<XMLStreamReader> element)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    element.accept(xml);
                }
            }
        }
    }
}
