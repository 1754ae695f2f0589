package org.lianbing.trade.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.Range;
import org.lianbing.trade.editing.LineTree.Node;

/**
 * Codes for lines to which the file gave none: those of the edition in force where a line is called the same, else such
 * as that edition never used. Otherwise the third point of a new list would take over the items of the old third point.
 */
final class Recoding {

    private final Map<Integer, String> codes = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Recoding(Outline before) {
        before.points().forEach(point -> taken.add(point.code()));
        before.ranges().forEach(this::take);
    }

    private void take(Range range) {
        taken.add(range.code());
        range.ranges().forEach(this::take);
    }

    static List<OutlineLine> of(List<OutlineLine> lines, Outline before) {
        if (lines.stream().allMatch(OutlineLine::coded)) {
            return lines;
        }
        Recoding recoding = new Recoding(before);
        recoding.settle(new LineTree(lines).root(), "", before.ranges(), List.of());
        List<OutlineLine> recoded = new ArrayList<>();
        for (OutlineLine line : lines) {
            String code = recoding.codes.get(line.number());
            recoded.add(code == null || code.equals(line.code()) ? line : line.recoded(code));
        }
        return recoded;
    }

    private void settle(Node node, String above, List<Range> ranges, List<Point> points) {
        String start = above.isEmpty() ? "" : above + "-";
        for (OutlineLine point : node.points()) {
            Point same = points.stream()
                    .filter(known -> known.name().equals(point.name()))
                    .findFirst()
                    .orElse(null);
            codes.put(point.number(), point.coded() ? point.code() : same != null ? same.code() : free(start, true));
        }
        for (Node inside : node.ranges()) {
            OutlineLine line = Objects.requireNonNull(inside.line());
            Range same = same(line, ranges);
            String code = line.coded() ? line.code() : same != null ? same.code() : free(start, false);
            codes.put(line.number(), code);
            settle(inside, code, same == null ? List.of() : same.ranges(), same == null ? List.of() : same.points());
        }
    }

    private static @Nullable Range same(OutlineLine line, List<Range> ranges) {
        return ranges.stream()
                .filter(known -> line.coded()
                        ? known.code().equals(line.code())
                        : known.name().equals(line.name()))
                .findFirst()
                .orElse(null);
    }

    private String free(String start, boolean point) {
        for (int i = 1; ; i++) {
            String code = start
                    + (point || i > 26 ? String.format(Locale.ROOT, "%03d", i) : String.valueOf((char) ('A' + i - 1)));
            if (taken.add(code)) {
                return code;
            }
        }
    }
}
