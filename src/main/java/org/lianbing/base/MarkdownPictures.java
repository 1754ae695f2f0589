package org.lianbing.base;

import java.util.regex.Pattern;

/**
 * Pictures, sound and film in Markdown, {@code ![words](address)}, where it is not worth parsing: each form in which one
 * looks for them, by what it is for. What is stored here has {@code media:} and 64 digits for its address.
 */
public final class MarkdownPictures {

    /** Any: its words, and all between the round brackets. */
    public static final Pattern ANY = Pattern.compile("!\\[([^\\]]*)\\]\\(([^)]*)\\)");

    /** Any, to change or follow its address: what stands before that, and the address itself. */
    public static final Pattern ADDRESSED = Pattern.compile("(!\\[[^\\]]*\\]\\(\\s*)([^)\\s]+)");

    /** Any as a stranger may write it, without ever going back: the address, also between angle brackets. */
    public static final Pattern WRITTEN = Pattern.compile("!\\[[^\\]\\[]*+\\]\\(\\s*+<?([^)\\s>]*+)");

    /** One that is stored, as we write it: its words and its digits. */
    public static final Pattern STORED = Pattern.compile("!\\[([^\\]]*)\\]\\(media:([0-9a-f]{64})\\)");

    /** One that is stored, as people may write it, with a title: its words and its digits. */
    public static final Pattern STORED_AND_TITLED =
            Pattern.compile("!\\[([^\\]]*)\\]\\(\\s*<?media:([0-9a-f]{64})>?[^)]*\\)");

    /** One that is stored and stands in one line; without groups, so that it can be part of another expression. */
    public static final Pattern STORED_IN_A_LINE = Pattern.compile("!\\[[^\\]\\n]*\\]\\(media:[0-9a-f]{64}\\)");

    /** The address of what is stored: its digits. */
    public static final Pattern ADDRESS = Pattern.compile("media:([0-9a-f]{64})");

    private MarkdownPictures() {}
}
