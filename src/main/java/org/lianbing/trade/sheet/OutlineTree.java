package org.lianbing.trade.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.editing.OutlineLine;
import org.lianbing.trade.editing.OutlineLine.Kind;
import org.lianbing.trade.sheet.Role.Subject;

/** Puts ranges and points together from wherever they were told, and lays them out as lines. */
final class OutlineTree {

    private static final int LETTERS = 26;

    /** A range or a point with what lies inside it. */
    static final class Node {
        private final @Nullable Node parent;
        private final @Nullable Entry entry;
        private final Kind kind;
        private final List<Node> children = new ArrayList<>();
        private String code;

        private Node(@Nullable Node parent, @Nullable Entry entry, Kind kind, String code) {
            this.parent = parent;
            this.entry = entry;
            this.kind = kind;
            this.code = code;
        }

        @Nullable
        Node parent() {
            return parent;
        }

        private int depth() {
            return parent == null ? 0 : parent.depth() + 1;
        }

        /** The range around this one, or itself, that lies so deep. */
        @Nullable
        Node at(int depth) {
            if (depth() < depth) {
                return null;
            }
            Node at = this;
            while (at != null && at.depth() > depth) {
                at = at.parent;
            }
            return at;
        }

        /** Whether an entry tells of this range again. */
        boolean isCalled(Entry other) {
            if (entry == null) {
                return false;
            }
            boolean name = other.name.isEmpty() || other.name.equals(entry.name);
            boolean code = other.code.isEmpty()
                    || entry.code.isEmpty()
                    || Texts.parts(other.code).equals(Texts.parts(entry.code));
            return name && code;
        }

        /** Takes over what an entry tells that was not known yet. */
        Node with(Entry other) {
            if (entry != null && entry.weight.isEmpty() && !other.weight.isEmpty()) {
                entry.weight = other.weight;
            }
            return this;
        }
    }

    private final Node root = new Node(null, null, Kind.RANGE, "");
    private final Map<String, Node> ranges = new HashMap<>();

    Node root() {
        return root;
    }

    /** A range below another; the one that is already there where it is told again. */
    Node range(Node above, Entry entry) {
        for (Node child : above.children) {
            if (child.kind == Kind.RANGE && child.isCalled(entry)) {
                return child.with(entry);
            }
        }
        if (above == root) {
            Node known = entry.code.isEmpty() ? named(root, entry.name) : ranges.get(Texts.nest("", entry.code, false));
            if (known != null && known.isCalled(entry)) {
                return known.with(entry);
            }
        }
        Node made = new Node(above, entry, Kind.RANGE, Texts.nest(above.code, entry.code, false));
        above.children.add(made);
        if (!made.code.isEmpty()) {
            ranges.putIfAbsent(made.code, made);
        }
        return made;
    }

    private static @Nullable Node named(Node below, String name) {
        for (Node child : below.children) {
            if (child.kind == Kind.RANGE && child.entry != null) {
                Node found = child.entry.name.equals(name) ? child : named(child, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    void point(Node above, Entry entry) {
        above.children.add(new Node(above, entry, Kind.POINT, Texts.nest(above.code, entry.code, true)));
    }

    /** Adds lines that tell their place by their codes, by a column, or by how far they are set in. */
    void addAll(List<Entry> entries) {
        boolean coded = entries.stream().filter(entry -> !entry.code.isEmpty()).count() * 2 >= entries.size();
        if (coded || entries.stream().anyMatch(entry -> !entry.parent.isEmpty())) {
            addByCode(entries);
        } else {
            addByIndent(entries);
        }
    }

    private void addByCode(List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        // Ranges first: a sheet with the points may stand before the one with the ranges.
        sorted.sort(Comparator.comparing((Entry entry) -> entry.subject == Subject.POINT)
                .thenComparing(entry -> Texts.parts(entry.parent).size()
                        + Texts.parts(entry.code).size()));
        Set<String> holders = new HashSet<>();
        entries.forEach(entry -> {
            List<String> parts = Texts.parts(entry.code);
            for (int i = 1; i < parts.size(); i++) {
                holders.add(String.join("-", parts.subList(0, i)));
            }
        });
        for (Entry entry : sorted) {
            Node above = above(entry);
            boolean holds = holders.contains(String.join("-", Texts.parts(entry.code)));
            if (isPoint(entry, holds)) {
                point(above, entry);
            } else {
                range(above, entry);
            }
        }
    }

    private static boolean isPoint(Entry entry, boolean holdsOthers) {
        if (entry.subject != null) {
            return entry.subject == Subject.POINT;
        }
        return !holdsOthers && (!entry.importance.isEmpty() || entry.weight.isEmpty());
    }

    private Node above(Entry entry) {
        if (!entry.parent.isEmpty()) {
            Node known = ranges.get(Texts.nest("", entry.parent, false));
            Node found = known != null ? known : named(root, entry.parent);
            if (found != null) {
                return found;
            }
        }
        List<String> parts = Texts.parts(entry.code);
        for (int i = parts.size() - 1; i > 0; i--) {
            Node known = ranges.get(String.join("-", parts.subList(0, i)));
            if (known != null) {
                return known;
            }
        }
        return root;
    }

    private void addByIndent(List<Entry> entries) {
        Deque<Node> open = new ArrayDeque<>();
        Deque<Integer> indents = new ArrayDeque<>();
        open.push(root);
        indents.push(-1);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            while (indents.getFirst() >= entry.indent) {
                open.pop();
                indents.pop();
            }
            boolean holds = i + 1 < entries.size() && entries.get(i + 1).indent > entry.indent;
            if (isPoint(entry, holds)) {
                point(open.getFirst(), entry);
            } else {
                open.push(range(open.getFirst(), entry));
                indents.push(entry.indent);
            }
        }
    }

    boolean isEmpty() {
        return root.children.isEmpty();
    }

    /** All as lines; codes that nobody gave are made up. */
    List<OutlineLine> lines() {
        List<OutlineLine> lines = new ArrayList<>();
        layOut(root, lines);
        return lines;
    }

    private void layOut(Node node, List<OutlineLine> lines) {
        if (node.entry != null) {
            Entry entry = node.entry;
            lines.add(new OutlineLine(
                    lines.size() + 1,
                    node.kind,
                    node.depth(),
                    node.code,
                    !entry.code.isEmpty(),
                    entry.name,
                    node.kind == Kind.RANGE ? entry.weight : "",
                    node.kind == Kind.POINT
                            ? Texts.importance(entry.importance).map(Enum::name).orElse(entry.importance)
                            : "",
                    entry.sheet,
                    entry.row,
                    entry.columns));
        }
        nameThoseWithout(node);
        // Points before ranges: a point belongs to the range before it.
        node.children.stream().filter(child -> child.kind == Kind.POINT).forEach(child -> layOut(child, lines));
        node.children.stream().filter(child -> child.kind == Kind.RANGE).forEach(child -> layOut(child, lines));
    }

    private static void nameThoseWithout(Node node) {
        Set<String> taken = new HashSet<>();
        node.children.forEach(child -> taken.add(child.code));
        String start = node.code.isEmpty() ? "" : node.code + "-";
        int ranges = 0;
        int points = 0;
        for (Node child : node.children) {
            while (child.code.isEmpty()) {
                String next = child.kind == Kind.POINT
                        ? start + String.format(java.util.Locale.ROOT, "%03d", ++points)
                        : start + letters(ranges++);
                if (taken.add(next)) {
                    child.code = next;
                }
            }
        }
    }

    private static String letters(int index) {
        return index < LETTERS
                ? String.valueOf((char) ('A' + index))
                : letters(index / LETTERS - 1) + (char) ('A' + index % LETTERS);
    }
}
