package org.lianbing.trade.editing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.Importance;
import org.lianbing.trade.disk.FolderContent.PointEntry;
import org.lianbing.trade.disk.FolderContent.RangeEntry;

/** The lines of a draft as the tree that they stand for. */
final class LineTree {

    /**
     * A range with what lies inside it.
     *
     * @param line null for the whole
     */
    record Node(@Nullable OutlineLine line, @Nullable Node parent, List<Node> ranges, List<OutlineLine> points) {

        String code() {
            return line == null ? "" : line.code();
        }

        int depth() {
            return line == null ? 0 : line.depth();
        }

        long allPoints() {
            return points.size() + ranges.stream().mapToLong(Node::allPoints).sum();
        }

        Stream<Node> all() {
            return Stream.concat(Stream.of(this), ranges.stream().flatMap(Node::all));
        }
    }

    private final Node root = new Node(null, null, new ArrayList<>(), new ArrayList<>());

    LineTree(List<OutlineLine> lines) {
        Node open = root;
        for (OutlineLine line : lines) {
            if (line.isPoint()) {
                open.points().add(line);
            } else {
                while (open.parent() != null && open.depth() >= line.depth()) {
                    open = open.parent();
                }
                Node range = new Node(line, open, new ArrayList<>(), new ArrayList<>());
                open.ranges().add(range);
                open = range;
            }
        }
    }

    Node root() {
        return root;
    }

    /** As they are written to an edition; only for a draft without anything that blocks. */
    List<RangeEntry> entries(Map<Integer, BigDecimal> weights) {
        return root.ranges().stream().map(range -> entry(range, weights)).toList();
    }

    private static RangeEntry entry(Node node, Map<Integer, BigDecimal> weights) {
        OutlineLine line = java.util.Objects.requireNonNull(node.line());
        return new RangeEntry(
                line.code(),
                line.name().strip(),
                weights.getOrDefault(line.number(), BigDecimal.ZERO),
                node.ranges().stream().map(range -> entry(range, weights)).toList(),
                node.points().stream().map(LineTree::entry).toList());
    }

    private static PointEntry entry(OutlineLine point) {
        return new PointEntry(point.code(), point.name().strip(), Importance.valueOf(point.importance()));
    }

    /** The codes of all lines with how often each stands here. */
    static Map<String, Integer> codes(List<OutlineLine> lines) {
        Map<String, Integer> codes = new HashMap<>();
        lines.forEach(line -> codes.merge(line.code(), 1, Integer::sum));
        return codes;
    }
}
