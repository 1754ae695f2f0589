package org.lianbing.practice.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.SlotResult;
import org.lianbing.bank.Region;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;

/** The picture of a 热点 with the right places drawn in and a numbered mark where somebody pointed. */
final class PictureAnswer {

    private PictureAnswer() {}

    static Component of(SlotResult result, SlotFeedback feedback) {
        SlotView.Picture picture = feedback.body().picture();
        if (picture == null) {
            return new Div();
        }
        StringBuilder drawn = new StringBuilder();
        for (SlotFeedback.KeyRegion region :
                Objects.requireNonNullElse(feedback.key().regions(), List.<SlotFeedback.KeyRegion>of())) {
            if (region.correct()) {
                drawn.append(shape(region.shape()));
            }
        }
        JsonNode spots = result.value();
        for (int i = 0; spots != null && i < spots.size(); i++) {
            boolean hit = i < result.marks().size()
                    && Boolean.TRUE.equals(result.marks().get(i));
            drawn.append(mark(i + 1, spots.get(i), hit, Math.max(picture.width(), picture.height())));
        }
        return new Div(new Html("<div class=\"spots\">" + picture.html() + "<svg aria-hidden=\"true\" viewBox=\"0 0 "
                + picture.width() + " " + picture.height() + "\">" + drawn + "</svg></div>"));
    }

    private static String shape(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle circle ->
                "<circle class=\"place\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
                        .formatted(circle.x(), circle.y(), circle.radius());
            case Region.Rectangle box ->
                "<rect class=\"place\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(box.x(), box.y(), box.width(), box.height());
            case Region.Polygon polygon ->
                "<polygon class=\"place\" points=\"%s\"/>"
                        .formatted(polygon.corners().stream()
                                .map(corner -> corner.x() + "," + corner.y())
                                .collect(Collectors.joining(" ")));
        };
    }

    /** A mark is as large beside a large picture as beside a small one. */
    private static String mark(int number, JsonNode spot, boolean hit, int size) {
        int radius = Math.max(6, size / 28);
        int x = spot.get(0).asInt();
        int y = spot.get(1).asInt();
        return "<g class=\"%s\"><circle cx=\"%d\" cy=\"%d\" r=\"%d\"/><text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text></g>"
                .formatted(hit ? "hit" : "miss", x, y, radius, x, y + radius / 3, radius, number + (hit ? "✓" : "✗"));
    }
}
