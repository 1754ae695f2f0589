package org.lianbing.bank.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lianbing.bank.history.TextDiff.Kind;
import org.lianbing.bank.history.TextDiff.Piece;

/** Lays two lists of texts, such as options, beside each other: what is alike is a pair wherever it moved. */
final class Aligned {

    /** A pair by places from 0; -1 where there is none on that side. */
    record Pair(int before, int after) {}

    /** From which share of characters in common two different texts are taken for one that was changed. */
    private static final double ALIKE = 0.5;

    private Aligned() {}

    /** The pairs in the order after, what is gone at the end. */
    static List<Pair> of(List<String> before, List<String> after) {
        int[] found = new int[after.size()];
        java.util.Arrays.fill(found, -1);
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < after.size(); i++) {
            for (int j = 0; j < before.size() && found[i] < 0; j++) {
                if (!taken.contains(j) && before.get(j).equals(after.get(i))) {
                    take(found, taken, i, j);
                }
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (found[i] < 0) {
                int best = mostAlike(before, after.get(i), taken, i);
                if (best >= 0) {
                    take(found, taken, i, best);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            pairs.add(new Pair(found[i], i));
        }
        for (int j = 0; j < before.size(); j++) {
            if (!taken.contains(j)) {
                pairs.add(new Pair(j, -1));
            }
        }
        return pairs;
    }

    private static void take(int[] found, Set<Integer> taken, int after, int before) {
        found[after] = before;
        taken.add(before);
    }

    /** The text most like it, the one at the same place where none is alike enough, or -1. */
    private static int mostAlike(List<String> before, String text, Set<Integer> taken, int place) {
        int best = place < before.size() && !taken.contains(place) ? place : -1;
        double most = ALIKE;
        for (int j = 0; j < before.size(); j++) {
            double alike = taken.contains(j) ? 0 : alike(before.get(j), text);
            if (alike >= most) {
                most = alike;
                best = j;
            }
        }
        return best;
    }

    private static double alike(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int same = TextDiff.of(one, other).stream()
                .filter(piece -> piece.kind() == Kind.SAME)
                .map(Piece::text)
                .mapToInt(String::length)
                .sum();
        return longest == 0 ? 1 : (double) same / longest;
    }
}
