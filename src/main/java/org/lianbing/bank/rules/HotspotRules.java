package org.lianbing.bank.rules;

import java.util.List;

import org.lianbing.bank.Found;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Region;

/** 热点: a picture and places within it. */
public final class HotspotRules {

    private static final int LONGEST_PICTURE = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_REGIONS = 20;
    private static final int MOST_CORNERS = 50;
    private static final int MOST_PIXELS = 10_000;

    private HotspotRules() {}

    static void check(Interaction.Hotspot hotspot, Found found) {
        found.length("picture", hotspot.picture(), 1, LONGEST_PICTURE);
        if (!hotspot.picture().strip().startsWith("![")) {
            found.add("picture", "bank.rule.picture-needed");
        }
        if (hotspot.width() < 1 || hotspot.height() < 1 || Math.max(hotspot.width(), hotspot.height()) > MOST_PIXELS) {
            found.add("picture", "bank.rule.picture-size", MOST_PIXELS);
        }
        if (hotspot.picks() < 1 || hotspot.regions().size() > MOST_REGIONS) {
            found.add("regions", "bank.rule.regions-count", MOST_REGIONS);
        }
        for (int i = 0; i < hotspot.regions().size(); i++) {
            Region region = hotspot.regions().get(i);
            found.length("regions/" + i + "/name", region.name(), 0, LONGEST_NAME);
            if (!inside(region.shape(), hotspot.width(), hotspot.height())) {
                found.add("regions/" + i, "bank.rule.region-outside");
            }
        }
    }

    /** Whether all of these could stand in a picture of that size: as to number, names and borders. */
    public static boolean fit(List<Region> regions, int width, int height) {
        return regions.size() <= MOST_REGIONS
                && regions.stream()
                        .allMatch(region ->
                                region.name().length() <= LONGEST_NAME && inside(region.shape(), width, height));
    }

    private static boolean inside(Region.Shape shape, int width, int height) {
        return switch (shape) {
            case Region.Circle circle ->
                circle.radius() > 0
                        && circle.x() >= 0
                        && circle.x() <= width
                        && circle.y() >= 0
                        && circle.y() <= height;
            case Region.Rectangle box ->
                box.width() > 0
                        && box.height() > 0
                        && box.x() >= 0
                        && box.y() >= 0
                        // Sums of numbers that somebody made up might run over.
                        && box.width() <= width - box.x()
                        && box.height() <= height - box.y();
            case Region.Polygon polygon ->
                polygon.corners().size() >= 3
                        && polygon.corners().size() <= MOST_CORNERS
                        && polygon.corners().stream()
                                .allMatch(corner -> corner.x() >= 0
                                        && corner.x() <= width
                                        && corner.y() >= 0
                                        && corner.y() <= height);
        };
    }
}
