package org.lianbing.trade;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.lianbing.base.Actor;

/** What hangs on points; told by the modules that know, so that nobody drops a point unawares. */
public interface PointUses {

    /**
     * Something that hangs on a point.
     *
     * @param label what it is called
     * @param path its page in the application
     */
    record Use(String label, String path) {}

    /** What hangs on the points, as far as the person may know of it. Points without anything are left out. */
    Map<PointId, List<Use>> of(Actor actor, Collection<PointId> points);
}
