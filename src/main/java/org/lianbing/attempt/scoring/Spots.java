package org.lianbing.attempt.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;

/** Where somebody pointed against where they should have: each place counts once, a second spot in it is a wrong one. */
final class Spots {

    private static final int NOBODY = -1;

    private final List<Region.Shape> shapes;
    private final List<Region.Spot> spots;
    private final int[] spotOfShape;

    private Spots(List<Region.Shape> shapes, List<Region.Spot> spots) {
        this.shapes = shapes;
        this.spots = spots;
        this.spotOfShape = new int[shapes.size()];
        Arrays.fill(spotOfShape, NOBODY);
    }

    static Judged judged(PartialCredit rule, List<Region.Shape> shapes, List<Region.Spot> spots) {
        int hits = (int) hits(shapes, spots).stream().filter(hit -> hit).count();
        return Judged.parts(rule, hits, spots.size() - hits, shapes.size(), true);
    }

    /** For each spot whether it hits a place of its own. As many do as can; only where places overlap is there a choice. */
    static List<Boolean> hits(List<Region.Shape> shapes, List<Region.Spot> spots) {
        Spots pairing = new Spots(shapes, spots);
        for (int spot = 0; spot < spots.size(); spot++) {
            pairing.finds(spot, new boolean[shapes.size()]);
        }
        return IntStream.range(0, spots.size())
                .mapToObj(spot -> Arrays.stream(pairing.spotOfShape).anyMatch(found -> found == spot))
                .toList();
    }

    private boolean finds(int spot, boolean[] asked) {
        for (int shape = 0; shape < shapes.size(); shape++) {
            if (!asked[shape]
                    && shapes.get(shape)
                            .holds(spots.get(spot).x(), spots.get(spot).y())) {
                asked[shape] = true;
                if (spotOfShape[shape] == NOBODY || finds(spotOfShape[shape], asked)) {
                    spotOfShape[shape] = spot;
                    return true;
                }
            }
        }
        return false;
    }
}
