package org.lianbing.bank.exchange.moodle;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.bank.exchange.text.BracketedTex;
import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.text.InnerHtml;
import org.lianbing.bank.exchange.text.LooseSigns;
import org.lianbing.bank.exchange.text.MarkdownMedia;
import org.lianbing.bank.exchange.text.MediaLinks;
import org.lianbing.bank.exchange.text.PicturePlaces;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.PlainText;

/** The texts of a question in the formats that Moodle has, with the files that stand beside them. */
final class MoodleText {

    private static final String STORED = "@@PLUGINFILE@@/";
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)\\b[^<>]*>");
    private static final Set<String> ALONE = Set.of("br", "img", "hr");

    private static final Pattern FORMULA =
            Pattern.compile("\\\\\\(.+?\\\\\\)|\\\\\\[.+?\\\\]|\\$\\$.+?\\$\\$", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("@@PLUGINFILE@@/[^)\\s]+");

    private final Pictures pictures;
    private final List<Remark> remarks;
    /** Those of the whole question by their names, once they were looked for. */
    private @Nullable Map<String, Element> files;

    private final Set<Element> shown = Collections.newSetFromMap(new IdentityHashMap<>());

    MoodleText(Pictures pictures, List<Remark> remarks) {
        this.pictures = pictures;
        this.remarks = remarks;
    }

    /** The Markdown of an element that holds a {@code text}; empty for none. */
    String markdown(Optional<Element> holder) {
        return markdown(holder, UnaryOperator.identity());
    }

    /** The same, its source changed before it is read. */
    String markdown(Optional<Element> holder, UnaryOperator<String> change) {
        if (holder.isEmpty()) {
            return "";
        }
        Element element = holder.get();
        String text = change.apply(source(element));
        return switch (element.getAttribute("format")) {
            case "plain_text" -> PlainText.toMarkdown(text.strip());
            case "markdown" -> kept(element, text.strip());
            case "moodle_auto_format" -> html(element, text.strip().replace("\n", "<br>"));
            default -> html(element, text);
        };
    }

    private String html(Element holder, String html) {
        return HtmlToMarkdown.of(html, new MediaLinks(pictures, name -> file(holder, name), remarks)::of);
    }

    /** The text of an element as it can be read in its format. */
    static String source(Element holder) {
        boolean html = !List.of("plain_text", "markdown").contains(holder.getAttribute("format"));
        return html ? LooseSigns.escaped(raw(holder)) : raw(holder);
    }

    /** Markdown with its files by the names that they are stored under. */
    private String kept(Element element, String text) {
        MediaLinks links = new MediaLinks(pictures, name -> file(element, name), remarks);
        return LINK.matcher(MarkdownMedia.kept(BracketedTex.read(PicturePlaces.read(text)), links))
                .replaceAll(found ->
                        Matcher.quoteReplacement(links.keep(found.group()).orElse("")));
    }

    /** The text as it stands in the file; some programs write it without an element of its own. */
    static String raw(Element holder) {
        return XmlParts.child(holder, "text").map(InnerHtml::of).orElseGet(() -> XmlParts.ownText(holder));
    }

    /** The words without any dress, for answers that are typed. */
    String plain(Element holder) {
        String text = raw(holder).strip();
        return isMarkup(text) ? org.jsoup.Jsoup.parseBodyFragment(text).text().strip() : text;
    }

    /** Markdown of words that are picked, not typed: with their dress and their formulas, if they have any. */
    String shown(Element holder) {
        String text = raw(holder).strip();
        if (isMarkup(text)) {
            return html(holder, text);
        }
        return FORMULA.matcher(text).find() ? html(holder, Entities.escape(text)) : PlainText.toMarkdown(text);
    }

    /** Words such as {@code U<R} hold no markup, though a sign of it. */
    private static boolean isMarkup(String text) {
        Set<String> begun = new HashSet<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            boolean ends = !tag.group(1).isEmpty();
            String name = tag.group(2);
            if (ends ? begun.contains(name) : ALONE.contains(name)) {
                return true;
            }
            if (!ends) {
                begun.add(name);
            }
        }
        return false;
    }

    /** The feedback in an answer; null for none. */
    @Nullable
    String why(Element answer) {
        String text = markdown(XmlParts.child(answer, "feedback"));
        return text.isEmpty() ? null : text;
    }

    /** Files that a question brings but no text shows, such as a hand-out of an essay; to be asked after all texts were read. */
    List<String> unseenFiles(Element question) {
        List<String> names = new ArrayList<>();
        for (Element holder : XmlParts.children(question)) {
            for (Element file : XmlParts.all(holder, "file")) {
                if (!shown.contains(file)) {
                    names.add(file.getAttribute("name"));
                }
            }
        }
        return names;
    }

    /** A picture beside the text, as Moodle wrote it before version 2; empty for none. */
    String oldPicture(Element question) {
        String name = XmlParts.text(question, "image").strip();
        if (name.isEmpty()) {
            return "";
        }
        String data = XmlParts.text(question, "image_base64").strip();
        return new MediaLinks(pictures, address -> data.isEmpty() ? Optional.empty() : decoded(data), remarks)
                .keep(name)
                .map(stored -> "![](" + stored + ")")
                .orElse("");
    }

    /**
     * A picture that a question or a label shows.
     *
     * @param width in pixels; 0 where it is not known
     * @param height likewise
     */
    record Shown(String markdown, int width, int height) {}

    /** The file that stands directly in an element, which is no text, as a picture with its size. */
    Optional<Shown> picture(Element holder) {
        return XmlParts.child(holder, "file").flatMap(file -> {
            shown.add(file);
            Optional<byte[]> bytes = decoded(file.getTextContent());
            SafePicture.Size size = bytes.flatMap(SafePicture::size).orElse(new SafePicture.Size(0, 0));
            return new MediaLinks(pictures, name -> bytes, remarks)
                    .keep(file.getAttribute("name"))
                    .map(stored -> new Shown("![](" + stored + ")", size.width(), size.height()));
        });
    }

    private Optional<byte[]> file(Element holder, String address) {
        if (!address.startsWith(STORED)) {
            return Optional.empty();
        }
        String name = address.substring(STORED.length()).replaceFirst("\\?.*$", "");
        return XmlParts.children(holder, "file").stream()
                .filter(file -> name(file).equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(everywhere(holder).get(name)))
                .flatMap(file -> {
                    shown.add(file);
                    return decoded(file.getTextContent());
                });
    }

    private static String name(Element file) {
        return (file.getAttribute("path") + file.getAttribute("name")).replaceFirst("^/", "");
    }

    /** Some programs put all files of a question into one place. */
    private Map<String, Element> everywhere(Element holder) {
        if (files == null) {
            Map<String, Element> found = new HashMap<>();
            XmlParts.all(holder.getOwnerDocument().getDocumentElement(), "file")
                    .forEach(file -> found.putIfAbsent(name(file), file));
            files = found;
        }
        return files;
    }

    private static Optional<byte[]> decoded(String data) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
