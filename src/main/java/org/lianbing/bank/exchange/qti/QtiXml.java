package org.lianbing.bank.exchange.qti;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

import org.lianbing.bank.exchange.text.PicturePlaces;
import org.lianbing.bank.exchange.text.TexMathMl;
import org.lianbing.base.MarkdownText;

/** The small pieces that an item of QTI 3.0 is made of. */
final class QtiXml {

    private static final Pattern SHOWN = Pattern.compile("/media/([0-9a-f]{64})(?:\\.[a-z0-9]{2,4})?");

    private final MarkdownText markdown;
    private final PicturePlaces pictures;

    QtiXml(MarkdownText markdown, PicturePlaces pictures) {
        this.markdown = markdown;
        this.pictures = pictures;
    }

    /** Markdown as XHTML, with the pictures of the package. */
    String html(String text) {
        return xml(markdown.fragment(text, this::shown));
    }

    /** The same without a paragraph around one line. */
    String inline(String text) {
        return xml(markdown.inlineFragment(text, this::shown));
    }

    private String shown(String destination) {
        return destination.startsWith("media:")
                ? pictures.address(destination.substring("media:".length())).orElse("")
                : "";
    }

    private String xml(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("code.math").forEach(formula -> formula.replaceWith(shown(formula)));
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        Matcher shown = SHOWN.matcher(document.body().html());
        return shown.replaceAll(found -> Matcher.quoteReplacement(pictures.in("media:" + found.group(1))));
    }

    /** A formula as players show it; where it has no MathML, the TeX. */
    private static Node shown(Element formula) {
        return TexMathMl.of(formula.wholeText(), formula.hasClass("display"))
                .<Node>map(math -> Jsoup.parse(math, "", Parser.xmlParser()).expectFirst("math"))
                .orElseGet(() -> new TextNode(delimited(formula)));
    }

    /** A formula as programs that show TeX in HTML find it. */
    private static String delimited(Element formula) {
        String tex = formula.wholeText();
        return formula.hasClass("display") ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)";
    }

    /** The address of a stored picture in the package, from Markdown such as {@code ![…](media:…)}. */
    String address(String picture) {
        Matcher stored = Pattern.compile("\\((media:[0-9a-f]{64})\\)").matcher(picture);
        return stored.find() ? pictures.in(stored.group(1)) : "";
    }

    /** For text and for attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
