package org.lianbing.bank.alike;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;

/**
 * What one text has and another has not. Words are compared, so spaces, punctuation, width and case make no difference
 * here either.
 *
 * @param pieces the text cut into pieces, in order, nothing left out
 */
public record TextDifference(List<Piece> pieces) {

    /** Whether the other text has it too. */
    public enum Kind {
        /** Both have it. */
        SAME,
        /** This text alone has it. */
        OWN,
        /** Only the other has it; it would stand here. */
        MISSING
    }

    /** A part of a text. */
    public record Piece(String text, Kind kind) {}

    /**
     * Holds a plain text against another (E. Myers, "An O(ND) difference algorithm", 1986).
     *
     * @param missing whether to tell what it lacks, too
     */
    public static TextDifference of(String text, String other, boolean missing) {
        List<Word> words = Word.of(text);
        List<Word> others = Word.of(other);
        Strand strand = new Strand(text);
        Patch<String> patch = DiffUtils.diff(norms(others), norms(words));
        int next = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            Chunk<String> lacking = delta.getSource();
            Chunk<String> own = delta.getTarget();
            strand.take(words.subList(next, own.getPosition()), Kind.SAME);
            if (missing && lacking.size() > 0) {
                int first = others.get(lacking.getPosition()).start();
                int last =
                        others.get(lacking.getPosition() + lacking.size() - 1).end();
                if (own.getPosition() < words.size()) {
                    strand.reach(words.get(own.getPosition()).start());
                }
                strand.add(other.substring(first, last), Kind.MISSING);
            }
            next = own.getPosition() + own.size();
            strand.take(words.subList(own.getPosition(), next), Kind.OWN);
        }
        strand.take(words.subList(next, words.size()), Kind.SAME);
        return new TextDifference(strand.whole());
    }

    private static List<String> norms(List<Word> words) {
        return words.stream().map(Word::norm).toList();
    }

    /** The pieces so far; what stands between two words goes with them where both are of one kind. */
    private static final class Strand {

        private final String text;
        private final List<Piece> pieces = new ArrayList<>();
        private int at;

        Strand(String text) {
            this.text = text;
        }

        void take(List<Word> words, Kind kind) {
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                add(text.substring(at, word.start()), i > 0 ? kind : Kind.SAME);
                add(text.substring(word.start(), word.end()), kind);
                at = word.end();
            }
        }

        /** What stands before the next word belongs to both. */
        void reach(int place) {
            add(text.substring(at, place), Kind.SAME);
            at = place;
        }

        List<Piece> whole() {
            add(text.substring(at), Kind.SAME);
            return List.copyOf(pieces);
        }

        void add(String part, Kind kind) {
            if (part.isEmpty()) {
                return;
            }
            if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
                pieces.set(pieces.size() - 1, new Piece(pieces.getLast().text() + part, kind));
            } else {
                pieces.add(new Piece(part, kind));
            }
        }
    }
}
