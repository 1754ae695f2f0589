package org.lianbing.bank.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * What differs between two texts: word by word where words are written apart, character by character in Chinese.
 * Differences by java-diff-utils (Myers).
 */
public final class TextDiff {

    /** What became of a piece. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A piece of either text. */
    public record Piece(Kind kind, String text) {}

    /** Latin words and numbers stay whole, also 0.02 and GB/T; spaces run together; all else is one character. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{IsLatin}\\d]+(?:[.,/'-][\\p{IsLatin}\\d]+)*|\\s+|.", Pattern.DOTALL);

    private TextDiff() {}

    /** The pieces in their order; what was removed before what came in its place. Empty for two empty texts. */
    public static List<Piece> of(String before, String after) {
        List<String> old = tokens(before);
        List<String> fresh = tokens(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(pieces, Kind.SAME, old.subList(at, from));
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return List.copyOf(pieces);
    }

    /** Whether the pieces tell of any difference. */
    public static boolean differs(List<Piece> pieces) {
        return pieces.stream().anyMatch(piece -> piece.kind() != Kind.SAME);
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
