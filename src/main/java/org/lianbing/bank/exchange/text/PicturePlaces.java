package org.lianbing.bank.exchange.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.media.ClipType;
import org.lianbing.media.MediaFile;
import org.lianbing.media.StoredMedia;

/** Gives the pictures of texts names that a file of another system knows, and gathers which they are. */
public final class PicturePlaces {

    private static final Pattern PLAYER =
            Pattern.compile("<(audio|video)\\b(?>[^<>]*?\\ssrc=\"(@@PLUGINFILE@@/[^\"<>]++)\")[^<>]*+>([^<]*+)</\\1>");

    private final ExportedItems items;
    private final UnaryOperator<String> place;
    private final Map<String, MediaFile> used = new LinkedHashMap<>();

    /** @param place what a text writes for the file of that name */
    public PicturePlaces(ExportedItems items, UnaryOperator<String> place) {
        this.items = items;
        this.place = place;
    }

    /** The text with its pictures named. */
    public String in(String markdown) {
        Matcher stored = MarkdownPictures.ADDRESS.matcher(markdown);
        return stored.replaceAll(found -> Matcher.quoteReplacement(named(found.group(1), found.group())));
    }

    /**
     * The same for systems whose Markdown knows pictures alone: sound and film as the HTML that plays them; see {@link
     * #read}.
     */
    public String played(String markdown) {
        Matcher image = MarkdownPictures.STORED.matcher(markdown);
        return in(image.replaceAll(found -> {
            Optional<ClipType> clip = items.about(found.group(2)).flatMap(StoredMedia::clip);
            String tag = clip.filter(ClipType::isVideo).isPresent() ? "video" : "audio";
            return Matcher.quoteReplacement(
                    clip.isEmpty()
                            ? found.group()
                            : "<" + tag + " controls=\"controls\" src=\"media:" + found.group(2) + "\">"
                                    + Entities.escape(found.group(1)) + "</" + tag + ">");
        }));
    }

    /** The way back from {@link #played}: the HTML of sound and film as images of Markdown. */
    public static String read(String markdown) {
        return PLAYER.matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "![" + Parser.unescapeEntities(found.group(3), false) + "](" + found.group(2) + ")"));
    }

    /** Where signed-in people get the file, which also tells its kind; empty for one that is not there. */
    public Optional<String> address(String id) {
        return items.about(id).map(StoredMedia::address);
    }

    private String named(String id, String otherwise) {
        return items.media(id)
                .map(file -> {
                    String name = id.substring(0, 16) + "." + file.ending();
                    used.put(name, file);
                    return place.apply(name);
                })
                .orElse(otherwise);
    }

    /** The pictures that occurred since the last call, by their names. */
    public Map<String, MediaFile> taken() {
        Map<String, MediaFile> all = new LinkedHashMap<>(used);
        used.clear();
        return all;
    }
}
