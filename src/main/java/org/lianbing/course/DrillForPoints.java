package org.lianbing.course;

import java.util.Set;

import org.lianbing.base.Actor;
import org.lianbing.trade.PointId;

/** What a lesson offers besides reading: a drill on what it teaches. Implemented by the module that knows drills. */
public interface DrillForPoints {

    /** How many items there are to practise for these points. */
    int available(Set<PointId> points);

    /**
     * Starts a drill on these points.
     *
     * @param language in which the drill is titled
     * @return the address at which it is sat
     * @throws org.lianbing.base.Problem conflict, where there are no items
     */
    String start(Actor actor, Set<PointId> points, java.util.Locale language);
}
