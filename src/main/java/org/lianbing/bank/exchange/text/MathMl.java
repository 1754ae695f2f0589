package org.lianbing.bank.exchange.text;

import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Presentation MathML (W3C MathML 3, chapter 3) as LaTeX, as far as items of trades go: fractions, roots, powers,
 * indices, fences, sums, tables. What is not known keeps the words in it.
 */
final class MathMl {

    private MathMl() {}

    /** The LaTeX of an element, without dollar signs. */
    static String tex(Element element) {
        List<Element> parts = element.children();
        return switch (element.normalName().replaceFirst("^.*:", "")) {
            case "mfrac" -> "\\frac{" + part(parts, 0) + "}{" + part(parts, 1) + "}";
            case "msqrt" -> "\\sqrt{" + all(element) + "}";
            case "mroot" -> "\\sqrt[" + part(parts, 1) + "]{" + part(parts, 0) + "}";
            case "msup", "mover" -> "{" + part(parts, 0) + "}^{" + part(parts, 1) + "}";
            case "msub", "munder" -> "{" + part(parts, 0) + "}_{" + part(parts, 1) + "}";
            case "msubsup", "munderover" ->
                "{" + part(parts, 0) + "}_{" + part(parts, 1) + "}^{" + part(parts, 2) + "}";
            case "mfenced" ->
                "\\left" + fence(element.hasAttr("open") ? element.attr("open") : "(") + all(element) + "\\right"
                        + fence(element.hasAttr("close") ? element.attr("close") : ")");
            case "mtext" -> "\\text{" + element.text() + "}";
            case "mtable" ->
                "\\begin{matrix}"
                        + parts.stream()
                                .map(row ->
                                        row.children().stream().map(MathMl::all).collect(Collectors.joining(" & ")))
                                .collect(Collectors.joining(" \\\\ "))
                        + "\\end{matrix}";
            case "annotation", "annotation-xml" -> "";
            default -> all(element);
        };
    }

    private static String part(List<Element> parts, int place) {
        return place < parts.size() ? tex(parts.get(place)) : "";
    }

    private static String fence(String sign) {
        return sign.isEmpty() ? "." : sign.replace("{", "\\{").replace("}", "\\}");
    }

    private static String all(Element element) {
        StringBuilder tex = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                tex.append(TexSigns.of(text.text().strip()));
            } else if (node instanceof Element inner) {
                tex.append(tex(inner));
            }
        }
        return tex.toString();
    }
}
