package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import org.lianbing.bank.exchange.text.TexSigns;
import org.lianbing.bank.exchange.text.XmlParts;

/** Office Math (ECMA-376 part 1, 22.1) as LaTeX. What is not known keeps the text in it. */
final class OmmlTex {

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
            case "func" -> function(part(element, "fName")) + "{" + part(element, "e") + "}";
            case "limLow" -> part(element, "e") + "_{" + part(element, "lim") + "}";
            case "limUpp" -> part(element, "e") + "^{" + part(element, "lim") + "}";
            case "bar" -> "\\overline{" + part(element, "e") + "}";
            case "acc" -> "\\hat{" + part(element, "e") + "}";
            case "m" -> matrix(element);
            case "eqArr" ->
                "\\begin{aligned}"
                        + XmlParts.children(element, "e").stream()
                                .map(OmmlTex::inner)
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

    private static String root(Element element) {
        String degree = part(element, "deg");
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
        String content =
                XmlParts.children(element, "e").stream().map(OmmlTex::inner).collect(Collectors.joining(","));
        return "\\left" + fence(begin) + content + "\\right" + fence(end);
    }

    private static String fence(String sign) {
        return switch (sign) {
            case "" -> ".";
            case "{" -> "\\{";
            case "}" -> "\\}";
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
        return List.of("sin", "cos", "tan", "log", "ln", "lim", "max", "min", "lg", "exp", "cot")
                        .contains(name)
                ? "\\" + name + " "
                : name;
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
