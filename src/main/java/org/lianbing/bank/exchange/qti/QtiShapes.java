package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.lianbing.bank.Region;

/** Places in a picture by their shape and coordinates. */
final class QtiShapes {

    /** Corners of the polygon that stands for an ellipse. */
    private static final int ELLIPSE = 24;

    private QtiShapes() {}

    /** The place; empty for a shape that is not known. */
    static Optional<Region.Shape> of(String shape, String coords, QtiText.Picture picture) {
        int[] at = Arrays.stream(coords.split("\\s*,\\s*"))
                .filter(part -> !part.isBlank())
                .mapToInt(part -> (int) Math.round(Double.parseDouble(part.strip())))
                .toArray();
        return switch (shape) {
            case "circle" -> Optional.of(new Region.Circle(at[0], at[1], at[2]));
            case "rect" -> Optional.of(new Region.Rectangle(at[0], at[1], at[2] - at[0], at[3] - at[1]));
            case "poly" -> {
                List<Region.Spot> corners = new ArrayList<>();
                for (int i = 0; i + 1 < at.length; i += 2) {
                    corners.add(new Region.Spot(at[i], at[i + 1]));
                }
                // QTI closes a polygon by repeating its first corner.
                if (corners.size() > 3 && corners.getFirst().equals(corners.getLast())) {
                    corners.removeLast();
                }
                yield Optional.of(new Region.Polygon(corners));
            }
            case "ellipse" -> Optional.of(new Region.Polygon(ellipse(at[0], at[1], at[2], at[3])));
            case "default" -> Optional.of(new Region.Rectangle(0, 0, picture.width(), picture.height()));
            default -> Optional.empty();
        };
    }

    private static List<Region.Spot> ellipse(int x, int y, int width, int height) {
        return IntStream.range(0, ELLIPSE)
                .mapToObj(corner -> 2 * Math.PI * corner / ELLIPSE)
                .map(angle -> new Region.Spot(
                        (int) Math.round(x + width * Math.cos(angle)), (int) Math.round(y + height * Math.sin(angle))))
                .toList();
    }
}
