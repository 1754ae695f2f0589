package org.lianbing.bank.exchange.qti;

import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.text.MediaLinks;

/** Texts of an item as Markdown: a place where something is to be filled in is a blank, what asks in blocks is left out. */
final class QtiText {

    /** What asks within a line. */
    static final List<String> INLINE = List.of("textentryinteraction", "inlinechoiceinteraction");

    private static final String BLANK = " ____ ";
    /** Marks what is asked elsewhere already. */
    private static final String TAKEN = "taken";

    private final MediaLinks media;

    QtiText(MediaLinks media) {
        this.media = media;
    }

    MediaLinks media() {
        return media;
    }

    /** What stands around the interactions. */
    String stem(Element body) {
        return spaced(written(body.nameIs("table") ? new Element("div").appendChild(body.clone()) : body));
    }

    private static String spaced(String text) {
        return text.replaceAll(" +____ +", " ____ ").strip();
    }

    private String written(Element body) {
        return HtmlToMarkdown.of(
                body, media::of, element -> element.hasAttr(TAKEN) ? Optional.of("") : meaning(element));
    }

    private Optional<String> meaning(Element element) {
        return switch (element.normalName()) {
            case "textentryinteraction", "inlinechoiceinteraction" -> Optional.of(BLANK);
            case "positionobjectstage" -> Optional.of("");
            case "printedvariable" -> Optional.of(element.attr(QtiVariables.PLACE));
            case "endattemptinteraction", "feedbackblock", "feedbackinline", "infocontrol", "choicerationales" ->
                Optional.of("");
            // What candidates are told before they answer belongs to the question; the rest is for those who score.
            case "rubricblock" -> element.attr("view").contains("candidate") ? Optional.empty() : Optional.of("");
            default -> element.normalName().endsWith("interaction") ? Optional.of("") : Optional.empty();
        };
    }

    /** The text of a choice, a prompt, a feedback. */
    String markdown(Element element) {
        return HtmlToMarkdown.of(element, media::of, inner -> switch (inner.normalName()) {
            case "prompt", "feedbackinline", "feedbackblock" -> Optional.of("");
            case "printedvariable" -> Optional.of(inner.attr(QtiVariables.PLACE));
            default -> Optional.empty();
        });
    }

    /** The text of a gap match with blanks in its gaps. */
    String gaps(Element interaction) {
        String prompt = prompt(interaction);
        String text = HtmlToMarkdown.of(interaction, media::of, element -> switch (element.normalName()) {
            case "gap" -> Optional.of(BLANK);
            case "gaptext", "gapimg", "prompt" -> Optional.of("");
            default -> Optional.empty();
        });
        return spaced(prompt + "\n\n" + text);
    }

    /** The words of a text in which some can be picked. */
    String hottext(Element interaction) {
        String text = HtmlToMarkdown.of(interaction, media::of, element -> switch (element.normalName()) {
            case "hottext" -> Optional.of("**" + markdown(element) + "**");
            case "prompt" -> Optional.of("");
            default -> Optional.empty();
        });
        return (prompt(interaction) + "\n\n" + text).strip();
    }

    String prompt(Element interaction) {
        Element prompt = interaction.selectFirst("> prompt");
        return prompt == null ? "" : HtmlToMarkdown.of(prompt, media::of, inner -> Optional.empty());
    }

    /** The paragraph that an inline interaction stands in; of a cell the whole table. */
    static Element block(Element interaction) {
        Element table = interaction.closest("table");
        Element block = table == null ? interaction : table;
        while (block.parent() != null && !block.normalName().matches("p|div|li|table|itembody")) {
            block = block.parent();
        }
        return block;
    }

    static boolean isTaken(Element element) {
        return element.hasAttr(TAKEN);
    }

    /** Takes an element out of all texts that are written from now on. */
    static void take(Element element) {
        element.attr(TAKEN, "");
    }

    /** The picture of a graphic interaction with its size; empty where it is not there. */
    Optional<Picture> picture(Element interaction) {
        Element shown = interaction.selectFirst("> object, > img, > picture img");
        if (shown == null) {
            return Optional.empty();
        }
        String address = shown.hasAttr("data") ? shown.attr("data") : shown.attr("src");
        String words =
                shown.hasAttr("alt") ? shown.attr("alt") : shown.wholeText().strip();
        int width = size(shown.attr("width"));
        int height = size(shown.attr("height"));
        Optional<SafePicture.Size> own = width > 0 && height > 0
                ? Optional.empty()
                : media.bytes(address.strip()).flatMap(SafePicture::size);
        return media.keep(address.strip())
                .map(stored -> new Picture(
                        "![" + words.replaceAll("[\\[\\]\\s]+", " ").strip() + "](" + stored + ")",
                        own.map(SafePicture.Size::width).orElse(width),
                        own.map(SafePicture.Size::height).orElse(height)));
    }

    /** A picture as Markdown; a size that the file does not tell is 0. */
    record Picture(String markdown, int width, int height) {}

    private static int size(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** Whether an element says nothing. */
    static boolean silent(Element element) {
        return element.childNodes().stream()
                .allMatch(node -> node instanceof TextNode words && words.text().isBlank());
    }
}
