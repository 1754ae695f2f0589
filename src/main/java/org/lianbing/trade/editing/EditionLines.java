package org.lianbing.trade.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.lianbing.trade.Outline;
import org.lianbing.trade.Point;
import org.lianbing.trade.Range;
import org.lianbing.trade.editing.OutlineLine.Kind;
import org.lianbing.trade.sheet.Texts;

/** An edition as lines, to go on from. */
final class EditionLines {

    private final List<OutlineLine> lines = new ArrayList<>();

    private EditionLines() {}

    static List<OutlineLine> of(Outline outline) {
        EditionLines made = new EditionLines();
        outline.ranges().forEach(range -> made.add(range, 1));
        return made.lines;
    }

    private void add(Range range, int depth) {
        lines.add(line(Kind.RANGE, depth, range.code(), range.name(), Texts.plain(range.weight()), ""));
        for (Point point : range.points()) {
            lines.add(line(
                    Kind.POINT,
                    depth + 1,
                    point.code(),
                    point.name(),
                    "",
                    point.importance().name()));
        }
        range.ranges().forEach(inside -> add(inside, depth + 1));
    }

    private OutlineLine line(Kind kind, int depth, String code, String name, String weight, String importance) {
        return new OutlineLine(lines.size() + 1, kind, depth, code, true, name, weight, importance, "", 0, Map.of());
    }
}
