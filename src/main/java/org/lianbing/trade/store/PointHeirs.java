package org.lianbing.trade.store;

import java.util.Map;

import org.lianbing.trade.PointId;

/**
 * Which ids the points of a new edition take over, so that items and learning records stay tied: a point of the edition
 * in force by its code alone, since a person looks at what is renamed; one that was dropped before only where code and
 * name are the same.
 *
 * @param inForce by code
 * @param past by code and name
 */
public record PointHeirs(Map<String, PointId> inForce, Map<String, PointId> past) {

    void add(String code, String name, PointId id, boolean isInForce) {
        if (isInForce) {
            inForce.put(code, id);
        }
        past.put(code + " " + name, id);
    }

    /** The id that a point inherits, or a new one. */
    public PointId of(String code, String name) {
        PointId known = inForce.get(code);
        if (known != null) {
            return known;
        }
        PointId before = past.get(code + " " + name);
        return before == null || inForce.containsValue(before) ? PointId.next() : before;
    }
}
