package org.lianbing.bank.exchange.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.base.Problem;
import org.lianbing.media.PictureType;

/** Finds which files a picture of an Office document stands for, the original drawing before what was painted of it. */
public final class OfficeBlips {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private OfficeBlips() {}

    /** The ids of relationships of each picture in an element: the first is preferred, the others stand in for it. */
    public static List<List<String>> ids(Element within) {
        List<List<String>> all = new ArrayList<>();
        for (Element blip : XmlParts.all(within, "blip")) {
            List<String> ids = new ArrayList<>();
            XmlParts.all(blip, "svgBlip").forEach(drawing -> add(drawing, "embed", ids));
            add(blip, "embed", ids);
            // A picture that lies elsewhere is never fetched; its id lets the reader say so.
            if (ids.isEmpty()) {
                add(blip, "link", ids);
            }
            if (!ids.isEmpty()) {
                all.add(ids);
            }
        }
        if (all.isEmpty()) {
            for (Element image : XmlParts.all(within, "imagedata")) {
                List<String> ids = new ArrayList<>();
                add(image, "id", ids);
                if (!ids.isEmpty()) {
                    all.add(ids);
                }
            }
        }
        return all;
    }

    private static void add(Element element, String attribute, List<String> ids) {
        String id = element.getAttributeNS(RELATIONS, attribute);
        String said = id.isEmpty() ? element.getAttribute("r:" + attribute) : id;
        if (!said.isEmpty()) {
            ids.add(said);
        }
    }

    /** A drawing and, if it is refused, what was painted of it. */
    private static Map<String, byte[]> drawn(Map.Entry<String, byte[]> painted, byte[] drawing) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(painted.getKey() + "." + PictureType.SVG.ending(), drawing);
        files.put(painted.getKey(), painted.getValue());
        return files;
    }

    /**
     * Keeps the first of several files that is taken; where there is but one, rather the drawing that it was painted of.
     *
     * @param files bytes by their names, in the order of preference
     * @throws Problem where none is
     */
    public static String keep(Map<String, byte[]> files, PaintedPictures pictures) {
        Problem refused = null;
        if (files.size() == 1) {
            Map.Entry<String, byte[]> only = files.entrySet().iterator().next();
            Optional<byte[]> drawing = CarriedDrawing.of(only.getValue());
            if (drawing.isPresent()) {
                return keep(drawn(only, drawing.get()), pictures);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try {
                return pictures.keep(file.getKey(), file.getValue());
            } catch (Problem problem) {
                refused = problem;
            }
        }
        throw refused == null ? Problem.invalid("exchange.picture-type", "") : refused;
    }
}
