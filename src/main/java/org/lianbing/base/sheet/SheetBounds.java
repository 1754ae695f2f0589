package org.lianbing.base.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.base.Problem;

/**
 * Looks at the XML of a workbook before the reader of its rows does. That one fills up a row with nothing as far as the
 * column that a cell names, and holds a cell whole, so that a file of two kilobytes could take all memory. Any part may
 * be named as a sheet; therefore all are looked at, with the same parser.
 */
public final class SheetBounds {

    /** Of a sheet, as Excel has them: up to XFD. */
    public static final int MOST_COLUMNS = 16_384;

    /** Of a sheet, as Excel has them. */
    public static final int MOST_ROWS = 1_048_576;

    /** Of one tag, or of a cell with all that is in it, in bytes: Excel takes 32,767 characters into a cell. */
    private static final int LONGEST = 2 << 20;

    /** With the gaps between cells, over a sheet. */
    private static final long MOST_PLACES = 200_000_000;

    private static final int DEEPEST = 200;
    private static final Logger LOG = LoggerFactory.getLogger(SheetBounds.class);
    private static final XMLInputFactory XML = factory();

    private final TagLengths in;
    private int depth;
    /** How many rows, one within the other, are open; in a sound sheet one. */
    private int rows;

    private int cells;
    private int columns;
    private long places;
    /** Where the outermost cell or shared text began, and how deep it lies; 0 while none is open. */
    private long textBegan;

    private int textDepth;

    private SheetBounds(TagLengths in) {
        this.in = in;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Looks at a part of a workbook, as far as it is XML.
     *
     * @throws Problem where a cell or row lies outside of what a sheet can have, or something in it swells up
     */
    public static void check(InputStream part) {
        TagLengths bytes = new TagLengths(part, LONGEST);
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(bytes);
            new SheetBounds(bytes).read(xml);
        } catch (XMLStreamException e) {
            LOG.trace("a picture; or a sheet that is broken here, which its reader will find as well", e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw broken();
                }
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
                depth--;
            }
            if (textDepth > 0 && in.came() - textBegan > LONGEST) {
                throw swells();
            }
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> {
                demandRow(xml.getAttributeValue(null, "r"));
                if (rows++ == 0) {
                    cells = 0;
                    columns = 0;
                }
            }
            case "c" -> {
                // One without a name stands where it would if all before it had stood beside each other.
                columns = Math.max(columns, column(xml.getAttributeValue(null, "r"), cells) + 1);
                if (rows > 0 && ++cells > MOST_COLUMNS) {
                    throw broken();
                }
                beginText();
            }
            case "si" -> beginText();
            default -> {
                // Nothing that is held or filled up.
            }
        }
    }

    private void beginText() {
        if (textDepth == 0) {
            textDepth = depth;
            textBegan = in.came();
        }
    }

    private void end(String name) {
        if (depth == textDepth) {
            textDepth = 0;
        }
        if (name.equals("row") && --rows == 0) {
            places += columns;
            if (places > MOST_PLACES) {
                throw swells();
            }
        }
    }

    private static void demandRow(@Nullable String number) {
        if (number != null && !isRow(number)) {
            throw broken();
        }
    }

    private static boolean isRow(String number) {
        return !number.isEmpty()
                && number.length() <= 7
                && number.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                && Integer.parseInt(number) <= MOST_ROWS;
    }

    /** The column of a cell's name, from 0. */
    private static int column(@Nullable String name, int otherwise) {
        if (name == null) {
            return otherwise;
        }
        int column = 0;
        int at = 0;
        while (at < name.length() && isLetter(name.charAt(at)) && column <= MOST_COLUMNS) {
            column = column * 26 + Character.toUpperCase(name.charAt(at++)) - 'A' + 1;
        }
        if (column == 0 || column > MOST_COLUMNS || !isRow(name.substring(at))) {
            throw broken();
        }
        return column - 1;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z';
    }

    private static Problem broken() {
        return Problem.invalid("exchange.file-broken");
    }

    private static Problem swells() {
        return Problem.invalid("exchange.file-swells");
    }
}
