package org.lianbing.bank;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A place in the picture of a 热点.
 *
 * @param shape where, in pixels of the picture from its upper left corner
 * @param name what is there, for the feedback
 * @param correct whether pointing at it is right
 */
public record Region(Shape shape, String name, boolean correct) {

    List<Passage> passages() {
        return Passage.optional("name", name);
    }

    /** A shape; its border belongs to it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Rectangle.class, name = "rectangle"),
        @JsonSubTypes.Type(value = Polygon.class, name = "polygon")
    })
    public sealed interface Shape {

        /** Whether a spot lies in it. */
        boolean holds(double x, double y);
    }

    /** All within {@code radius} of a spot. */
    public record Circle(int x, int y, int radius) implements Shape {
        @Override
        public boolean holds(double atX, double atY) {
            return Math.hypot(atX - x, atY - y) <= radius;
        }
    }

    /** From its upper left corner. */
    public record Rectangle(int x, int y, int width, int height) implements Shape {
        @Override
        public boolean holds(double atX, double atY) {
            return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
        }
    }

    /** A corner of a polygon. */
    public record Spot(int x, int y) {}

    /** By its corners in order, at least three. */
    public record Polygon(List<Spot> corners) implements Shape {
        public Polygon {
            corners = List.copyOf(corners);
        }

        /** Even-odd rule: a ray to the right crosses the border an odd number of times. */
        @Override
        public boolean holds(double x, double y) {
            boolean inside = false;
            for (int i = 0; i < corners.size(); i++) {
                Spot from = corners.get(i);
                Spot to = corners.get((i + 1) % corners.size());
                if (onEdge(from, to, x, y)) {
                    return true;
                }
                boolean crosses = from.y() > y != to.y() > y;
                if (crosses && x < from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x())) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private static boolean onEdge(Spot from, Spot to, double x, double y) {
            double turn = (to.x() - from.x()) * (y - from.y()) - (to.y() - from.y()) * (x - from.x());
            return turn == 0
                    && x >= Math.min(from.x(), to.x())
                    && x <= Math.max(from.x(), to.x())
                    && y >= Math.min(from.y(), to.y())
                    && y <= Math.max(from.y(), to.y());
        }
    }
}
