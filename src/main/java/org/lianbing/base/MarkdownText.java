package org.lianbing.base;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Markdown, as authors write it, to HTML that is safe to show. Where a picture lies is decided by the caller, who gets
 * each destination that stands in the text and returns the address to show, or an empty one for no picture.
 */
@Component
public class MarkdownText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final String PICTURE =
            "^(?:data:image/(?:svg\\+xml|png|jpeg|webp|gif);base64,[A-Za-z0-9+/=]*" + "|/media/[0-9a-f]{64})$";

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private final TextContentRenderer words = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
    private final PolicyFactory fragmentPolicy = fragments().toFactory();
    private final PolicyFactory pagePolicy = fragments()
            .allowElements("h2", "h3", "h4", "a")
            .allowUrlProtocols("http", "https")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private static HtmlPolicyBuilder fragments() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "hr", "strong", "em", "sub", "sup", "code", "pre", "blockquote")
                .allowElements("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "img")
                .allowAttributes("align")
                .matching(true, "left", "center", "right")
                .onElements("th", "td")
                .allowUrlProtocols("data")
                .allowAttributes("src")
                .matching(Pattern.compile(PICTURE))
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img");
    }

    /** A stem, an option, an explanation: paragraphs, lists, tables, pictures; no headings and no links. */
    public String fragment(String markdown, UnaryOperator<String> picture) {
        return fragmentPolicy.sanitize(rendered(markdown, picture));
    }

    /** The same without the paragraph around it, where there is only one. */
    public String inlineFragment(String markdown, UnaryOperator<String> picture) {
        String text = fragment(markdown, picture).strip();
        boolean single = text.startsWith("<p>") && text.indexOf("</p>") == text.length() - "</p>".length();
        return single ? text.substring("<p>".length(), text.length() - "</p>".length()) : text;
    }

    /** A whole page, such as a lesson: headings below the page's own and links too. */
    public String page(String markdown, UnaryOperator<String> picture) {
        return pagePolicy.sanitize(rendered(markdown, picture));
    }

    /** The words alone on one line, for lists and search; of a picture those that describe it. */
    public String plain(String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                for (Node word = image.getFirstChild(); word != null; word = image.getFirstChild()) {
                    image.insertBefore(word);
                }
                image.unlink();
            }
        });
        return words.render(document).strip();
    }

    private String rendered(String markdown, UnaryOperator<String> picture) {
        Node document = parser.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                String address = picture.apply(image.getDestination());
                if (address.isEmpty()) {
                    image.unlink();
                } else {
                    image.setDestination(address);
                }
            }
        });
        return html.render(document);
    }
}
