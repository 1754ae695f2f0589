package org.lianbing.bank.exchange.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML that other systems export, as Markdown that says the same. What Markdown of items has no sign for (colours,
 * fonts, links, headings) loses its dress and keeps its words; scripts, styles and comments are gone.
 */
public final class HtmlToMarkdown {

    private static final Pattern SIGNS =
            Pattern.compile("[\\\\`*\\[\\]<>~|]|&(?=[A-Za-z#][A-Za-z0-9]*;)|(?<!_)_(?!_)|\\$(?=[\\s\\S]*\\$)");
    private static final Pattern LINE_START =
            Pattern.compile("^(\\s{0,3})(\\d{1,9}(?=[.)](?:\\s|$))|(?=#{1,6}\\s|[-+=](?:\\s|$|[-=])))");
    /** With an end: signs that open and are never closed must not be followed to the end of the text each. */
    private static final Pattern MATH = Pattern.compile(
            "\\\\\\((.{1,2000}?)\\\\\\)|\\\\\\[(.{1,2000}?)\\\\]|\\$\\$(.{1,2000}?)\\$\\$|(\\{\\{[^{}]*}})"
                    + "|\\$(?! )([^$\\n]*[\\\\^_{][^$\\n]*?)(?<! )\\$",
            Pattern.DOTALL);

    private static final Pattern CLIP =
            Pattern.compile("@@PLUGINFILE@@/.*\\.(?:mp3|m4a|aac|ogg|oga|opus|wav|mp4|m4v|webm)(?:\\?.*)?");
    private static final List<String> BLOCKS = List.of(
            "p",
            "div",
            "li",
            "section",
            "article",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "center",
            "address",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "fieldset",
            "form",
            "header",
            "footer",
            "main");

    private final Function<Element, Optional<String>> media;
    private final Function<Element, Optional<String>> own;
    private final StringBuilder out = new StringBuilder();

    private HtmlToMarkdown(Function<Element, Optional<String>> media, Function<Element, Optional<String>> own) {
        this.media = media;
        this.own = own;
    }

    /**
     * Turns HTML into Markdown.
     *
     * @param media the Markdown destination of an {@code img}, {@code audio}, {@code video} or {@code object}; empty
     *     where there is none
     */
    public static String of(String html, Function<Element, Optional<String>> media) {
        return of(Jsoup.parseBodyFragment(html).body(), media, element -> Optional.empty());
    }

    /**
     * Turns an element's content into Markdown.
     *
     * @param own Markdown for elements that the format knows a meaning of, such as a blank; they are not looked into
     */
    public static String of(
            Element element, Function<Element, Optional<String>> media, Function<Element, Optional<String>> own) {
        return within(element, media, own)
                .replaceFirst("^(?:\\\\\\n\\s*)+", "")
                .replaceAll("\\n\\n(?:\\\\\\n\\s*)+", "\n\n");
    }

    /** The same, with the breaks that stand at its beginning. */
    private static String within(
            Element element, Function<Element, Optional<String>> media, Function<Element, Optional<String>> own) {
        HtmlToMarkdown writer = new HtmlToMarkdown(media, own);
        writer.children(element);
        return tidy(writer.out.toString());
    }

    private static String tidy(String text) {
        return text.replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip()
                .replaceAll("(?:\\s*(?<!\\\\)\\\\)+$", "");
    }

    private void children(Node node) {
        node.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            words(text.getWholeText());
        } else if (node instanceof Element element) {
            Optional<String> meaning = own.apply(element);
            if (meaning.isPresent()) {
                out.append(meaning.get());
            } else {
                element(element);
            }
        }
    }

    private void words(String text) {
        String flat = text.replaceAll("\\s+", " ");
        if (flat.isBlank() && (out.isEmpty() || out.charAt(out.length() - 1) == '\n')) {
            return;
        }
        boolean atStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        out.append(escaped(atStart ? flat.stripLeading() : flat, atStart));
    }

    private static String escaped(String text, boolean atStart) {
        StringBuilder escaped = new StringBuilder();
        Matcher math = MATH.matcher(text);
        int done = 0;
        while (math.find()) {
            escaped.append(signs(text.substring(done, math.start())));
            escaped.append(verbatim(math));
            done = math.end();
        }
        escaped.append(signs(text.substring(done)));
        return atStart ? LINE_START.matcher(escaped).replaceFirst("$1$2\\\\") : escaped.toString();
    }

    /** A formula between dollar signs, or a place of a 计算, which is read before it is Markdown. */
    private static String verbatim(Matcher found) {
        if (found.group(4) != null) {
            return found.group(4);
        }
        if (found.group(5) != null) {
            return found.group();
        }
        if (found.group(1) != null) {
            return "$" + found.group(1).strip() + "$";
        }
        return "$$" + (found.group(2) == null ? found.group(3) : found.group(2)).strip() + "$$";
    }

    private static String signs(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "script", "style", "head", "template", "iframe", "noscript" -> {
                // Nothing that a person reads.
            }
            case "br" -> out.append("\\\n");
            case "hr" -> block(() -> out.append("---"));
            case "b", "strong" -> around("**", element);
            case "i", "em" -> around("*", element);
            case "sub", "sup" -> tagged(element);
            case "code", "tt", "kbd" -> code(element);
            case "pre" ->
                block(() ->
                        out.append("```\n").append(element.wholeText().strip()).append("\n```"));
            case "ul", "ol" -> block(() -> list(element));
            case "blockquote" -> block(() -> quote(element));
            case "table" -> block(() -> table(element));
            case "math" -> math(element);
            case "img", "audio", "video", "embed" -> picture(element);
            case "object" -> {
                // What stands in it is shown where it cannot be.
                if (!picture(element)) {
                    children(element);
                }
            }
            case "a" -> {
                // Moodle plays a link to sound or film where it stands.
                if (!CLIP.matcher(element.attr("href")).matches() || !picture(element)) {
                    children(element);
                }
            }
            default -> {
                if (BLOCKS.contains(element.normalName())) {
                    block(() -> children(element));
                } else {
                    children(element);
                }
            }
        }
    }

    private void block(Runnable content) {
        gap();
        content.run();
        gap();
    }

    private void gap() {
        while (!out.isEmpty() && (out.charAt(out.length() - 1) == ' ' || endsWithBreak())) {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
            out.append(out.charAt(out.length() - 1) == '\n' ? "\n" : "\n\n");
        }
    }

    private boolean endsWithBreak() {
        return out.length() >= 2 && out.charAt(out.length() - 1) == '\n' && out.charAt(out.length() - 2) == '\\';
    }

    private String inner(Element element) {
        return within(element, media, own);
    }

    private void around(String sign, Element element) {
        String text = inner(element);
        if (text.isEmpty()) {
            return;
        }
        boolean simple = !text.contains("\n\n") && !text.contains("![");
        out.append(simple ? sign + text + sign : text);
    }

    private void tagged(Element element) {
        String name = element.normalName();
        out.append('<')
                .append(name)
                .append('>')
                .append(inner(element))
                .append("</")
                .append(name)
                .append('>');
    }

    private void code(Element element) {
        String text = element.wholeText();
        String fence = text.contains("`") ? "``" : "`";
        out.append(text.isBlank() ? "" : fence + text.strip() + fence);
    }

    private void list(Element list) {
        int number = 1;
        for (Element entry : list.children()) {
            String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
            String indent = " ".repeat(mark.length());
            out.append(mark).append(inner(entry).replace("\n", "\n" + indent)).append('\n');
        }
    }

    private void quote(Element element) {
        out.append("> ").append(inner(element).replace("\n", "\n> "));
    }

    /** A pipe table; the first row is its head, since Markdown has none without. */
    private void table(Element table) {
        // Rows of a table in a cell are that cell's; the foot may be written before the body.
        List<Element> rows = table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .sorted(Comparator.comparing(
                        row -> row.parent() != null && row.parent().nameIs("tfoot")))
                .toList();
        boolean first = true;
        for (Element row : rows) {
            List<String> cells = row.children().stream()
                    .map(this::inner)
                    .map(cell -> cell.replaceAll("\\\\?\\n+", " ").replaceAll("(?<!\\\\)\\|", "\\\\|"))
                    .toList();
            if (!cells.isEmpty()) {
                out.append("| ").append(String.join(" | ", cells)).append(" |\n");
                if (first) {
                    out.append("|").append(" --- |".repeat(cells.size())).append('\n');
                    first = false;
                }
            }
        }
    }

    private void math(Element element) {
        Optional<String> tex = element.select("annotation[encoding*=tex]").stream()
                .map(Element::wholeText)
                .findFirst();
        String dollars = element.attr("display").equals("block") ? "$$" : "$";
        out.append(dollars)
                .append(tex.orElseGet(() -> MathMl.tex(element)).strip())
                .append(dollars);
    }

    private boolean picture(Element element) {
        Optional<String> stored = media.apply(element);
        stored.ifPresent(destination -> out.append("![")
                .append(signs(described(element).replaceAll("\\s+", " ").strip()))
                .append("](")
                .append(destination)
                .append(')'));
        return stored.isPresent();
    }

    /** What stands for it where it is not seen or heard. */
    private static String described(Element element) {
        for (String attribute : List.of("alt", "aria-label", "title")) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return element.normalName().equals("img") ? "" : element.text();
    }
}
