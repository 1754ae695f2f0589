package org.lianbing.bank.exchange.word;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.text.TexMathMl;
import org.lianbing.bank.exchange.text.XmlParts;

/**
 * TeX as Office Math (ECMA-376 part 1, 22.1), as far as {@link TexMathMl} knows it: fractions, roots, scripts, fences,
 * sums, functions, words.
 */
final class TexOmml {

    /** What no part of XML can say. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]");

    /** Rows within rows: four elements each at most, and {@link SafeXml} reads 200. */
    private static final int DEEPEST = 30;

    private static final String SUMS = "∑∏∫";
    /** Before these what is summed up is over. */
    private static final String ENDS = "+−=<>≤≥≠≈≡∼∝→⇒,;";

    private static final String UPRIGHT = "<m:rPr><m:sty m:val=\"p\"/></m:rPr>";
    private static final String WORDS = "<m:rPr><m:nor/></m:rPr>";
    private static final String FONT = "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/></w:rPr>";

    private static final Map<String, String> ACCENTS =
            Map.of("→", "\u20d7", "^", "\u0302", "˙", "\u0307", "~", "\u0303");
    private static final Map<String, String> SPACES = Map.of("0em", "", "1em", "\u2003", "2em", "\u2003\u2003");

    private int depth;

    private TexOmml() {}

    /** What is nested deeper than anybody writes. */
    private static final class TooDeep extends Exception {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super(null, null, false, false);
        }
    }

    /** The element {@code m:oMath}, with the prefixes of our documents; empty where something of the formula is not known. */
    static Optional<String> of(String tex) {
        if (UNSPEAKABLE.matcher(tex).find()) {
            return Optional.empty();
        }
        Optional<Element> row = TexMathMl.of(tex, false)
                .map(TexOmml::parsed)
                .flatMap(math -> XmlParts.child(math, "semantics"))
                .flatMap(both -> XmlParts.child(both, "mrow"));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        try {
            String inner = new TexOmml().row(XmlParts.children(row.get()));
            return inner.isEmpty() ? Optional.empty() : Optional.of("<m:oMath>" + inner + "</m:oMath>");
        } catch (TooDeep deep) {
            return Optional.empty();
        }
    }

    /** What our reader takes an {@code m:oMath} of {@link #of} for. */
    static String readBack(String omml) {
        return OmmlTex.of(parsed(omml.replaceFirst(
                "<m:oMath>", "<m:oMath xmlns:m=\"" + DocxWriter.MATH + "\" xmlns:w=\"" + DocxWriter.WORD + "\">")));
    }

    private static Element parsed(String xml) {
        return SafeXml.document(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private String row(List<Element> parts) throws TooDeep {
        if (++depth > DEEPEST) {
            throw new TooDeep();
        }
        StringBuilder row = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        String style = "";
        for (int at = 0; at < parts.size(); at++) {
            Element part = parts.get(at);
            int end = behind(parts, at);
            if (end == at + 1 && isToken(part)) {
                if (!style.equals(style(part))) {
                    row.append(run(letters, style));
                    style = style(part);
                }
                letters.append(said(part));
                continue;
            }
            row.append(run(letters, style));
            List<Element> behind = parts.subList(at + 1, end);
            row.append(behind.isEmpty() ? structure(part) : together(part, behind));
            at = end - 1;
        }
        depth--;
        return row.append(run(letters, style)).toString();
    }

    /** Where a part ends with what belongs to it. */
    private static int behind(List<Element> parts, int at) {
        Element part = parts.get(at);
        if (isSum(part)) {
            return summed(parts, at + 1);
        }
        if (isFunction(part)) {
            return operand(parts, at + 1);
        }
        return isBefore(part) ? Math.min(at + 2, parts.size()) : at + 1;
    }

    private String together(Element part, List<Element> behind) throws TooDeep {
        if (isSum(part)) {
            return sum(part, behind);
        }
        return isFunction(part) ? function(part, behind) : before(part, behind);
    }

    /** Letters so far, of which none are left then. */
    private static String run(StringBuilder letters, String style) {
        String text = letters.toString();
        letters.setLength(0);
        return text.isEmpty()
                ? ""
                : "<m:r>" + style + (style.equals(WORDS) ? "" : FONT) + "<m:t xml:space=\"preserve\">"
                        + DocxRuns.escaped(text) + "</m:t></m:r>";
    }

    private static boolean isToken(Element part) {
        return List.of("mi", "mn", "mo", "mtext", "mspace").contains(XmlParts.name(part));
    }

    private static String style(Element part) {
        return switch (XmlParts.name(part)) {
            case "mtext" -> WORDS;
            case "mi" -> part.hasAttribute("mathvariant") || isFunction(part) ? UPRIGHT : "";
            default -> "";
        };
    }

    private static String said(Element part) {
        return XmlParts.name(part).equals("mspace")
                ? SPACES.getOrDefault(part.getAttribute("width"), "\u2005")
                : part.getTextContent();
    }

    /** Itself, or what stands at its scripts. */
    private static Element base(Element part) {
        return List.of("msub", "msup", "msubsup", "munder", "mover", "munderover")
                                .contains(XmlParts.name(part))
                        && !part.hasAttribute("accent")
                ? XmlParts.children(part).getFirst()
                : part;
    }

    private static boolean isSum(Element part) {
        Element base = base(part);
        return XmlParts.name(base).equals("mo") && SUMS.contains(base.getTextContent());
    }

    /** A name of several letters that nobody set upright himself. */
    private static boolean isFunction(Element part) {
        Element base = base(part);
        return XmlParts.name(base).equals("mi")
                && !base.hasAttribute("mathvariant")
                && base.getTextContent().length() > 1;
    }

    /** Scripts at nothing stand before what follows, such as the numbers of a nuclide. */
    private static boolean isBefore(Element part) {
        Element base = base(part);
        return XmlParts.name(part).equals("msubsup")
                && XmlParts.name(base).equals("mrow")
                && XmlParts.children(base).isEmpty();
    }

    /** Behind what a function is of: one thing, and none where a sign or a space follows. */
    private static int operand(List<Element> parts, int from) {
        boolean none = from == parts.size()
                || List.of("mo", "mspace").contains(XmlParts.name(parts.get(from)))
                || isSum(parts.get(from))
                || isFunction(parts.get(from));
        return none ? from : from + 1;
    }

    /** Behind what is summed up: before the next sign of a relation or a sum, outside of parentheses. */
    private static int summed(List<Element> parts, int from) {
        int open = 0;
        for (int at = from; at < parts.size(); at++) {
            String sign =
                    XmlParts.name(parts.get(at)).equals("mo") ? parts.get(at).getTextContent() : " ";
            open += "([".contains(sign) ? 1 : ")]".contains(sign) ? -1 : 0;
            if (open < 0 || open == 0 && ENDS.contains(sign)) {
                return at;
            }
        }
        return parts.size();
    }

    private String sum(Element part, List<Element> of) throws TooDeep {
        String name = XmlParts.name(part);
        List<Element> scripts = XmlParts.children(part);
        boolean both = scripts.size() == 3;
        String below = both || name.equals("msub") || name.equals("munder") ? whole(scripts.get(1)) : "";
        String above = both || name.equals("msup") || name.equals("mover") ? whole(scripts.getLast()) : "";
        return "<m:nary><m:naryPr><m:chr m:val=\"" + base(part).getTextContent() + "\"/><m:limLoc m:val=\""
                + (name.startsWith("mu") || name.equals("mover") ? "undOvr" : "subSup") + "\"/>"
                + (below.isEmpty() ? "<m:subHide m:val=\"1\"/>" : "")
                + (above.isEmpty() ? "<m:supHide m:val=\"1\"/>" : "")
                + "</m:naryPr>" + in("sub", below) + in("sup", above) + in("e", row(of)) + "</m:nary>";
    }

    private String function(Element name, List<Element> of) throws TooDeep {
        String said = isToken(name) ? run(new StringBuilder(said(name)), UPRIGHT) : structure(name);
        return in("func", in("fName", said) + in("e", row(of)));
    }

    private String before(Element part, List<Element> of) throws TooDeep {
        List<Element> parts = XmlParts.children(part);
        return in("sPre", in("sub", whole(parts.get(1))) + in("sup", whole(parts.get(2))) + in("e", row(of)));
    }

    private String structure(Element part) throws TooDeep {
        List<Element> parts = XmlParts.children(part);
        return switch (XmlParts.name(part)) {
            case "mfrac" -> in("f", in("num", whole(parts.get(0))) + in("den", whole(parts.get(1))));
            case "msqrt" ->
                "<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/>" + in("e", row(parts)) + "</m:rad>";
            case "mroot" -> in("rad", in("deg", whole(parts.get(1))) + in("e", whole(parts.get(0))));
            case "msub" -> in("sSub", in("e", whole(parts.get(0))) + in("sub", whole(parts.get(1))));
            case "msup" -> in("sSup", in("e", whole(parts.get(0))) + in("sup", whole(parts.get(1))));
            case "msubsup" ->
                in(
                        "sSubSup",
                        in("e", whole(parts.get(0))) + in("sub", whole(parts.get(1))) + in("sup", whole(parts.get(2))));
            case "munder" -> limit("limLow", whole(parts.get(0)), whole(parts.get(1)));
            case "munderover" ->
                limit("limUpp", limit("limLow", whole(parts.get(0)), whole(parts.get(1))), whole(parts.get(2)));
            case "mover" ->
                part.hasAttribute("accent")
                        ? accented(parts.get(1).getTextContent(), whole(parts.get(0)))
                        : limit("limUpp", whole(parts.get(0)), whole(parts.get(1)));
            case "mrow" -> group(parts);
            default -> row(parts);
        };
    }

    private static String limit(String name, String base, String limit) {
        return in(name, in("e", base) + in("lim", limit));
    }

    private static String accented(String sign, String base) {
        return sign.equals("¯")
                ? "<m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr>" + in("e", base) + "</m:bar>"
                : "<m:acc><m:accPr><m:chr m:val=\"" + ACCENTS.get(sign) + "\"/></m:accPr>" + in("e", base) + "</m:acc>";
    }

    /** Between fences that grow with what is in them, or just together. */
    private String group(List<Element> parts) throws TooDeep {
        int from = !parts.isEmpty() && isFence(parts.getFirst()) ? 1 : 0;
        int to = parts.size() > from && isFence(parts.getLast()) ? parts.size() - 1 : parts.size();
        if (from == 0 && to == parts.size()) {
            return row(parts);
        }
        return "<m:d><m:dPr><m:begChr m:val=\""
                + (from == 0 ? "" : parts.getFirst().getTextContent())
                + "\"/><m:endChr m:val=\""
                + (to == parts.size() ? "" : parts.getLast().getTextContent())
                + "\"/></m:dPr>" + in("e", row(parts.subList(from, to))) + "</m:d>";
    }

    private static boolean isFence(Element part) {
        return part.hasAttribute("fence");
    }

    private String whole(Element part) throws TooDeep {
        return row(List.of(part));
    }

    private static String in(String name, String inner) {
        return "<m:" + name + ">" + inner + "</m:" + name + ">";
    }
}
