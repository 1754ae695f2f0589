package org.lianbing.bank.exchange.qti;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.text.MediaLinks;
import org.lianbing.bank.exchange.wide.PlainText;

/** Materials of QTI 1.2 as Markdown: words, HTML that is written as words, pictures. */
final class Qti1Text {

    static final String BLANK = "____";

    private static final Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|&[a-z]{2,8};|&#\\d+;");

    /** What ILIAS writes for itself: a link to its pages, the depth of a step. */
    private static final Set<String> ASIDE = Set.of("suggested_solution", "answerdepth");

    private static final Pattern BLOCK = Pattern.compile("(?i)<(p|div|ul|ol|table|h[1-6])[\\s>]");

    private final MediaLinks media;

    Qti1Text(MediaLinks media) {
        this.media = media;
    }

    /** All that is shown in an element. */
    String of(Element element) {
        StringBuilder text = new StringBuilder();
        walk(element, text, false);
        return tidy(text);
    }

    /** What is asked, without the options; a place to write in is a blank. */
    String stem(Element presentation) {
        StringBuilder text = new StringBuilder();
        walk(presentation, text, true);
        return tidy(text);
    }

    /** The options of a response by their names. */
    Map<String, String> labels(Element response) {
        Map<String, String> labels = new LinkedHashMap<>();
        response.select("response_label").forEach(label -> labels.put(label.attr("ident"), of(label)));
        return labels;
    }

    private static String tidy(StringBuilder text) {
        return text.toString()
                .replaceAll(" {2,}", " ")
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .replace(BLANK + BLANK, BLANK + " " + BLANK)
                .strip();
    }

    private void walk(Element element, StringBuilder text, boolean asking) {
        for (Element child : element.children()) {
            if (ASIDE.contains(child.attr("label"))) {
                continue;
            }
            switch (child.normalName()) {
                case "mattext", "matemtext", "mat_formattedtext" -> text.append(words(child));
                case "matimage", "mataudio", "matvideo", "matapplication" -> picture(child, text);
                case "matbreak" -> text.append("\n\n");
                case "response_str", "response_num" -> {
                    walk(child, text, asking);
                    text.append(asking ? " " + BLANK + " " : "");
                }
                case "response_lid", "response_grp", "response_xy" -> {
                    if (!asking) {
                        walk(child, text, false);
                    }
                }
                case "response_label" -> {
                    if (!asking) {
                        walk(child, text, false);
                    }
                }
                default -> walk(child, text, asking);
            }
            if (child.normalName().matches("flow|flow_mat|p")) {
                text.append("\n\n");
            }
        }
    }

    private String words(Element element) {
        String type = element.hasAttr("texttype") ? element.attr("texttype") : element.attr("type");
        String said = element.wholeText();
        boolean html = type.toLowerCase(Locale.ROOT).contains("html")
                || MARKUP.matcher(said).find();
        String text = html ? HtmlToMarkdown.of(said, media::of) : PlainText.toMarkdown(said.strip());
        // What stands beside a blank on one line keeps its distance.
        String before = said.startsWith(" ") ? " " : "";
        String after = said.endsWith(" ") ? " " : "";
        return BLOCK.matcher(said).find() && html ? text + "\n\n" : before + text + after;
    }

    private void picture(Element element, StringBuilder text) {
        String address = element.hasAttr("uri") ? element.attr("uri") : element.attr("label");
        Optional<String> stored = embedded(element, address);
        stored.ifPresent(kept -> text.append("![](").append(kept).append(")\n\n"));
    }

    /** A picture may stand in the file itself. */
    private Optional<String> embedded(Element element, String address) {
        boolean inside = element.attr("embedded").equalsIgnoreCase("base64")
                && !element.wholeText().isBlank();
        if (inside) {
            String type = element.hasAttr("imagtype") ? element.attr("imagtype") : "image/png";
            return media.keep("data:" + type + ";base64," + element.wholeText().strip());
        }
        return address.isBlank() ? Optional.empty() : media.keep(address.strip());
    }
}
