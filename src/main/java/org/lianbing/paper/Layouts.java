package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Criterion;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.content.Calculation;
import org.lianbing.paper.Layout.Shuffled;

/**
 * Gives whatever a candidate picks from its tokens and its base order, and says in tokens what is right. An order that
 * the author gave is never kept where it would give something away.
 */
@Component
class Layouts {

    private final Tokens tokens;

    Layouts(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The layout of a way of answering that is no 案例.
     *
     * @param seed decides which variants of a 计算 there are
     */
    Layout of(Interaction interaction, long seed) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> truth(truth);
            case Interaction.SingleChoice choice -> single(choice.options());
            case Interaction.MultipleChoice choice -> several(choice.options());
            case Interaction.FillIn fill -> blanks(fill.blanks());
            case Interaction.Numeric number ->
                Layout.of(new SlotKey.Value(number.key(), number.tolerance(), number.unit(), number.figures()));
            case Interaction.Calculated calculated -> variants(calculated, seed);
            case Interaction.Matching matching -> pairs(matching);
            case Interaction.Ordering ordering -> order(ordering.steps().size());
            case Interaction.Hotspot hotspot ->
                Layout.of(new SlotKey.Regions(
                        hotspot.width(),
                        hotspot.height(),
                        hotspot.regions().stream()
                                .filter(Region::correct)
                                .map(Region::shape)
                                .toList()));
            case Interaction.ShortAnswer written -> written(written.rubric(), written.uploads());
            case Interaction.Essay written -> written(written.rubric(), written.uploads());
            case Interaction.Practical practical -> checklist(practical.criteria());
            case Interaction.Case parts -> throw new IllegalArgumentException("a case is laid out part by part");
        };
    }

    private Shuffled shuffled(int count) {
        return new Shuffled(tokens.next(count), tokens.order(count));
    }

    private Shuffled inOrder(int count) {
        return new Shuffled(
                tokens.next(count), IntStream.range(0, count).boxed().toList());
    }

    /** 正确 always stands before 错误. */
    private Layout truth(Interaction.TrueFalse truth) {
        Shuffled fixed = inOrder(2);
        return Layout.of(fixed, new SlotKey.One(fixed.at(truth.key() ? 0 : 1)));
    }

    private Layout single(List<Option> options) {
        Shuffled shuffled = shuffled(options.size());
        return Layout.of(
                shuffled, new SlotKey.One(right(shuffled, options).iterator().next()));
    }

    private Layout several(List<Option> options) {
        Shuffled shuffled = shuffled(options.size());
        return Layout.of(shuffled, new SlotKey.Several(java.util.Set.copyOf(right(shuffled, options))));
    }

    private static List<String> right(Shuffled shuffled, List<Option> options) {
        return IntStream.range(0, options.size())
                .filter(place -> options.get(place).correct())
                .mapToObj(shuffled::at)
                .toList();
    }

    private Layout order(int steps) {
        Shuffled shuffled = shuffled(steps);
        return Layout.of(
                shuffled,
                new SlotKey.Order(
                        IntStream.range(0, steps).mapToObj(shuffled::at).toList()));
    }

    private Layout blanks(List<Blank> blanks) {
        List<List<String>> lists = new ArrayList<>();
        List<List<Integer>> authored = new ArrayList<>();
        List<SlotKey.BlankKey> keys = new ArrayList<>();
        for (Blank blank : blanks) {
            Shuffled shuffled =
                    shuffled(blank instanceof Blank.Pick pick ? pick.choices().size() : 0);
            lists.add(shuffled.tokens());
            authored.add(shuffled.authored());
            keys.add(
                    switch (blank) {
                        case Blank.Words words -> new SlotKey.BlankKey.Words(words.accepted(), words.exactCase());
                        case Blank.Value value -> new SlotKey.BlankKey.Number(value.key(), value.tolerance());
                        case Blank.Pick pick -> new SlotKey.BlankKey.Pick(shuffled.at(pick.key()));
                    });
        }
        return new Layout(lists, authored, new SlotKey.Blanks(keys));
    }

    private Layout pairs(Interaction.Matching matching) {
        List<String> rights = matching.rights();
        Shuffled right = shuffled(rights.size());
        Shuffled left = shuffled(matching.pairs().size());
        Map<String, String> key = new HashMap<>();
        for (int place = 0; place < matching.pairs().size(); place++) {
            key.put(
                    left.at(place),
                    right.at(rights.indexOf(matching.pairs().get(place).right().strip())));
        }
        return new Layout(
                List.of(right.tokens(), left.tokens()),
                List.of(right.authored(), left.authored()),
                new SlotKey.Pairs(key));
    }

    private Layout variants(Interaction.Calculated calculated, long seed) {
        List<List<String>> lists = new ArrayList<>();
        List<List<Integer>> authored = new ArrayList<>();
        List<SlotKey.Variant> all = new ArrayList<>();
        for (Calculation.Variant variant : Calculation.of(calculated).variants(seed)) {
            Shuffled shuffled =
                    shuffled(variant.wrong().isEmpty() ? 0 : variant.wrong().size() + 1);
            lists.add(shuffled.tokens());
            authored.add(shuffled.authored());
            SlotKey key = variant.wrong().isEmpty()
                    ? new SlotKey.Value(variant.key(), calculated.tolerance(), calculated.unit())
                    : new SlotKey.One(shuffled.at(0));
            all.add(new SlotKey.Variant(variant.values(), variant.key(), variant.wrong(), key));
        }
        return new Layout(lists, authored, new SlotKey.Variants(all));
    }

    /** Where the author gave a sample alone, having said it is the one point. */
    private Layout written(Rubric rubric, int uploads) {
        List<BigDecimal> weights =
                rubric.points().stream().map(Rubric.Point::weight).toList();
        List<BigDecimal> counted = weights.isEmpty() ? List.of(BigDecimal.ONE) : weights;
        Shuffled points = inOrder(counted.size());
        return Layout.of(points, new SlotKey.Written(weights(points, counted), uploads));
    }

    private Layout checklist(List<Criterion> criteria) {
        Shuffled lines = inOrder(criteria.size());
        return Layout.of(
                lines,
                new SlotKey.Checklist(
                        weights(lines, criteria.stream().map(Criterion::points).toList())));
    }

    private static List<SlotKey.Weight> weights(Shuffled lines, List<BigDecimal> points) {
        return IntStream.range(0, points.size())
                .mapToObj(place -> new SlotKey.Weight(lines.at(place), points.get(place)))
                .collect(Collectors.toList());
    }
}
