package org.lianbing.bank.exchange.guess;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.search.Grams;
import org.lianbing.trade.PointId;

/**
 * What is said on each point of some outlines: its own name, the ranges that it lies in, and the questions that are
 * known to test it. Texts are compared by pairs of neighbouring Chinese characters and by other words; what few points
 * say weighs more (tf-idf, cosine).
 */
public final class PointProfiles {

    /** A point that a question may test, and how sure that is, 0 to 1. */
    public record Guess(PointId point, double confidence) {}

    private static final Pattern PIECE = Pattern.compile("[\\u4e00-\\u9fff]+|[\\p{IsLatin}\\d]{2,}");
    private static final double NAME_WEIGHT = 3;
    private static final double PATH_WEIGHT = 1;
    /** Below this a question has nothing in common with a point but common words. */
    private static final double LEAST = 0.03;

    private final Map<PointId, Map<String, Double>> points = new HashMap<>();
    /** The same by piece: who says it, and how much. */
    private final Map<String, Map<PointId, Double>> said = new HashMap<>();

    private final Map<PointId, Double> lengths = new HashMap<>();

    /** Takes what a point is called. */
    public void name(PointId point, String name, List<String> path) {
        add(point, name, NAME_WEIGHT);
        path.forEach(range -> add(point, range, PATH_WEIGHT));
    }

    /** Takes a question that tests a point. */
    public void question(PointId point, String text) {
        add(point, text, 1);
    }

    private void add(PointId point, String text, double weight) {
        Map<String, Double> profile = points.computeIfAbsent(point, key -> new HashMap<>());
        pieces(text).forEach(piece -> {
            double now = profile.merge(piece, weight, Double::sum);
            said.computeIfAbsent(piece, key -> new HashMap<>()).put(point, now);
        });
        lengths.remove(point);
    }

    /** The point that a question most likely tests; empty where none is like it. */
    public Optional<Guess> guess(String question) {
        Set<String> asked = pieces(question);
        double length = Math.sqrt(asked.stream()
                .mapToDouble(piece -> rarity(piece) * rarity(piece))
                .sum());
        Map<PointId, Double> products = products(asked);
        PointId best = null;
        double most = 0;
        double second = 0;
        for (Map.Entry<PointId, Double> point : products.entrySet()) {
            double score = point.getValue() / length / length(point.getKey());
            if (score > most) {
                second = most;
                most = score;
                best = point.getKey();
            } else if (score > second) {
                second = score;
            }
        }
        return best == null || most < LEAST ? Optional.empty() : Optional.of(new Guess(best, most / (most + second)));
    }

    private Map<PointId, Double> products(Set<String> asked) {
        Map<PointId, Double> products = new HashMap<>();
        for (String piece : asked) {
            double rarity = rarity(piece);
            said.getOrDefault(piece, Map.of())
                    .forEach((point, weight) -> products.merge(point, damped(weight) * rarity * rarity, Double::sum));
        }
        return products;
    }

    private double length(PointId point) {
        return lengths.computeIfAbsent(
                point,
                key -> Math.sqrt(points.getOrDefault(key, Map.of()).entrySet().stream()
                        .mapToDouble(piece -> Math.pow(damped(piece.getValue()) * rarity(piece.getKey()), 2))
                        .sum()));
    }

    /** What is said often says little more than what is said a few times. */
    private static double damped(double weight) {
        return 1 + Math.log(weight);
    }

    private double rarity(String piece) {
        Map<PointId, Double> who = said.get(piece);
        return who == null ? 0 : Math.log(1 + (double) points.size() / who.size());
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        Matcher matcher = PIECE.matcher(Grams.normal(text));
        while (matcher.find()) {
            String run = matcher.group();
            if (!Character.isIdeographic(run.charAt(0))) {
                pieces.add(run);
            }
            for (int i = 0; Character.isIdeographic(run.charAt(0)) && i + 2 <= run.length(); i++) {
                pieces.add(run.substring(i, i + 2));
            }
        }
        return pieces;
    }
}
