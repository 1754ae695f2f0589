package org.lianbing.bank.alike;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemContent;
import org.lianbing.search.Grams;

/**
 * What an item says, as a set of short pieces: pairs of neighbouring words of the stem and of each option, and every
 * word that is no Chinese character by itself, so that another number weighs more than another character. The order of
 * the options, their letters, the key, punctuation, width and case do not count. Each piece is kept as 32 bits of a
 * hash.
 */
public final class Shingles {

    /** To be raised when the pieces or their hashes change: what is stored is then made anew. */
    public static final int SCHEME = 1;

    /** A picture says as much as a word: two stems alike may ask for different drawings. */
    // Ends at the next bracket that opens, so that a text full of them takes no longer than its length.
    private static final Pattern PICTURE =
            Pattern.compile("!\\[[^\\]\\[]*+\\]\\(\\s*+<?(?:media:)?([^()\\s>]*+)[^()]*+\\)");

    private static final char BETWEEN = '\u0000';

    private final int[] sorted;
    private int @Nullable [] bands;

    private Shingles(int[] sorted) {
        this.sorted = sorted;
    }

    /** Those of an item. */
    public static Shingles of(ItemContent content) {
        return new Shingles(Part.of(content).stream()
                .map(Part::text)
                .flatMapToInt(Shingles::pieces)
                .sorted()
                .distinct()
                .toArray());
    }

    /** Those that {@link #toArray} gave away. */
    public static Shingles of(int[] sorted) {
        return new Shingles(sorted.clone());
    }

    private static IntStream pieces(String markdown) {
        IntStream.Builder pieces = IntStream.builder();
        PICTURE.matcher(markdown).results().forEach(picture -> pieces.add(hash("picture", picture.group(1))));
        List<Word> words = Word.of(Grams.normal(PICTURE.matcher(markdown).replaceAll(" ")));
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).kind() != Word.Kind.CHINESE || words.size() == 1) {
                pieces.add(hash("", words.get(i).norm()));
            }
            if (i > 0) {
                pieces.add(hash(words.get(i - 1).norm(), words.get(i).norm()));
            }
        }
        return pieces.build();
    }

    /** FNV-1a over the characters, mixed. */
    private static int hash(String first, String second) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < first.length(); i++) {
            hash = (hash ^ first.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ BETWEEN) * 0x100000001b3L;
        for (int i = 0; i < second.length(); i++) {
            hash = (hash ^ second.charAt(i)) * 0x100000001b3L;
        }
        return (int) (MinHash.mix(hash) >>> 32);
    }

    /** Whether there are no words at all, as in an item that is a picture alone. */
    public boolean isEmpty() {
        return sorted.length == 0;
    }

    public int size() {
        return sorted.length;
    }

    /** The hashes in ascending order, each once. */
    public int[] toArray() {
        return sorted.clone();
    }

    /** What {@link MinHash} makes of them: worked out once. Not to be changed. */
    int[] bands() {
        int[] made = bands;
        if (made == null) {
            made = isEmpty() ? new int[0] : MinHash.of(sorted);
            bands = made;
        }
        return made;
    }

    /**
     * How much of what both say together both say: |A ∩ B| / |A ∪ B| (Jaccard 1901), from 0 to 1. Nothing resembles an
     * item without words.
     */
    public double resemblance(Shingles other) {
        return resemblance(sorted, 0, sorted.length, other.sorted, 0, other.sorted.length);
    }

    /** The same over parts of larger arrays, for comparing very many. */
    static double resemblance(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo) {
        int i = aFrom;
        int j = bFrom;
        int both = 0;
        while (i < aTo && j < bTo) {
            if (a[i] == b[j]) {
                both++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        int either = aTo - aFrom + bTo - bFrom - both;
        return either == 0 ? 0 : (double) both / either;
    }
}
