package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.paper.Atoms;
import org.lianbing.bank.exchange.text.XmlParts;

/** The text of a paragraph: runs with their marks, raised and lowered figures, pictures and formulas as atoms. */
final class DocxText {

    /** How much all notes together may say, however often the text refers to them. */
    private static final int LONGEST_NOTES = 500_000;

    private final Atoms atoms;
    private int noted;
    private DocxFields fields = new DocxFields();
    private final DocxStyles styles;
    private final DocxLooks looks;
    private final Map<String, String> notes;
    private final Function<List<String>, Optional<String>> pictures;

    /**
     * Reads paragraphs of one document.
     *
     * @param notes the texts of its footnotes by {@link DocxNotes#key}
     * @param pictures the stored name of the picture behind one of several ids of relationships, the first preferred
     */
    DocxText(
            Atoms atoms,
            DocxStyles styles,
            Map<String, String> notes,
            Function<List<String>, Optional<String>> pictures) {
        this.looks = new DocxLooks(styles);
        this.notes = notes;
        this.atoms = atoms;
        this.styles = styles;
        this.pictures = pictures;
    }

    /** Whether all that a paragraph says is bold. */
    boolean isBold(Element paragraph) {
        return looks.isBold(paragraph);
    }

    String of(Element paragraph) {
        StringBuilder text = new StringBuilder();
        DocxFields before = fields;
        fields = new DocxFields();
        parts(paragraph, text);
        fields = before;
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
                case "AlternateContent" ->
                    XmlParts.children(child).stream().findFirst().ifPresent(choice -> parts(choice, text));
                case "sdt" -> control(child, text);
                case "del", "moveFrom", "pPr", "bookmarkStart", "bookmarkEnd", "proofErr" -> {
                    // Struck out, or says nothing.
                }
                default -> parts(child, text);
            }
        }
    }

    /** A field of a form: one to tick shows a cross where it is ticked. */
    private void control(Element control, StringBuilder text) {
        Optional<Element> box = XmlParts.child(control, "sdtPr").flatMap(all -> XmlParts.child(all, "checkbox"));
        if (box.isEmpty()) {
            parts(control, text);
        } else if (XmlParts.child(box.get(), "checked")
                .filter(on -> List.of("1", "true", "on").contains(DocxNumbering.value(on, "val")))
                .isPresent()) {
            text.append('√');
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
        boolean underlined = looks.underlined(run);
        boolean blank = words.toString().isBlank();
        if (underlined && blank && words.indexOf("\n") < 0) {
            text.append("____");
        } else if (align.equals("superscript") && !blank) {
            text.append(atoms.of("<sup>" + escaped(words) + "</sup>"));
        } else if (align.equals("subscript") && !blank) {
            text.append(atoms.of("<sub>" + escaped(words) + "</sub>"));
        } else if ((underlined || looks.colored(run)) && !blank) {
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

    private void content(Element run, StringBuilder words) {
        String font = XmlParts.child(run, "rPr")
                .flatMap(all -> XmlParts.child(all, "rFonts"))
                .map(fonts -> DocxNumbering.value(fonts, "ascii"))
                .orElse("");
        for (Element child : XmlParts.children(run)) {
            switch (XmlParts.name(child)) {
                case "fldChar" ->
                    fields.sign(DocxNumbering.value(child, "fldCharType"))
                            .ifPresent(shown -> words.append(shown.startsWith("$") ? atoms.of(shown) : shown));
                case "instrText" -> fields.instruction(child.getTextContent());
                default -> {
                    if (fields.isShown()) {
                        shown(child, font, words);
                    }
                }
            }
        }
    }

    private void shown(Element child, String font, StringBuilder words) {
        switch (XmlParts.name(child)) {
            case "t" -> words.append(DocxSymbols.shown(child.getTextContent(), font));
            case "tab", "ptab" -> words.append("    ");
            case "br", "cr" -> words.append('\n');
            case "noBreakHyphen" -> words.append('-');
            case "sym" ->
                words.append(
                        DocxSymbols.symbol(DocxNumbering.value(child, "char"), DocxNumbering.value(child, "font")));
            case "ruby" -> XmlParts.child(child, "rubyBase").ifPresent(base -> parts(base, words));
            case "footnoteReference", "endnoteReference" -> note(child, words);
            case "drawing", "pict", "object" -> picture(child, words);
            case "AlternateContent" ->
                XmlParts.children(child).stream()
                        .findFirst()
                        .ifPresent(choice -> XmlParts.children(choice).forEach(one -> shown(one, font, words)));
            default -> {
                // Properties, comments, marks of the layout.
            }
        }
    }

    private void note(Element reference, StringBuilder words) {
        String note = notes.getOrDefault(DocxNotes.key(reference), "");
        if (noted + note.length() <= LONGEST_NOTES) {
            noted += note.length();
            words.append(note);
        }
    }

    private void picture(Element drawing, StringBuilder words) {
        String alt = XmlParts.all(drawing, "docPr").stream()
                .map(properties -> properties.getAttribute("descr"))
                .filter(said -> !said.isBlank() && said.length() < 200)
                .findFirst()
                .orElse("");
        List<Element> boxes = DocxDrawn.boxes(drawing);
        List<List<String>> all = DocxDrawn.pictures(drawing);
        if (all.isEmpty() && boxes.isEmpty() && DocxDrawn.shows(drawing)) {
            // Nothing that could be kept, which its question has to say.
            all = List.of(List.of());
        }
        for (List<String> ids : all) {
            pictures.apply(ids)
                    .ifPresent(stored -> words.append(
                            atoms.of("![" + alt.replaceAll("[\\[\\]\\s]+", " ").strip() + "](" + stored + ")")));
        }
        // Words in a text box belong to the text.
        for (Element box : boxes) {
            for (Element paragraph : DocxTables.paragraphs(box)) {
                words.append('\n').append(of(paragraph));
            }
        }
    }
}
