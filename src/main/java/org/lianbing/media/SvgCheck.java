package org.lianbing.media;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.lianbing.base.Problem;

/**
 * Takes only drawings that draw: nothing that runs, nothing from outside. Pictures are shown through {@code img} and
 * served under a content security policy that stops scripts as well; this is the first of the two locks.
 */
public final class SvgCheck {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "metadata",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textpath",
            "marker",
            "pattern",
            "clippath",
            "mask",
            "lineargradient",
            "radialgradient",
            "stop",
            "style",
            "switch",
            "filter",
            "fegaussianblur",
            "feoffset",
            "femerge",
            "femergenode",
            "feflood",
            "fecomposite",
            "feblend",
            "fecolormatrix");

    /** In a style or an attribute: anything that fetches, save a reference into the same drawing. */
    private static final Pattern FETCHES = Pattern.compile(
            "@import|expression\\s*\\(|javascript:|url\\s*\\(\\s*['\"]?\\s*(?!#)", Pattern.CASE_INSENSITIVE);

    private SvgCheck() {}

    /**
     * Checks a drawing.
     *
     * @throws Problem invalid, where it is no SVG or holds more than a drawing
     */
    public static void check(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            boolean first = true;
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        checkElement(reader, first);
                        first = false;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> checkText(reader.getText());
                    case XMLStreamConstants.DTD -> throw refuse("DOCTYPE");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw refuse(reader.getPITarget());
                    default -> {
                        // Comments and spaces show nothing and do nothing.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw Problem.invalid(
                    "media.svg-broken",
                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        }
    }

    private static void checkElement(XMLStreamReader reader, boolean first) {
        String name = reader.getLocalName().toLowerCase(Locale.ROOT);
        boolean drawing = SVG.equals(reader.getNamespaceURI()) && ELEMENTS.contains(name);
        if (!drawing || first && !name.equals("svg")) {
            throw refuse("<" + reader.getLocalName() + ">");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            checkAttribute(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), reader.getAttributeValue(i));
        }
    }

    private static void checkAttribute(String name, String value) {
        boolean reference = name.equals("href") || name.equals("src");
        if (name.startsWith("on") || reference && !value.strip().startsWith("#")) {
            throw refuse(name);
        }
        checkText(value);
    }

    private static void checkText(String text) {
        if (FETCHES.matcher(text.replace("\\", "")).find()) {
            throw refuse("url(…)");
        }
    }

    private static Problem refuse(String what) {
        return Problem.invalid("media.svg", what);
    }
}
