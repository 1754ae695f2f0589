package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * How an item is answered, with its key. Options, steps and pairs are in the author's order; nobody answers in that
 * order. The names in the annotations are those of {@link ItemType}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Interaction.TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = Interaction.SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = Interaction.MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = Interaction.FillIn.class, name = "fill-in"),
    @JsonSubTypes.Type(value = Interaction.Numeric.class, name = "numeric"),
    @JsonSubTypes.Type(value = Interaction.Calculated.class, name = "calculated"),
    @JsonSubTypes.Type(value = Interaction.Matching.class, name = "matching"),
    @JsonSubTypes.Type(value = Interaction.Ordering.class, name = "ordering"),
    @JsonSubTypes.Type(value = Interaction.Hotspot.class, name = "hotspot"),
    @JsonSubTypes.Type(value = Interaction.ShortAnswer.class, name = "short-answer"),
    @JsonSubTypes.Type(value = Interaction.Essay.class, name = "essay"),
    @JsonSubTypes.Type(value = Interaction.Case.class, name = "case"),
    @JsonSubTypes.Type(value = Interaction.Practical.class, name = "practical")
})
public sealed interface Interaction {

    /** How many files one may be allowed to hand in with a written response. */
    int MOST_UPLOADS = 6;

    /** The type this interaction belongs to. */
    ItemType type();

    /** All texts of it that a person reads, keys and reasons included, by their places. */
    List<Passage> passages();

    /** The same with each Markdown text changed, as where pictures get other names. */
    Interaction mapped(UnaryOperator<String> change);

    /** 判断: a statement, right or wrong. */
    record TrueFalse(boolean key) implements Interaction {
        @Override
        public ItemType type() {
            return ItemType.TRUE_FALSE;
        }

        @Override
        public List<Passage> passages() {
            return List.of();
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return this;
        }
    }

    /** 单选: exactly one option is correct. */
    record SingleChoice(List<Option> options) implements Interaction {
        public SingleChoice {
            options = List.copyOf(options);
        }

        @Override
        public ItemType type() {
            return ItemType.SINGLE_CHOICE;
        }

        @Override
        public List<Passage> passages() {
            return Passage.of("options", options, Option::passages);
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new SingleChoice(
                    options.stream().map(option -> option.mapped(change)).toList());
        }
    }

    /** 多选: several options are correct, perhaps all. */
    record MultipleChoice(List<Option> options) implements Interaction {
        public MultipleChoice {
            options = List.copyOf(options);
        }

        @Override
        public ItemType type() {
            return ItemType.MULTIPLE_CHOICE;
        }

        @Override
        public List<Passage> passages() {
            return Passage.of("options", options, Option::passages);
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new MultipleChoice(
                    options.stream().map(option -> option.mapped(change)).toList());
        }
    }

    /**
     * 填空: blanks in the stem, each written there as three or more underscores, in their order. A stem without any has
     * one blank behind it.
     */
    record FillIn(List<Blank> blanks) implements Interaction {
        public FillIn {
            blanks = List.copyOf(blanks);
        }

        @Override
        public ItemType type() {
            return ItemType.FILL_IN;
        }

        @Override
        public List<Passage> passages() {
            return Passage.of("blanks", blanks, Blank::passages);
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new FillIn(blanks.stream().map(blank -> blank.mapped(change)).toList());
        }
    }

    /**
     * 数值: a number.
     *
     * @param key the right value
     * @param tolerance how far a response may be off, in the same unit
     * @param unit shown beside the field; may be empty
     * @param figures how many significant figures a response must have; null where it does not matter
     */
    record Numeric(
            BigDecimal key,
            BigDecimal tolerance,
            String unit,
            @Nullable Integer figures) implements Interaction {

        public Numeric(BigDecimal key, BigDecimal tolerance, String unit) {
            this(key, tolerance, unit, null);
        }

        @Override
        public ItemType type() {
            return ItemType.NUMERIC;
        }

        @Override
        public List<Passage> passages() {
            return List.of(new Passage("unit", unit));
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return this;
        }
    }

    /**
     * 计算: a template. Stem, explanation and reasons name a variable's value as {@code {{U}}}, the key as
     * {@code {{key}}}, and what is computed on the way as {@code {{= U * I}}}.
     *
     * @param variables what differs between variants
     * @param formula gives the key from the variables
     * @param decimals places after the point that key and distractors are rounded to, 0 to 9
     * @param tolerance how far a response may be off; without meaning where there are distractors
     * @param unit shown beside the field or behind each option; may be empty
     * @param distractors formulas of wrong results; where there are some, the item is answered as a 单选
     * @param variants how many are rendered beforehand, 1 to 100
     */
    record Calculated(
            List<Variable> variables,
            String formula,
            int decimals,
            BigDecimal tolerance,
            String unit,
            List<Distractor> distractors,
            int variants)
            implements Interaction {
        public Calculated {
            variables = List.copyOf(variables);
            distractors = List.copyOf(distractors);
        }

        @Override
        public ItemType type() {
            return ItemType.CALCULATED;
        }

        @Override
        public List<Passage> passages() {
            return Passage.joined(
                    List.of(new Passage("formula", formula), new Passage("unit", unit)),
                    Passage.of("distractors", distractors, Distractor::passages));
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return this;
        }
    }

    /**
     * 连线: each left belongs to its right.
     *
     * @param pairs what belongs together
     * @param extras rights that belong to nothing
     */
    record Matching(List<Pair> pairs, List<String> extras) implements Interaction {
        public Matching {
            pairs = List.copyOf(pairs);
            extras = List.copyOf(extras);
        }

        @Override
        public ItemType type() {
            return ItemType.MATCHING;
        }

        @Override
        public List<Passage> passages() {
            return Passage.joined(Passage.of("pairs", pairs, Pair::passages), Passage.texts("extras", extras));
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new Matching(
                    pairs.stream().map(pair -> pair.mapped(change)).toList(),
                    extras.stream().map(change).toList());
        }

        /** The rights, each once, though it may belong to several lefts; then those that belong to none. */
        public List<String> rights() {
            return Stream.concat(pairs.stream().map(Pair::right), extras.stream())
                    .map(String::strip)
                    .distinct()
                    .toList();
        }
    }

    /** 步骤排序: the steps in the right order. */
    record Ordering(List<String> steps) implements Interaction {
        public Ordering {
            steps = List.copyOf(steps);
        }

        @Override
        public ItemType type() {
            return ItemType.ORDERING;
        }

        @Override
        public List<Passage> passages() {
            return Passage.texts("steps", steps);
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new Ordering(steps.stream().map(change).toList());
        }
    }

    /**
     * 热点: pointing at places in a picture. A candidate points as often as there are correct regions.
     *
     * @param picture as Markdown, with a description for those who cannot see it
     * @param width of the picture in its own pixels; the regions count in them
     * @param height likewise
     * @param regions the right places, and wrong ones where a reason is to be given
     */
    record Hotspot(String picture, int width, int height, List<Region> regions) implements Interaction {
        public Hotspot {
            regions = List.copyOf(regions);
        }

        @Override
        public ItemType type() {
            return ItemType.HOTSPOT;
        }

        @Override
        public List<Passage> passages() {
            return Passage.joined(
                    List.of(new Passage("picture", picture)), Passage.of("regions", regions, Region::passages));
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new Hotspot(change.apply(picture), width, height, regions);
        }

        /** How often one may point. */
        public int picks() {
            return (int) regions.stream().filter(Region::correct).count();
        }
    }

    /**
     * 简答: some sentences, marked by a person.
     *
     * @param rubric by what it is marked
     * @param uploads how many photographs or files of work may be handed in with it or instead; 0 for none
     */
    record ShortAnswer(
            Rubric rubric,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int uploads) implements Interaction {

        public ShortAnswer(Rubric rubric) {
            this(rubric, 0);
        }

        @Override
        public ItemType type() {
            return ItemType.SHORT_ANSWER;
        }

        @Override
        public List<Passage> passages() {
            return rubric.passages();
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new ShortAnswer(rubric.mapped(change), uploads);
        }
    }

    /**
     * 论述: a text with its reasons, marked by a person.
     *
     * @param rubric by what it is marked
     * @param uploads how many photographs or files of work may be handed in with it or instead; 0 for none
     */
    record Essay(
            Rubric rubric,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int uploads) implements Interaction {

        public Essay(Rubric rubric) {
            this(rubric, 0);
        }

        @Override
        public ItemType type() {
            return ItemType.ESSAY;
        }

        @Override
        public List<Passage> passages() {
            return rubric.passages();
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new Essay(rubric.mapped(change), uploads);
        }
    }

    /** 案例: the item's stem tells the case; each part asks about it. */
    record Case(List<CasePart> parts) implements Interaction {
        public Case {
            parts = List.copyOf(parts);
        }

        @Override
        public ItemType type() {
            return ItemType.CASE;
        }

        @Override
        public List<Passage> passages() {
            return Passage.of("parts", parts, CasePart::passages);
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new Case(parts.stream().map(part -> part.mapped(change)).toList());
        }
    }

    /**
     * 技能操作: the item's stem is the task.
     *
     * @param preparation what must be at hand: tools, material, place
     * @param minutes the time allowed
     * @param criteria the score sheet
     */
    record Practical(List<String> preparation, int minutes, List<Criterion> criteria) implements Interaction {
        public Practical {
            preparation = List.copyOf(preparation);
            criteria = List.copyOf(criteria);
        }

        @Override
        public ItemType type() {
            return ItemType.PRACTICAL;
        }

        @Override
        public List<Passage> passages() {
            return Passage.joined(
                    Passage.texts("preparation", preparation), Passage.of("criteria", criteria, Criterion::passages));
        }

        @Override
        public Interaction mapped(UnaryOperator<String> change) {
            return new Practical(
                    preparation.stream().map(change).toList(),
                    minutes,
                    criteria.stream().map(criterion -> criterion.mapped(change)).toList());
        }
    }
}
