package org.lianbing.bank.exchange.text;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.Upload;

/** Tells the format of a file from how it begins, whatever its name says. */
public final class FileHead {

    private static final int XML = 8 * 1024;
    private static final int TEXT = 64 * 1024;

    /** What a line of text may begin with, and no file of markup does. */
    private static final Pattern DRESSED =
            Pattern.compile("(?i)\\s*<(?:b|i|u|p|em|strong|span|font|center|code|sub|sup|img|h[1-6])\\b[^<>]*>");

    private FileHead() {}

    /** Whether it is XML in whose beginning such an element opens, with or without a prefix. */
    public static boolean isXml(Upload file, String... elements) throws IOException {
        String head = PlainFile.head(file, XML).stripLeading();
        Pattern root = Pattern.compile("<(?:[A-Za-z][\\w.-]*:)?(?:" + String.join("|", elements) + ")[\\s>/]");
        return head.startsWith("<") && root.matcher(head).find();
    }

    /** Whether it is plain text, no markup, that looks like this; its first words may be dressed as in HTML. */
    public static boolean isText(Upload file, Predicate<String> looks) throws IOException {
        String head = PlainFile.head(file, TEXT);
        boolean markup =
                head.stripLeading().startsWith("<") && !DRESSED.matcher(head).lookingAt();
        return !head.isBlank() && !markup && looks.test(head);
    }
}
