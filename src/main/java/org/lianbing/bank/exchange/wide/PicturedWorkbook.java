package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.office.OfficePicture;
import org.lianbing.bank.exchange.wide.SheetPictures.Placed;
import org.lianbing.media.MediaFile;

/**
 * A workbook whose one picture, put there to hold the place, is taken for many. The library that writes the rows would
 * keep them all in memory and knows no drawings.
 */
final class PicturedWorkbook {

    private static final String DRAWING = "xl/drawings/drawing1.xml";
    private static final String RELATIONS = "xl/drawings/_rels/drawing1.xml.rels";
    private static final String MEDIA = "xl/media/";
    private static final String TYPES = "[Content_Types].xml";
    /** A pixel, of which 96 are an inch; Office counts 914,400 units in one. */
    private static final long UNITS = 9_525;

    private static final int LEFT = 4;

    private PicturedWorkbook() {}

    static void write(
            Path bare,
            List<Placed> pictures,
            Function<String, OfficePicture> looks,
            ExportedItems items,
            OutputStream out)
            throws IOException {
        Map<String, Integer> places = new LinkedHashMap<>();
        pictures.forEach(one -> places.putIfAbsent(one.id(), places.size() + 1));
        ZipOutputStream packed = new ZipOutputStream(out);
        try (ZipFile zip = new ZipFile(bare.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.startsWith(MEDIA)) {
                    continue;
                }
                packed.putNextEntry(new ZipEntry(name));
                switch (name) {
                    case DRAWING -> drawing(pictures, places, looks, packed);
                    case RELATIONS -> relations(places, looks, packed);
                    default -> {
                        try (InputStream in = zip.getInputStream(entry)) {
                            copy(name, in, packed);
                        }
                    }
                }
                packed.closeEntry();
            }
        }
        for (String id : places.keySet()) {
            Optional<MediaFile> file = items.media(id);
            if (file.isPresent()) {
                looks.apply(id).files(file.get(), (name, bytes) -> {
                    packed.putNextEntry(new ZipEntry(MEDIA + name));
                    packed.write(bytes);
                    packed.closeEntry();
                });
            }
        }
        packed.finish();
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException {
        if (!name.equals(TYPES)) {
            in.transferTo(out);
            return;
        }
        String types = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("<Default Extension=\"png\"[^>]*/>", "");
        write(
                types.replaceFirst(
                        "(<Types[^>]*>)",
                        "$1"
                                + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                                + "<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>"
                                + "<Default Extension=\"gif\" ContentType=\"image/gif\"/>"
                                + "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"),
                out);
    }

    private static void drawing(
            List<Placed> pictures, Map<String, Integer> places, Function<String, OfficePicture> looks, OutputStream out)
            throws IOException {
        write("""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">""", out);
        int number = 1;
        for (Placed one : pictures) {
            int place = places.getOrDefault(one.id(), 0);
            write(
                    anchor(
                            one,
                            number++,
                            OfficePicture.blip(
                                    shown(place), looks.apply(one.id()).drawing() ? drawn(place) : null)),
                    out);
        }
        write("</xdr:wsDr>", out);
    }

    private static String anchor(Placed one, int number, String blip) {
        String extent = "cx=\"" + one.wide() * UNITS + "\" cy=\"" + one.high() * UNITS + "\"";
        return "<xdr:oneCellAnchor><xdr:from><xdr:col>" + one.column() + "</xdr:col><xdr:colOff>" + LEFT * UNITS
                + "</xdr:colOff><xdr:row>" + one.row() + "</xdr:row><xdr:rowOff>" + one.top() * UNITS
                + "</xdr:rowOff></xdr:from><xdr:ext " + extent + "/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\""
                + (number + 1) + "\" name=\"" + OfficePicture.attribute(one.name()) + "\" descr=\""
                + OfficePicture.attribute(one.alt())
                + "\"/><xdr:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>"
                + blip + "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                + "<a:ext " + extent
                + "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>"
                + "<xdr:clientData/></xdr:oneCellAnchor>";
    }

    private static void relations(Map<String, Integer> places, Function<String, OfficePicture> looks, OutputStream out)
            throws IOException {
        write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
                out);
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            OfficePicture look = looks.apply(place.getKey());
            write(relation(shown(place.getValue()), look.file()), out);
            if (look.drawing()) {
                write(relation(drawn(place.getValue()), look.drawingFile()), out);
            }
        }
        write("</Relationships>", out);
    }

    private static String relation(String id, @Nullable String file) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"../media/"
                + file + "\"/>";
    }

    private static String shown(int place) {
        return "rId" + place;
    }

    private static String drawn(int place) {
        return "rIdSvg" + place;
    }

    private static void write(String xml, OutputStream out) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
