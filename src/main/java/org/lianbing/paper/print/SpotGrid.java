package org.lianbing.paper.print;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Region;

/**
 * Squares laid over the picture of a 热点, so that a place can be named on paper: letters from the left, numbers from
 * above, C4.
 *
 * @param width of the picture in its own pixels
 * @param height likewise
 */
record SpotGrid(int width, int height) {

    private static final int ALONG_THE_LONGER = 12;
    private static final double MIDDLE = 0.5;
    private static final double LETTER = 0.34;

    /** Below the letter in the first row. */
    private static final double NUMBER = 0.74;

    private double side() {
        return (double) Math.max(width, height) / ALONG_THE_LONGER;
    }

    int columns() {
        return (int) Math.ceil(width / side() - 1e-9);
    }

    int rows() {
        return (int) Math.ceil(height / side() - 1e-9);
    }

    /** The squares whose middle lies in a shape; where none does, the one that holds the shape's own middle. */
    List<String> cells(Region.Shape shape) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (shape.holds((column + MIDDLE) * side(), (row + MIDDLE) * side())) {
                    cells.add(name(column, row));
                }
            }
        }
        if (cells.isEmpty()) {
            double[] middle = middle(shape);
            cells.add(name((int) (middle[0] / side()), (int) (middle[1] / side())));
        }
        return cells;
    }

    private static String name(int column, int row) {
        return Letters.of(column) + (row + 1);
    }

    private static double[] middle(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle circle -> new double[] {circle.x(), circle.y()};
            case Region.Rectangle box -> new double[] {box.x() + box.width() / 2.0, box.y() + box.height() / 2.0};
            case Region.Polygon polygon ->
                new double[] {
                    polygon.corners().stream()
                            .mapToInt(Region.Spot::x)
                            .average()
                            .orElse(0),
                    polygon.corners().stream()
                            .mapToInt(Region.Spot::y)
                            .average()
                            .orElse(0)
                };
        };
    }

    /** Picture and squares; shapes only on the sheet of keys. */
    void draw(Element parent, String picture, List<Region.Shape> right) {
        Element frame = Markup.div(parent, "spot");
        frame.attr("style", "--wide:%d;--high:%d".formatted(width, height));
        frame.append(picture);
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\">".formatted(width, height));
        double side = side();
        for (int column = 1; column < columns(); column++) {
            line(svg, column * side, 0, column * side, height);
        }
        for (int row = 1; row < rows(); row++) {
            line(svg, 0, row * side, width, row * side);
        }
        for (int column = 0; column < columns(); column++) {
            text(svg, column * side + side * LETTER / 2, side * LETTER, Letters.of(column));
        }
        for (int row = 0; row < rows(); row++) {
            text(svg, side * LETTER / 2, row * side + side * NUMBER, String.valueOf(row + 1));
        }
        right.forEach(shape -> shape(svg, shape));
        frame.append(svg.append("</svg>").toString());
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append("<path d=\"M%.1f %.1fL%.1f %.1f\"/>".formatted(x1, y1, x2, y2));
    }

    private void text(StringBuilder svg, double x, double y, String text) {
        svg.append("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">%s</text>".formatted(x, y, side() * LETTER, text));
    }

    private static void shape(StringBuilder svg, Region.Shape shape) {
        switch (shape) {
            case Region.Circle circle ->
                svg.append("<circle class=\"right\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
                        .formatted(circle.x(), circle.y(), circle.radius()));
            case Region.Rectangle box ->
                svg.append("<rect class=\"right\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(box.x(), box.y(), box.width(), box.height()));
            case Region.Polygon polygon -> {
                svg.append("<polygon class=\"right\" points=\"");
                polygon.corners()
                        .forEach(spot -> svg.append(spot.x())
                                .append(',')
                                .append(spot.y())
                                .append(' '));
                svg.append("\"/>");
            }
        }
    }
}
