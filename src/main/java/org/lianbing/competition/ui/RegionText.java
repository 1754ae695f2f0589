package org.lianbing.competition.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.lianbing.bank.Region;
import org.lianbing.base.Problem;

/**
 * Places in a picture as numbers in pixels: three for a circle (x, y, radius), four for a rectangle (x, y, width,
 * height), six or more for the corners of a polygon.
 */
final class RegionText {

    private static final int CIRCLE = 3;
    private static final int RECTANGLE = 4;
    private static final int TRIANGLE = 6;

    private RegionText() {}

    static String of(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle(int x, int y, int radius) -> x + "," + y + "," + radius;
            case Region.Rectangle(int x, int y, int width, int height) -> x + "," + y + "," + width + "," + height;
            case Region.Polygon(List<Region.Spot> corners) ->
                corners.stream().map(spot -> spot.x() + "," + spot.y()).collect(Collectors.joining(","));
        };
    }

    static List<Region.Shape> shapes(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(RegionText::shape)
                .toList();
    }

    private static Region.Shape shape(String line) {
        List<Integer> numbers;
        try {
            numbers = Arrays.stream(line.split("[,，\\s]+", -1))
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException none) {
            throw Problem.invalid("paper.key-shape");
        }
        if (numbers.size() == CIRCLE) {
            return new Region.Circle(numbers.get(0), numbers.get(1), numbers.get(2));
        }
        if (numbers.size() == RECTANGLE) {
            return new Region.Rectangle(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        }
        if (numbers.size() < TRIANGLE || numbers.size() % 2 != 0) {
            throw Problem.invalid("paper.key-shape");
        }
        List<Region.Spot> corners = new ArrayList<>();
        for (int at = 0; at < numbers.size(); at += 2) {
            corners.add(new Region.Spot(numbers.get(at), numbers.get(at + 1)));
        }
        return new Region.Polygon(corners);
    }
}
