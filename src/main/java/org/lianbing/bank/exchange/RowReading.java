package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Set;

import org.lianbing.bank.ItemContent;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;

/** What became of a row: an item, perhaps with remarks, or the reasons why not. */
public sealed interface RowReading {

    /** What should be looked at. */
    List<ImportProblem> problems();

    /** The row says an item. */
    record Parsed(
            ItemContent content,
            Set<Level> levels,
            Set<PointId> points,
            String source,
            @Override List<ImportProblem> problems)
            implements RowReading {

        /** The same, where somebody said where it goes. */
        Parsed toward(RowTarget target, boolean leveled) {
            return new Parsed(
                    content,
                    target.levels().isEmpty() || !leveled ? levels : target.levels(),
                    target.points().isEmpty() ? points : target.points(),
                    source,
                    problems);
        }
    }

    /** The row cannot be read as an item. */
    record Unreadable(@Override List<ImportProblem> problems) implements RowReading {}
}
