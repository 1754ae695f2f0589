package org.lianbing.bank.exchange.wide;

import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.wide.MarkedWorkbook.Marks;
import org.lianbing.base.sheet.SheetCells;

/** A sheet that is copied with a column behind the others which says what is wrong, wide enough to be read. */
final class MarkedSheet {

    private static final String WIDTH = "50";
    /** Characters from here on are as wide as two. */
    private static final int HAN = 0x1100;
    /** The height of a line in points. */
    private static final double LINE = 15;

    private static final int MOST_COLUMNS = 16_384;

    private final Marks marks;
    private final int style;
    private final int heading;
    /** Of the heading, from 0. */
    private int column;

    private int row;
    private int last;
    private boolean wide;

    /** @param style of the cells in that column; -1 for none */
    MarkedSheet(Marks marks, int style) {
        this.marks = marks;
        this.style = style;
        this.heading = Math.max(1, marks.first() - 1);
    }

    /** Finds the column: the first behind all above the first row of which something is said. */
    void look(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(in);
        int widest = 0;
        row = 0;
        while (xml.hasNext() && row <= heading) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                at(xml);
                if (row <= heading) {
                    widest = Math.max(widest, last);
                }
            }
        }
        column = widest + 1;
    }

    /** Writes the sheet with its marks. */
    void copy(InputStream in, OutputStream out) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(in);
        XmlCopy copy = new XmlCopy(xml, out);
        row = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml, copy);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName(), copy);
            } else {
                copy.text(event);
            }
        }
        copy.close();
    }

    private void at(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (name.equals("row")) {
            row = number(xml.getAttributeValue(null, "r"), row + 1);
            last = -1;
        } else if (name.equals("c")) {
            last = column(xml.getAttributeValue(null, "r"), last + 1);
        }
    }

    private void start(XMLStreamReader xml, XmlCopy copy) throws XMLStreamException {
        at(xml);
        switch (xml.getLocalName()) {
            case "col" -> width(xml, copy);
            case "row" -> {
                boolean hidden = marks.right().contains(row);
                String height = height(xml);
                copy.start(name ->
                        name.equals("spans") || hidden && name.equals("hidden") || height != null && name.equals("ht"));
                if (hidden) {
                    copy.attribute("hidden", "1");
                }
                if (height != null) {
                    copy.attribute("ht", height);
                }
            }
            case "sheetData" -> {
                if (!wide) {
                    copy.add("cols");
                    own(copy);
                    copy.end();
                }
                copy.start(name -> false);
            }
            default -> copy.start(name -> false);
        }
    }

    private void end(String name, XmlCopy copy) throws XMLStreamException {
        switch (name) {
            case "col" -> {
                // It was ended where it was split.
            }
            case "cols" -> {
                if (!wide) {
                    own(copy);
                }
                copy.end();
            }
            case "row" -> {
                String text = said();
                if (text != null) {
                    cell(copy, Math.max(last + 1, column), text);
                }
                copy.end();
            }
            default -> copy.end();
        }
    }

    private @Nullable String said() {
        String said = marks.told().get(row);
        return said == null && row == heading ? marks.heading() : said;
    }

    /** A height that a program found for the row must be enough for the problem too; null where it may stay. */
    private @Nullable String height(XMLStreamReader xml) {
        String text = said();
        String height = xml.getAttributeValue(null, "ht");
        String fixed = xml.getAttributeValue(null, "customHeight");
        if (text == null || height == null || "1".equals(fixed) || "true".equals(fixed)) {
            return null;
        }
        double lines = text.lines()
                .mapToDouble(line -> Math.ceil(
                        line.chars().mapToDouble(one -> one < HAN ? 1 : 2).sum() / Double.parseDouble(WIDTH)))
                .sum();
        return height.matches("\\d{1,3}(?:\\.\\d{1,9})?") && Double.parseDouble(height) < lines * LINE
                ? String.valueOf(lines * LINE)
                : null;
    }

    /** Columns of one width, around the one that has its own: no two may speak of the same. */
    private void width(XMLStreamReader xml, XmlCopy copy) throws XMLStreamException {
        int own = column + 1;
        int min = number(xml.getAttributeValue(null, "min"), 1);
        int max = number(xml.getAttributeValue(null, "max"), min);
        if (!wide && own < min) {
            own(copy);
        }
        if (own < min || own > max) {
            range(copy, min, max);
            return;
        }
        if (min < own) {
            range(copy, min, own - 1);
        }
        own(copy);
        if (own < max) {
            range(copy, own + 1, max);
        }
    }

    private static void range(XmlCopy copy, int min, int max) throws XMLStreamException {
        copy.start(name -> name.equals("min") || name.equals("max"));
        copy.attribute("min", String.valueOf(min));
        copy.attribute("max", String.valueOf(max));
        copy.end();
    }

    private void own(XmlCopy copy) throws XMLStreamException {
        wide = true;
        if (column >= MOST_COLUMNS) {
            return;
        }
        String at = String.valueOf(column + 1);
        copy.add("col", "min", at, "max", at, "width", WIDTH, "customWidth", "1");
        copy.end();
    }

    private void cell(XmlCopy copy, int at, String text) throws XMLStreamException {
        copy.add("c", "r", SheetCells.letters(at) + row, "t", "inlineStr");
        if (style >= 0) {
            copy.attribute("s", String.valueOf(style));
        }
        copy.add("is");
        copy.add("t");
        copy.say(text);
        copy.end();
        copy.end();
        copy.end();
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    /** The column of a cell's name, from 0: AB12 is 27. */
    private static int column(@Nullable String name, int otherwise) {
        if (name == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(name.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }
}
