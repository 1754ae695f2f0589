package org.lianbing.base;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Markdown, as authors write it, to HTML that is safe to show. Where a picture lies is decided by the caller, who gets
 * each destination that stands in the text and returns the address to show, or an empty one for no picture. An address
 * that ends like sound or film becomes that ({@link ClipRendering}). Formulas are TeX between dollar signs
 * ({@link Formulas}).
 */
@Component
public class MarkdownText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), Formulas.create());
    private static final String PICTURE =
            "^(?:data:image/(?:svg\\+xml|png|jpeg|webp|gif);base64,[A-Za-z0-9+/=]*" + "|/media/[0-9a-f]{64})$";
    private static final String STORED = "^/media/[0-9a-f]{64}\\.(?:%s)$";

    private static final Pattern NUMBERED = Pattern.compile("&#x([0-9a-f]{2,6});");
    private static final String LIKE_MARKUP = "＜＞＂＇＆＝｀﹤﹥﹠";
    private static final int HEXADECIMAL = 16;
    private static final int LAST_OF_LATIN_1 = 0xff;

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    /** Knows where in the text each piece stands. */
    private final Parser placed = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final HtmlRenderer html = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(ClipRendering::new)
            .build();
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
                .allowAttributes("class")
                .matching(true, "math", "math display")
                .onElements("code")
                .allowUrlProtocols("data")
                .allowAttributes("src")
                .matching(Pattern.compile(PICTURE))
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .allowElements("audio", "video")
                .allowAttributes("src")
                .matching(Pattern.compile(STORED.formatted(ClipRendering.SOUND)))
                .onElements("audio")
                .allowAttributes("src")
                .matching(Pattern.compile(STORED.formatted(ClipRendering.FILM)))
                .onElements("video")
                .allowAttributes("controls", "playsinline")
                .matching(true, "")
                .onElements("audio", "video")
                .allowAttributes("preload")
                .matching(true, "none", "metadata")
                .onElements("audio", "video")
                .allowAttributes("aria-label")
                .onElements("audio", "video");
    }

    /** A stem, an option, an explanation: paragraphs, lists, tables, pictures; no headings and no links. */
    public String fragment(String markdown, UnaryOperator<String> picture) {
        return readable(fragmentPolicy.sanitize(rendered(markdown, picture)));
    }

    /** The same without the paragraph around it, where there is only one. */
    public String inlineFragment(String markdown, UnaryOperator<String> picture) {
        String text = fragment(markdown, picture).strip();
        boolean single = text.startsWith("<p>") && text.indexOf("</p>") == text.length() - "</p>".length();
        return single ? text.substring("<p>".length(), text.length() - "</p>".length()) : text;
    }

    /** A whole page, such as a lesson: headings below the page's own and links too. */
    public String page(String markdown, UnaryOperator<String> picture) {
        return readable(pagePolicy.sanitize(rendered(markdown, picture)));
    }

    /**
     * The sanitizer writes full-width punctuation as numbers, eight bytes for three, against programs that would turn
     * it into ASCII in a narrower character set. We send UTF-8 throughout, so it may stand as it is: all but the few
     * characters that look like markup, and whatever cannot be seen.
     */
    private static String readable(String html) {
        return NUMBERED.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(
                        readable(Integer.parseInt(found.group(1), HEXADECIMAL), found.group())));
    }

    private static String readable(int codePoint, String asNumber) {
        boolean harmless = codePoint > LAST_OF_LATIN_1
                && Character.isValidCodePoint(codePoint)
                && LIKE_MARKUP.indexOf(codePoint) < 0
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
        return harmless ? Character.toString(codePoint) : asNumber;
    }

    /**
     * The Markdown itself, each formula in it written otherwise: its TeX is given as it stands there, with its line breaks.
     * Where what stands there is not what is read, as behind an escaped bar of a table or in a quotation, it stays.
     */
    public String withFormulas(String markdown, Function<Formula, String> written) {
        StringBuilder text = new StringBuilder();
        int[] done = {0};
        placed.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                List<SourceSpan> spans = node.getSourceSpans();
                if (node instanceof Formula formula && !spans.isEmpty()) {
                    int start = spans.getFirst().getInputIndex();
                    int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
                    formula.standingIn(markdown.substring(start, end)).ifPresent(standing -> {
                        text.append(markdown, done[0], start).append(written.apply(standing));
                        done[0] = end;
                    });
                } else {
                    visitChildren(node);
                }
            }
        });
        return text.append(markdown, done[0], markdown.length()).toString();
    }

    /** The words alone on one line, for lists and search; of a picture those that describe it, of a formula its TeX. */
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
