package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.TexSigns;
import org.lianbing.bank.exchange.text.XmlParts;

/** Office Math (ECMA-376 part 1, 22.1) as LaTeX. What is not known keeps the text in it. */
final class OmmlTex {

    /** A name that stands upright, with a base or an exponent behind it such as in log_2 and sin^2. */
    private static final Pattern FUNCTION = Pattern.compile(
            "\\{?\\\\?(sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|log|ln|lg|exp|lim|max|min|sup|inf|det|gcd|arg) ?\\}?([_^].*)?",
            Pattern.DOTALL);

    private OmmlTex() {}

    /** The LaTeX of an {@code m:oMath}, without dollar signs. */
    static String of(Element math) {
        return inner(math).strip();
    }

    private static String inner(Element element) {
        return XmlParts.children(element).stream().map(OmmlTex::one).collect(Collectors.joining());
    }

    private static String part(Element element, String name) {
        return XmlParts.child(element, name).map(OmmlTex::inner).orElse("");
    }

    private static String one(Element element) {
        return switch (XmlParts.name(element)) {
            case "t" -> TexSigns.of(element.getTextContent());
            case "f" -> "\\frac{" + part(element, "num") + "}{" + part(element, "den") + "}";
            case "sSup" -> "{" + part(element, "e") + "}^{" + part(element, "sup") + "}";
            case "sSub" -> "{" + part(element, "e") + "}_{" + part(element, "sub") + "}";
            case "sSubSup" ->
                "{" + part(element, "e") + "}_{" + part(element, "sub") + "}^{" + part(element, "sup") + "}";
            case "rad" -> root(element);
            case "d" -> fenced(element);
            case "nary" -> nary(element);
            case "sPre" ->
                "{}_{" + part(element, "sub") + "}^{" + part(element, "sup") + "}{" + part(element, "e") + "}";
            case "func" -> function(part(element, "fName")) + "{" + part(element, "e") + "}";
            case "limLow" -> function(part(element, "e")).strip() + "_{" + part(element, "lim") + "}";
            case "limUpp" -> function(part(element, "e")).strip() + "^{" + part(element, "lim") + "}";
            case "bar" ->
                (property(element, "barPr", "pos", "bot").equals("top") ? "\\overline{" : "\\underline{")
                        + part(element, "e") + "}";
            case "acc" -> accent(property(element, "accPr", "chr", "\u0302")) + "{" + part(element, "e") + "}";
            case "groupChr" -> grouped(element);
            case "borderBox" -> "\\boxed{" + part(element, "e") + "}";
            case "r" -> run(element);
            case "m" -> matrix(element);
            case "eqArr" ->
                "\\begin{aligned}"
                        + XmlParts.children(element, "e").stream()
                                .map(OmmlTex::inner)
                                // There the sign says where the lines are level with each other.
                                .map(line -> line.replace("\\&", "&"))
                                .collect(Collectors.joining(" \\\\ "))
                        + "\\end{aligned}";
            case "rPr",
                    "fPr",
                    "sSupPr",
                    "sSubPr",
                    "sSubSupPr",
                    "radPr",
                    "dPr",
                    "naryPr",
                    "funcPr",
                    "ctrlPr",
                    "sPrePr",
                    "groupChrPr",
                    "borderBoxPr",
                    "boxPr",
                    "phantPr",
                    "mPr",
                    "accPr",
                    "barPr",
                    "limLowPr",
                    "limUppPr",
                    "eqArrPr",
                    "oMathParaPr" -> "";
            default -> inner(element);
        };
    }

    /** Words in a formula are no product of letters. */
    private static String run(Element run) {
        boolean words = XmlParts.child(run, "rPr")
                .flatMap(properties -> XmlParts.child(properties, "nor"))
                .filter(on -> !isOff(on.getAttributeNS(on.getNamespaceURI(), "val")))
                .isPresent();
        String said = inner(run);
        if (words) {
            return said.isBlank() ? said : "\\text{" + plain(run.getTextContent()) + "}";
        }
        return property(run, "rPr", "sty", "i").equals("p") ? upright(said) : said;
    }

    /** Several letters that stand upright are a name or a unit; of one alone nothing is to be said. */
    private static String upright(String said) {
        if (FUNCTION.matcher(said).matches()) {
            return function(said);
        }
        return said.matches("[A-Za-z]{2,}") ? "\\mathrm{" + said + "}" : said;
    }

    /** Words are no mathematics: only what TeX itself would take for a sign is escaped there. */
    private static String plain(String words) {
        return words.replaceAll("[#$%&_{}]", "\\\\$0")
                .replaceAll("\\\\(?![#$%&_{}])", Matcher.quoteReplacement("\\textbackslash{}"))
                .replace("~", "\\textasciitilde{}")
                .replace("^", "\\textasciicircum{}");
    }

    private static boolean isOff(String value) {
        return List.of("0", "off", "false").contains(value);
    }

    private static String accent(String sign) {
        return switch (sign) {
            case "\u0303", "~", "˜" -> "\\tilde";
            case "\u0304", "\u0305", "¯" -> "\\bar";
            case "\u0307", "˙" -> "\\dot";
            case "\u0308", "¨" -> "\\ddot";
            case "\u030c", "ˇ" -> "\\check";
            case "\u0306", "˘" -> "\\breve";
            case "\u0301", "´" -> "\\acute";
            case "\u0300", "`" -> "\\grave";
            case "\u20d7", "\u20d1", "→" -> "\\vec";
            case "\u20d6", "←" -> "\\overleftarrow";
            default -> "\\hat";
        };
    }

    private static String grouped(Element element) {
        boolean top = property(element, "groupChrPr", "pos", "bot").equals("top");
        String content = "{" + part(element, "e") + "}";
        return switch (property(element, "groupChrPr", "chr", "\u23df")) {
            case "\u23de", "\u23df" -> (top ? "\\overbrace" : "\\underbrace") + content;
            case "→" -> (top ? "\\overrightarrow" : "\\underrightarrow") + content;
            case "←" -> (top ? "\\overleftarrow" : "\\underleftarrow") + content;
            default -> (top ? "\\overline" : "\\underline") + content;
        };
    }

    private static String root(Element element) {
        boolean hidden = XmlParts.child(element, "radPr")
                .flatMap(properties -> XmlParts.child(properties, "degHide"))
                .filter(on -> !isOff(on.getAttributeNS(on.getNamespaceURI(), "val")))
                .isPresent();
        String degree = hidden ? "" : part(element, "deg");
        return "\\sqrt" + (degree.isBlank() ? "" : "[" + degree + "]") + "{" + part(element, "e") + "}";
    }

    private static String property(Element element, String properties, String name, String otherwise) {
        return XmlParts.child(element, properties)
                .flatMap(all -> XmlParts.child(all, name))
                .map(sign -> sign.getAttributeNS(sign.getNamespaceURI(), "val"))
                .orElse(otherwise);
    }

    private static String fenced(Element element) {
        String begin = property(element, "dPr", "begChr", "(");
        String end = property(element, "dPr", "endChr", ")");
        String between = property(element, "dPr", "sepChr", "|");
        String content = XmlParts.children(element, "e").stream()
                .map(OmmlTex::inner)
                .collect(Collectors.joining(between.equals("|") ? "\\middle|" : TexSigns.of(between)));
        return "\\left" + fence(begin) + content + "\\right" + fence(end);
    }

    private static String fence(String sign) {
        return switch (sign) {
            case "" -> ".";
            case "{" -> "\\{";
            case "}" -> "\\}";
            case "‖", "∥" -> "\\|";
            case "⌈" -> "\\lceil ";
            case "⌉" -> "\\rceil ";
            case "⌊" -> "\\lfloor ";
            case "⌋" -> "\\rfloor ";
            case "〈", "⟨" -> "\\langle ";
            case "〉", "⟩" -> "\\rangle ";
            case "⟦" -> "[";
            case "⟧" -> "]";
            default -> sign;
        };
    }

    private static String nary(Element element) {
        String sign = TexSigns.of(property(element, "naryPr", "chr", "∫")).strip();
        String sub = part(element, "sub");
        String sup = part(element, "sup");
        return sign + (sub.isBlank() ? "" : "_{" + sub + "}") + (sup.isBlank() ? "" : "^{" + sup + "}") + " "
                + part(element, "e");
    }

    private static String function(String name) {
        Matcher known = FUNCTION.matcher(name);
        return known.matches() ? "\\" + known.group(1) + (known.group(2) == null ? " " : known.group(2)) : name;
    }

    private static String matrix(Element element) {
        return "\\begin{matrix}"
                + XmlParts.children(element, "mr").stream()
                        .map(row -> XmlParts.children(row, "e").stream()
                                .map(OmmlTex::inner)
                                .collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(" \\\\ "))
                + "\\end{matrix}";
    }
}
