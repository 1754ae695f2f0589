package org.lianbing.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Finds in a text what a query asked for. Works on the text itself, so both engines mark alike. */
public final class Highlighter {

    /** So much before the first place, so that one reads what it is about. */
    private static final int BEFORE = 24;

    private static final String CUT = "…";

    /** Each a Chinese run, or a word. */
    private final List<List<String>> wanted;

    public Highlighter(String query) {
        this.wanted = Unit.of(query).stream()
                .collect(Collectors.groupingBy(Unit::run, java.util.LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(run -> run.stream().map(Unit::text).toList())
                .toList();
    }

    /** The whole text with its places. */
    public Marked mark(String text) {
        if (wanted.isEmpty()) {
            return Marked.plain(text);
        }
        List<Unit> units = Unit.of(text);
        BitSet places = new BitSet();
        wanted.forEach(run -> place(run, units, places));
        return new Marked(text, marks(units, places));
    }

    /** A piece of the text, at most so long, around its first place; empty where there is none. */
    public Marked excerpt(String text, int longest) {
        Marked whole = mark(text);
        if (whole.marks().isEmpty()) {
            return Marked.plain("");
        }
        int start = start(text, whole.marks().getFirst().start());
        int end = Math.min(text.length(), start + longest);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        int until = end;
        String before = start > 0 ? CUT : "";
        int shift = before.length() - start;
        String piece = before + text.substring(start, end).replace('\n', ' ') + (end < text.length() ? CUT : "");
        return new Marked(
                piece,
                whole.marks().stream()
                        .filter(mark -> mark.end() <= until)
                        .map(mark -> new Marked.Mark(mark.start() + shift, mark.end() + shift))
                        .toList());
    }

    /** The beginning of the line, where it is near; never the middle of a character. */
    private static int start(String text, int place) {
        int start = Math.max(text.lastIndexOf('\n', place) + 1, place - BEFORE);
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    /** A run where it stands whole; else its pairs, since those are what it was found by. */
    private static void place(List<String> run, List<Unit> units, BitSet places) {
        if (!stretch(run, units, places)) {
            for (int i = 0; i + 1 < run.size(); i++) {
                stretch(run.subList(i, i + 2), units, places);
            }
        }
    }

    private static boolean stretch(List<String> wanted, List<Unit> units, BitSet places) {
        boolean found = false;
        for (int at = 0; at + wanted.size() <= units.size(); at++) {
            if (stands(wanted, units, at)) {
                places.set(at, at + wanted.size());
                found = true;
            }
        }
        return found;
    }

    private static boolean stands(List<String> wanted, List<Unit> units, int at) {
        for (int i = 0; i < wanted.size(); i++) {
            Unit unit = units.get(at + i);
            if (!unit.text().equals(wanted.get(i))
                    || unit.run() != units.get(at).run()) {
                return false;
            }
        }
        return true;
    }

    private static List<Marked.Mark> marks(List<Unit> units, BitSet places) {
        List<Marked.Mark> marks = new ArrayList<>();
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            Unit unit = units.get(at);
            if (!marks.isEmpty() && marks.getLast().end() >= unit.start()) {
                Marked.Mark last = marks.removeLast();
                marks.add(new Marked.Mark(last.start(), Math.max(last.end(), unit.end())));
            } else {
                marks.add(new Marked.Mark(unit.start(), unit.end()));
            }
        }
        return marks;
    }
}
