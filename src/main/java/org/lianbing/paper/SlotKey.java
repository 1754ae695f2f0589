package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Region;

/** The key of a slot in the tokens of its form. Never part of what a candidate is sent. */
public sealed interface SlotKey {

    /** One token is right: 判断, 单选, 计算 with options. */
    record One(String token) implements SlotKey {}

    /** These tokens and no others: 多选. */
    record Several(Set<String> tokens) implements SlotKey {}

    /** All tokens in this order: 步骤排序. */
    record Order(List<String> tokens) implements SlotKey {}

    /**
     * A number: 数值, 计算 without options.
     *
     * @param value the right one
     * @param tolerance how far a response may be off
     * @param unit of both; may be empty
     * @param figures how many significant figures a response must have; null where it does not matter
     */
    record Value(
            BigDecimal value,
            BigDecimal tolerance,
            String unit,
            @Nullable Integer figures) implements SlotKey {
        public Value(BigDecimal value, BigDecimal tolerance, String unit) {
            this(value, tolerance, unit, null);
        }
    }

    /** What belongs into each blank, in their order: 填空. */
    record Blanks(List<BlankKey> blanks) implements SlotKey {
        public Blanks {
            blanks = List.copyOf(blanks);
        }
    }

    /** What belongs into a blank. */
    sealed interface BlankKey {

        /** Any of these words, the best first. */
        record Words(List<String> accepted, boolean exactCase) implements BlankKey {
            public Words {
                accepted = List.copyOf(accepted);
            }
        }

        /** A number within its tolerance. */
        record Number(BigDecimal value, BigDecimal tolerance) implements BlankKey {}

        /** One of the words shown. */
        record Pick(String token) implements BlankKey {}
    }

    /** The right of each left: 连线. A right may belong to several lefts. */
    record Pairs(Map<String, String> rightOfLeft) implements SlotKey {
        public Pairs {
            rightOfLeft = Map.copyOf(rightOfLeft);
        }
    }

    /**
     * The right places of a picture: 热点. One may point as often as there are.
     *
     * @param width of the picture in its own pixels
     * @param height likewise
     * @param shapes the right places
     */
    record Regions(int width, int height, List<Region.Shape> shapes) implements SlotKey {
        public Regions {
            shapes = List.copyOf(shapes);
        }
    }

    /**
     * The variants of a 计算, in the order in which they were rendered.
     *
     * @param recipe by which a correction computed their keys, for forms with other variants; null for the item's own
     */
    record Variants(List<Variant> all, @Nullable Recipe recipe) implements SlotKey {
        public Variants {
            all = List.copyOf(all);
        }

        public Variants(List<Variant> all) {
            this(all, null);
        }
    }

    /**
     * Another formula for a 计算.
     *
     * @param formula gives the key from the variables
     * @param decimals to which it is rounded
     * @param tolerance how far a response may be off
     */
    record Recipe(String formula, int decimals, BigDecimal tolerance) {}

    /**
     * A variant with what its explanation needs.
     *
     * @param values of the variables
     * @param result the right one
     * @param wrong the results of the distractors, in the author's order
     * @param key {@link One} or {@link Value}
     */
    record Variant(Map<String, BigDecimal> values, BigDecimal result, List<BigDecimal> wrong, SlotKey key) {
        public Variant {
            values = Map.copyOf(values);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * What must be said, each with its weight: 简答, 论述.
     *
     * @param points in the order of the rubric
     * @param uploads how many files of work may be handed in with the text or instead of it
     */
    record Written(List<Weight> points, int uploads) implements SlotKey {
        public Written {
            points = List.copyOf(points);
        }

        public Written(List<Weight> points) {
            this(points, 0);
        }
    }

    /** The score sheet with the points of each line: 技能操作. */
    record Checklist(List<Weight> criteria) implements SlotKey {
        public Checklist {
            criteria = List.copyOf(criteria);
        }
    }

    /** What one token counts. */
    record Weight(String token, BigDecimal points) {}
}
