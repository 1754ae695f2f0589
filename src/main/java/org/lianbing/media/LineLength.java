package org.lianbing.media;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

import org.jspecify.annotations.Nullable;

/** How long a line may be that strangers drew, and into how many dashes it falls: what it costs to paint it. */
public final class LineLength {

    private LineLength() {}

    /**
     * Along its corners, which no curve is longer than, and from one stretch to the next.
     *
     * @param on how it is laid on the paper; null for as it is
     */
    public static double of(Shape shape, @Nullable AffineTransform on) {
        double length = 0;
        double[] points = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator path = shape.getPathIterator(on); !path.isDone(); path.next()) {
            int kind = path.currentSegment(points);
            int count = switch (kind) {
                case PathIterator.SEG_CUBICTO -> 3;
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CLOSE -> 0;
                default -> 1;
            };
            for (int i = 0; i < count; i++) {
                length += Math.hypot(points[2 * i] - x, points[2 * i + 1] - y);
                x = points[2 * i];
                y = points[2 * i + 1];
            }
            if (kind == PathIterator.SEG_MOVETO) {
                startX = x;
                startY = y;
            } else if (kind == PathIterator.SEG_CLOSE) {
                length += Math.hypot(startX - x, startY - y);
                x = startX;
                y = startY;
            }
        }
        return length;
    }

    /** How many dashes it has at most; none where the pen draws through. Not a number where that cannot be told. */
    public static double dashes(Shape shape, BasicStroke pen) {
        float[] pattern = pen.getDashArray();
        if (pattern == null) {
            return 0;
        }
        double one = 0;
        for (float dash : pattern) {
            one += dash;
        }
        return of(shape, null) / one * pattern.length;
    }
}
