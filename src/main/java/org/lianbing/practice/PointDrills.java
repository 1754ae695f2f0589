package org.lianbing.practice;

import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.course.DrillForPoints;
import org.lianbing.trade.PointId;

/** Lets a lesson offer a drill on what it teaches. */
@Component
class PointDrills implements DrillForPoints {

    private static final int ITEMS = 10;

    private final Drills drills;
    private final DrillItems items;

    PointDrills(Drills drills, DrillItems items) {
        this.drills = drills;
        this.items = items;
    }

    @Override
    public int available(Set<PointId> points) {
        return items.onPoints(points).size();
    }

    @Override
    public String start(Actor actor, Set<PointId> points, Locale language) {
        return Sitting.url(drills.start(actor, new DrillRequest.OnPoints(points, ITEMS), "", language));
    }
}
