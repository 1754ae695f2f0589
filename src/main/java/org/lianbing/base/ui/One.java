package org.lianbing.base.ui;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of something in English: texts are written for many, and "1 items" becomes "1 item". */
final class One {

    /** What the texts count; nouns alone, so that no verb behind a number is bent. */
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("items", "item"),
            Map.entry("points", "point"),
            Map.entry("courses", "course"),
            Map.entry("lessons", "lesson"),
            Map.entry("minutes", "minute"),
            Map.entry("days", "day"),
            Map.entry("members", "member"),
            Map.entry("people", "person"),
            Map.entry("drafts", "draft"),
            Map.entry("packets", "packet"),
            Map.entry("rows", "row"),
            Map.entry("answers", "answer"),
            Map.entry("messages", "message"),
            Map.entry("groups", "group"));

    private static final Pattern COUNTED = Pattern.compile("(?<![\\d.,/–-]|of )1 ([a-z]+)\\b");

    private One() {}

    /** The same text, with the singular behind a lone 1. */
    static String in(String text) {
        Matcher counted = COUNTED.matcher(text);
        return counted.replaceAll(found -> "1 " + NOUNS.getOrDefault(found.group(1), found.group(1)));
    }
}
