package org.lianbing.bank.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.lianbing.base.Problem;
import org.lianbing.base.disk.Flaws;
import org.lianbing.media.SvgCheck;

/**
 * SVG that is safe, scales, and is legible on a light and on a dark page: either it paints its own ground, or its
 * lines and letters are {@code currentColor} or of a tone that stands out from both (3 to 1, WCAG 2.2, 1.4.11), or from
 * the shape they lie on or go around. Letters are large enough on a phone of 390 pixels.
 */
final class Drawings implements BankRule {

    private static final double LEAST_CONTRAST = 3;
    private static final double LIGHT = 1;
    /** The luminance of the dark page. */
    private static final double DARK = luminance("#12161c");

    /** How wide a drawing is shown on a phone, and the smallest letters there, in pixels. */
    private static final double SHOWN = 340;

    private static final double SMALLEST = 10.5;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern NUMBERS = Pattern.compile("-?[0-9.]+");
    private static final double USUAL_LETTERS = 16;

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            for (Path file : set.drawings()) {
                check(file, bank.folder().relativize(file).toString().replace('\\', '/'), flaws);
            }
        }
    }

    private static void check(Path file, String name, Flaws flaws) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            SvgCheck.check(bytes);
            check(drawing(bytes), name, flaws);
        } catch (Problem problem) {
            flaws.add(name, 0, problem.code(), problem.arguments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document drawing(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static void check(Document drawing, String name, Flaws flaws) {
        List<Double> box = numbers(drawing.getDocumentElement().getAttribute("viewBox"));
        if (box.size() != 4) {
            flaws.add(name, 0, "bank.check.view-box");
            return;
        }
        boolean ground = hasGround(drawing, box);
        NodeList all = drawing.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String colour = lines(element);
            if (!ground && !colour.isEmpty() && !standsOut(colour) && !standsOut(colour, beneath(element))) {
                flaws.add(name, 0, "bank.check.colour", colour);
                return;
            }
            if (element.getLocalName().equals("text") && letters(element) * SHOWN / box.get(2) < SMALLEST) {
                flaws.add(
                        name, 0, "bank.check.letters", element.getTextContent().strip());
                return;
            }
        }
    }

    /** A rectangle over the whole, before anything else. */
    private static boolean hasGround(Document drawing, List<Double> box) {
        NodeList rectangles = drawing.getElementsByTagNameNS("*", "rect");
        if (rectangles.getLength() == 0) {
            return false;
        }
        Element first = (Element) rectangles.item(0);
        boolean whole = first.getAttribute("width").equals("100%")
                || numbers(first.getAttribute("width")).stream().anyMatch(width -> width >= box.get(2))
                        && numbers(first.getAttribute("height")).stream().anyMatch(height -> height >= box.get(3));
        return whole
                && COLOUR.matcher(inherited(first, "fill")).matches()
                && first.getAttribute("opacity").isEmpty();
    }

    /** The colour of what an element draws with, where it must be seen: of letters their fill, else the stroke. */
    private static String lines(Element element) {
        boolean letters =
                element.getLocalName().equals("text") || element.getLocalName().equals("tspan");
        String colour = letters
                ? inherited(element, "fill")
                : element.getAttribute("stroke").toLowerCase(Locale.ROOT);
        return letters && colour.isEmpty() ? "#000000" : colour;
    }

    /** What fills the shape that an outline goes around, or that letters were written on right after it was drawn. */
    private static String beneath(Element element) {
        if (element.hasAttribute("stroke")) {
            return element.getAttribute("fill").toLowerCase(Locale.ROOT);
        }
        Element last = before(element);
        if (last == null && element.getParentNode() instanceof Element group) {
            last = before(group);
        }
        return last == null ? "" : inherited(last, "fill");
    }

    /** The shape before an element or before the letters beside it; null where there is none. */
    private static @Nullable Element before(Element element) {
        for (Node at = element.getPreviousSibling(); at != null; at = at.getPreviousSibling()) {
            if (at instanceof Element shape && !shape.getLocalName().equals("text")) {
                return shape;
            }
        }
        return null;
    }

    private static String inherited(Element element, String attribute) {
        for (Node at = element; at instanceof Element here; at = at.getParentNode()) {
            if (here.hasAttribute(attribute)) {
                return here.getAttribute(attribute).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static double letters(Element text) {
        return Optional.of(numbers(inherited(text, "font-size")))
                .filter(sizes -> !sizes.isEmpty())
                .map(List::getFirst)
                .orElse(USUAL_LETTERS);
    }

    private static boolean standsOut(String colour) {
        String plain = colour.strip().toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(plain).matches()) {
            return plain.equals("none") || plain.equals("currentcolor") || plain.startsWith("url(#");
        }
        double luminance = luminance(plain);
        return contrast(luminance, LIGHT) >= LEAST_CONTRAST && contrast(luminance, DARK) >= LEAST_CONTRAST;
    }

    private static boolean standsOut(String colour, String beneath) {
        return COLOUR.matcher(colour).matches()
                && COLOUR.matcher(beneath).matches()
                && contrast(luminance(colour), luminance(beneath)) >= LEAST_CONTRAST;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher all = NUMBERS.matcher(text);
        while (all.find()) {
            numbers.add(Double.valueOf(all.group()));
        }
        return numbers;
    }
}
