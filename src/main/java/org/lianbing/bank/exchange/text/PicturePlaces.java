package org.lianbing.bank.exchange.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.media.MediaFile;

/** Gives the pictures of texts names that a file of another system knows, and gathers which they are. */
public final class PicturePlaces {

    private static final Pattern STORED = Pattern.compile("media:([0-9a-f]{64})");

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
        Matcher stored = STORED.matcher(markdown);
        return stored.replaceAll(found -> Matcher.quoteReplacement(named(found.group(1), found.group())));
    }

    private String named(String id, String otherwise) {
        return items.media(id)
                .map(file -> {
                    String name = id.substring(0, 16) + "." + ending(file.contentType());
                    used.put(name, file);
                    return place.apply(name);
                })
                .orElse(otherwise);
    }

    private static String ending(String contentType) {
        return switch (contentType) {
            case "image/svg+xml" -> "svg";
            case "image/jpeg" -> "jpg";
            default -> contentType.substring(contentType.indexOf('/') + 1).replaceAll("[^a-z0-9]", "");
        };
    }

    /** The pictures that occurred since the last call, by their names. */
    public Map<String, MediaFile> taken() {
        Map<String, MediaFile> all = new LinkedHashMap<>(used);
        used.clear();
        return all;
    }
}
