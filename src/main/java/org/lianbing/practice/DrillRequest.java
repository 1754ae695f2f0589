package org.lianbing.practice;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.AttemptId;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/** What a person wants to practise. */
public sealed interface DrillRequest {

    /** The most items in one drill. */
    int MOST = 100;

    /**
     * What is new to them, or was met longest ago, over the outline of a trade and its foundations.
     *
     * @param trade which trade or theme bank
     * @param level at which level; null for all
     * @param count how many items, 1 to {@link #MOST}
     * @param tasks whether 技能操作 come along or are what is wanted
     */
    record Fresh(TradeId trade, @Nullable Level level, int count, Tasks tasks) implements DrillRequest {
        public Fresh {
            checkCount(count);
        }

        public Fresh(TradeId trade, @Nullable Level level, int count) {
            this(trade, level, count, Tasks.FEW);
        }
    }

    /** Practical tasks (技能操作) take a workbench and up to an hour each. */
    enum Tasks {
        /** At most one item in ten is one. */
        FEW,
        /** Nothing else: somebody stands at the bench. */
        ONLY
    }

    /**
     * What stands in their mistake book, the oldest mistake first.
     *
     * @param trade of which trade or foundation; null for all
     * @param count how many items at most, 1 to {@link #MOST}
     */
    record Mistakes(@Nullable TradeId trade, int count) implements DrillRequest {
        public Mistakes {
            checkCount(count);
        }
    }

    /**
     * What tests these points.
     *
     * @param points which
     * @param count how many items at most, 1 to {@link #MOST}
     */
    record OnPoints(Set<PointId> points, int count) implements DrillRequest {
        public OnPoints {
            points = Set.copyOf(points);
            checkCount(count);
        }
    }

    /** What they missed in one of their drills. */
    record MissedIn(AttemptId attempt) implements DrillRequest {}

    private static void checkCount(int count) {
        if (count < 1 || count > MOST) {
            throw Problem.invalid("practice.count", MOST);
        }
    }
}
