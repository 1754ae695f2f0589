package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.dhatim.fastexcel.reader.CellRangeAddress;

import org.lianbing.base.sheet.SheetCells.Area;

/**
 * Cells that run over several rows, by sheet: the reader of the rows tells nothing of them. What stands in the first
 * cell holds for all rows beside it.
 */
public final class MergedCells {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /** Over all sheets of a workbook. */
    private static final int MOST = 50_000;

    private final Map<String, List<Area>> bySheet = new HashMap<>();
    private final Set<String> cut = new HashSet<>();
    private int count;

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
                List<Area> areas = new ArrayList<>();
                read(zip, sheet.getValue(), xml -> {
                    String range = xml.getLocalName().equals("mergeCell") ? xml.getAttributeValue(null, "ref") : null;
                    if (range != null && range.contains(":")) {
                        merged.take(sheet.getKey(), CellRangeAddress.valueOf(range), areas);
                    }
                });
                merged.bySheet.put(sheet.getKey(), areas);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return merged;
    }

    private void take(String sheet, CellRangeAddress range, List<Area> areas) {
        if (++count > MOST) {
            cut.add(sheet);
        } else {
            areas.add(new Area(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()));
        }
    }

    /** The ranges of a sheet that are more than one row high. */
    public List<Area> of(String sheet) {
        return all(sheet).stream().filter(area -> area.bottom() > area.top()).toList();
    }

    /** All merged ranges of a sheet, beside each other or above. */
    public List<Area> all(String sheet) {
        return List.copyOf(bySheet.getOrDefault(sheet, List.of()));
    }

    /** How many are taken of a workbook, where this sheet has some beyond that were left out. */
    public OptionalInt cut(String sheet) {
        return cut.contains(sheet) ? OptionalInt.of(MOST) : OptionalInt.empty();
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
