package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.paper.Atoms;
import org.lianbing.bank.exchange.text.XmlParts;

/** The text of a paragraph: runs with their marks, raised and lowered figures, pictures and formulas as atoms. */
final class DocxText {

    private static final Set<String> PLAIN_COLORS =
            Set.of("", "auto", "000000", "FFFFFF", "ffffff", "1A1A1A", "333333");
    private static final String TICKS = "\uF0FC\uF0FE\uF052\u2611";
    private static final String CROSSES = "\uF0FB\uF0FD\uF054\u2612";

    private final Atoms atoms;
    private final DocxStyles styles;
    private final Function<List<String>, Optional<String>> pictures;

    /** @param pictures the stored name of the picture behind one of several ids of relationships, the first preferred */
    DocxText(Atoms atoms, DocxStyles styles, Function<List<String>, Optional<String>> pictures) {
        this.atoms = atoms;
        this.styles = styles;
        this.pictures = pictures;
    }

    String of(Element paragraph) {
        StringBuilder text = new StringBuilder();
        parts(paragraph, text);
        return text.toString().replace(String.valueOf(Atoms.UNMARK) + Atoms.MARK, "");
    }

    private void parts(Element parent, StringBuilder text) {
        StringBuilder spelled = new StringBuilder();
        for (Element child : XmlParts.children(parent)) {
            switch (XmlParts.name(child)) {
                case "r" -> {
                    if (style(child).equals(DocxFormula.SPELLED_STYLE)) {
                        // As it is: signs of fonts are not looked at, and a program may have cut it in two.
                        XmlParts.children(child, "t").forEach(part -> spelled.append(part.getTextContent()));
                    } else {
                        int before = text.length();
                        run(child, text);
                        // Programs put empty runs before formulas.
                        spelled.setLength(text.length() == before ? spelled.length() : 0);
                    }
                }
                case "oMath" -> formula(child, spelled, text);
                case "oMathPara" -> XmlParts.children(child, "oMath").forEach(math -> formula(math, spelled, text));
                case "del", "moveFrom", "pPr", "bookmarkStart", "bookmarkEnd", "proofErr" -> {
                    // Struck out, or says nothing.
                }
                default -> parts(child, text);
            }
        }
    }

    private void formula(Element math, StringBuilder spelled, StringBuilder text) {
        text.append(atoms.of(DocxFormula.markdown(math, spelled.toString())));
        spelled.setLength(0);
    }

    private String style(Element run) {
        return XmlParts.child(run, "rPr")
                .map(all -> styles.name(property(all, "rStyle")))
                .orElse("");
    }

    private void run(Element run, StringBuilder text) {
        Optional<Element> properties = XmlParts.child(run, "rPr");
        StringBuilder words = new StringBuilder();
        content(run, words);
        if (words.isEmpty()) {
            return;
        }
        String style = style(run);
        if (style.equals(DocxRuns.TEX_STYLE)) {
            text.append(atoms.of(words.toString()));
            return;
        }
        if (style.equals(DocxRuns.MORE_SIGNS) || style.equals(DocxRuns.MORE_STYLE)) {
            text.append(words.toString().equals("\n") ? "\n" + Atoms.MORE : Atoms.MORE + words.toString());
            return;
        }
        String align = properties.map(all -> property(all, "vertAlign")).orElse("");
        boolean underlined = properties
                .flatMap(all -> XmlParts.child(all, "u"))
                .map(line -> !DocxNumbering.value(line, "val").equals("none"))
                .orElse(false);
        boolean blank = words.toString().isBlank();
        if (underlined && blank && words.indexOf("\n") < 0) {
            text.append("____");
        } else if (align.equals("superscript") && !blank) {
            text.append(atoms.of("<sup>" + escaped(words) + "</sup>"));
        } else if (align.equals("subscript") && !blank) {
            text.append(atoms.of("<sub>" + escaped(words) + "</sub>"));
        } else if ((underlined || properties.map(DocxText::colored).orElse(false)) && !blank) {
            text.append(Atoms.MARK).append(words).append(Atoms.UNMARK);
        } else {
            text.append(words);
        }
    }

    private static String escaped(CharSequence words) {
        return words.toString().replace("&", "&amp;").replace("<", "&lt;");
    }

    static String property(Element properties, String name) {
        return XmlParts.child(properties, name)
                .map(child -> DocxNumbering.value(child, "val"))
                .orElse("");
    }

    private static boolean colored(Element properties) {
        String highlight = property(properties, "highlight");
        return !PLAIN_COLORS.contains(property(properties, "color"))
                || !highlight.isEmpty() && !highlight.equals("none") && !highlight.equals("white");
    }

    private void content(Element run, StringBuilder words) {
        for (Element child : XmlParts.children(run)) {
            switch (XmlParts.name(child)) {
                case "t" -> words.append(signs(child.getTextContent()));
                case "tab" -> words.append("    ");
                case "br", "cr" -> words.append('\n');
                case "noBreakHyphen" -> words.append('-');
                case "sym" -> symbol(DocxNumbering.value(child, "char"), words);
                case "drawing", "pict", "object" -> picture(child, words);
                case "AlternateContent" ->
                    XmlParts.children(child).stream().findFirst().ifPresent(choice -> content(choice, words));
                default -> {
                    // Properties, comments, marks of the layout.
                }
            }
        }
    }

    private static String signs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            out.append(TICKS.indexOf(sign) >= 0 ? '√' : CROSSES.indexOf(sign) >= 0 ? '×' : sign);
        }
        return out.toString();
    }

    private static void symbol(String code, StringBuilder words) {
        if (code.matches("[0-9A-Fa-f]{4}")) {
            words.append(signs(String.valueOf((char) Integer.parseInt(code, 16))));
        }
    }

    private void picture(Element drawing, StringBuilder words) {
        String alt = XmlParts.all(drawing, "docPr").stream()
                .map(properties -> properties.getAttribute("descr"))
                .filter(said -> !said.isBlank() && said.length() < 200)
                .findFirst()
                .orElse("");
        for (List<String> ids : OfficeBlips.ids(drawing)) {
            pictures.apply(ids)
                    .ifPresent(stored -> words.append(
                            atoms.of("![" + alt.replaceAll("[\\[\\]\\s]+", " ").strip() + "](" + stored + ")")));
        }
        // Words in a text box belong to the text.
        XmlParts.all(drawing, "txbxContent").stream().findFirst().ifPresent(box -> {
            for (Element paragraph : XmlParts.all(box, "p")) {
                words.append('\n').append(of(paragraph));
            }
        });
    }
}
