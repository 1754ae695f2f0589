package org.lianbing.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lianbing.search.Grams;

/**
 * A hash over the words of an item that is alike where two items ask the same: spaces, blanks, punctuation, width and
 * case do not count, nor does the order of the options, nor which of them is the key.
 */
public final class Fingerprint {

    private static final String SILENT = " \t\n\u000b\f\r\\()[]_,。、;:?!\"'“”‘’《》「」—…*";

    /** What tells why, and not what is asked. */
    private static final Pattern REASONS = Pattern.compile("(^|/)(why|explanation|sample|hints|deductions)$");

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    public static String of(ItemContent content) {
        String words = words(content.stem())
                + '\n'
                + parts(content.interaction()).map(Fingerprint::words).sorted().collect(Collectors.joining("\n"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> parts(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> Stream.of("true-false");
            case Interaction.Numeric number -> Stream.of("numeric", number.unit());
            default ->
                interaction.passages().stream()
                        .filter(passage -> !REASONS.matcher(passage.path()).find())
                        .map(Passage::text);
        };
    }

    private static String words(String markdown) {
        String text = Grams.normal(markdown);
        int last = text.endsWith("\n") ? text.length() - 2 : text.length() - 1;
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (SILENT.indexOf(one) < 0 && !(one == '.' && i == last)) {
                words.append(one);
            }
        }
        return words.toString();
    }
}
