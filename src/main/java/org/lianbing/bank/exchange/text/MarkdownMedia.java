package org.lianbing.bank.exchange.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Markdown of a file with its pictures by the names that they are stored under, whether they are written as Markdown or
 * as HTML in it. One that cannot be kept leaves its words.
 */
public final class MarkdownMedia {

    /** An address; brackets in it come in pairs. */
    private static final String NESTED = "(?:[^()\\s<>\"]++|\\([^()\\s<>\"]{0,200}+\\)){1,50}+";

    private static final Pattern DATA =
            Pattern.compile("(!\\[[^\\]\\[]{0,500}+\\]\\(\\s*+)<?(data:[^)\\s>]++)>?[^)\\n]*+\\)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]\\[]{0,500}+)\\]\\(\\s*+<?(@@PLUGINFILE@@/"
            + NESTED + "|(?i:https?:)?//" + NESTED + ")>?(?:\\s++\"[^\"\\n]{0,500}+\")?\\s*+\\)");
    private static final Pattern TAG = Pattern.compile("(?i)<img\\b[^<>]*+>");

    private MarkdownMedia() {}

    /** The Markdown with what is kept of its pictures. */
    public static String kept(String markdown, MediaLinks links) {
        String tags = TAG.matcher(markdown).replaceAll(found -> Matcher.quoteReplacement(tag(found.group(), links)));
        String data = DATA.matcher(tags)
                .replaceAll(found -> Matcher.quoteReplacement(links.keep(found.group(2))
                        .map(stored -> found.group(1) + stored + ")")
                        .orElse("")));
        return PICTURE.matcher(data)
                .replaceAll(found -> Matcher.quoteReplacement(links.keep(found.group(2))
                        .map(stored -> "![" + found.group(1) + "](" + stored + ")")
                        .orElse(found.group(1))));
    }

    private static String tag(String html, MediaLinks links) {
        Element image = Jsoup.parseBodyFragment(html).selectFirst("img[src]");
        return image == null
                ? html
                : links.of(image)
                        .map(stored -> "![" + image.attr("alt").replaceAll("[\\[\\]\\s]+", " ") + "](" + stored + ")")
                        .orElse("");
    }
}
