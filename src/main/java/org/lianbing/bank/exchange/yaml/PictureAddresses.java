package org.lianbing.bank.exchange.yaml;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the pictures of a Markdown text lie. Walks through the text once, whatever brackets it is full of. */
final class PictureAddresses {

    private static final Pattern ADDRESS = Pattern.compile("\\]\\(\\s*+([^)\\s]+)");

    private PictureAddresses() {}

    /** The text with each address as it is to be. */
    static String mapped(String text, UnaryOperator<String> address) {
        Matcher matcher = ADDRESS.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        boolean open = false;
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("![", at)) {
                open = true;
            } else if (text.charAt(at) == ']') {
                if (open && matcher.region(at, text.length()).lookingAt()) {
                    out.append(text, done, matcher.start(1)).append(address.apply(matcher.group(1)));
                    done = matcher.end();
                    at = done - 1;
                }
                open = false;
            }
        }
        return out.append(text, done, text.length()).toString();
    }
}
